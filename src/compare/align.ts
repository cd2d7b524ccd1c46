import { type Chain, type ChainScratch, chainScratch, chains, remainder } from "./chain.ts";
import { type ExtendScratch, extend, extendScratch } from "./extend.ts";
import { GRAM, gramWeights } from "./frequency.ts";
import { gather } from "./gather.ts";
import type { Hit } from "./hit.ts";
import type { Stretch } from "./merge.ts";
import type { Normalised } from "./normalise.ts";
import type { CompareOptions } from "./options.ts";
import { begins } from "./pieces.ts";
import { rescue } from "./rescue.ts";
import { emptySeeds, findSeeds, SEED, type Seeds, type SeedTable, seedTable } from "./seeds.ts";

/** The draft made ready to be held against any number of sources, with the scratch that they share. */
export interface DraftIndex {
  draft: Normalised;
  /** Per unit: 1 where a match counts nothing: titles, quotations, furniture. */
  masked: Uint8Array;
  /**
   * Per unit: 1 where a match proves nothing: what is masked, set phrases, definitions, amounts,
   * clause numbers. Beside proof from its
   * own source such a match still belongs to the passage.
   */
  apart: Uint8Array;
  /** Unmasked units before each unit, one longer than the draft. */
  open: Uint32Array;
  weights: Float32Array;
  table: SeedTable;
  seeds: Seeds;
  reached: Int32Array;
  chain: ChainScratch;
  extension: ExtendScratch;
}

/** Chains from this score on are grown; shorter ones are met by chance several times a page. */
const GROWN = 8;
/** Score from which a hit keeps its words to itself. */
const TAKES = 11;

export function draftIndex(draft: Normalised, masked: Uint8Array, apart: Uint8Array): DraftIndex {
  const open = new Uint32Array(draft.codes.length + 1);
  for (let i = 0; i < draft.codes.length; i++) open[i + 1] = open[i]! + 1 - masked[i]!;
  return {
    draft,
    masked,
    apart,
    open,
    weights: gramWeights(draft.codes),
    table: seedTable(draft, masked),
    seeds: emptySeeds(),
    reached: new Int32Array(0),
    chain: chainScratch(),
    extension: extendScratch(),
  };
}

/** Copied stretches of the draft in one source, in draft order. */
export function align(index: DraftIndex, source: Normalised, options: CompareOptions): Stretch[] {
  const diagonals = index.draft.codes.length + source.codes.length + 1;
  if (index.reached.length < diagonals) index.reached = new Int32Array(diagonals * 2);
  findSeeds(index.table, source, index.reached, index.seeds);
  const all = chains(index.seeds, index.open, index.chain, SEED);
  const grown = growAll(index, source, all);
  const strong = proven(index, source, grown.hits, options);
  if (strong.length === 0) return [];
  const certain = new Set(strong);
  const weak = [...grown.hits.filter((hit) => !certain.has(hit)), ...grown.left];
  return gather(index, source, certain, [...strong, ...rescue(index, source, strong, weak)], options);
}

/**
 * Best chains first: words of the draft that a better chain has taken are not told again by a repeat in the source.
 * `left` are the chains too short to be worth growing unless something certain lies beside them.
 */
function growAll(index: DraftIndex, source: Normalised, all: Chain[]): { hits: Hit[]; left: Hit[] } {
  const taken = new Uint8Array(index.draft.codes.length);
  const hits: Hit[] = [];
  const left: Hit[] = [];
  for (const whole of all) {
    const chain = share(taken, whole) > 0.1 ? remainder(whole, index.seeds, taken) : whole;
    if (!chain) continue;
    if (chain.score < GROWN) {
      left.push(chain);
      continue;
    }
    const hit = extend(chain, index.draft, source, index.masked, index.extension);
    if (share(taken, hit) > 0.5) continue;
    hits.push(hit);
    if (hit.score >= TAKES) taken.fill(1, hit.draft, hit.draftEnd);
  }
  return { hits, left: left.filter((chain) => share(taken, chain) <= 0.5) };
}

