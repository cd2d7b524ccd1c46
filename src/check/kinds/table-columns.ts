import type * as zod from "zod";
import { type CheckKind, measuredPart, type Zod } from "../../model/check.ts";
import type { OfficialDocument, Span } from "../../model/document.ts";
import type { Outcome } from "../../model/result.ts";
import { concernOptions, concernPatterns, outsideConcern } from "../concern.ts";
import { demandingPieces } from "../demanded.ts";
import { bare, type HeadedTable, tablesOf } from "../tables.ts";

/*
 * table-columns: 清单要素。A list (整改清单, 问题清单, 任务分解表) has what it has to have, as columns or as labelled lines.
 *
 *   columns  name → RE2: a column whose head matches, or, in a list without such a table, words in the text
 *   title, unless  RE2 on the titles: which documents are concerned
 *
 * Before: a 整改清单 whose table has 问题, 整改措施 and 责任单位 is one hit at the head of the table: 完成时限 is missing.
 * After:  the same table with a column 整改时限 is none; nor is a list in paragraphs that says 整改时限：6月底.
 */
const options = (z: Zod) =>
  z.strictObject({
    columns: z
      .record(z.string().min(1), z.string().min(1))
      .refine((given) => Object.keys(given).length > 0, { error: "at least one column" }),
    ...concernOptions(z),
  });

type Options = zod.infer<ReturnType<typeof options>>;

export const tableColumns: CheckKind<Options> = {
  name: "table-columns",
  title: { zh: "清单要素", en: "Columns of a list" },
  about: {
    zh: "看清单、台账、分解表有没有该有的栏目：有相应的表就看表头，没有就看文字里提没提。title、unless 限定标题。消息里可用 {missing}（缺的栏目）、{columns}（应有的栏目）。",
    en: "Whether a list, ledger or breakdown has the columns it needs: by the head of its table, or by the words of the text where there is no such table. Messages may use {missing}, {columns}.",
  },
  values: ["missing", "columns"],
  options,
  patterns: (given) => [...Object.values(given.columns), ...concernPatterns(given)],
  check(document, options, context): Outcome {
    const outside = outsideConcern(document, options, context);
    if (outside) return outside;
    const wanted = Object.entries(options.columns);
    const meets = (source: string, texts: string[]) => texts.some((text) => context.pattern(source).test(text));
    const table = bestTable(tablesOf(document), (names) => wanted.filter(([, one]) => meets(one, names)).length);
    const texts = table ? table.names : demandingPieces(document, context).map((piece) => bare(piece.text));
    if (texts.length === 0) return { notApplicable: { because: "check.no-body", values: {} } };
    const missing = wanted.filter(([, source]) => !meets(source, texts)).map(([name]) => name);
    if (missing.length === 0) return { hits: [] };
    const values = { missing: missing.join("、"), columns: wanted.map(([name]) => name).join("、") };
    return { hits: [{ span: table ? headSpan(table) : titleSpan(document), values }] };
  },
};

/** The table that has most of the columns, at least one: another table is not the list. */
function bestTable(tables: HeadedTable[], score: (names: string[]) => number): HeadedTable | null {
  let best: HeadedTable | null = null;
  let most = 0;
  for (const table of tables) {
    const count = score(table.names);
    if (count > most) [best, most] = [table, count];
  }
  return best;
}

function headSpan({ head }: HeadedTable): Span | null {
  const first = head[0];
  return first ? { block: first.index, start: 0, end: first.text.length } : null;
}

function titleSpan(document: OfficialDocument): Span | null {
  const part = document.parts.find((one) => one.name === measuredPart(document));
  return (part?.title ?? document.elements.title)?.spans[0] ?? null;
}
