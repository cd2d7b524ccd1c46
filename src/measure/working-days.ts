import { HOLIDAYS } from "./holidays.data.ts";

const DAY = 86_400_000;

/** Milliseconds of an ISO day; NaN for what is no day. */
const timeOf = (day: string) => Date.parse(`${day}T00:00:00Z`);
const isoOf = (time: number) => new Date(time).toISOString().slice(0, 10);

/** Whether the calendar of that year is known; else only weekends count as days off. */
export const knowsYear = (day: string): boolean => Number(day.slice(0, 4)) in HOLIDAYS;

/** 工作日: not a statutory holiday, and no weekend unless it is worked to make up for one. */
export function isWorkingDay(day: string): boolean {
  const year = HOLIDAYS[Number(day.slice(0, 4))];
  const date = day.slice(5);
  if (year) {
    if (year.work.split(" ").includes(date)) return true;
    const off = year.off.split(" ").some((entry) => {
      const [first, last = first] = entry.split("/") as [string, string?];
      return date >= first && date <= last!;
    });
    if (off) return false;
  }
  const weekday = new Date(timeOf(day)).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** Most days that are counted one by one: beyond that nobody is pressed for time. */
const MOST = 60;

/**
 * 工作日 that lie between two ISO days: those after `from` up to and including `to`. Negative never: 0 where `to` is the same
 * day or earlier. Counting stops at 60.
 */
export function workingDaysUntil(from: string, to: string): number {
  const end = timeOf(to);
  let count = 0;
  for (let time = timeOf(from) + DAY; time <= end && count < MOST; time += DAY) if (isWorkingDay(isoOf(time))) count++;
  return count;
}
