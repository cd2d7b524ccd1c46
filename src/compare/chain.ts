import type { Hit } from "./hit.ts";
import type { Seeds } from "./seeds.ts";

/** Seeds before this one that may be its predecessor. */
const LOOK_BACK = 48;
/** Units between two seeds of one chain, on either side. */
const GAP = 40;
/** Units of the draft's own that a chain runs over; a whole sentence of its own, or of another source, parts it. */
const INSERTED = 12;
const GAP_COST = 0.25;

/** A chain and the seeds it is made of, by index, from the last to the first. */
export interface Chain extends Hit {
  seeds: number[];
}

/** Scratch of `chains`, grown when needed. */
export interface ChainScratch {
  score: Float32Array;
  before: Int32Array;
  used: Uint8Array;
}

export function chainScratch(): ChainScratch {
  return { score: new Float32Array(1024), before: new Int32Array(1024), used: new Uint8Array(1024) };
}

const logs = Float32Array.from({ length: 2 * GAP + 2 }, (_, d) => (d === 0 ? 0 : 0.25 * d + 0.5 * Math.log2(d + 1)));

/**
 * Joins seeds that follow each other on both sides into chains: the score is the unmasked units matched, less a quarter
 * for every unit of gap and a logarithmic cost for leaving the diagonal. `open[i]` counts the draft's unmasked units
 * before i. Each seed goes to one chain, the best chains first.
 */
export function chains(seeds: Seeds, open: Uint32Array, scratch: ChainScratch, least: number): Chain[] {
  const { draft, source, length, count } = seeds;
  if (scratch.score.length < count) {
    scratch.score = new Float32Array(count * 2);
    scratch.before = new Int32Array(count * 2);
    scratch.used = new Uint8Array(count * 2);
  }
  const { score, before, used } = scratch;
  for (let i = 0; i < count; i++) {
    const d = draft[i]!;
    const s = source[i]!;
    const own = open[d + length[i]!]! - open[d]!;
    let best = own;
    let from = -1;
    for (let j = i - 1; j >= 0 && j >= i - LOOK_BACK; j--) {
      if (draft[j]! >= d || source[j]! >= s) continue;
      const gapDraft = d - draft[j]! - length[j]!;
      const gapSource = s - source[j]! - length[j]!;
      if (gapDraft > GAP || gapSource > GAP) continue;
      const overlap = Math.max(0, -gapDraft, -gapSource);
      if (overlap >= length[i]!) continue;
      const shift = Math.abs(gapDraft - gapSource);
      if (gapDraft > gapSource + INSERTED) continue;
      const value =
        score[j]! + Math.max(0, own - overlap) - GAP_COST * Math.max(0, Math.min(gapDraft, gapSource)) - logs[shift]!;
      if (value > best) {
        best = value;
        from = j;
      }
    }
    score[i] = best;
    before[i] = from;
    used[i] = 0;
  }
  return collect(seeds, scratch, least);
}

/** Walks back from the best unused ends. A chain that runs into a used seed keeps the part of the score that is its own. */
function collect(seeds: Seeds, scratch: ChainScratch, least: number): Chain[] {
  const { score, before, used } = scratch;
  const order: number[] = [];
  for (let i = 0; i < seeds.count; i++) if (score[i]! >= least) order.push(i);
  order.sort((x, y) => score[y]! - score[x]!);
  const found: Chain[] = [];
  for (const end of order) {
    if (used[end] === 1) continue;
    const members: number[] = [];
    let at = end;
    for (; at >= 0 && used[at] === 0; at = before[at]!) {
      used[at] = 1;
      members.push(at);
    }
    const own = score[end]! - (at >= 0 ? score[at]! : 0);
    if (own >= least) found.push(chainOf(seeds, members, own));
  }
  return found;
}

function chainOf(seeds: Seeds, members: number[], score: number): Chain {
  const first = members.at(-1)!;
  const last = members[0]!;
  return {
    draft: seeds.draft[first]!,
    draftEnd: seeds.draft[last]! + seeds.length[last]!,
    source: seeds.source[first]!,
    sourceEnd: seeds.source[last]! + seeds.length[last]!,
    score,
    certain: false,
    seeds: members,
  };
}

/**
 * What is left of a chain when words of the draft have gone to a better one: its seeds that are mostly free, scored by
 * their free units. Null where none is.
 */
export function remainder(chain: Chain, seeds: Seeds, taken: Uint8Array): Chain | null {
  let score = 0;
  const members = chain.seeds.filter((seed) => {
    const start = seeds.draft[seed]!;
    let free = 0;
    for (let i = start; i < start + seeds.length[seed]!; i++) free += 1 - taken[i]!;
    if (free * 2 <= seeds.length[seed]!) return false;
    score += free;
    return true;
  });
  return members.length === 0 ? null : chainOf(seeds, members, score);
}