/** Share of a hit's draft units that are taken. */
function share(taken: Uint8Array, hit: Hit): number {
  let count = 0;
  for (let i = hit.draft; i < hit.draftEnd; i++) count += taken[i]!;
  return count / (hit.draftEnd - hit.draft);
}

/** A short passage may not be held together by what is masked in it: its length is at most so many times its own units. */
const WHOLE = 1.25;
/** How much more must be proven where the source's words have been claimed already: one text is seldom copied twice. */
const TWICE = 3;

/**
 * What a hit needs less where it stands between marks on both sides, a clause word for word and not a run of words: units,
 * of the weight, and of the share that a short one needs.
 */
const CLAUSE_LESS = 2;
const CLAUSE_WEIGHT = 0.7;
const CLAUSE_SHARE = 0.5;

/** Whether a hit stands between marks on both sides of it, here and in the source. */
function isClause(draft: Normalised, source: Normalised, hit: Hit): boolean {
  return (
    begins(draft, hit.draft) &&
    begins(draft, hit.draftEnd) &&
    begins(source, hit.source) &&
    begins(source, hit.sourceEnd)
  );
}

/** The hits that prove copying by themselves. */
function proven(index: DraftIndex, source: Normalised, hits: Hit[], options: CompareOptions): Hit[] {
  const claimed = new Uint8Array(source.codes.length);
  const kept: Hit[] = [];
  for (const hit of [...hits].sort((x, y) => y.score - x.score)) {
    const units = ownUnits(index, hit);
    const short = units < options.minimum;
    const clause = isClause(index.draft, source, hit);
    const least = options.shortMinimum * options.minimum - (clause ? CLAUSE_LESS : 0);
    if (units < least || hit.score < (short ? least - 1 : options.score)) continue;
    if (short && hit.draftEnd - hit.draft > units * WHOLE) continue;
    let again = 0;
    for (let i = hit.source; i < hit.sourceEnd; i++) again += claimed[i]!;
    const weight = evidence(index, hit);
    const needed =
      (clause ? options.weight * CLAUSE_WEIGHT : options.weight) * (again * 2 > hit.sourceEnd - hit.source ? TWICE : 1);
    const share = !short ? options.weightShare : clause ? CLAUSE_SHARE : options.shortShare;
    if (weight < needed || weight / units < share) continue;
    claimed.fill(1, hit.source, hit.sourceEnd);
    kept.push(hit);
  }
  return kept;
}

function ownUnits(index: DraftIndex, hit: Hit): number {
  let units = 0;
  for (let i = hit.draft; i < hit.draftEnd; i++) units += 1 - index.apart[i]!;
  return units;
}

/** Weight of a unit in a run too short to hold a gram. */
const SHORT = 0.7;

/**
 * What the exact matches inside a hit prove: the sum over their own units of the weight of the rarest gram in the run
 * that covers the unit. Words that only resemble each other prove nothing.
 */
function evidence(index: DraftIndex, hit: Hit): number {
  const { apart, weights, seeds } = index;
  const rarest = new Float32Array(hit.draftEnd - hit.draft);
  for (let s = firstAt(seeds, hit.source); s < seeds.count && seeds.source[s]! < hit.sourceEnd; s++) {
    const start = Math.max(hit.draft, seeds.draft[s]!);
    const end = Math.min(hit.draftEnd, seeds.draft[s]! + seeds.length[s]!);
    if (end - start < SEED) continue;
    for (let i = start; i < end && end - start < GRAM; i++)
      rarest[i - hit.draft] = Math.max(rarest[i - hit.draft]!, SHORT);
    for (let g = start; g <= end - GRAM; g++) {
      const weight = weights[g]!;
      for (let i = g; i < g + GRAM; i++) if (weight > rarest[i - hit.draft]!) rarest[i - hit.draft] = weight;
    }
  }
  let sum = 0;
  for (let i = hit.draft; i < hit.draftEnd; i++) if (apart[i] === 0) sum += rarest[i - hit.draft]!;
  return sum;
}

/** First seed at or behind a source position. */
function firstAt(seeds: Seeds, source: number): number {
  let low = 0;
  let high = seeds.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (seeds.source[middle]! < source) low = middle + 1;
    else high = middle;
  }
  return low;
}
