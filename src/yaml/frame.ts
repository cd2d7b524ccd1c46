/** Lines before and behind the place that a frame shows. */
const AROUND = 2;
/** Columns of a line that a frame shows; long ones are cut around the place. */
const COLUMNS = 100;

/** The lines around a place, numbered, with `^` under the column. Chinese characters count two columns wide. */
export function codeFrame(text: string, line: number, column: number): string {
  const lines = text.split(/\r?\n/);
  const first = Math.max(1, line - AROUND);
  const last = Math.min(lines.length, line + AROUND);
  const digits = String(last).length;
  const rows: string[] = [];
  for (let number = first; number <= last; number++) {
    const here = number === line;
    const most = Math.max(0, lines[number - 1]!.length - COLUMNS);
    const from = here ? Math.min(most, Math.max(0, column - 1 - COLUMNS / 2)) : 0;
    const shown = lines[number - 1]!.slice(from, from + COLUMNS);
    rows.push(`${here ? ">" : " "} ${String(number).padStart(digits)} | ${visible(shown)}`.trimEnd());
    if (here) rows.push(`  ${" ".repeat(digits)} | ${blanks(shown.slice(0, column - 1 - from))}^`);
  }
  return rows.join("\n");
}

/** Control characters of a foreign file must not reach a terminal. */
function visible(text: string): string {
  return text.replaceAll("\t", " ").replace(/[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g, "\ufffd");
}

function blanks(text: string): string {
  return Array.from(text, (char) =>
    /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60\uffe0-\uffe6]/.test(char) ? "  " : " ",
  ).join("");
}
