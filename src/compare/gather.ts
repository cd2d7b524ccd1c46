import type { DraftIndex } from "./align.ts";
import { trailingNumber } from "./edges.ts";
import type { Hit } from "./hit.ts";
import { type Alike, joined, merge, type Stretch } from "./merge.ts";
import type { Normalised } from "./normalise.ts";
import type { CompareOptions } from "./options.ts";
import { pieces } from "./pieces.ts";
import { resembles } from "./resemblance.ts";

/** Rounds in which a passage takes up its pieces; each begins where the last one ended. */
const ROUNDS = 4;
/** Words left over that weigh against a weak hit: all but the few that an edit leaves. */
const leftOver = (units: number) => Math.max(0, units - 4);
/** Share of a small stretch that a larger one beside it has to say as well to take it over. */
const TAKEN_OVER = 0.6;

/**
 * Passages out of one source's hits: merged, filled with their pieces, the larger ones first, and without weak hits at
 * the ends that are less than the words between them and the rest. `certain` are the hits that prove copying; a passage
 * has one.
 */
export function gather(
  index: DraftIndex,
  source: Normalised,
  certain: ReadonlySet<Hit>,
  hits: Hit[],
  options: CompareOptions,
): Stretch[] {
  const alike: Alike = (from, to, beside) => resembles(index.draft, source, from, to, beside);
  const first = merge(hits, index.open, options.mergeGap, alike);
  const kept = merge(filled(index, source, certain, first), index.open, options.mergeGap, alike);
  return kept
    .flatMap((stretch) => trimmed(stretch, certain, index))
    .map((stretch) => unnumbered(stretch, index.draft, source));
}

function filled(index: DraftIndex, source: Normalised, certain: ReadonlySet<Hit>, stretches: Stretch[]): Hit[] {
  const taken = new Uint8Array(index.draft.codes.length);
  const hits: Hit[] = [];
  for (const stretch of [...stretches].sort((x, y) => y.score - x.score)) {
    if (covered(taken, stretch) > TAKEN_OVER) continue;
    const all = [...stretch.hits];
    let grown = stretch;
    for (let round = 0; round < ROUNDS && stretch.hits.some((hit) => certain.has(hit)); round++) {
      const found = pieces(index, source, grown, { from: 0, to: taken.length, taken });
      if (found.length === 0) break;
      all.push(...found);
      const draft = Math.min(grown.draft, ...found.map((hit) => hit.draft));
      const draftEnd = Math.max(grown.draftEnd, ...found.map((hit) => hit.draftEnd));
      const beyond = draft < grown.draft || draftEnd > grown.draftEnd;
      grown = { ...grown, draft, draftEnd, hits: all };
      if (!beyond) break;
    }
    for (const hit of all) taken.fill(1, hit.draft, hit.draftEnd);
    hits.push(...all);
  }
  return hits;
}

function covered(taken: Uint8Array, { hits }: Stretch): number {
  let units = 0;
  let count = 0;
  for (const hit of hits) {
    for (let i = hit.draft; i < hit.draftEnd; i++) count += taken[i]!;
    units += hit.draftEnd - hit.draft;
  }
  return count / units;
}

/** A weak hit at an end belongs to the passage if it says more of its own than is left over between it and the rest. */
function trimmed(stretch: Stretch, certain: ReadonlySet<Hit>, index: DraftIndex): Stretch[] {
  const { open, apart } = index;
  const { hits } = stretch;
  let first = hits.findIndex((hit) => certain.has(hit));
  if (first < 0) return [];
  let last = hits.findLastIndex((hit) => certain.has(hit));
  const own = (from: number, to: number) => {
    let units = 0;
    for (let i = from; i < to; i++) units += 1 - apart[i]!;
    return units;
  };
  let end = 0;
  for (let i = first; i <= last; i++) end = Math.max(end, hits[i]!.draftEnd);
  for (let i = last + 1, balance = 0; i < hits.length; i++) {
    const hit = hits[i]!;
    balance += own(Math.max(end, hit.draft), hit.draftEnd) - leftOver(Math.max(0, open[hit.draft]! - open[end]!));
    end = Math.max(end, hit.draftEnd);
    if (balance >= 0) {
      last = i;
      balance = 0;
    }
  }
  let start = hits[first]!.draft;
  for (let i = first - 1, balance = 0; i >= 0; i--) {
    const hit = hits[i]!;
    balance +=
      own(hit.draft, Math.min(start, hit.draftEnd)) - leftOver(Math.max(0, open[start]! - open[hit.draftEnd]!));
    start = Math.min(start, hit.draft);
    if (balance >= 0) {
      first = i;
      balance = 0;
    }
  }
  if (first === 0 && last === hits.length - 1) return [stretch];
  return [joined(hits.slice(first, last + 1))];
}

/** A passage does not end with the number of the clause behind it. */
function unnumbered(stretch: Stretch, draft: Normalised, source: Normalised): Stretch {
  const mine = trailingNumber(draft, stretch.draft, stretch.draftEnd);
  if (mine === 0) return stretch;
  const draftEnd = stretch.draftEnd - mine;
  const sourceEnd = stretch.sourceEnd - trailingNumber(source, stretch.source, stretch.sourceEnd);
  const hits = stretch.hits.filter((hit) => hit.draft < draftEnd && hit.source < sourceEnd);
  return {
    ...stretch,
    draftEnd,
    sourceEnd,
    hits: hits.map((hit) => ({
      ...hit,
      draftEnd: Math.min(hit.draftEnd, draftEnd),
      sourceEnd: Math.min(hit.sourceEnd, sourceEnd),
    })),
  };
}
