import { type Language, say } from "../../language/say.ts";
import { type CoverageRow, type CoverageRows, type CoverageSide, changeText } from "./rows.ts";

const COLUMNS = [
  "view",
  "superior",
  "superior-clause",
  "superior-line",
  "superior-text",
  "state",
  "draft-clause",
  "draft-line",
  "draft-text",
  "copied",
  "changes",
] as const;

/** The rows as one table of texts, headings first: what Markdown and CSV print. The first column tells the two views apart. */
export function coverageCells(rows: CoverageRows, language: Language): string[][] {
  const word = (key: string) => say(language, key);
  const cells = (view: "tasks" | "clauses") => (row: CoverageRow) => [
    word(`coverage.view-${view}`),
    row.source?.name ?? "",
    ...sideCells(row.source),
    stateText(row, language),
    ...sideCells(row.draft),
    row.copied === null ? "" : `${Math.round(100 * row.copied)}%`,
    row.changes.map((change) => changeText(change, language)).join(word("coverage.semicolon")),
  ];
  return [
    COLUMNS.map((column) => word(`coverage.column-${column}`)),
    ...rows.tasks.map(cells("tasks")),
    ...rows.clauses.map(cells("clauses")),
  ];
}

function sideCells(side: CoverageSide | null): [string, string, string] {
  return side ? [side.path ?? "", String(side.line), side.text] : ["", "", ""];
}

/** The state in words; a missing task of the superior's own departments says so. */
export function stateText(row: CoverageRow, language: Language): string {
  const forAbove = row.forAbove && row.state === "missing" ? "-above" : "";
  return say(language, `coverage.state-${row.state}${forAbove}`);
}
