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
  for (const [run, at] of mine) {
    const other = theirs.get(run);
    if (at >= 0 && other !== undefined && other >= 0) shared.push({ draft: at, source: other, length: size });
  }
  return joined(rising(shared.sort((x, y) => x.draft - y.draft)));
}

/** Every run of `size` tokens and where it stands, −1 where it stands twice. */
function onceOnly(tokens: Token[], from: number, to: number, size: number): Map<string, number> {
  const seen = new Map<string, number>();
  for (let i = from; i + size <= to; i++) {
    let run = "";
    for (let j = i; j < i + size; j++) run += `${tokens[j]!.key} `;
    seen.set(run, seen.has(run) ? -1 : i);
  }
  return seen;
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
