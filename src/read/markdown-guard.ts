/** Quotations and lists inside one another; the parser takes cubic time in them (400 lists: 6 s). */
const MAX_NESTING = 40;
/** Marks of emphasis, brackets and `<!` in one paragraph; the parser takes quadratic time in them (4,000 of `*a_ `: 1.7 s). */
const MAX_MARKS = 1000;

/** The first line with more nesting or marks than anyone writes, or 0. Looked at before the parser sees the text. */
export function tooComplexLine(text: string): number {
  let marks = 0;
  let line = 0;
  for (const row of text.split(/\r\n|\n|\r/)) {
    line++;
    const { nesting, content } = containers(row);
    if (nesting > MAX_NESTING) return line;
    marks = content === row.length ? 0 : marks + marksIn(row, content);
    if (marks > MAX_MARKS) return line;
  }
  return 0;
}

/** How many quotations and lists a row opens, the indent before the first counted as lists it may stand in. */
function containers(row: string): { nesting: number; content: number } {
  let content = skipBlanks(row, 0);
  const outer = Math.floor(content / 2);
  let nesting = 0;
  for (;;) {
    const marker = markerLength(row, content);
    if (marker === 0) return { nesting: nesting === 0 ? 0 : outer + nesting, content };
    nesting++;
    content = skipBlanks(row, content + marker);
  }
}

function skipBlanks(row: string, from: number): number {
  let at = from;
  while (row[at] === " " || row[at] === "\t") at++;
  return at;
}

function markerLength(row: string, at: number): number {
  if (row[at] === ">") return 1;
  let end = at;
  if (/[-+*]/.test(row[at] ?? "")) end++;
  else {
    while (end - at < 9 && /[0-9]/.test(row[end] ?? "")) end++;
    if (end === at || !/[.)]/.test(row[end] ?? "")) return 0;
    end++;
  }
  return /[ \t]/.test(row[end] ?? " ") ? end - at : 0;
}

function marksIn(row: string, from: number): number {
  let marks = 0;
  for (let i = from; i < row.length; i++) {
    const char = row[i]!;
    if (char === "[" || char === "]" || (char === "<" && /[!?]/.test(row[i + 1] ?? ""))) marks++;
    else if ((char === "*" || char === "_" || char === "~") && row[i - 1] !== char) marks++;
  }
  return marks;
}
