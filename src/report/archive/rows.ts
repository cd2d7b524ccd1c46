import { type Language, say, type Values } from "../../language/say.ts";
import type { ArchiveRuleResult, Concerned } from "../../model/archive.ts";
import type { Basis } from "../../model/rule.ts";
import type { ScanLine } from "../../model/scan.ts";
import type { Cell } from "../../workbook/cell.ts";
import { basisText } from "../pretty-finding.ts";
import type { RuleSum, Sum } from "./survey.ts";

/** A table of the views: the same heads and rows in the workbook, as CSV and in the page. */
export interface TableHead {
  /** Key of its name, e.g. findings → 问题清单. */
  name: TableName;
  /** Keys of its heads, and widths in half-width characters. */
  columns: readonly (readonly [string, number])[];
}

export type TableName = "overview" | "units" | "rules" | "findings" | "unchecked" | "archive";
export type Row = readonly Exclude<Cell, symbol | object>[];

const SUM = [
  ["files", 8],
  ["checked", 8],
  ["with-findings", 9],
  ["error", 7],
  ["warning", 7],
  ["info", 7],
  ["suppressed", 8],
] as const;

export const TABLES: Record<TableName, TableHead> = {
  overview: { name: "overview", columns: [["what", 28], ["value", 60], ...SUM] },
  units: { name: "units", columns: [["issuer", 34], ...SUM, ["archive-findings", 10]] },
  rules: {
    name: "rules",
    columns: [
      ["rule", 22],
      ["severity", 7],
      ["title", 44],
      ["pack", 18],
      ["findings", 8],
      ["documents", 8],
      ["held", 8],
      ["not-checked", 8],
      ["not-applicable", 8],
    ],
  },
  findings: {
    name: "findings",
    columns: [
      ["issuer", 26],
      ["severity", 7],
      ["path", 34],
      ["title", 40],
      ["issuedOn", 12],
      ["place", 22],
      ["rule", 18],
      ["message", 50],
      ["text", 40],
      ["basis", 50],
      ["advice", 44],
    ],
  },
  unchecked: {
    name: "unchecked",
    columns: [
      ["path", 44],
      ["status", 14],
      ["cause", 50],
      ["advice", 50],
      ["attempts", 8],
      ["bytes", 12],
    ],
  },
  archive: {
    name: "archive",
    columns: [
      ["rule", 20],
      ["title", 34],
      ["severity", 7],
      ["outcome", 10],
      ["issuer", 28],
      ["year", 7],
      ["message", 54],
      ["advice", 44],
      ["concerned", 50],
      ["uncounted", 30],
      ["basis", 44],
    ],
  },
};

/** UTF-16 units of a finding's words that a cell shows: it is no place to read a document. */
export const CELL = 300;

export const cut = (text: string) => (text.length > CELL ? `${text.slice(0, CELL - 1)}…` : text);

export const sumCells = ({ files, checked, withFindings, counts }: Sum): number[] => [
  files,
  checked,
  withFindings,
  counts.error,
  counts.warning,
  counts.info,
  counts.suppressed,
];

/** Words of the views in one language. */
export function rowsIn(language: Language) {
  const word = (key: string, values?: Values) => say(language, key, values);
  const nobody = word("archive.view.no-issuer");
  const list = language === "zh" ? "；" : "; ";
  const bases = (basis: readonly Basis[]) => basis.map((one) => basisText({ word }, one)).join(list);
  return {
    word,
    bases,
    list,
    heads: (table: TableHead) => table.columns.map(([key]) => word(`archive.column.${key}`)),
    issuer: (name: string | null) => name ?? nobody,
    unit: (name: string | null, sum: Sum, archiveFindings: number): Row => [
      name ?? nobody,
      ...sumCells(sum),
      archiveFindings,
    ],
    rule: (id: string, sum: RuleSum): Row => [
      id,
      sum.severity === null ? "" : word(`severity.${sum.severity}`),
      sum.title,
      sum.pack,
      sum.findings,
      sum.documents,
      sum.held,
      sum.notChecked,
      sum.notApplicable,
    ],
    unchecked: ({ path, status, problem, file }: Pick<ScanLine, "path" | "status" | "problem" | "file">): Row => [
      path,
      word(`status.${status}`),
      problem?.message ?? "",
      problem?.advice ?? "",
      file.attempts,
      file.bytes,
    ],
    /** A line for the rule as a whole, then one for each finding and each subject that is not decided. */
    archive(result: ArchiveRuleResult): Row[] {
      const about = (outcome: string): Row => [
        result.rule,
        result.title,
        word(`severity.${result.severity}`),
        word(`archive.outcome.${outcome}`),
      ];
      const uncounted = result.uncounted
        .map(({ fact, documents }) => word("archive.view.uncounted", { fact, documents }))
        .join(list);
      const { held, broken, open } = result;
      const sum = held + broken + open > 0 ? word("archive.view.subjects", { held, broken, open }) : "";
      const whole: Row = [
        ...about(result.outcome),
        "",
        null,
        [result.because, sum].filter(Boolean).join(list),
        "",
        "",
        uncounted,
        bases(result.basis),
      ];
      const left = (shown: number, all: number) =>
        all > shown
          ? [[...about("more"), "", null, word("archive.view.more", { count: all - shown }), "", "", "", ""]]
          : [];
      return [
        whole,
        ...result.findings.map(
          (one): Row => [
            ...about("broken"),
            one.issuer ?? "",
            one.year,
            one.message,
            one.advice,
            documentsText(one.documents, one.total),
            "",
            "",
          ],
        ),
        ...left(result.findings.length, broken),
        ...result.undecided.map(
          (one): Row => [...about("not-checked"), one.issuer ?? "", one.year, one.reason, one.remedy, "", "", ""],
        ),
        ...left(result.undecided.length, open),
      ];
    },
    documents: documentsText,
  };

  function documentsText(documents: readonly Concerned[], total: number): string {
    const named = documents.map(({ path, number, issuedOn }) => [path, number, issuedOn].filter(Boolean).join(" "));
    return [...named, ...(total > documents.length ? [word("archive.view.in-all", { total })] : [])].join("\n");
  }
}

export type Words = ReturnType<typeof rowsIn>;
