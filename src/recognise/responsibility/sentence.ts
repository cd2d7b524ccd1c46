import { isHan, type Name } from "./names.ts";
import type { Passage } from "./passage.ts";

/** A sentence of a passage, and the quotations, book titles and brackets in it, whose words say nothing about duty. */
export interface Sentence {
  start: number;
  end: number;
  /** Starts of the quiet ranges by their ends. */
  quiet: Map<number, number>;
}

const CLOSING = new Map([
  ["“", "”"],
  ["《", "》"],
  ["（", "）"],
  ["(", ")"],
  ["「", "」"],
]);
const NONE: ReadonlyMap<number, number> = new Map();

/** Sentences of a passage, split at 。！？ outside quotations and brackets. */
export function sentencesOf(passage: Passage): Sentence[] {
  const { text, end } = passage;
  const list: Sentence[] = [];
  let start = passage.start;
  let quiet = NONE as Map<number, number>;
  /** Closing marks of which none is left. */
  const open = new Set<string>();
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    // Han characters, the bulk of any text, neither open nor close anything.
    if (isHan(code)) continue;
    const c = text[i]!;
    const closing = CLOSING.get(c);
    if (closing && !open.has(closing)) {
      const close = text.indexOf(closing, i + 1);
      if (close < 0 || close >= end) open.add(closing);
      else {
        if (quiet === NONE) quiet = new Map();
        quiet.set(close + 1, i);
        i = close;
      }
    } else if (c === "。" || c === "！" || c === "？" || c === "!" || c === "?") {
      list.push({ start, end: i, quiet });
      start = i + 1;
      quiet = NONE as Map<number, number>;
    }
  }
  if (start < end) list.push({ start, end, quiet });
  return list;
}

/** Whether `at` stands in a quotation, a book title or a bracket. */
export function isQuiet(sentence: Sentence, at: number): boolean {
  for (const [end, start] of sentence.quiet) if (at >= start && at < end) return true;
  return false;
}

const STOPS = new Set("，,；;：:");
/** Longest list of names that is looked for before a trigger: more than any document has, and keeps the search linear. */
const REACH = 400;

/** Start of the segment `at` stands in: after the last comma, semicolon or colon outside quotations and brackets. */
export function segmentStart(text: string, sentence: Sentence, at: number): number {
  const from = Math.max(sentence.start, at - REACH);
  for (let i = at - 1; i >= from; i--) {
    const inside = sentence.quiet.get(i + 1);
    if (inside !== undefined) i = inside;
    else if (STOPS.has(text[i]!)) return i + 1;
  }
  return from;
}

/** The segment `at` stands in and the one before it, nearest first. */
export function segmentsBefore(text: string, sentence: Sentence, at: number): Name[] {
  const start = segmentStart(text, sentence, at);
  const last = { start, end: at };
  return start > sentence.start ? [last, { start: segmentStart(text, sentence, start - 1), end: start - 1 }] : [last];
}
