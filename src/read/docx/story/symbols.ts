import { SYMBOL, WINGDINGS, WINGDINGS_2, WINGDINGS_3 } from "./symbols.data.ts";

const FONTS: [RegExp, Record<number, string>][] = [
  [/^wingdings 2$/i, WINGDINGS_2],
  [/^wingdings 3$/i, WINGDINGS_3],
  [/^wingdings$/i, WINGDINGS],
  [/^symbol$/i, SYMBOL],
];

/**
 * The Unicode character that looks like `code` in a symbol font, whose characters Word stores at U+F020–U+F0FF. A
 * code of another font is that character; one that no table has is `unknown`, or stays where none is given.
 */
export function symbolText(code: number, font: string, unknown?: string): string {
  const privateUse = code >= 0xf000 && code <= 0xf0ff;
  const table = FONTS.find(([name]) => name.test(font))?.[1];
  if (table && (privateUse || code <= 0xff)) {
    const found = table[code & 0xff];
    if (found !== undefined) return found;
    if (privateUse) return unknown ?? String.fromCodePoint(code);
  }
  if (privateUse && unknown !== undefined) return unknown;
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : "";
}
