import { simplify } from "../../model/simplify.ts";
import { numberOf } from "../labels/numeral.ts";
import { isoOf } from "../shapes/day.ts";

/** A day as documents write it, 2019年3月15日 or 二〇一九年三月十五日 (○, 零 and O for zero), as ISO; null for anything else. */
export function isoDay(words: string): string | null {
  const text = simplify(words)
    .replace(/\s/g, "")
    .replace(/[○ＯO零]/g, "〇");
  const match =
    /([\d０-９〇一二三四五六七八九]{4})年([\d０-９一二三四五六七八九十元]{1,2})月([\d０-９一二三四五六七八九十]{1,3})日?/.exec(
      text,
    );
  if (!match) return null;
  const [, year = "", month = "", day = ""] = match;
  const inYear = numberOf(year);
  return inYear >= 1000 ? isoOf(inYear, month === "元" ? 1 : numberOf(month), numberOf(day)) : null;
}
