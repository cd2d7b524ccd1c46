import type * as zod from "zod";
import { pairsOf, shareOfPairs, titleSubject } from "../../measure/plan.ts";
import type { ArchiveKind, ArchivePlan } from "../../model/archive.ts";
import type { Zod } from "../../model/check.ts";
import { Counts } from "../counts.ts";
import { tally } from "../outcome.ts";
import { isPlanOf } from "../plan.ts";
import { plainTitle, selectionOptions, selectionPatterns, selector, telling } from "../selection.ts";
import { yearOf } from "../subject.ts";

/*
 * yearly-plan: 按计划发文。What an issuer issued in a year against the plan of that year (`plans:` in gwlint.yaml).
 *
 *   plan    RE2 on a plan's file name, title and first lines: which of the plans (发文计划, 会议计划 …)
 *   share   share of the subject's pairs of characters that an entry has to have (default 0.6); the pack author's
 *   most    how many documents outside the plan are let go (default 0)
 *   of, to, title, unless  which documents are counted
 *   complete  true: the unit has made sure that nothing is missing
 *
 * A plan is of the year in its title or name, and of the unit that stands before the year there; one that names no unit
 * is everybody's. Without a plan of the year the issuer is undecided.
 */
const options = (z: Zod) =>
  z.strictObject({
    ...selectionOptions(z),
    plan: z.string().min(1),
    share: z.number().gt(0).max(1).default(0.6),
    most: z.int().min(0).default(0),
    complete: z.boolean().default(false),
  });

type Options = zod.infer<ReturnType<typeof options>>;

interface Entry {
  text: string;
  pairs: Set<string>;
  issued: boolean;
}

/** What an issuer has of one year. */
interface Year {
  own: ArchivePlan[];
  entries: Entry[];
  unlisted: Counts<"">;
  actual: number;
}

const SHOWN = 5;

export const yearlyPlan: ArchiveKind<Options> = {
  name: "yearly-plan",
  scope: "archive",
  order: "issuer",
  plans: true,
  title: { zh: "按年度计划发文", en: "Issued as planned" },
  about: {
    zh: "数一个发文机关一年里有多少件在年度计划里、有多少件不在（gwlint.yaml 的 plans 给计划文件，一行或一格一项；年份和单位看计划的标题或文件名）。计划外的超过 most 就报出；文号有缺的年份，没有超过也不算查清；没有这一年的计划就是“未能检查”。消息里可用 {issuer}、{year}、{planned}（计划项数）、{actual}（发了几件）、{listed}（其中计划内）、{unlisted}（计划外）、{left}（计划里还没有发的项数）、{names}（没有发的前几项）、{plan}。",
    en: "Counts how many of an issuer's documents of a year stand in the year's plan and how many do not (plans in gwlint.yaml, a line or cell an entry; year and unit by the plan's title or name). More than most outside the plan are reported; with missing 文号 nothing is certain below that; without a plan of the year the issuer is not checked. Messages may use {issuer}, {year}, {planned}, {actual}, {listed}, {unlisted}, {left}, {names}, {plan}.",
  },
  values: ["issuer", "year", "planned", "actual", "listed", "unlisted", "left", "names", "plan"],
  options,
  patterns: (given) => [given.plan, ...selectionPatterns(given)],
  begin(given, context) {
    const counted = telling(selector(given, context), context);
    const wanted = context.pattern(given.plan);
    const plans = context.plans.filter(({ words }) => wanted.test(words));
    const found = tally();
    const years = new Map<number, Year>();
    let without = false;
    return {
      document(document) {
        const { record } = document;
        if (!counted(record)) return;
        const year = yearOf(record);
        if (year === null) return context.uncounted("issuedOn");
        if (record.issuer === null) return context.uncounted("issuer");
        if (record.title === null) return context.uncounted("title");
        if (plans.length === 0) {
          without = true;
          return;
        }
        const of = years.get(year) ?? begun(record.issuer, year);
        years.set(year, of);
        of.actual++;
        const entry = nearest(pairsOf(titleSubject(plainTitle(record.title))), of.entries);
        if (entry) entry.issued = true;
        else of.unlisted.add("", document);
      },
      issuer(issuer) {
        for (const [year, of] of [...years].sort(([a], [b]) => a - b)) judge(issuer, year, of);
        years.clear();
      },
      end() {
        if (without) open(null, null, "archive.no-plan");
        return found.outcome({ key: "archive.none-concerned" });
      },
    };

    function begun(issuer: string, year: number): Year {
      // Of one that cannot be read nobody knows whose it is.
      const own = plans.filter((plan) => plan.problem || (plan.year === year && isPlanOf(plan, issuer)));
      const texts = own.flatMap(({ entries }) => entries);
      const entries = texts.map((text) => ({ text, pairs: pairsOf(text), issued: false }));
      return { own, entries, unlisted: new Counts(), actual: 0 };
    }

    /** The entry most like a subject, null where none is like it enough. */
    function nearest(subject: Set<string>, entries: readonly Entry[]): Entry | null {
      let best: Entry | null = null;
      let most = given.share;
      for (const entry of entries) {
        const share = shareOfPairs(subject, entry.pairs);
        // Of two that are as like, one that nothing was issued on yet.
        if (share > most || (share === most && (best === null || best.issued))) [best, most] = [entry, share];
      }
      return best;
    }

    function judge(issuer: string, year: number, { own, entries, unlisted, actual }: Year): void {
      const unread = own.find(({ problem }) => problem !== undefined);
      const { total, documents } = unlisted.get("");
      const gaps = given.complete ? null : context.runs.gaps(issuer, year);
      if (unread) open(issuer, year, "archive.plan-unread", { name: unread.name, problem: unread.problem! });
      else if (own.length === 0) open(issuer, year, "archive.no-plan-of", { year, actual });
      else if (total > given.most) {
        const left = entries.filter(({ issued }) => !issued);
        const names = left
          .slice(0, SHOWN)
          .map(({ text }) => text)
          .join("、");
        const plan = own.map(({ name }) => name).join("、");
        const counts = { planned: entries.length, actual, listed: actual - total, unlisted: total, left: left.length };
        found.hit({ issuer, year, values: { issuer, year, ...counts, names, plan }, documents, total });
      } else if (gaps !== null) open(issuer, year, "archive.gaps-limit", { gaps }, "archive.gaps.remedy");
      else found.held();
    }

    function open(
      issuer: string | null,
      year: number | null,
      reason: string,
      values: Record<string, string | number> = {},
      remedy = `${reason}.remedy`,
    ): void {
      found.undecided({ issuer, year, reason, remedy, values });
    }
  },
};
