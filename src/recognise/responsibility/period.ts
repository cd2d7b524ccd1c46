import { numberOf } from "../labels/numeral.ts";
import { daysAfter, daysIn, isoOf, monthsAfter } from "../shapes/day.ts";

/**
 * The last day that a time limit allows, ISO. Words without a year take the year of issue; months, years and calendar
 * days after publication are counted from the day of issue. Null where nothing fixes a day (working days need a
 * calendar, 季末 and 学期 a place).
 */
export function endOfPeriod(words: string, issued: string | null): string | null {
  const range = /^(\d{4}年)?(\d{1,2}月)\d{1,2}日起?至(\d{4}年)?(\d{1,2}月)?(\d{1,2}日)$/.exec(words);
  if (range) return endOfPeriod(`${range[3] ?? range[1] ?? ""}${range[4] ?? range[2]}${range[5]}`, issued);
  const five = /十([四五六七])五/.exec(words);
  if (five) return isoOf(2025 + 5 * (numberOf(five[1]!) - 4), 12, 31);
  const within = /([一二两三四五六七八九十]{1,3}|\d{1,3})个?(日|天|月|年|周)(?:之|以)?内$/.exec(words);
  if (within && !words.includes("工作日")) {
    // 受理之日起30日内 runs from a day the document does not know; 印发后3个月内 and a bare 三年内 from its own.
    const own = /印发|发布|公布|下发|施行/.test(words) || (!/[起后]/.test(words) && within[2] === "年");
    return issued && own ? after(issued, numberOf(within[1]!), within[2]!) : null;
  }
  const year =
    /(\d{4})年/.exec(words)?.[1] ??
    (/明年/.test(words) && issued ? String(Number(issued.slice(0, 4)) + 1) : issued?.slice(0, 4));
  if (!year || Number(year) < 1949 || Number(year) > 2199 || /工作日|小时/.test(words)) return null;
  const at = Number(year);
  const month = Number(/(\d{1,2})月/.exec(words)?.[1] ?? 0);
  if (month > 12) return null;
  const day = Number(/(\d{1,2})日/.exec(words)?.[1] ?? 0);
  if (month > 0 && day > 0) return isoOf(at, month, day);
  if (month > 0) return isoOf(at, month, /上旬/.test(words) ? 10 : /中旬/.test(words) ? 20 : daysIn(at, month));
  if (/上半年/.test(words)) return isoOf(at, 6, 30);
  if (/年初/.test(words)) return null;
  return /年|底/.test(words) ? isoOf(at, 12, 31) : null;
}

function after(issued: string, count: number, unit: string): string | null {
  if (count === 0) return null;
  if (unit === "日" || unit === "天" || unit === "周") return daysAfter(issued, count * (unit === "周" ? 7 : 1));
  return monthsAfter(issued, count * (unit === "年" ? 12 : 1));
}
