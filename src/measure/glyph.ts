/** How a code unit behaves in a line. */
export const WIDE = 0;
export const LATIN = 1;
export const BLANK = 2;
/** May not begin a line: 。，）》 */
export const CLOSING = 3;
/** May not end a line: （《“ */
export const OPENING = 4;
/** Takes no room: the second half of a pair, invisible marks. */
export const NOTHING = 5;
export const NEWLINE = 6;
export const TAB = 7;

const RANGES: readonly (readonly [number, number, number])[] = [
  [0x0000, 0x001f, NOTHING],
  [0x0009, 0x0009, TAB],
  [0x000a, 0x000d, NEWLINE],
  [0x0020, 0x0020, BLANK],
  [0x0021, 0x007e, LATIN],
  [0x007f, 0x009f, NOTHING],
  [0x00a0, 0x10ff, LATIN],
  [0x00ad, 0x00ad, NOTHING],
  [0x200b, 0x200f, NOTHING],
  [0x2028, 0x2029, NEWLINE],
  [0x202a, 0x202e, NOTHING],
  [0x2060, 0x206f, NOTHING],
  [0xdc00, 0xdfff, NOTHING],
  [0xfe00, 0xfe0f, NOTHING],
  [0xfeff, 0xfeff, NOTHING],
];
/** GB/T 15834-2011 5.1: these stand at no line's head, those at no line's end. */
const CLOSERS = "，。、；：？！）》〉」』】〕〗］｝”’％…—．";
const OPENERS = "（《〈「『【〔〖［｛“‘";

let kinds: Uint8Array | null = null;

/** The behaviour of every code unit, built at first use. */
export function glyphKinds(): Uint8Array {
  if (kinds) return kinds;
  kinds = new Uint8Array(0x10000);
  for (const [first, last, kind] of RANGES) kinds.fill(kind, first, last + 1);
  for (let i = 0; i < CLOSERS.length; i++) kinds[CLOSERS.charCodeAt(i)] = CLOSING;
  for (let i = 0; i < OPENERS.length; i++) kinds[OPENERS.charCodeAt(i)] = OPENING;
  return kinds;
}

/** Usual widths of proportional Latin letters (Times and its kind), in ems, by group. */
const LATIN_WIDTHS: readonly (readonly [string, number])[] = [
  ["ABCDEFGHIJKLMNOPQRSTUVWXYZ&@%", 0.68],
  ["abcdeghknopqrsuvxyz", 0.47],
  ["fijlt.,:;'!|()[]/\\-`", 0.3],
  ["mwMW", 0.78],
  [" ", 0.25],
];

let latin: Float64Array | null = null;

/** Widths of the ASCII characters in ems, for a proportional font; half an em where the table says nothing (digits). */
export function latinWidths(): Float64Array {
  if (latin) return latin;
  latin = new Float64Array(0x80).fill(0.5);
  for (const [letters, width] of LATIN_WIDTHS) for (const letter of letters) latin[letter.charCodeAt(0)] = width;
  return latin;
}

const CHINESE_FONT = /[\u3400-\u9fff]|^(?:Fang|Kai|Sim|NSim|FZ|ST|Deng|Microsoft Ya|Noto S\w+ CJK)/i;

/** Chinese fonts draw letters, digits and blanks half an em wide. */
export function isChineseFont(name: string | undefined): boolean {
  return name !== undefined && CHINESE_FONT.test(name);
}

/** Ascent and descent of a Chinese font in ems: one in 宋体, 仿宋, 黑体, 楷体; 微软雅黑 is a third higher. */
export function fontHeight(name: string | undefined): number {
  return name !== undefined && /雅黑|YaHei/i.test(name) ? 1.32 : 1;
}
