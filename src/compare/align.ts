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
import { nearStop } from "./stops.ts";

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
  const hits = proven(index, source, grown.hits, options);
  const strong = hits.filter((hit) => hit.certain);
  if (strong.length === 0) return [];
  const weak = [...hits.filter((hit) => !hit.certain), ...grown.left];
  return gather(index, source, [...strong, ...rescue(index, source, strong, weak)], options);
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

/** How much more must be proven where the source's words have been claimed already: one text is seldom copied twice. */
const TWICE = 3;

/**
 * What a whole sentence needs less than a run of words: share of the weight, score for every unit of `minimum`, and how
 * much of it has to be exact. It may be held together by so many masked units for one of its own.
 */
const SENTENCE_WEIGHT = 0.56;
const SENTENCE_SCORE = 0.65;
const SENTENCE_EXACT = 0.6;
const SENTENCE_MASKED = 1;

/** Whether a hit stands between places of this kind at both ends, here and in the source. */
function standsBetween(
  isPlace: (side: Normalised, at: number) => boolean,
  draft: Normalised,
  source: Normalised,
  hit: Hit,
): boolean {
  return (
    isPlace(draft, hit.draft) &&
    isPlace(draft, hit.draftEnd) &&
    isPlace(source, hit.source) &&
    isPlace(source, hit.sourceEnd)
  );
}

/** Whether a hit is a whole sentence or several, here and in the source, but for what an edit leaves at the ends. */
function isSentence(draft: Normalised, source: Normalised, hit: Hit): boolean {
  return standsBetween(nearStop, draft, source, hit);
}

/** What a clause between two marks needs: most of the weight, and hardly a word that is not exact and rare. */
const CLAUSE_WEIGHT = 0.8;
const CLAUSE_SHARE = 0.95;

/** Whether a hit stands between marks on both sides of it, here and in the source. */
function isClause(draft: Normalised, source: Normalised, hit: Hit): boolean {
  return standsBetween(begins, draft, source, hit);
}

/** The hits, those that prove copying by themselves as certain. */
function proven(index: DraftIndex, source: Normalised, hits: Hit[], options: CompareOptions): Hit[] {
  const claimed = new Uint8Array(source.codes.length);
  const best = [...hits].sort((x, y) => y.score - x.score);
  return best.map((hit) => {
    let again = 0;
    for (let i = hit.source; i < hit.sourceEnd; i++) again += claimed[i]!;
    const times = again * 2 > hit.sourceEnd - hit.source ? TWICE : 1;
    const certain = proves(index, source, hit, times, options);
    if (certain) claimed.fill(1, hit.source, hit.sourceEnd);
    return { ...hit, certain };
  });
}

/** A run of words has to be long and rare; a whole sentence that is mostly exact may be shorter. */
function proves(index: DraftIndex, source: Normalised, hit: Hit, times: number, options: CompareOptions): boolean {
  const units = ownUnits(index, hit);
  const length = hit.draftEnd - hit.draft;
  if (units < options.shortMinimum * options.minimum || hit.score < SENTENCE_SCORE * options.minimum) return false;
  const weight = evidence(index, hit);
  if (
    weight >= options.weight * times &&
    units >= options.minimum &&
    hit.score >= options.score &&
    weight >= options.weightShare * units
  ) {
    return true;
  }
  const { draft } = index;
  if (
    weight >= options.weight * CLAUSE_WEIGHT * times &&
    weight >= CLAUSE_SHARE * units &&
    isClause(draft, source, hit)
  )
    return true;
  return (
    weight >= options.weight * SENTENCE_WEIGHT * times &&
    weight >= options.shortShare * units &&
    hit.score >= SENTENCE_EXACT * length &&
    length <= units * (1 + SENTENCE_MASKED) &&
    isSentence(draft, source, hit)
  );
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
