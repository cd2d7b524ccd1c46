import { ABOVE, type Cell, cellXml, columnName, type Look, type Value } from "./cell.ts";
import { styleOf } from "./styles.ts";

export interface Column {
  head: string;
  /** In half-width characters; an ideograph takes two. */
  width: number;
  /** Of its cells that have none of their own; text and numbers as such by default. */
  look?: Look;
}

/** What a sheet is before its first row. */
export interface SheetPlan {
  name: string;
  /** Place of its tab, from 1, where that is not the order in which sheets are begun. */
  tab?: number;
  /** A line over the whole width above the heads, for a table that is to be printed. */
  title?: string;
  /** A smaller line below it: source, unit, day. */
  subtitle?: string;
  columns: readonly Column[];
  /** Arrows to filter by in the heads; true by default. Merged cells and a filter do not go together. */
  filter?: boolean;
}

/** A cell without the number of its row. */
export interface ReadyCell {
  /** What stands behind that number. */
  xml: string;
  /** Lines it takes in its column. */
  lines: number;
}

/** Height of the title's row and of the line below it, in points: merged cells have no height of their own. */
const TITLE_POINTS = 36;
const SUBTITLE_POINTS = 20;
/** Of one line of a row, and the most that a row may have: Excel's limit. */
const LINE_POINTS = 15;
const ROW_POINTS = 409;

/** Writes one worksheet part from top to bottom; keeps its merged ranges, and of its rows the last alone. */
export class SheetWriter {
  readonly plan: SheetPlan;
  readonly headRow: number;
  row = 0;
  /** The last row that the filter takes in, where it is not the last of all. */
  filtered: number | null = null;
  private readonly merged: string[] = [];
  /** Per column: what stands before the number of the row. */
  private readonly starts: string[];
  /** Per column: row where the cell that others continue began, and what stands in it. */
  private readonly runs: { from: number; cell: Exclude<Cell, typeof ABOVE> }[];

  /** `carried`: what stood last in each column of the sheet this one continues. */
  constructor(plan: SheetPlan, carried: SheetWriter | null = null) {
    this.plan = plan;
    this.headRow = 1 + (plan.title ? 1 : 0) + (plan.subtitle ? 1 : 0);
    this.starts = plan.columns.map((_column, i) => `<c r="${columnName(i)}`);
    this.runs = plan.columns.map((_column, i) => ({ from: 0, cell: carried?.runs[i]?.cell ?? null }));
  }

