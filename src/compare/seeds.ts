import type { Normalised } from "./normalise.ts";

/** Seed length. 5 finds what 6 loses at 20 % of edits; 4 costs six times the time. */
export const SEED = 5;
/** Places of the draft one source position may match: set phrases repeat, and every repeat costs time. */
const OCCURRENCES = 6;
const BASE = 0x01000193;
/** Units compared for every unit of the texts before matches are cut short: a text of one repeated word matches everywhere. */
const EFFORT = 8;
const CAPPED = 24;

/** All k-grams of the draft: hash buckets, chains through them, and a small map that says at once what is absent. */
export interface SeedTable {
  draft: Normalised;
  heads: Int32Array;
  next: Int32Array;
  presence: Uint8Array;
  shift: number;
  k: number;
}

/** Exact matches of draft and source, ordered by source position. */
export interface Seeds {
  draft: Int32Array;
  source: Int32Array;
  length: Int32Array;
  count: number;
}

export function seedTable(draft: Normalised, masked: Uint8Array, k = SEED): SeedTable {
  const { codes } = draft;
  const bits = Math.max(8, Math.min(20, Math.ceil(Math.log2(codes.length + 1)) + 1));
  const heads = new Int32Array(1 << bits).fill(-1);
  const next = new Int32Array(codes.length).fill(-1);
  const presence = new Uint8Array(0x10000);
  const shift = 32 - bits;
  const top = power(k - 1);
  let hash = 0;
  const hashes = new Int32Array(Math.max(0, codes.length - k + 1));
  for (let i = 0; i < codes.length; i++) {
    if (i >= k) hash = (hash - Math.imul(codes[i - k]!, top)) | 0;
    hash = (Math.imul(hash, BASE) + codes[i]!) | 0;
    if (i >= k - 1) hashes[i - k + 1] = hash;
  }
  // Backwards, so that a chain lists the draft's places from the front.
  for (let i = hashes.length - 1; i >= 0; i--) {
    if (masked[i] === 1 && masked[i + k - 1] === 1) continue;
    const mixed = Math.imul(hashes[i]!, 0x9e3779b1);
    presence[mixed & 0xffff] = 1;
    const bucket = mixed >>> shift;
    next[i] = heads[bucket]!;
    heads[bucket] = i;
  }
  return { draft, heads, next, presence, shift, k };
}

function power(exponent: number): number {
  let value = 1;
  for (let i = 0; i < exponent; i++) value = Math.imul(value, BASE);
  return value;
}

export function emptySeeds(): Seeds {
  return { draft: new Int32Array(1024), source: new Int32Array(1024), length: new Int32Array(1024), count: 0 };
}

function grown(list: Int32Array): Int32Array {
  const larger = new Int32Array(list.length * 2);
  larger.set(list);
  return larger;
}

/**
 * Streams the source once past the table and writes every maximal exact match of at least k units into `seeds`, one a
 * diagonal and stretch. `reached` is scratch for at least draft + source diagonals, all zero before and after.
 */
export function findSeeds(table: SeedTable, source: Normalised, reached: Int32Array, seeds: Seeds): void {
  const { heads, next, presence, shift, k } = table;
  const a = table.draft.codes;
  const b = source.codes;
  const top = power(k - 1);
  seeds.count = 0;
  let left = EFFORT * (a.length + b.length);
  let hash = 0;
  for (let i = 0; i < b.length; i++) {
    if (i >= k) hash = (hash - Math.imul(b[i - k]!, top)) | 0;
    hash = (Math.imul(hash, BASE) + b[i]!) | 0;
    if (i < k - 1) continue;
    const mixed = Math.imul(hash, 0x9e3779b1);
    if (presence[mixed & 0xffff] === 0) continue;
    const at = i - k + 1;
    let tried = 0;
    for (let p = heads[mixed >>> shift]!; p >= 0 && tried < OCCURRENCES; p = next[p]!) {
      let same = 0;
      while (same < k && a[p + same] === b[at + same]) same++;
      if (same < k) continue;
      tried++;
      const diagonal = at - p + a.length;
      const floor = reached[diagonal]!;
      if (floor > at) continue;
      const most = left > 0 ? b.length : CAPPED;
      let back = 0;
      while (back < most && at - back > floor && p - back > 0 && a[p - back - 1] === b[at - back - 1]) back++;
      let end = k;
      while (end < most && p + end < a.length && at + end < b.length && a[p + end] === b[at + end]) end++;
      reached[diagonal] = at + end;
      left -= end + back;
      if (seeds.count === seeds.draft.length) {
        seeds.draft = grown(seeds.draft);
        seeds.source = grown(seeds.source);
        seeds.length = grown(seeds.length);
      }
      seeds.draft[seeds.count] = p - back;
      seeds.source[seeds.count] = at - back;
      seeds.length[seeds.count] = end + back;
      seeds.count++;
    }
  }
  for (let s = 0; s < seeds.count; s++) reached[seeds.source[s]! - seeds.draft[s]! + a.length] = 0;
  sortBySource(seeds);
}

/** Nearly sorted already (only matches grown backwards are out of place): insertion. */
function sortBySource(seeds: Seeds): void {
  const { draft, source, length } = seeds;
  for (let i = 1; i < seeds.count; i++) {
    const s = source[i]!;
    if (source[i - 1]! <= s) continue;
    const d = draft[i]!;
    const l = length[i]!;
    let j = i;
    for (; j > 0 && source[j - 1]! > s; j--) {
      draft[j] = draft[j - 1]!;
      source[j] = source[j - 1]!;
      length[j] = length[j - 1]!;
    }
    draft[j] = d;
    source[j] = s;
    length[j] = l;
  }
}
