const DIGITS = "〇一二三四五六七八九";
const NUMERIC = /^(\d{4})\s*(?:年|[-/.])\s*(\d{1,2})\s*(?:月|[-/.])\s*(\d{1,2})\s*日?(?:T[\d:.]+Z?)?$/;
const WRITTEN = /^([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日$/;

/** A day as people write it (2024-01-05, 2024年1月5日, 2024/1/5, 二〇二四年一月五日) as ISO day; null where it is none. */
export function readDay(text: string): string | null {
  const numeric = NUMERIC.exec(text);
  if (numeric) return isoDay(Number(numeric[1]), Number(numeric[2]), Number(numeric[3]));
  const written = WRITTEN.exec(text);
  if (!written) return null;
  const year = Array.from(written[1]!, (digit) => Math.max(0, DIGITS.indexOf(digit))).join("");
  return isoDay(Number(year), upTo99(written[2]!), upTo99(written[3]!));
}

/** 一 … 三十一. */
function upTo99(text: string): number {
  const [tens, ones] = text.includes("十") ? text.split("十") : ["0", text];
  const digit = (part: string, empty: number) => (part === "" ? empty : part === "0" ? 0 : DIGITS.indexOf(part));
  return digit(tens!, 1) * 10 + digit(ones!, 0);
}

/** Null for a day that no calendar has. */
function isoDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}
