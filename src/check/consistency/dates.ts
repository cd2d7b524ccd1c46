import type { Range } from "../printed.ts";

export interface DateFault extends Range {
  actual: string;
  expected: string;
}

const DAY =
  /(?<![0-9])(?:([0-9]{4})年)?([0-9]{1,2})月([0-9]{1,2})日(?:[（(](?:星期|周|礼拜)([一二三四五六日天])[）)]|(?:星期|周)([一二三四五六日天]))?/g;
const WEEK = "日一二三四五六";

/** Days that no calendar has: 2月30日, 13月1日; 29 February only in a year that has it. */
export function impossibleDays(text: string): DateFault[] {
  const found: DateFault[] = [];
  for (const match of text.matchAll(DAY)) {
    const month = Number(match[2]);
    const day = Number(match[3]);
    // A year like 9164 is what a page does to its digits against being copied; the whole date is scrambled then.
    if (match[1] && (Number(match[1]) < 1900 || Number(match[1]) > 2100)) continue;
    const last = month >= 1 && month <= 12 ? daysOf(match[1] ? Number(match[1]) : 2000, month) : 0;
    if (day >= 1 && day <= last) continue;
    found.push({ ...rangeOf(match), actual: match[0], expected: last === 0 ? "1—12" : String(last) });
  }
  for (const match of text.matchAll(MONTH)) {
    if (Number(match[1]) < 1 || Number(match[1]) > 12)
      found.push({ ...rangeOf(match), actual: match[0], expected: "1—12" });
  }
  return found;
}

/** A month of a year, without its day. */
const MONTH = /(?<![0-9])(?:19|20)[0-9]{2}年([0-9]{1,2})月(?![0-9])/g;

function daysOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/**
 * Weekdays that the day does not have. A day without a year belongs to the last year named in the paragraph, else to that of
 * the document or the one after: it is wrong only where it fits neither.
 */
export function wrongWeekdays(text: string, issued: number | null): DateFault[] {
  const found: DateFault[] = [];
  let named: number | null = null;
  for (const match of text.matchAll(DAY)) {
    if (match[1]) named = Number(match[1]);
    const weekday = match[4] ?? match[5];
    if (weekday === undefined) continue;
    const years = named !== null ? [named] : issued !== null ? [issued, issued + 1] : [];
    const days = years.map((year) => weekdayOf(year, Number(match[2]), Number(match[3])));
    const given = weekday === "天" ? "日" : weekday;
    if (days.length === 0 || days.includes(given) || days.includes("")) continue;
    found.push({ ...rangeOf(match), actual: match[0], expected: `星期${days[0]}` });
  }
  return found;
}

function weekdayOf(year: number, month: number, day: number): string {
  if (month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) return "";
  return WEEK[new Date(Date.UTC(year, month - 1, day)).getUTCDay()]!;
}

function rangeOf(match: RegExpExecArray): Range {
  return { start: match.index, end: match.index + match[0].length };
}
