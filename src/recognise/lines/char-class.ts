/** What a character may be to the scanners; one byte a code unit, so that a text is read once without patterns. */
export const STOP = 1;
export const COMMA = 2;
export const SPACE = 4;
/** May begin an ordinal label inside running text. */
export const STARTER = 8;
export const QUOTE_OPEN = 16;
export const QUOTE_CLOSE = 32;

const MEMBERS: [number, string][] = [
  [STOP, "。；;！？!?"],
  [COMMA, "，,、"],
  [SPACE, " \t\n\v\f\r\u0085\u00a0\u3000\u2028\u2029\u202f\u200b\ufeff"],
  [STARTER, "一二三四五六七八九十（(0123456789０１２３４５６７８９首其再然最第"],
  [QUOTE_OPEN, "“《「『"],
  [QUOTE_CLOSE, "”》」』"],
];

export const CLASSES = classes();

function classes(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const [bit, members] of MEMBERS) for (const char of members) table[char.charCodeAt(0)]! |= bit;
  for (let code = 0x2000; code <= 0x200a; code++) table[code]! |= SPACE;
  for (let code = 0x2460; code <= 0x249b; code++) table[code]! |= STARTER;
  return table;
}

/** White space as it occurs in office files and web pages: ideographic, no-break and zero-width spaces too. */
export const isSpace = (code: number): boolean => (CLASSES[code]! & SPACE) !== 0;
