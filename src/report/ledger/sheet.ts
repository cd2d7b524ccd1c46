import type { Language } from "../../language/say.ts";
import { say } from "../../language/say.ts";
import type { Ledger, LedgerRow } from "../../ledger/ledger.ts";
import { ABOVE, type Cell, type Look, startWorkbook } from "../../workbook/workbook.ts";
import {
  isUnitColumn,
  type LedgerColumn,
  type LedgerColumnName,
  ledgerSubtitle,
  ledgerTitle,
  shownColumns,
} from "./columns.ts";

const WIDTHS: Record<LedgerColumnName, number> = {
  number: 6,
  heading: 20,
  clause: 10,
  task: 60,
  lead: 18,
  assist: 18,
  responsible: 18,
  time: 14,
  until: 12,
  target: 26,
  remark: 18,
};

/**
 * The 责任清单 as a workbook, ready to be attached: title, the same heading and the same clause in one cell, units of a
 * heading above in grey italics, and cells that nobody stands in coloured.
 */
export function ledgerSheet(ledger: Ledger, name: string, language: Language): Uint8Array {
  const columns = shownColumns(ledger, language);
  const workbook = startWorkbook();
  const sheet = workbook.sheet({
    name: say(language, "ledger.sheet"),
    title: ledgerTitle(ledger, name, language),
    subtitle: ledgerSubtitle(ledger, language),
    columns: columns.map((column) => ({
      head: column.head,
      width: WIDTHS[column.name],
      ...(column.name === "number" || column.name === "clause" ? { look: "centre" as const } : {}),
    })),
    // A filter takes merged cells apart.
    filter: false,
  });
  for (const [i, row] of ledger.rows.entries()) {
    const before = ledger.rows[i - 1];
    sheet.row(columns.map((column) => cellOf(column, row, i + 1, before)));
  }
  return workbook.end();
}

function cellOf(column: LedgerColumn, row: LedgerRow, number: number, before: LedgerRow | undefined): Cell {
  const { name } = column;
  if (name === "number") return number;
  const value = column.cell(row, number);
  if (name === "heading" && value !== "" && before && column.cell(before, 0) === value) return ABOVE;
  if (name === "clause" && row.clause !== null && before?.clause === row.clause) return ABOVE;
  const look = lookOf(name, row);
  return look ? { value, look } : value;
}

function lookOf(name: LedgerColumnName, row: LedgerRow): Look | null {
  if (isUnitColumn(name)) return row.units.length === 0 ? "missing" : row.unitsFrom === null ? null : "muted";
  if (name === "time" || name === "until") return row.timesFrom === null ? null : "muted";
  return null;
}
