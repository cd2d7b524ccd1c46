import type * as zod from "zod";
import type { ArchiveKind } from "../../model/archive.ts";
import type { Zod } from "../../model/check.ts";
import { type Count, Counts } from "../counts.ts";
import { tally } from "../outcome.ts";
import { selectionOptions, selectionPatterns, selector, telling } from "../selection.ts";
import { yearOf } from "../subject.ts";

/*
 * yearly-quota: 年度数量比基年减少。How many documents of a kind an issuer has in a year, against a base year.
 *
 *   of, to, title, unless  which documents are counted (meetings, bulletins, inspections …)
 *   reduce    by how much the number has to be smaller, 0–1
 *   year      the year that is judged; default the year of the rule's `period`
 *   base      the year it is held against; default the year before
 *   before    the number of the base year, where it is known from elsewhere: then base-year documents are not needed
 *   per       issuer: each on its own (default) · all: every document of the archive together
 *   complete  true: the unit has made sure that nothing is missing; gaps in the run of 文号 are then no matter
 *
 * Gaps make the count a lower bound: too many documents are too many all the same, but only a full year can hold.
 */
const options = (z: Zod) => {
  const year = z.int().min(1949).max(2100);
  return z.strictObject({
    ...selectionOptions(z),
    reduce: z.number().min(0).max(1),
    year: year.optional(),
    base: year.optional(),
    before: z.int().min(0).optional(),
    per: z.enum(["issuer", "all"]).default("issuer"),
    complete: z.boolean().default(false),
  });
};

type Options = zod.infer<ReturnType<typeof options>>;

export const yearlyQuota: ArchiveKind<Options> = {
  name: "yearly-quota",
  scope: "archive",
  order: "issuer",
  ownPeriod: true,
  title: { zh: "年度数量压减", en: "Yearly quota" },
  about: {
    zh: "数一个发文机关一年的文件（或者会议通知、简报、要报表的文件、督查检查通知），与基年比是不是减够了。年份取规则的 period，本单位可以用 year、base、before 另定；文号有缺的，数目只是下限，减够了也不算查清。消息里可用 {issuer}、{year}、{base}、{actual}、{before}、{most}、{reduced}、{reduce}。",
    en: "Counts an issuer's documents of a year (or meeting notices, bulletins, demands for papers, inspections) against a base year. The year is the rule's period unless year, base or before are set; where 文号 are missing the count is a lower bound and cannot hold. Messages may use {issuer}, {year}, {base}, {actual}, {before}, {most}, {reduced}, {reduce}.",
  },
  values: ["issuer", "year", "base", "actual", "before", "most", "reduced", "reduce"],
  options,
  patterns: selectionPatterns,
  begin(given, context) {
    const counted = telling(selector(given, context), context);
    const year = given.year ?? Number((context.rule.period?.from ?? "").slice(0, 4));
    const base = given.base ?? year - 1;
    const found = tally();
    const years = new Counts<number>();
    const close = (issuer: string | null) => {
      // An issuer without a document of the year is none the rule could concern.
      if (years.get(year).total > 0) judge(issuer, years.get(year), years.get(base));
      years.clear();
    };
    return {
      document(document) {
        const { record } = document;
        const of = yearOf(record);
        if (of !== null && of !== year && of !== base) return;
        if (!counted(record)) return;
        if (of === null) return context.uncounted("issuedOn");
        if (record.issuer === null && given.per === "issuer") return context.uncounted("issuer");
        years.add(of, document);
      },
      issuer(issuer) {
        if (given.per === "issuer") close(issuer);
      },
      end() {
        if (given.per === "all") close(null);
        if (!year) return { ...found.outcome({ key: "archive.no-year" }), notApplicable: { key: "archive.no-year" } };
        return found.outcome({ key: "archive.no-documents-of-year", values: { year } });
      },
    };

    function judge(issuer: string | null, now: Count, then: Count): void {
      const before = given.before ?? then.total;
      const subject = { issuer, year };
      const most = Math.floor(before * (1 - given.reduce) + 1e-9);
      const over = now.total > most;
      const sureOfBase = given.complete || given.before !== undefined || gapsIn(issuer, base) === null;
      const gaps = over ? (sureOfBase ? null : gapsIn(issuer, base)) : given.complete ? null : gapsIn(issuer, year);
      if (given.before === undefined && then.total === 0) {
        const values = { year, base, actual: now.total };
        found.undecided({ ...subject, reason: "archive.no-base", remedy: "archive.no-base.remedy", values });
      } else if (gaps !== null) {
        const values = { gaps, actual: now.total, before };
        found.undecided({ ...subject, reason: "archive.gaps", remedy: "archive.gaps.remedy", values });
      } else if (over) {
        const reduced = Math.round((1 - now.total / Math.max(1, before)) * 100);
        const reduce = Math.round(given.reduce * 100);
        const values = { issuer: issuer ?? "", year, base, actual: now.total, before, most, reduced, reduce };
        found.hit({ ...subject, values, documents: now.documents, total: now.total });
      } else found.held();
    }

    function gapsIn(issuer: string | null, of: number): string | null {
      return issuer === null ? context.runs.anyGap(of) : context.runs.gaps(issuer, of);
    }
  },
};
