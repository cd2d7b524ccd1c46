import { type Language, say } from "../../language/say.ts";
import { csv } from "../csv.ts";
import { cut, safe } from "../terminal.ts";
import { coverageCells, stateText } from "./cells.ts";
import { type CoverageRow, type CoverageRows, type CoverageSide, changeText } from "./rows.ts";

export interface CoverageLook {
  language: Language;
  /** Columns of the terminal. */
  width: number;
}

/** Prints of the 承接对照表 by name. */
export const COVERAGE_FORMATS = {
  pretty,
  json: (rows: CoverageRows) => `${JSON.stringify(rows, null, 1)}\n`,
  markdown,
  csv: (rows: CoverageRows, { language }: CoverageLook) => csv(coverageCells(rows, language)),
} satisfies Record<string, (rows: CoverageRows, look: CoverageLook) => string>;

export type CoverageFormat = keyof typeof COVERAGE_FORMATS;

function pretty(rows: CoverageRows, look: CoverageLook): string {
  const { language } = look;
  const lines = [say(language, "coverage.view-tasks")];
  if (rows.tasks.length === 0) lines.push(`  ${say(language, "coverage.no-tasks")}`);
  for (const row of rows.tasks) lines.push(...taskLines(row, look));
  lines.push("", say(language, "coverage.view-clauses"));
  if (rows.clauses.length === 0) lines.push(`  ${say(language, "coverage.no-clauses")}`);
  for (const row of rows.clauses) {
    const from = row.source ? `${safe(row.source.name)} ${placeText(row.source, language)}` : "";
    lines.push(clip(`  ${lead(row, row.draft, language)}`, look), ...(from ? [`    ${from}`] : []));
  }
  lines.push("", countsText(rows, language));
  return `${lines.join("\n")}\n`;
}

function taskLines(row: CoverageRow, look: CoverageLook): string[] {
  const { language } = look;
  const lines = [clip(`  ${lead(row, row.source, language)}`, look)];
  if (row.draft) {
    const words = `${placeText(row.draft, language)} ${safe(row.draft.text)}`;
    lines.push(clip(`    ${say(language, "pretty.draft")}${say(language, "pretty.gap")}${words}`, look));
  }
  for (const change of row.changes) lines.push(`    ${safe(changeText(change, language))}`);
  return lines;
}

const clip = (line: string, { width }: CoverageLook) => cut(line, width);

const SIGN = { copied: "=", localised: "+", reworded: "~", missing: "✗", new: "*" } as const;

function lead(row: CoverageRow, side: CoverageSide | null, language: Language): string {
  const gap = say(language, "pretty.gap");
  const place = side ? `${placeText(side, language)} ${safe(side.text)}` : "";
  return `${SIGN[row.state]} ${stateText(row, language)}${gap}${place}`;
}

function placeText(side: CoverageSide, language: Language): string {
  return safe(
    say(language, side.path ? "coverage.place" : "coverage.line", { path: side.path ?? "", line: side.line }),
  );
}

function countsText({ counts, tasks, clauses }: CoverageRows, language: Language): string {
  return say(language, "coverage.counts", { ...counts, tasks: tasks.length, clauses: clauses.length });
}

function markdown(rows: CoverageRows, { language }: CoverageLook): string {
  const [head = [], ...body] = coverageCells(rows, language);
  const line = (cells: string[]) => `| ${cells.map(cell).join(" | ")} |`;
  const title = `# ${say(language, "coverage.title")}`;
  const table = [line(head), `|${" --- |".repeat(head.length)}`, ...body.map(line)];
  return `${title}\n\n${countsText(rows, language)}\n\n${table.join("\n")}\n`;
}

/** A cell is text, never markup: what Markdown or HTML would read is escaped. */
function cell(text: string): string {
  return safe(text)
    .replace(/[\\|`*_[\]#~]/g, "\\$&")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;");
}
