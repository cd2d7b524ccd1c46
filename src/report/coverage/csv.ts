/** What a spreadsheet would take for a formula: = + - @, tab and CR, and the full-width signs that Excel reads alike. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

/**
 * Rows as CSV (RFC 4180) for Chinese Excel: UTF-8 with BOM, CRLF. A cell that would be a formula gets a ' in front, so that
 * opening a table made from somebody's document runs nothing.
 */
export function csv(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(field).join(",")}\r\n`).join("")}`;
}

function field(text: string): string {
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
