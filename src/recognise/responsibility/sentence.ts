import { isHan, type Name } from "./names.ts";
import type { Passage } from "./passage.ts";

/** A sentence of a passage, and the quotations, book titles and brackets in it, whose words say nothing about duty. */
export interface Sentence {
  start: number;
  end: number;
  ranges: Name[];
  /** Their starts by their ends. */
  quiet: ReadonlyMap<number, number>;
}

const CLOSING = new Map([
  ["“", "”"],
  ["《", "》"],
  ["（", "）"],
  ["(", ")"],
  ["「", "」"],
]);
const NONE: ReadonlyMap<number, number> = new Map();

function sentence(start: number, end: number, ranges: Name[]): Sentence {
  const quiet = ranges.length === 0 ? NONE : new Map(ranges.map((range) => [range.end, range.start]));
  return { start, end, ranges, quiet };
}

/** Sentences of a passage, split at 。！？ outside quotations and brackets. */
export function sentencesOf(passage: Passage): Sentence[] {
  const { text, end } = passage;
  const list: Sentence[] = [];
  let start = passage.start;
  let ranges: Name[] = [];
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
        ranges.push({ start: i, end: close + 1 });
        i = close;
      }
    } else if (c === "。" || c === "！" || c === "？" || c === "!" || c === "?") {
      list.push(sentence(start, i, ranges));
      start = i + 1;
      ranges = [];
    }
  }
  if (start < end) list.push(sentence(start, end, ranges));
  return list;
}

/** Whether `at` stands in a quotation, a book title or a bracket. */
export function isQuiet(sentence: Sentence, at: number): boolean {
  return covers(sentence.ranges, at);
}

/** Whether one of the ranges, which lie in order and apart, holds `at`. */
export function covers(ranges: Name[], at: number): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]!.start <= at) low = middle + 1;
    else high = middle;
  }
  return low > 0 && at < ranges[low - 1]!.end;
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
