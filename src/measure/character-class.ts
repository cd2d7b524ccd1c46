/**
 * What a UTF-16 code unit is to the counter. `HIGH` is the first half of a pair, whose plane decides; the second half is
 * `INVISIBLE`, like soft hyphens, direction marks and variation selectors: it counts nothing and ends no word.
 */
export const SPACE = 0;
export const RUN = 1;
export const MARK = 2;
export const HAN = 3;
export const JOINER = 4;
export const HIGH = 5;
export const INVISIBLE = 6;

/**
 * Ranges `[first, last, class]`; the later entry wins. Whatever is not named is a `MARK`: one character, one word.
 * Words of spaced scripts (and Hangul, which Word counts by the spaced word) are runs, whatever their alphabet.
 */
const RANGES: readonly (readonly [number, number, number])[] = [
  [0x0000, 0x0020, SPACE],
  [0x0021, 0x007e, RUN],
  // Half-width ( ) , : ; among Chinese stand for their full-width twins; inside or behind a Latin word they belong to it.
  [0x0028, 0x0029, JOINER],
  [0x002c, 0x002c, JOINER],
  [0x003a, 0x003b, JOINER],
  [0x007f, 0x00a0, SPACE],
  [0x00a1, 0x10ff, RUN],
  // The marks of GB 2312 that Latin-1 has too (¤ § ¨ ° ± · × ÷): set in a Chinese font, one word each.
  [0x00a4, 0x00a4, MARK],
  [0x00a7, 0x00a8, MARK],
  [0x00ad, 0x00ad, INVISIBLE],
  [0x00b0, 0x00b1, MARK],
  [0x00b7, 0x00b7, MARK],
  [0x00d7, 0x00d7, MARK],
  [0x00f7, 0x00f7, MARK],
  [0x1100, 0x11ff, RUN],
  [0x1200, 0x1fff, RUN],
  [0x2000, 0x200a, SPACE],
  [0x200b, 0x200f, INVISIBLE],
  [0x2028, 0x2029, SPACE],
  [0x202a, 0x202e, INVISIBLE],
  [0x202f, 0x202f, SPACE],
  [0x205f, 0x205f, SPACE],
  [0x2060, 0x206f, INVISIBLE],
  // Hyphens, the short dash and the apostrophe stay inside a word: don’t, 2019–2020.
  [0x2010, 0x2013, JOINER],
  [0x2019, 0x2019, JOINER],
  [0x2e80, 0x2fdf, HAN],
  [0x3000, 0x3000, SPACE],
  [0x3005, 0x3005, HAN],
  [0x3007, 0x3007, HAN],
  [0x3021, 0x3029, HAN],
  [0x3038, 0x303b, HAN],
  [0x3400, 0x4dbf, HAN],
  [0x4e00, 0x9fff, HAN],
  [0xac00, 0xd7ff, RUN],
  [0xd800, 0xdbff, HIGH],
  [0xdc00, 0xdfff, INVISIBLE],
  [0xf900, 0xfaff, HAN],
  [0xfe00, 0xfe0f, INVISIBLE],
  [0xfeff, 0xfeff, INVISIBLE],
];

let table: Uint8Array | null = null;

/** The class of every code unit, built at first use (0.05 ms, 64 KiB). */
export function characterClasses(): Uint8Array {
  if (table) return table;
  table = new Uint8Array(0x10000).fill(MARK);
  for (const [first, last, kind] of RANGES) table.fill(kind, first, last + 1);
  return table;
}

/** Whether a high surrogate opens planes 2 and 3, where only ideographs stand (extension B and later). */
export function isHanSurrogate(code: number): boolean {
  return code >= 0xd840 && code <= 0xd8bf;
}
