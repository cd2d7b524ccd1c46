import type { Range } from "../printed.ts";

/** Marks that come in pairs, by GB/T 15834-2011 4.8, 4.9 and 4.15. Straight quotes say nothing about their side. */
const OPENING = "“‘（《〈〔【";
const CLOSING = "”’）》〉〕】";

/** A label that ends in a single bracket (1）, a） ）: that bracket closes nothing. */
const LABEL = /(?:[0-9]{1,3}|[a-zA-Z]|[一二三四五六七八九十]{1,3}|[①-⑳])$/;

/** Marks around a pair that are kept: what stands deeper is no text. */
const DEPTH = 8;

export interface Pair extends Range {
  mark: string;
  /** Marks open around it, outermost first. */
  around: string[];
}

export interface Pairs {
  pairs: Pair[];
  /** Straight marks that stand for ”. */
  straight: Range[];
  /** Marks without a partner. */
  loose: Range[];
}

/** `pairsOf` that looks at each paragraph once: several rules ask. */
export function pairsOnce(): (text: string) => Pairs {
  const known = new Map<string, Pairs>();
  return (text) => {
    const before = known.get(text) ?? pairsOf(text);
    known.set(text, before);
    return before;
  };
}

/** The paired marks of one paragraph and those left over; one pass. Half-width brackets count as their full-width twins. */
export function pairsOf(text: string): Pairs {
  const pairs: Pair[] = [];
  const loose: Range[] = [];
  const straight: Range[] = [];
  /** How many of each mark are open: a row of marks that nothing opened is not searched for again and again. */
  const waiting = new Map<string, number>();
  const open: { mark: string; at: number }[] = [];
  for (let i = 0; i < text.length; i++) {
    const mark = text[i] === "(" ? "（" : text[i] === ")" ? "）" : text[i]!;
    // A straight mark closes what “ opened: the wrong form, but no missing partner.
    if (mark === '"' && open.at(-1)?.mark === "“") {
      straight.push({ start: i, end: i + 1 });
      waiting.set("“", waiting.get("“")! - 1);
      open.pop();
      continue;
    }
    if (OPENING.includes(mark)) {
      open.push({ mark, at: i });
      waiting.set(mark, (waiting.get(mark) ?? 0) + 1);
    }
    const closing = CLOSING.indexOf(mark);
    if (closing < 0) continue;
    if (mark === "’" && /[A-Za-z]/.test(text[i - 1] ?? "") && /[A-Za-z]/.test(text[i + 1] ?? "")) continue;
    const wanted = OPENING[closing]!;
    const last = waiting.get(wanted) ? open.findLastIndex((one) => one.mark === wanted) : -1;
    if (last < 0) {
      if (mark !== "）" || !LABEL.test(text.slice(Math.max(0, i - 3), i))) loose.push({ start: i, end: i + 1 });
      continue;
    }
    for (const one of open.splice(last + 1)) {
      loose.push({ start: one.at, end: one.at + 1 });
      waiting.set(one.mark, waiting.get(one.mark)! - 1);
    }
    const { at } = open.pop()!;
    waiting.set(wanted, waiting.get(wanted)! - 1);
    pairs.push({ mark: wanted, start: at, end: i + 1, around: open.slice(-DEPTH).map((one) => one.mark) });
  }
  for (const { at } of open) loose.push({ start: at, end: at + 1 });
  return { pairs, straight, loose: loose.sort((a, b) => a.start - b.start) };
}
