import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";

/** A sheet as a spreadsheet would have it: text and numbers by cell, ranges, and the elements below the root in order. */
export interface ReadSheet {
  name: string;
  cells: Map<string, string | number>;
  styles: Map<string, number>;
  merged: string[];
  filter: string | null;
  frozenRows: number;
  widths: number[];
  heights: number[];
  order: string[];
  formulas: number;
}

/** Reads a workbook by its relationships, with an XML parser that knows nothing of the writer. */
export function readWorkbook(bytes: Uint8Array): { sheets: ReadSheet[]; parts: string[]; names: string[] } {
  const files = unzipSync(bytes);
  const part = (name: string) => strFromU8(files[name]!);
  const targets = new Map<string, string>();
  visit(part("xl/_rels/workbook.xml.rels"), (name, at) => {
    if (name === "Relationship") targets.set(at["Id"]!, at["Target"]!);
  });
  const sheets: ReadSheet[] = [];
  const names: string[] = [];
  visit(part("xl/workbook.xml"), (name, at) => {
    if (name === "sheet") sheets.push(readSheet(at["name"]!, part(`xl/${targets.get(at["r:id"]!)}`)));
    if (name === "definedName") names.push(at["name"]!);
  });
  return { sheets, parts: Object.keys(files), names };
}

/** The rows of a sheet as lists, empty cells as null. */
export function rowsOf(sheet: ReadSheet): (string | number | null)[][] {
  const rows: (string | number | null)[][] = [];
  for (const [at, value] of sheet.cells) {
    const [, letters, row] = /^([A-Z]+)(\d+)$/.exec(at)!;
    const column = [...letters!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    const cells = (rows[Number(row) - 1] ??= []);
    while (cells.length < column) cells.push(null);
    cells[column] = value;
  }
  return Array.from(rows, (row) => row ?? []);
}

function readSheet(name: string, xml: string): ReadSheet {
  const sheet: ReadSheet = {
    name,
    cells: new Map(),
    styles: new Map(),
    merged: [],
    filter: null,
    frozenRows: 0,
    widths: [],
    heights: [],
    order: [],
    formulas: 0,
  };
  let at = "";
  let inText = false;
  visit(
    xml,
    (element, attributes, depth) => {
      if (depth === 1) sheet.order.push(element);
      if (element === "c") {
        at = attributes["r"]!;
        sheet.styles.set(at, Number(attributes["s"]));
      }
      if (element === "f" || element === "hyperlink") sheet.formulas++;
      if (element === "mergeCell") sheet.merged.push(attributes["ref"]!);
      if (element === "autoFilter") sheet.filter = attributes["ref"]!;
      if (element === "pane") sheet.frozenRows = Number(attributes["ySplit"]);
      if (element === "col") sheet.widths.push(Number(attributes["width"]));
      if (element === "row") sheet.heights.push(Number(attributes["ht"] ?? 0));
      inText = element === "t";
    },
    (text, element) => {
      if (element === "t" && inText) sheet.cells.set(at, (sheet.cells.get(at) ?? "") + decoded(text));
      if (element === "v") sheet.cells.set(at, Number(text));
    },
  );
  return sheet;
}

/** ST_Xstring: `_x005F_` is an underscore, `_x0041_` an A. */
const decoded = (text: string) =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_all, hex) => String.fromCharCode(Number.parseInt(hex, 16)));

function visit(
  xml: string,
  open: (name: string, attributes: Record<string, string>, depth: number) => void,
  text: (text: string, element: string) => void = () => {},
): void {
  const parser = new SaxesParser();
  const stack: string[] = [];
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    open(name, attributes as Record<string, string>, stack.length);
    stack.push(name);
  });
  parser.on("closetag", () => stack.pop());
  parser.on("text", (value) => text(value, stack.at(-1) ?? ""));
  parser.write(xml).close();
}
