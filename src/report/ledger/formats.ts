import { type Language, say } from "../../language/say.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import { csv } from "../csv.ts";
import type { Chunk } from "../format.ts";
import { markdownCell } from "../markdown-cell.ts";
import { cut, safe } from "../terminal.ts";
import { ledgerColumns, ledgerSubtitle, ledgerTitle, shownColumns } from "./columns.ts";

export interface LedgerLook {
  language: Language;
  /** Name of the document, for one without a title. */
  name: string;
  /** Columns of the terminal. */
  width: number;
}

/** Prints of the 责任清单 by name. */
export const LEDGER_FORMATS = {
  pretty: async (ledger, look) => pretty(ledger, look),
  xlsx: async (ledger, { name, language }) => (await import("./sheet.ts")).ledgerSheet(ledger, name, language),
  csv: async (ledger, { language }) => {
    const columns = ledgerColumns(language);
    const rows = ledger.rows.map((row, i) => columns.map((column) => column.cell(row, i + 1)));
    return csv([columns.map(({ head }) => head), ...rows]);
  },
  markdown: async (ledger, look) => markdown(ledger, look),
  json: async (ledger) => `${JSON.stringify(ledger, null, 1)}\n`,
} satisfies Record<string, (ledger: Ledger, look: LedgerLook) => Promise<Chunk>>;

export const LEDGER_FORMAT_NAMES = Object.keys(LEDGER_FORMATS) as (keyof typeof LEDGER_FORMATS)[];

function pretty(ledger: Ledger, { language, name, width }: LedgerLook): string {
  const columns = ledgerColumns(language).filter(
    (column) => !["number", "clause", "task", "heading"].includes(column.name),
  );
  const gap = say(language, "pretty.gap");
  const lines = [safe(ledgerTitle(ledger, name, language)), safe(ledgerSubtitle(ledger, language))];
  let heading = "";
  for (const [i, row] of ledger.rows.entries()) {
    const above = row.headings.map(({ text }) => text).join(gap);
    if (above !== heading) lines.push("", cut(safe(above), width));
    heading = above;
    const head = [`${i + 1}.`, row.path ?? "", row.task.replace(/\s+/g, " ")].filter(Boolean).join(" ");
    lines.push(cut(safe(head), width));
    const said = columns.flatMap((column) => {
      const cell = column.cell(row, i + 1).replace(/\s+/g, " ");
      return cell === "" ? [] : [`${column.head}${say(language, "pretty.colon")}${cell}`];
    });
    if (said.length > 0) lines.push(`   ${safe(said.join(gap))}`);
  }
  return `${lines.join("\n")}\n`;
}

function markdown(ledger: Ledger, { language, name }: LedgerLook): string {
  const columns = shownColumns(ledger, language);
  const line = (cells: string[]) => `| ${cells.map((text) => (text === "" ? " " : markdownCell(text))).join(" | ")} |`;
  const rows = ledger.rows.map((row, i) => line(columns.map((column) => column.cell(row, i + 1))));
  const head = [line(columns.map((column) => column.head)), `|${" --- |".repeat(columns.length)}`];
  const title = `# ${markdownCell(ledgerTitle(ledger, name, language))}`;
  return `${title}\n\n${markdownCell(ledgerSubtitle(ledger, language))}\n\n${[...head, ...rows].join("\n")}\n`;
}