  /** Everything above the first row, elements in the order of CT_Worksheet. */
  begin(first: boolean): string {
    const { columns, title, subtitle } = this.plan;
    const cols = columns.map(
      ({ width }, i) => `<col min="${i + 1}" max="${i + 1}" width="${bounded(width)}" customWidth="1"/>`,
    );
    const pane = `<pane ySplit="${this.headRow}" topLeftCell="A${this.headRow + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A${this.headRow + 1}" sqref="A${this.headRow + 1}"/>`;
    const heads = columns
      .map(({ head }, i) => cellAt(i, this.headRow, head, styleOf("head", isFormula(head))))
      .join("");
    return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView${
      first ? ' tabSelected="1"' : ""
    } workbookViewId="0">${pane}</sheetView></sheetViews><cols>${cols.join("")}</cols><sheetData>${
      title ? this.banner(title, "title", TITLE_POINTS) : ""
    }${subtitle ? this.banner(subtitle, "subtitle", SUBTITLE_POINTS) : ""}<row r="${++this.row}">${heads}</row>`;
  }

  private banner(text: string, format: "title" | "subtitle", points: number): string {
    this.row++;
    if (this.plan.columns.length > 1)
      this.merged.push(`A${this.row}:${columnName(this.plan.columns.length - 1)}${this.row}`);
    const cell = cellAt(0, this.row, text, styleOf(format, isFormula(text)));
    return `<row r="${this.row}" ht="${points}" customHeight="1">${cell}</row>`;
  }

  rowXml(cells: readonly Cell[]): string {
    this.row++;
    let lines = 1;
    let written = "";
    for (const [i, column] of this.plan.columns.entries()) {
      const { value, look, above } = this.place(column, i, cells[i] ?? null);
      const isText = typeof value === "string";
      if (isText && !above) lines = Math.max(lines, linesOf(value, column.width));
      written += cellAt(i, this.row, above ? null : value, styleOf(look, isText && isFormula(value)));
    }
    return this.rowOf(lines, written);
  }

  /** Not every program fits rows to wrapped text when it opens a file; as no custom height it yields to those that do. */
  private rowOf(lines: number, cells: string): string {
    return `<row r="${this.row}" ht="${Math.min(ROW_POINTS, lines * LINE_POINTS)}">${cells}</row>`;
  }

  ready(i: number, value: Value): ReadyCell {
    const column = this.plan.columns[i]!;
    const isText = typeof value === "string";
    return {
      xml: inside(value, styleOf(lookOf(column, value).look, isText && isFormula(value))),
      lines: isText ? linesOf(value, column.width) : 1,
    };
  }

  readyXml(cells: readonly ReadyCell[]): string {
    const row = String(++this.row);
    let lines = 1;
    let written = "";
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i]!;
      if (cell.lines > lines) lines = cell.lines;
      written += this.starts[i]! + row + cell.xml;
    }
    return this.rowOf(lines, written);
  }

  /** What a cell shows; `above`: it is the continuation of the one above. */
  private place(column: Column, i: number, cell: Cell): { value: Value; look: Look; above: boolean } {
    const run = this.runs[i]!;
    const continues = cell === ABOVE;
    // What continues a cell of the sheet before is written again: a sheet is read by itself.
    const above = continues && run.from > 0;
    if (!continues) {
      this.closeRun(i);
      run.cell = cell;
    }
    if (!above) run.from = this.row;
    return { ...lookOf(column, run.cell), above };
  }

  /** A run of one cell is no range. Called before its column's next cell is placed, so it ends in the row before. */
  private closeRun(i: number, last = this.row - 1): void {
    const { from } = this.runs[i]!;
    if (from > 0 && last > from) this.merged.push(`${columnName(i)}${from}:${columnName(i)}${last}`);
  }

  end(): string {
    for (let i = 0; i < this.runs.length; i++) this.closeRun(i, this.row);
    const filter = this.plan.filter === false ? "" : `<autoFilter ref="${this.filterRange()}"/>`;
    const merged = this.merged.map((range) => `<mergeCell ref="${range}"/>`).join("");
    return `</sheetData>${filter}${
      merged ? `<mergeCells count="${this.merged.length}">${merged}</mergeCells>` : ""
    }<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`;
  }

  filterRange(absolute = ""): string {
    const last = columnName(this.plan.columns.length - 1);
    return `${absolute}A${absolute}${this.headRow}:${absolute}${last}${absolute}${this.filtered ?? this.row}`;
  }
}

function lookOf(column: Column, cell: Exclude<Cell, typeof ABOVE>): { value: Value; look: Look } {
  if (cell !== null && typeof cell === "object") return cell;
  return { value: cell, look: column.look ?? (typeof cell === "number" ? "number" : "text") };
}

const cellAt = (column: number, row: number, value: Value, style: number) =>
  `<c r="${columnName(column)}${row}${inside(value, style)}`;

/** A cell behind the number of its row. */
function inside(value: Value, style: number): string {
  const at = `" s="${style}"`;
  if (value === null || value === "") return `${at}/>`;
  // A spreadsheet has no cell for NaN or infinity; as text it is seen.
  if (typeof value === "number" && Number.isFinite(value)) return `${at}><v>${value}</v></c>`;
  return `${at} t="inlineStr"><is><t xml:space="preserve">${cellXml(String(value))}</t></is></c>`;
}

/** Lines that wrapped text takes, full-width signs counted as two columns. */
function linesOf(text: string, width: number): number {
  // A row of ideographs breaks before a mark that may not begin a line, and margins take their part.
  const room = Math.max(1, width - 2);
  // Every sign full-width and none a line end: it fits.
  if (2 * text.length <= room && !text.includes("\n")) return 1;
  const most = Math.ceil(ROW_POINTS / LINE_POINTS);
  let lines = 1;
  let used = 0;
  for (let i = 0; i < text.length && lines < most; i++) {
    const code = text.charCodeAt(i);
    if (code === 10) {
      lines++;
      used = 0;
      continue;
    }
    // Of a pair of surrogates the second half takes no room.
    const columns = code < 0x2000 ? 1 : code >= 0xdc00 && code <= 0xdfff ? 0 : 2;
    if (used + columns > room) {
      lines++;
      used = 0;
    }
    used += columns;
  }
  return lines;
}

/** What a spreadsheet takes for a formula when it is typed. */
const isFormula = (text: string) => /^[=+\-@＝＋－＠]/.test(text);

const bounded = (width: number) => Math.min(255, Math.max(1, width));
