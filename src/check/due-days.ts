import { valueOfNumber } from "../compare/quantities.ts";
import { workingDaysUntil } from "../measure/working-days.ts";

/** By when something is due: the words, where they stand, and how many working days that leaves. */
export interface Due {
  text: string;
  start: number;
  end: number;
  /** Null where the text gives no date and no number of days. */
  days: number | null;
  /** Last day, ISO, where the words name one. */
  until: string | null;
}

const NUMBER = "[0-9]{1,3}|[一二两三四五六七八九十]{1,3}";
const DATE =
  /(?:([0-9]{4})年|(本月|当月))?(?:([0-9]{1,2})月)?([0-9]{1,2})日(?:[（(][^）)]{1,6}[）)])?(?:上午|下午|中午)?(?:[0-9]{1,2}[:：时点][0-9]{0,2}分?)?(?:下班|之)?(?:前|以前|止)/g;
const WITHIN = new RegExp(
  `(?:收到|接到|接|自|发文|印发|文件下发)[^。；，]{0,12}?(?:之日起|后|起)?[^。；，]{0,4}?(${NUMBER})个?(工作日|日|天)(?:之?内|以内)`,
  "g",
);
const AT_ONCE =
  /(?:当日|当天|今日|今天|即日|收文即|接文后立即|立即|马上)(?:下班前|内|中午前|[^。；，]{0,6}(?=报送|上报|反馈))/g;

/**
 * Times by which something has to be handed in, in one sentence, counted from `issuedOn` (ISO) in working days.
 * A date without a year is the next of that name.
 */
export function dueIn(sentence: string, issuedOn: string): Due[] {
  const found: Due[] = [];
  for (const match of sentence.matchAll(DATE)) {
    const until = dateOf(match, issuedOn);
    if (until) found.push({ ...placeOf(match), until, days: workingDaysUntil(issuedOn, until) });
  }
  for (const match of sentence.matchAll(WITHIN)) {
    const days = valueOfNumber(match[1]!);
    if (days === null) continue;
    const until = match[2] === "工作日" ? null : later(issuedOn, days);
    found.push({ ...placeOf(match), until, days: until ? workingDaysUntil(issuedOn, until) : days });
  }
  for (const match of sentence.matchAll(AT_ONCE)) found.push({ ...placeOf(match), until: issuedOn, days: 0 });
  return found.sort((one, other) => one.start - other.start);
}

const placeOf = (match: RegExpExecArray) => ({
  text: match[0],
  start: match.index,
  end: match.index + match[0].length,
});

function later(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function dateOf(match: RegExpExecArray, issuedOn: string): string | null {
  const [, year, thisMonth, month, day] = match;
  if (!month && !thisMonth) return null;
  const own = issuedOn.slice(5, 7);
  const date = `${(month ?? own).padStart(2, "0")}-${day!.padStart(2, "0")}`;
  const named = `${year ?? issuedOn.slice(0, 4)}-${date}`;
  const until = !year && named < issuedOn ? `${Number(issuedOn.slice(0, 4)) + 1}-${date}` : named;
  const time = Date.parse(`${until}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== until ? null : until;
}
