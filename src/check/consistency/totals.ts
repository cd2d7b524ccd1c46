import type { Block } from "../../model/block.ts";

export interface TotalFault {
  block: Block;
  actual: string;
  expected: string;
}

/** More rows than this are no table a person adds up by eye. */
const ROWS = 2_000;

/**
 * 合计 rows, at the end or right below the head, whose number is not the sum of the others in the column. Columns with
 * a blank or a text among them or with 小计 say nothing, nor does one where the total stands in a merged cell.
 */
export function wrongTotals(blocks: readonly Block[]): TotalFault[] {
  const tables = new Map<number, Block[]>();
  for (const block of blocks) {
    if (!block.cell) continue;
    const cells = tables.get(block.cell.table);
    if (cells) cells.push(block);
    else tables.set(block.cell.table, [block]);
  }
  return [...tables.values()].flatMap((cells) => totalsOf(cells));
}

function totalsOf(cells: Block[]): TotalFault[] {
  const rows = Math.max(...cells.map((block) => block.cell!.row)) + 1;
  if (rows < 3 || rows > ROWS || cells.some((block) => /小计|其中/.test(block.text))) return [];
  const total = cells.filter((block) => /^(?:合\s*计|总\s*计|共\s*计)$/.test(block.text.trim()));
  const row = total[0]?.cell?.row;
  if (total.length !== 1 || row === undefined || (row !== rows - 1 && row !== 1)) return [];
  const columns = new Map<number, Block[]>();
  for (const block of cells) {
    if (block.cell!.rowSpan !== 1 || block.cell!.columnSpan !== 1) continue;
    const column = columns.get(block.cell!.column) ?? [];
    column.push(block);
    columns.set(block.cell!.column, column);
  }
  return [...columns.values()].flatMap((column) => columnFault(column, rows, row));
}

function columnFault(column: Block[], rows: number, row: number): TotalFault[] {
  const last = column.find((block) => block.cell!.row === row);
  const above = column.filter((block) => block.cell!.row !== row);
  const numbers = above.map((block) => numberOf(block.text));
  // The head of the column is text, everything below it a number.
  const from = numbers.findIndex((value) => value !== null);
  if (!last || from < 0 || above.length !== rows - 1 || numbers.slice(from).includes(null)) return [];
  const given = numberOf(last.text);
  const own = numbers.slice(from) as number[];
  if (given === null || own.length < 2 || own.every((value, i) => value === i + 1)) return [];
  const sum = own.reduce((a, b) => a + b, 0);
  const digits = Math.max(...column.map((block) => (/\.([0-9]+)/.exec(block.text)?.[1] ?? "").length));
  // Rounded figures may be off by half a unit of the last digit each.
  const slack = digits === 0 ? 0 : own.length * 0.5 * 10 ** -digits;
  if (Math.abs(sum - given) <= slack + 1e-9) return [];
  return [{ block: last, actual: last.text.trim(), expected: sum.toFixed(digits) }];
}

function numberOf(text: string): number | null {
  const plain = text.trim().replace(/,/g, "");
  return /^[0-9]+(?:\.[0-9]+)?$/.test(plain) ? Number(plain) : null;
}
