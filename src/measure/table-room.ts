import type { Block, TableCell } from "../model/block.ts";
import type { Assumptions } from "./assumptions.ts";
import type { PageGeometry } from "./page-geometry.ts";
import { type ParagraphRoom, paragraphRoom } from "./paragraph-lines.ts";
import type { Story } from "./story.ts";

/** Word's cell margins, left and right together: 2 × 5.4 pt. */
const CELL_MARGINS = 10.8;
/** Word's own limit; a file may claim any number. */
const MOST_COLUMNS = 63;

/**
 * The room each row of a table takes, from the top: that of its highest cell. The file's column widths are not known
 * here, so columns are taken to be part even and part as wide as their longest cell asks.
 * @param cells the table's blocks, those of tables nested in it included
 * @returns row numbers with their room
 */
export function rowRooms(
  cells: readonly Block[],
  story: Story,
  page: PageGeometry,
  size: number,
  assume: Assumptions,
): [number, ParagraphRoom][] {
  const widths = columnWidths(cells, page.width, assume);
  const rows = new Map<number, Map<number, ParagraphRoom>>();
  let outer = cells[0]!.cell!;
  for (const block of cells) {
    // A nested table's own rows say nothing about ours: its paragraphs are stacked in the cell that holds it.
    const nested = block.cell!.table !== cells[0]!.cell!.table;
    if (!nested) outer = block.cell!;
    let width = 0;
    for (let c = outer.column; c < endOf(outer); c++) width += widths[c] ?? 0;
    const inner = Math.max(size, (nested ? width / 2 : width) - CELL_MARGINS);
    const room = paragraphRoom(block, story.signs(block), page, inner, size, 0, assume);
    // A cell merged over rows needs its last row only for what the rows above do not hold.
    const row = outer.row + outer.rowSpan - 1;
    const columns = rows.get(row) ?? new Map<number, ParagraphRoom>();
    rows.set(row, columns.set(outer.column, stack(columns.get(outer.column), room, outer.rowSpan)));
  }
  return [...rows].sort(([a], [b]) => a - b).map(([row, columns]) => [row, highest([...columns.values()], assume)]);
}

/** A paragraph under those that stand in the cell already, both over `rows` rows. */
function stack(above: ParagraphRoom | undefined, room: ParagraphRoom, rows: number): ParagraphRoom {
  const lines = (above?.lines ?? 0) + room.lines / rows;
  const below = (room.before + room.lines * room.height + room.after) / rows;
  return { lines, height: ((above ? above.lines * above.height : 0) + below) / lines, before: 0, after: 0 };
}

function highest(rooms: readonly ParagraphRoom[], assume: Assumptions): ParagraphRoom {
  const tall = rooms.reduce((most, room) => (room.lines * room.height > most.lines * most.height ? room : most));
  const lines = Math.max(1, Math.round(tall.lines));
  const height = (tall.lines * tall.height) / lines;
  return { lines, height, before: assume.rowPadding, after: assume.rowPadding };
}

function endOf(cell: TableCell): number {
  return Math.min(MOST_COLUMNS, cell.column + cell.columnSpan);
}

function columnWidths(cells: readonly Block[], width: number, assume: Assumptions): number[] {
  const longest: number[] = [];
  for (const { cell, text } of cells) {
    if (cell!.table !== cells[0]!.cell!.table) continue;
    for (let c = cell!.column; c < endOf(cell!); c++) {
      longest[c] = Math.max(longest[c] ?? 1, Math.min(80, text.length / cell!.columnSpan));
    }
  }
  const count = Math.max(1, longest.length);
  let total = 0;
  for (let c = 0; c < count; c++) total += longest[c] ?? 1;
  const even = assume.evenColumns;
  return Array.from({ length: count }, (_, c) => width * (even / count + (1 - even) * ((longest[c] ?? 1) / total)));
}
