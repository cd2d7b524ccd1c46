import { quantities } from "../compare/quantities.ts";
import type { LedgerTime } from "./ledger.ts";

/** A number a task is to reach: the words it stands in, and what it is. */
export interface Target {
  text: string;
  value: number;
  unit: string;
  /** `least`: 不少于 3 次; `most`: 不超过 3 次; `cut`: 压减 20%; `plain`: 3 次. */
  bound: "least" | "most" | "cut" | "plain";
}

/** Columns of a table hold no sentences. */
const LONGEST = 40;
const SHORT = 12;
const TIME = /年|月|天|日|小时|分钟/;

/** The target numbers of a task. 一个, 一次 in words are none, nor is a time unless it is bounded (培训不少于3天). */
export function targetsOf(task: string, times: readonly LedgerTime[]): Target[] {
  const targets = new Map<string, Target>();
  let at = 0;
  for (const { text, value, unit, bound } of quantities(task)) {
    const found = task.indexOf(text, at);
    if (found >= 0) at = found + text.length;
    if ((value === 1 && /^一/.test(text)) || isSaying(task, found)) continue;
    if (TIME.test(unit) && (bound === "plain" || times.some((time) => time.text.includes(text)))) continue;
    const words = pieceAround(task, Math.max(0, found), text.length);
    if (!targets.has(words)) targets.set(words, { text: words, value, unit, bound });
  }
  return [...targets.values()];
}

/** “四个意识” is a name. */
function isSaying(text: string, at: number): boolean {
  return at > 0 && text.lastIndexOf("“", at) > text.lastIndexOf("”", at);
}

/** The words between two commas around a number, shortened at their beginning where they are long. */
function pieceAround(text: string, at: number, length: number): string {
  let start = at;
  while (start > 0 && !/[，,。；;：:\n]/.test(text[start - 1]!)) start--;
  // 最高3000万元 alone says nothing: what it is of stands before the comma.
  if (at + length - start < SHORT && /[，,]/.test(text[start - 1] ?? "")) {
    start--;
    while (start > 0 && !/[，,。；;：:\n]/.test(text[start - 1]!)) start--;
  }
  let end = at + length;
  while (end < text.length && !/[，,。；;：:\n]/.test(text[end]!)) end++;
  const words = text.slice(start, end).trim();
  if (words.length <= LONGEST) return words;
  const from = Math.max(start, Math.min(at - 16, end - LONGEST));
  const to = Math.min(end, from + LONGEST);
  return `${from > start ? "…" : ""}${text.slice(from, to)}${to < end ? "…" : ""}`;
}
