import { simplify } from "../../model/simplify.ts";

const DIGITS = "〇一二三四五六七八九";

/** A day as documents write it, 2019年3月15日 or 二〇一九年三月十五日 (○, 零 and O for zero), as ISO; null for anything else. */
export function isoDay(words: string): string | null {
  const text = simplify(words)
    .replace(/[\s\u3000]/g, "")
    .replace(/[０-９]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
  const match =
    /([\d〇○ＯO0零一二三四五六七八九]{4})年([\d一二三四五六七八九十元]{1,2})月([\d一二三四五六七八九十]{1,3})日?/.exec(
      text,
    );
  if (!match) return null;
  const year = Number([...match[1]!].map(digit).join(""));
  const month = count(match[2]!);
  const day = count(match[3]!);
  if (!(year >= 1000) || month < 1 || month > 12 || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate())
    return null;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

function digit(c: string): string {
  if (/\d/.test(c)) return c;
  return /[○ＯO零]/.test(c) ? "0" : String(DIGITS.indexOf(c));
}

function count(words: string): number {
  if (/^\d+$/.test(words)) return Number(words);
  if (!words.includes("十")) return DIGITS.indexOf(words);
  const [tens = "", ones = ""] = words.split("十");
  return (tens === "" ? 1 : DIGITS.indexOf(tens)) * 10 + (ones === "" ? 0 : DIGITS.indexOf(ones));
}
