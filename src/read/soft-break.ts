import { append, type Mapped, slice } from "./mapped.ts";

const ORDINAL = "[一二三四五六七八九十百零〇\\d]{1,4}";
/** What opens a paragraph of its own wherever it stands: a full-width indent, a printed ordinal, a date of its own. */
const OPENS = new RegExp(
  `^(?:\\u3000|第${ORDINAL}[编章节条]|[一二三四五六七八九十百]{1,4}、|[（(]${ORDINAL}[）)]|\\d{1,2}[.．、]|附件|[\\d〇○零一二三四五六七八九十]{4}年[\\d一二三四五六七八九十]{1,3}月[\\d一二三四五六七八九十]{1,3}日$)`,
);
const WIDE =
  /[\u1100-\u115f\u2018-\u201d\u2026\u2014\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]/;
/** Takes two columns on a page: no blank stands between two of these where a line is joined. */
export function isWide(char: string): boolean {
  return WIDE.test(char);
}

/** In text wrapped at a column every line but the last reaches at least this share of the longest. */
const WRAPPED_SHARE = 0.7;
/** Nobody wraps at a wider column; a longer line is a paragraph typed in one go. */
const WIDEST_COLUMN = 130;
const SENTENCE_END = /[。；：！？;:]$/;

/**
 * Line ends inside one Markdown paragraph (indices of `\n` in `breaks`). Text wrapped at a column is joined, in Chinese
 * without a blank. Lines that open a paragraph of their own, and all lines where none was wrapped, become paragraphs:
 * that is how people who write one line a paragraph mean them, and how most editors show them. A `\n` of the text that is
 * not in `breaks` is a hard break.
 */
export function splitSoftBreaks(mapped: Mapped, breaks: readonly number[]): Mapped[] {
  if (breaks.length === 0) return splitHardBreaks(mapped);
  const lines: Mapped[] = [];
  let from = 0;
  for (const at of [...breaks, mapped.text.length]) {
    lines.push(slice(mapped, from, at));
    from = at + 1;
  }
  const wrapped = isWrapped(lines);
  const paragraphs: Mapped[] = [];
  lines.forEach((line, i) => {
    const last = paragraphs.at(-1);
    if (!last || !wrapped || OPENS.test(line.text)) paragraphs.push(line);
    else {
      if (needsBlank(last.text, line.text)) append(last, " ", [mapped.offsets[breaks[i - 1]!]!]);
      append(last, line.text, line.offsets);
    }
  });
  return paragraphs.flatMap(splitHardBreaks);
}

/** A hard break stays in the text, unless a paragraph of its own opens behind it. */
function splitHardBreaks(mapped: Mapped): Mapped[] {
  const paragraphs: Mapped[] = [];
  let from = 0;
  for (let at = mapped.text.indexOf("\n"); at >= 0; at = mapped.text.indexOf("\n", at + 1)) {
    const lineEnd = mapped.text.indexOf("\n", at + 1);
    const line = mapped.text.slice(at + 1, lineEnd < 0 ? undefined : lineEnd);
    if (!OPENS.test(line)) continue;
    paragraphs.push(slice(mapped, from, at));
    from = at + 1;
  }
  return [...paragraphs, from === 0 ? mapped : slice(mapped, from, mapped.text.length)];
}

function isWrapped(lines: readonly Mapped[]): boolean {
  const widths = lines.map((line) => width(line.text));
  const longest = widths.reduce((a, b) => Math.max(a, b), 0);
  if (longest > WIDEST_COLUMN) return false;
  // A column cuts sentences; lines that all end with one were ended by hand.
  if (lines.slice(0, -1).every((line) => SENTENCE_END.test(line.text))) return false;
  return widths.slice(0, -1).every((width) => width >= longest * WRAPPED_SHARE);
}

function width(text: string): number {
  let sum = 0;
  for (const char of text) sum += WIDE.test(char) ? 2 : 1;
  return sum;
}

function needsBlank(before: string, after: string): boolean {
  return before !== "" && after !== "" && !WIDE.test(before.at(-1)!) && !WIDE.test(after[0]!);
}
