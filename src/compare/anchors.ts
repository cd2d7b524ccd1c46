import { finish } from "./hash.ts";
import type { Token } from "./tokens.ts";

export interface Anchor {
  draft: number;
  source: number;
  length: number;
}

/** Runs of `size` tokens that occur once in either box, the longest set of them that keeps one order, not overlapping. */
export function anchors(
  draft: Token[],
  source: Token[],
  box: { a: number; aEnd: number; b: number; bEnd: number },
  size: number,
): Anchor[] {
  const mine = onceOnly(draft, box.a, box.aEnd, size);
  const theirs = onceOnly(source, box.b, box.bEnd, size);
  const shared: Anchor[] = [];
  for (let at = box.a; at + size <= box.aEnd; at++) {
    if (slotOf(mine, draft, at, size).at !== at) continue;
    const other = slotOf(theirs, draft, at, size).at;
    if (other >= 0) shared.push({ draft: at, source: other, length: size });
  }
  return joined(rising(shared));
}

/** Open-addressed table of runs: position + 1, 0 for free, negative where the run stands more than once. */
interface Runs {
  slots: Int32Array;
  tokens: Token[];
}

function onceOnly(tokens: Token[], from: number, to: number, size: number): Runs {
  const bits = Math.ceil(Math.log2(Math.max(2, to - from))) + 1;
  const runs: Runs = { slots: new Int32Array(1 << bits), tokens };
  for (let at = from; at + size <= to; at++) {
    const { slot, at: before } = slotOf(runs, tokens, at, size);
    const known = runs.slots[slot]!;
    if (known === 0) runs.slots[slot] = at + 1;
    else if (before >= 0) runs.slots[slot] = -known;
  }
  return runs;
}

/** Slot of the run that begins at `at` of `tokens`, and where the table has it: −1 for nowhere or more than once. */
function slotOf(runs: Runs, tokens: Token[], at: number, size: number): { slot: number; at: number } {
  const { slots } = runs;
  let hash = 0;
  for (let i = at; i < at + size; i++) hash = (Math.imul(hash, 0x01000193) + tokens[i]!.id) | 0;
  let slot = finish(hash) & (slots.length - 1);
  for (; slots[slot] !== 0; slot = (slot + 1) & (slots.length - 1)) {
    const known = Math.abs(slots[slot]!) - 1;
    if (sameRun(runs.tokens, known, tokens, at, size)) return { slot, at: slots[slot]! > 0 ? known : -1 };
  }
  return { slot, at: -1 };
}

function sameRun(a: Token[], from: number, b: Token[], at: number, size: number): boolean {
  for (let i = 0; i < size; i++) if (a[from + i]!.key !== b[at + i]!.key) return false;
  return true;
}

/** Longest subsequence with rising source positions (patience sorting, n log n). */
function rising(list: Anchor[]): Anchor[] {
  const piles: number[] = [];
  const before = new Int32Array(list.length).fill(-1);
  for (let i = 0; i < list.length; i++) {
    let low = 0;
    let high = piles.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (list[piles[middle]!]!.source < list[i]!.source) low = middle + 1;
      else high = middle;
    }
    if (low > 0) before[i] = piles[low - 1]!;
    piles[low] = i;
  }
  const kept: Anchor[] = [];
  for (let i = piles.at(-1) ?? -1; i >= 0; i = before[i]!) kept.push(list[i]!);
  return kept.reverse();
}

/** Overlapping anchors on one diagonal become one; one that overlaps off the diagonal is dropped. */
function joined(list: Anchor[]): Anchor[] {
  const out: Anchor[] = [];
  for (const anchor of list) {
    const last = out.at(-1);
    if (last && anchor.draft - last.draft === anchor.source - last.source && anchor.draft <= last.draft + last.length) {
      last.length = anchor.draft + anchor.length - last.draft;
    } else if (!last || (anchor.draft >= last.draft + last.length && anchor.source >= last.source + last.length)) {
      out.push({ ...anchor });
    }
  }
  return out;
}
