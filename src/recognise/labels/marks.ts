import { chineseNumber, isChineseDigit } from "./numeral.ts";

/** What stands around the number of a label, in all widths. */
export const OPEN = "（(﹙〔[［";
export const CLOSE = "）)﹚〕]］";
export const DOTS = ".．。•﹒";
export const COMMA_MARKS = "、﹑";

const isBlank = (char: string | undefined) => char === " " || char === "\u3000" || char === "\u00a0" || char === "\t";

export function skipBlanks(text: string, at: number): number {
  while (isBlank(text[at])) at++;
  return at;
}

/** A Chinese number at `at`, blanks between its characters allowed; `end` is behind its last character. */
export function chineseAt(text: string, at: number): { value: number; end: number } | null {
  let digits = "";
  let end = at;
  for (let i = at; i < text.length && i < at + 12; i++) {
    if (isChineseDigit(text.charCodeAt(i))) {
      digits += text[i];
      end = i + 1;
    } else if (!isBlank(text[i])) break;
  }
  const value = digits === "" ? 0 : chineseNumber(digits);
  return value > 0 ? { value, end } : null;
}

export const isLatin = (code: number): boolean =>
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0xff21 && code <= 0xff3a) ||
  (code >= 0xff41 && code <= 0xff5a);
