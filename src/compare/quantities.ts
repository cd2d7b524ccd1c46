import { simplify } from "../model/simplify.ts";

/** A number with its unit in running text, what it bounds, and the words around it. */
export interface Quantity {
  text: string;
  value: number;
  unit: string;
  /** `least`: 不少于 3 次; `most`: 不超过 3 次; `cut`: 压减 20%; `plain`: 3 次. */
  bound: "least" | "most" | "cut" | "plain";
  context: string;
}

const UNITS =
  "个百分点|%|％|万元|亿元|元|个工作日|小时|分钟|天|日|个月|年|次|个|项|家|名|人|户|亩|公里|吨|页|字|件|场|遍|篇|分|倍|成";
const FOUND = new RegExp(
  `(百分之[〇零一二三四五六七八九十百点]{1,6}|\\d+(?:[.．]\\d+)?|[〇零一二两三四五六七八九十百千]{1,6})\\s?(${UNITS})?`,
  "g",
);
const DIGIT = "〇一二三四五六七八九";
const LEAST = /不少于|不低于|不小于|至少|达到|达|超过|提高到|提升到|完成|确保$/;
const MOST = /不超过|不多于|不高于|不得超过|控制在|压减到|减少到|限于|不大于|最多/;
const CUT = /压减|压缩|减少|精简|下降|降低|缩减/;
const AROUND = 12;
/** Characters behind an amount in which a fine says that it is one. */
const PENALTY = 24;

/** Numbers with a unit, dates left out (a deadline is compared as a date). */
export function quantities(words: string): Quantity[] {
  const text = simplify(words);
  const found: Quantity[] = [];
  for (const match of text.matchAll(FOUND)) {
    const percent = match[1]!.startsWith("百分之");
    const unit = percent ? "%" : match[2] === "％" ? "%" : match[2];
    if (!unit) continue;
    const end = match.index + match[0].length;
    const before = text.slice(Math.max(0, match.index - AROUND), match.index);
    const after = text.slice(end, end + AROUND);
    if (/第$/.test(before) || isDate(match[0], after, before)) continue;
    // A fine is the law's: another amount in another clause asks for neither less nor more.
    if (/[元倍]$/.test(unit) && /罚款|罚金|违法所得/.test(text.slice(end, end + PENALTY))) continue;
    const value = valueOfNumber(percent ? match[1]!.slice(3) : match[1]!);
    if (value === null) continue;
    found.push({
      text: text.slice(match.index, end),
      value,
      unit,
      bound: boundOf(before, after),
      context: before + after,
    });
  }
  return found;
}

function isDate(text: string, after: string, before: string): boolean {
  if (/^\d{4}\s?年/.test(text)) return true;
  return (/年$/.test(text) && /^\s?\d/.test(after)) || (/[年月]\s?$/.test(before) && /日$/.test(text));
}

function boundOf(before: string, after: string): Quantity["bound"] {
  const near = before.slice(-6);
  if (MOST.test(near) || /^(?:以内|以下|之内|内)/.test(after)) return "most";
  if (CUT.test(near)) return "cut";
  if (LEAST.test(near) || /^(?:以上|及以上)/.test(after)) return "least";
  return "plain";
}

/** 20, 2.5, 二十, 一百零五, 两; null for what is no number. */
export function valueOfNumber(text: string): number | null {
  if (/^\d/.test(text)) return Number(text.replace("．", "."));
  let total = 0;
  let digit = 0;
  for (const character of text.replace(/零/g, "〇").replace(/两/g, "二")) {
    const scale = { 十: 10, 百: 100, 千: 1000 }[character];
    if (scale) {
      total += (digit || 1) * scale;
      digit = 0;
    } else if (DIGIT.includes(character)) digit = DIGIT.indexOf(character);
    else return null;
  }
  return total + digit;
}

/** Pairs of the two sides that count the same thing: one unit, one kind of bound, the most words around them in common, `least` of them at least. */
export function paired(draft: Quantity[], source: Quantity[], least: number): { draft: Quantity; source: Quantity }[] {
  const free = new Set(draft);
  return source.flatMap((theirs) => {
    let best: Quantity | null = null;
    let most = 0;
    for (const mine of free) {
      if (
        mine.unit !== theirs.unit ||
        (mine.bound !== theirs.bound && mine.bound !== "plain" && theirs.bound !== "plain")
      )
        continue;
      const share = sharedPairs(mine.context, theirs.context) / Math.max(1, theirs.context.length - 1);
      if (share >= least && share > most) {
        most = share;
        best = mine;
      }
    }
    if (!best) return [];
    free.delete(best);
    return [{ draft: best, source: theirs }];
  });
}

function sharedPairs(a: string, b: string): number {
  let count = 0;
  for (let i = 0; i + 2 <= a.length; i++) if (b.includes(a.slice(i, i + 2))) count++;
  return count;
}
