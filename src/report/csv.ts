/** What a spreadsheet would take for a formula: = + - @, tab and CR, and the full-width signs that Excel reads alike. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

/** The mark that Chinese Excel knows UTF-8 by. */
export const BOM = "\ufeff";

/**
 * Rows as CSV (RFC 4180) for Chinese Excel: UTF-8 with BOM, CRLF. A cell that would be a formula gets a ' in front, so that
 * opening a table made from somebody's document runs nothing.
 */
export const csv = (rows: readonly (readonly string[])[]): string => BOM + rows.map(csvRow).join("");

/** One row; numbers are no text and need no guard. */
export const csvRow = (cells: readonly (string | number | null)[]): string =>
  `${cells.map((cell) => (typeof cell === "string" ? csvField(cell) : (cell ?? ""))).join(",")}\r\n`;

export function csvField(text: string): string {
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
