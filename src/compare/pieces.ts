import type { DraftIndex } from "./align.ts";
import type { Hit } from "./hit.ts";
import type { Stretch } from "./merge.ts";
import type { Normalised } from "./normalise.ts";
import { SEED } from "./seeds.ts";

/** Units beyond a stretch, on the draft and on the source, in which its pieces are looked for. */
const REACH = 80;
/** Units of a piece between two marks; 归侨、 is one. */
const SHORTEST = 2;
/** Places of the draft one source position may match. */
const OCCURRENCES = 6;
/** Outside the stretch: words left over that end the search, and what growing must gain. */
const DROP = 10;
const BUCKETS = 1 << 12;

/** Draft units in which pieces may be found: `from` … `to`, without those that `taken` has. */
export interface Room {
  from: number;
  to: number;
  taken: Uint8Array;
}

interface Match {
  draft: number;
  source: number;
  length: number;
}

/**
 * The small change of a passage: words too short to be a seed that stand between two marks here and in the source's
 * stretch too (旱情、再生水、), and runs whose better-known twin lies elsewhere in the source. Inside the stretch all of
 * them count, beyond its ends only as long as they are more than the words left over. Linear in the stretch.
 */
export function pieces(index: DraftIndex, source: Normalised, stretch: Stretch, room: Room): Hit[] {
  const from = Math.max(room.from, stretch.draft - REACH);
  const to = Math.min(room.to, stretch.draftEnd + REACH);
  const free = new Uint8Array(to - from).fill(1);
  for (let i = from; i < to; i++) if (room.taken[i] === 1) free[i - from] = 0;
  for (const hit of stretch.hits) {
    for (let i = Math.max(from, hit.draft); i < Math.min(to, hit.draftEnd); i++) free[i - from] = 0;
  }
  const found = chosen(matches(index.draft, source, stretch, from, free), free, from);
  const [first, last] = ends(index, stretch, from, free);
  return found
    .filter((match) => match.draft >= first && match.draft + match.length <= last)
    .map(({ draft, source: at, length }) => ({
      draft,
      draftEnd: draft + length,
      source: at,
      sourceEnd: at + length,
      score: index.open[draft + length]! - index.open[draft]!,
      certain: false,
    }));
}

/** Exact matches of free draft units with the source around the stretch. */
function matches(draft: Normalised, source: Normalised, stretch: Stretch, from: number, free: Uint8Array): Match[] {
  const a = draft.codes;
  const b = source.codes;
  const isFree = (unit: number) => free[unit - from] === 1;
  const heads = new Int32Array(BUCKETS).fill(-1);
  const next = new Int32Array(free.length);
  const bucket = (codes: Uint16Array, at: number) => (Math.imul(codes[at]!, 31) + codes[at + 1]!) & (BUCKETS - 1);
  let any = false;
  for (let i = from + free.length - SHORTEST; i >= from; i--) {
    if (!isFree(i) || !isFree(i + 1)) continue;
    const slot = bucket(a, i);
    next[i - from] = heads[slot]!;
    heads[slot] = i;
    any = true;
  }
  const found: Match[] = [];
  const low = Math.max(0, stretch.source - REACH);
  const high = Math.min(b.length, stretch.sourceEnd + REACH);
  for (let j = low; any && j + SHORTEST <= high; j++) {
    let tried = 0;
    for (let p = heads[bucket(b, j)]!; p >= 0 && tried < OCCURRENCES; p = next[p - from]!) {
      if (a[p] !== b[j] || a[p + 1] !== b[j + 1]) continue;
      tried++;
      if (j > low && isFree(p - 1) && a[p - 1] === b[j - 1]) continue;
      let length = SHORTEST;
      while (j + length < high && isFree(p + length) && a[p + length] === b[j + length]) length++;
      const piece = whole(draft, source, { draft: p, source: j, length }, isFree);
      if (piece) found.push(piece);
    }
  }
  return found;
}

/** The part of a match that stands between marks on both sides, or all of it where it is as long as a seed. */
function whole(draft: Normalised, source: Normalised, match: Match, isFree: (unit: number) => boolean): Match | null {
  if (match.length >= SEED) return match;
  const cut = (at: number) =>
    (begins(draft, match.draft + at) && begins(source, match.source + at)) ||
    (at === 0 && !isFree(match.draft - 1)) ||
    (at === match.length && !isFree(match.draft + at));
  let first = 0;
  while (first < match.length && !cut(first)) first++;
  let last = match.length;
  while (last > first && !cut(last)) last--;
  const piece = { draft: match.draft + first, source: match.source + first, length: last - first };
  let words = 0;
  for (let i = 0; i < piece.length; i++) {
    if (draft.codes[piece.draft + i]! > 0x3400 && draft.enumerators[piece.draft + i] === 0) words++;
  }
  return words >= SHORTEST ? piece : null;
}

/** Whether something is left out before a unit: a mark, a line break. */
export function begins({ starts, ends }: Normalised, at: number): boolean {
  return at === 0 || at >= starts.length || starts[at]! > ends[at - 1]!;
}

/** The longest first, none on another's words; sets `free` to 2 where words are matched. */
function chosen(found: Match[], free: Uint8Array, from: number): Match[] {
  return [...found]
    .sort((x, y) => y.length - x.length || x.draft - y.draft)
    .filter(({ draft, length }) => {
      for (let i = draft; i < draft + length; i++) if (free[i - from] !== 1) return false;
      free.fill(2, draft - from, draft - from + length);
      return true;
    });
}

/** How far the matched words outweigh those left over, before and behind the stretch. Set phrases outweigh nothing. */
function ends(index: DraftIndex, stretch: Stretch, from: number, free: Uint8Array): [number, number] {
  const walk = (start: number, step: 1 | -1) => {
    let balance = 0;
    let best = 0;
    let end = start;
    for (let i = step === 1 ? start : start - 1; i >= from && i < from + free.length; i += step) {
      if (free[i - from] === 0) break;
      if (free[i - from] === 2) balance += 1 - index.apart[i]!;
      else balance -= 1 - index.masked[i]!;
      if (balance > best) {
        best = balance;
        end = step === 1 ? i + 1 : i;
      } else if (balance < best - DROP) break;
    }
    return end;
  };
  return [walk(stretch.draft, -1), walk(stretch.draftEnd, 1)];
}
