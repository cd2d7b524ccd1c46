import type * as zod from "zod";
import type { ArchiveDocument, ArchiveKind, Concerned } from "../../model/archive.ts";
import type { Zod } from "../../model/check.ts";
import { Counts } from "../counts.ts";
import { tally } from "../outcome.ts";
import { selectionOptions, selectionPatterns, selector, telling } from "../selection.ts";
import { subjectKey, yearOf } from "../subject.ts";

/*
 * yearly-limit: 每年不超过几次（几种）。How often an issuer does something in a year, at most.
 *
 *   of, to, title, unless  which documents are counted
 *   most      how many are allowed
 *   distinct  documents: each counts (default) · series: kinds of bulletin count · matter: documents of one subject count
 *   complete  true: the unit has made sure that nothing is missing
 */
const options = (z: Zod) =>
  z.strictObject({
    ...selectionOptions(z),
    most: z.int().min(0),
    distinct: z.enum(["documents", "series", "matter"]).default("documents"),
    complete: z.boolean().default(false),
  });

type Options = zod.infer<ReturnType<typeof options>>;

export const yearlyLimit: ArchiveKind<Options> = {
  name: "yearly-limit",
  scope: "archive",
  order: "issuer",
  title: { zh: "每年次数上限", en: "Yearly limit" },
  about: {
    zh: "数一个发文机关一年里同类文件的份数（distinct: series 数简报的种数，matter 数同一事项的次数），超过 most 的报出。文号有缺的年份，没有超过也不算查清。消息里可用 {issuer}、{year}、{actual}、{most}、{names}。",
    en: "Counts an issuer's documents of a kind in a year (distinct: series counts kinds of bulletin, matter those of one subject) and reports more than most. In a year with missing 文号 a count within the limit decides nothing. Messages may use {issuer}, {year}, {actual}, {most}, {names}.",
  },
  values: ["issuer", "year", "actual", "most", "names"],
  options,
  patterns: selectionPatterns,
  begin(given, context) {
    const counted = telling(selector(given, context), context);
    const found = tally();
    const years = new Map<number, Counts<string>>();
    return {
      document(document) {
        if (!counted(document.record)) return;
        const year = yearOf(document.record);
        if (year === null) return context.uncounted("issuedOn");
        if (document.record.issuer === null) return context.uncounted("issuer");
        const key = keyOf(document);
        if (key === null) return context.uncounted(given.distinct === "series" ? "series" : "title");
        const counts = years.get(year) ?? new Counts<string>();
        years.set(year, counts);
        counts.add(key, document);
      },
      issuer(issuer) {
        for (const [year, counts] of [...years].sort(([a], [b]) => a - b)) {
          const over = given.distinct === "series" ? overSeries(counts) : overCounts(counts);
          for (const { actual, names, documents, total } of over) {
            const values = { issuer, year, actual, most: given.most, names };
            found.hit({ issuer, year, values, documents, total });
          }
          if (over.length === 0) within(issuer, year);
        }
        years.clear();
      },
      end: () => found.outcome({ key: "archive.none-concerned" }),
    };

    function within(issuer: string, year: number): void {
      const gaps = given.complete ? null : context.runs.gaps(issuer, year);
      if (gaps === null) found.held();
      else
        found.undecided({
          issuer,
          year,
          reason: "archive.gaps-limit",
          remedy: "archive.gaps.remedy",
          values: { gaps },
        });
    }

    function keyOf({ record }: ArchiveDocument): string | null {
      if (given.distinct === "series") return record.series;
      if (given.distinct === "documents") return "";
      return record.title === null ? null : subjectKey(record.title, record.issuer);
    }

    function overCounts(counts: Counts<string>): Over[] {
      return counts.keys().flatMap((key) => {
        const { total, documents } = counts.get(key);
        return total > given.most ? [{ actual: total, names: key, documents, total }] : [];
      });
    }

    function overSeries(counts: Counts<string>): Over[] {
      const names = counts.keys().sort();
      if (names.length <= given.most) return [];
      const all = names.map((name) => counts.get(name));
      const total = all.reduce((sum, one) => sum + one.total, 0);
      return [
        {
          actual: names.length,
          names: names.slice(0, 8).join("、"),
          documents: all.flatMap(({ documents }) => documents[0]!),
          total,
        },
      ];
    }
  },
};

interface Over {
  actual: number;
  names: string;
  documents: Concerned[];
  total: number;
}
