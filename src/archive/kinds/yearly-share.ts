import type * as zod from "zod";
import { type ArchiveKind, MATTERS } from "../../model/archive.ts";
import type { Zod } from "../../model/check.ts";
import { type Count, Counts } from "../counts.ts";
import { tally } from "../outcome.ts";
import { selectionOptions, selectionPatterns, selector, telling } from "../selection.ts";
import { yearOf } from "../subject.ts";

/*
 * yearly-share: 占比下限。Which share of an issuer's documents of a kind in a year are of another kind too, at least.
 *
 *   of, to, title, unless  the whole (inspections)
 *   part      what the part is besides: all of them have to be (covert; covert and standing)
 *   min       least share, 0–1
 *   complete  true: the unit has made sure that nothing is missing
 */
const options = (z: Zod) =>
  z.strictObject({
    ...selectionOptions(z),
    part: z.array(z.enum(MATTERS)).min(1),
    min: z.number().min(0).max(1),
    complete: z.boolean().default(false),
  });

type Options = zod.infer<ReturnType<typeof options>>;

export const yearlyShare: ArchiveKind<Options> = {
  name: "yearly-share",
  scope: "archive",
  order: "issuer",
  title: { zh: "年度占比", en: "Yearly share" },
  about: {
    zh: "数一个发文机关一年的同类文件里，另一类占多少，例如督查里暗访暗查的占比。文号有缺的年份不算查清。消息里可用 {issuer}、{year}、{part}、{actual}、{share}、{min}。",
    en: "Counts which share of an issuer's documents of a kind in a year are of another kind too, e.g. unannounced inspections. A year with missing 文号 is not decided. Messages may use {issuer}, {year}, {part}, {actual}, {share}, {min}.",
  },
  values: ["issuer", "year", "part", "actual", "share", "min"],
  options,
  patterns: selectionPatterns,
  begin(given, context) {
    const counted = telling(selector(given, context), context);
    const found = tally();
    const whole = new Counts<number>();
    const parts = new Counts<number>();
    return {
      document(document) {
        if (!counted(document.record)) return;
        const year = yearOf(document.record);
        if (year === null) return context.uncounted("issuedOn");
        if (document.record.issuer === null) return context.uncounted("issuer");
        whole.add(year, document);
        if (given.part.every((matter) => document.record.matters?.includes(matter))) parts.add(year, document);
      },
      issuer(issuer) {
        for (const year of whole.keys().sort((a, b) => a - b))
          judge(issuer, year, whole.get(year), parts.get(year).total);
        whole.clear();
        parts.clear();
      },
      end: () => found.outcome({ key: "archive.none-concerned" }),
    };

    function judge(issuer: string, year: number, all: Count, part: number): void {
      const gaps = given.complete ? null : context.runs.gaps(issuer, year);
      const values = {
        issuer,
        year,
        part,
        actual: all.total,
        share: percent(part / all.total),
        min: percent(given.min),
      };
      if (gaps !== null) {
        const reason = { reason: "archive.gaps-share", remedy: "archive.gaps.remedy" };
        found.undecided({ issuer, year, ...reason, values: { ...values, gaps } });
      } else if (part + 1e-9 >= given.min * all.total) found.held();
      else found.hit({ issuer, year, values, documents: all.documents, total: all.total });
    }
  },
};

const percent = (share: number) => Math.round(share * 100);
