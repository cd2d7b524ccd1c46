import type { Block, TableCell } from "../../../model/block.ts";
import { integer } from "../format/measure.ts";
import type { Tag } from "../xml/tag.ts";

interface OpenTable {
  ordinal: number;
  style?: string;
  row: number;
  column: number;
  /** The cell that blocks belong to. */
  cell: TableCell | null;
  /** Columns the cell itself takes. */
  width: number;
  /** The cell goes on one above or beside it, so its own empty paragraph is not printed. */
  continued: boolean;
  /** Cells that reach down into this row, by column. */
  merging: Map<number, TableCell>;
  before: TableCell | null;
  rowRemoved: boolean;
  cellRemoved: boolean;
  rowAt: number;
  cellAt: number;
}

/** The tables that are open in one story, and the cell being read. */
export class Tables {
  private readonly open: OpenTable[] = [];

  get depth(): number {
    return this.open.length;
  }

  /** Style of the innermost table. */
  get style(): string | undefined {
    return this.open.at(-1)?.style;
  }

  get cell(): TableCell | undefined {
    return this.open.at(-1)?.cell ?? undefined;
  }

  get continued(): boolean {
    return this.open.at(-1)?.continued ?? false;
  }

  openTable(ordinal: number): void {
    const none = {
      cell: null,
      width: 1,
      continued: false,
      before: null,
      rowRemoved: false,
      cellRemoved: false,
      rowAt: 0,
      cellAt: 0,
    };
    this.open.push({ ordinal, row: -1, column: 0, merging: new Map(), ...none });
  }

  closeTable(): void {
    this.open.pop();
  }

  openRow(blocks: Block[]): void {
    const table = this.open.at(-1);
    if (!table) return;
    table.row++;
    table.column = 0;
    table.before = null;
    table.rowRemoved = false;
    table.rowAt = blocks.length;
  }

  /** A row whose removal is tracked is no longer on the page. */
  closeRow(blocks: Block[]): void {
    const table = this.open.at(-1);
    if (!table?.rowRemoved) return;
    drop(blocks, table.rowAt);
    table.row--;
  }

  openCell(blocks: Block[]): void {
    const table = this.open.at(-1);
    if (!table) return;
    const { ordinal, row, column } = table;
    table.cell = { table: ordinal, row, column, rowSpan: 1, columnSpan: 1, depth: this.open.length };
    table.width = 1;
    table.continued = false;
    table.cellRemoved = false;
    table.cellAt = blocks.length;
  }

  closeCell(blocks: Block[]): void {
    const table = this.open.at(-1);
    if (!table?.cell) return;
    const { cell, column } = table;
    if (table.cellRemoved) drop(blocks, table.cellAt);
    if (!table.continued) {
      table.before = cell;
      if (table.merging.get(column) !== cell) table.merging.delete(column);
    }
    table.column = column + table.width;
    table.cell = null;
    table.continued = false;
  }

  /** Children of `w:tblPr`, `w:trPr` and `w:tcPr`. */
  property(tag: Tag): void {
    const table = this.open.at(-1);
    if (!table) return;
    switch (tag.name) {
      case "w:tblStyle":
        table.style = tag.get("w:val");
        break;
      case "w:gridBefore":
        table.column = span(tag, 0);
        break;
      case "w:del":
        table.rowRemoved = true;
        break;
      case "w:cellDel":
        table.cellRemoved = true;
        break;
      case "w:gridSpan":
        table.width = span(tag, 1);
        if (table.cell && !table.continued) table.cell.columnSpan = table.width;
        break;
      case "w:vMerge":
        this.mergeDown(table, tag.get("w:val") === "restart");
        break;
      case "w:hMerge":
        if (tag.get("w:val") !== "restart" && table.before) this.mergeAcross(table, table.before);
        break;
    }
  }

  private mergeDown(table: OpenTable, starts: boolean): void {
    const { cell, column } = table;
    if (!cell) return;
    const above = table.merging.get(column);
    if (starts || !above) {
      table.merging.set(column, cell);
      return;
    }
    above.rowSpan = cell.row - above.row + 1;
    table.continued = true;
    table.cell = above;
  }

  private mergeAcross(table: OpenTable, before: TableCell): void {
    before.columnSpan += table.width;
    table.cell = before;
    table.continued = true;
  }
}

function span(tag: Tag, least: number): number {
  return Math.min(1000, Math.max(least, integer(tag.get("w:val")) ?? least));
}

function drop(blocks: Block[], from: number): void {
  for (const block of blocks.splice(from)) block.index = -1;
}
