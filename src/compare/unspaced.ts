const BLANK = /[ \t\r\u00a0\u2000-\u200f\u202f\u205f\u3000\ufeff]/;
const BLANKS = new RegExp(BLANK, "g");

/**
 * A text without blanks and the original offset of every character that is left; `at` is null where there were none.
 * Line breaks stay: they end paragraphs.
 */
export function unspaced(text: string): { text: string; at: Uint32Array | null } {
  if (!BLANK.test(text)) return { text, at: null };
  const at = new Uint32Array(text.length);
  const kept: string[] = [];
  let n = 0;
  let from = 0;
  const take = (to: number) => {
    if (to > from) kept.push(text.slice(from, to));
    for (let i = from; i < to; i++) at[n++] = i;
  };
  for (const blank of text.matchAll(BLANKS)) {
    take(blank.index);
    from = blank.index + 1;
  }
  take(text.length);
  return { text: kept.join(""), at };
}
