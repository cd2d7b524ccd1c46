/** Days in a month, 1 to 12. */
export const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** ISO day; null for one the calendar does not have. */
export function isoOf(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** The ISO day `days` after another. */
export function daysAfter(iso: string, days: number): string {
  const [year, month, day] = parts(iso);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}

/** The ISO day `months` after another; the last of the month where that month has no such day. */
export function monthsAfter(iso: string, months: number): string {
  const [year, month, day] = parts(iso);
  const toYear = year + Math.floor((month - 1 + months) / 12);
  const toMonth = ((month - 1 + months) % 12) + 1;
  return isoOf(toYear, toMonth, Math.min(day, daysIn(toYear, toMonth)))!;
}

const parts = (iso: string) => iso.split("-").map(Number) as [number, number, number];
