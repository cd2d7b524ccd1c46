import type { Element, Nodes, Parents } from "hast";
import { isElement, type Statistics } from "./html-content.ts";

export interface HtmlCell {
  element: Element;
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
}

/** Browsers read no larger spans. */
const MAX_SPAN = 1000;
/** A cell with more text is a column of a page, not a cell of a table. */
const CELL_CHARACTERS = 800;

/** Cells of a table in reading order, nested tables left alone. A cell that spans takes its places in later rows. */
export function tableCells(table: Element): HtmlCell[] {
  const cells: HtmlCell[] = [];
  /** Rows to come in which a column is taken. */
  let taken: number[] = [];
  rowsOf(table).forEach((row, r) => {
    let column = 0;
    const next = taken.map((rows) => Math.max(0, rows - 1));
    for (const element of row.children) {
      if (!isElement(element) || (element.tagName !== "td" && element.tagName !== "th")) continue;
      while ((taken[column] ?? 0) > 0) column++;
      const rowSpan = span(element.properties["rowSpan"]);
      const columnSpan = span(element.properties["colSpan"]);
      cells.push({ element, row: r, column, rowSpan, columnSpan });
      for (let c = column; c < column + columnSpan; c++) next[c] = Math.max(next[c] ?? 0, rowSpan - 1);
      column += columnSpan;
    }
    taken = next;
  });
  return cells;
}

function span(value: unknown): number {
  const number = Math.floor(Number(value));
  return number >= 1 ? Math.min(number, MAX_SPAN) : 1;
}

function rowsOf(table: Parents): Element[] {
  const rows: Element[] = [];
  for (const child of table.children) {
    if (!isElement(child)) continue;
    if (child.tagName === "tr") rows.push(child);
    else if (child.tagName !== "table") rows.push(...rowsOf(child));
  }
  return rows;
}

/** Older pages are laid out with tables: one cell, a table within, or cells as long as pages. */
export function isLayoutTable(table: Element, statistics: Statistics): boolean {
  const cells = tableCells(table);
  return (
    cells.length <= 1 ||
    cells.some(({ element }) => (statistics.get(element)?.characters ?? 0) > CELL_CHARACTERS || holdsTable(element))
  );
}

function holdsTable(node: Nodes): boolean {
  return (
    "children" in node &&
    node.children.some((child) => (isElement(child) && child.tagName === "table") || holdsTable(child))
  );
}
