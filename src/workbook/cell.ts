/** How a cell looks; the workbook has these looks and no others. */
export type Look = "text" | "centre" | "number" | "percent" | "muted" | "missing" | "alert";

/** Stands for “the same as the cell above”: the cells become one, as tables in print have it. */
export const ABOVE = Symbol("above");

export type Value = string | number | null;

/** A value in its column's look, a value with a look of its own, or the cell above continued. */
export type Cell = Value | typeof ABOVE | { value: Value; look: Look };

/** Excel's limit of UTF-16 units in a cell; beyond it Excel calls the file damaged. */
const CELL_UNITS = 32_767;
/** Excel's limit of line ends in a cell. */
const CELL_BREAKS = 253;

/** Text as the inside of `<t>`: cut to what a cell holds, nothing in it that XML or Excel would read as more than text. */
export function cellXml(text: string): string {
  if (text.length <= CELL_UNITS && !PECULIAR.test(text)) return text;
  return lines(cut(text.replace(/\r\n?/g, "\n")))
    .replace(FORBIDDEN, (sign) => ENTITY[sign] ?? (/[\ud800-\udfff\ufffe\uffff]/u.test(sign) ? "\ufffd" : ""))
    .replace(ESCAPE, "_x005F_");
}

/** What most text has nothing of: without any of it there is nothing to write otherwise. */
const PECULIAR = /[&<>"_\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]/;

/** Surrogates stand for halves alone, by the flag u; whole pairs do not match. */
const FORBIDDEN = /[&<>"\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]/gu;
const ENTITY: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
/** `_x0041_` would be shown as A (ECMA-376 part 1, 22.9.2.19): its underscore is written as such an escape itself. */
const ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)/g;

function cut(text: string): string {
  if (text.length <= CELL_UNITS) return text;
  const half = /[\ud800-\udbff]/.test(text[CELL_UNITS - 2]!) ? 1 : 0;
  return `${text.slice(0, CELL_UNITS - 1 - half)}…`;
}

function lines(text: string): string {
  let breaks = 0;
  return text.replace(/\n/g, (sign) => (++breaks > CELL_BREAKS ? " " : sign));
}

/** Column 0 → A, 25 → Z, 26 → AA. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}

/** Excel takes a name of at most 31 units, without []:*?/\ and without ' at its ends; “History” is its own. */
export function sheetName(wanted: string, taken: ReadonlySet<string>): string {
  const plain = cellXmlFree(wanted)
    .replace(/[[\]:*?/\\\n\t]/g, " ")
    .replace(/^['\s]+|['\s]+$/g, "");
  const base = plain === "" || plain.toLowerCase() === "history" ? `${plain}_` : plain;
  for (let nth = 1; ; nth++) {
    const tail = nth === 1 ? "" : ` (${nth})`;
    const name = whole(base, 31 - tail.length).replace(/['\s]+$/, "") + tail;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

const cellXmlFree = (text: string) =>
  text.replace(FORBIDDEN, (sign) =>
    sign in ENTITY ? sign : /[\ud800-\udfff\ufffe\uffff]/u.test(sign) ? "\ufffd" : "",
  );

/** The first `units` units, no pair of surrogates torn. */
const whole = (text: string, units: number) => text.slice(0, units).replace(/[\ud800-\udbff]$/, "");
