import type { Block } from "../model/block.ts";
import type { OfficialDocument } from "../model/document.ts";
import { rowOf } from "../model/place.ts";
import { simplify } from "../model/simplify.ts";
import { letFirstLead, responsibility, saysFirstLeads } from "../recognise/responsibility/assign.ts";
import type { Passage } from "../recognise/responsibility/passage.ts";
import type { Table } from "../recognise/responsibility/table-rows.ts";
import { tablesOf, timesIn, unitsIn } from "../recognise/responsibility/tables.ts";
import type { LedgerRow, LedgerTime } from "./ledger.ts";
import { targetsOf } from "./targets.ts";
import { timesOf } from "./times.ts";

/**
 * The tasks of tables that hold them themselves (序号｜任务｜牵头单位｜配合单位｜完成时限): a row each. A cell over several rows, or
 * alone in its own, is the heading of what stands beside or below it.
 */
export function tabledRows(document: OfficialDocument): LedgerRow[] {
  const firstLeads = saysFirstLeads(document, []);
  return tablesOf(document.blocks).flatMap((table) =>
    table.columns.includes("task") ? rowsOf(document, table, firstLeads) : [],
  );
}

function rowsOf(document: OfficialDocument, table: Table, firstLeads: boolean): LedgerRow[] {
  const rows: LedgerRow[] = [];
  let section: string | null = null;
  for (const [at, cells] of table.rows) {
    if (at <= table.header) continue;
    if (new Set(cells.map(({ cell }) => cell!.column)).size === 1) {
      section = wordsOf(cells) || section;
      continue;
    }
    const tasks = cells.filter(
      ({ cell }) => table.columns[cell!.column] === "task" && cell!.depth === cells[0]!.cell!.depth,
    );
    const own = tasks.filter(({ cell }) => cell!.rowSpan === 1);
    const said = own.length > 0 ? own : tasks.slice(-1);
    const task = wordsOf(said);
    if (!/\p{L}/u.test(task)) continue;
    const marks = unitsIn(table, cells);
    for (const mark of marks) if (firstLeads || mark.firstLeads) letFirstLead(mark);
    const units = responsibility(document, marks).units;
    const headings = [section ?? "", ...tasks.filter((one) => !said.includes(one)).map((one) => wordsOf([one]))];
    const times = timesOfRow(document, timesIn(table, cells), said);
    rows.push({
      clause: null,
      path: null,
      line: rowOf(document, said[0]!.index),
      headings: headings.filter(Boolean).map((text) => ({ path: null, text })),
      task,
      units: units.map(({ name, role, vague }) => ({ name: name.replace(/\s+/g, ""), role, vague })),
      unitsFrom: null,
      times,
      timesFrom: null,
      targets: targetsOf(task, times),
    });
  }
  return rows;
}

/** The cell's dates, else its words (长期坚持); where the table has no such column, the dates of the task. */
function timesOfRow(document: OfficialDocument, cells: Passage[], task: readonly Block[]): LedgerTime[] {
  const dated = timesOf(document, cells);
  if (dated.length > 0) return dated;
  const said = cells.map(({ text }) => text.replace(/\s+/g, "")).filter((text) => /\p{L}|\d/u.test(text));
  if (said.length > 0) return said.map((text) => ({ text, until: null, recurring: false }));
  return timesOf(
    document,
    task.map(({ index, text }) => ({ block: index, start: 0, end: text.length, text: simplify(text) })),
  );
}

const wordsOf = (cells: readonly Block[]) =>
  cells
    .map(({ text }) => text.replace(/[\s\u3000]+/g, " ").trim())
    .filter(Boolean)
    .join("\n")
    .replace(/[；;，,]$/, "");
