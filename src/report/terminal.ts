/** Text of documents and names of files on a terminal: no escape sequence, control or bidi mark gets through. */
export function safe(text: string): string {
  return text.replace(
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2028\u2029\u2060-\u2069\ufeff]/g,
    visible,
  );
}

/** A character that must not act, by its code point. */
export const visible = (character: string) => `\\u{${character.charCodeAt(0).toString(16)}}`;

/** Columns a character takes where ambiguous ones are narrow: 2 for ideographs, kana, Hangul and full-width forms. */
function columns(code: number): number {
  if (code < 0x1100) return 1;
  const wide =
    code <= 0x115f ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    code >= 0x1f300;
  return wide ? 2 : 1;
}

export function width(text: string): number {
  let sum = 0;
  for (const character of text) sum += columns(character.codePointAt(0)!);
  return sum;
}

/** `text.slice(start, end)` with what stands around it, in at most `room` columns; … marks what was cut. */
export function excerpt(
  text: string,
  start: number,
  end: number,
  room: number,
): { before: string; words: string; after: string } {
  const lead = flat(text.slice(Math.max(0, start - room), start));
  const words = cut(flat(text.slice(start, end)), room - Math.min(width(lead), 12));
  const left = room - width(words);
  const rest = flat(text.slice(end, end + room));
  // What follows the words gets two thirds of the room where both sides want more than there is.
  const before = cutLeft(lead, Math.max(left - width(rest), Math.floor(left / 3), Math.min(left, 12)));
  return { before, words, after: cut(rest, left - width(before)) };
}

const flat = (text: string) => safe(text.replace(/\s+/g, " "));

/** The longest beginning of `text` within `room` columns, cut at a character's border. */
export function cut(text: string, room: number): string {
  if (width(text) <= room) return text;
  let out = "";
  let used = 1;
  for (const character of text) {
    used += columns(character.codePointAt(0)!);
    if (used > room) break;
    out += character;
  }
  return room < 1 ? "" : `${out}…`;
}

function cutLeft(text: string, room: number): string {
  if (width(text) <= room) return text;
  const reversed = [...text].reverse().join("");
  return [...cut(reversed, room)].reverse().join("");
}
