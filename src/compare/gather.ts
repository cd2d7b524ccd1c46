import type { DraftIndex } from "./align.ts";
import { trailingNumber } from "./edges.ts";
import type { Hit } from "./hit.ts";
import { type Belongs, joined, merge, type Stretch } from "./merge.ts";
import type { Normalised } from "./normalise.ts";
import type { CompareOptions } from "./options.ts";
import { pieces } from "./pieces.ts";
import { resembles } from "./resemblance.ts";
import { isInserted } from "./stops.ts";

/** Rounds in which a passage takes up its pieces; each begins where the last one ended. */
const ROUNDS = 4;
/** Words left over that weigh against a weak hit: all but the few that an edit leaves. */
const leftOver = (units: number) => Math.max(0, units - 4);
/** Share of a small stretch that a larger one beside it has to say as well to take it over. */
const TAKEN_OVER = 0.6;

/**
 * Passages out of one source's hits: merged, filled with their pieces, the larger ones first, and without weak hits at
 * the ends that are less than the words between them and the rest. A passage has a certain hit.
 */
export function gather(index: DraftIndex, source: Normalised, hits: Hit[], options: CompareOptions): Stretch[] {
  const belongs: Belongs = {
    reworded: (before, after) => resembles(index.draft, source, before.draftEnd, after.draft, [before, after]),
    inserted: (before, after) => isInserted(index.draft, source, before, after),
  };
  const first = merge(hits, index.open, options.mergeGap, belongs);
  const kept = merge(filled(index, source, first), index.open, options.mergeGap, belongs);
  return kept
    .flatMap((stretch) => trimmed(stretch, index, source))
    .map((stretch) => unnumbered(stretch, index.draft, source));
}

function filled(index: DraftIndex, source: Normalised, stretches: Stretch[]): Hit[] {
  const taken = new Uint8Array(index.draft.codes.length);
  const hits: Hit[] = [];
  for (const stretch of [...stretches].sort((x, y) => y.score - x.score)) {
    if (covered(taken, stretch) > TAKEN_OVER) continue;
    const all = [...stretch.hits];
    let grown = stretch;
    for (let round = 0; round < ROUNDS && stretch.certain; round++) {
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
function trimmed(stretch: Stretch, index: DraftIndex, source: Normalised): Stretch[] {
  const { open, apart, draft } = index;
  const { hits } = stretch;
  let first = hits.findIndex((hit) => hit.certain);
  if (first < 0) return [];
  let last = hits.findLastIndex((hit) => hit.certain);
  const own = (from: number, to: number) => {
    let units = 0;
    for (let i = from; i < to; i++) units += 1 - apart[i]!;
    return units;
  };
  const between = (before: Hit, after: Hit) =>
    isInserted(draft, source, before, after) ? 0 : leftOver(Math.max(0, open[after.draft]! - open[before.draftEnd]!));
  let edge = hits[first]!;
  for (let i = first; i <= last; i++) if (hits[i]!.draftEnd > edge.draftEnd) edge = hits[i]!;
  for (let i = last + 1, balance = 0; i < hits.length; i++) {
    const hit = hits[i]!;
    balance += own(Math.max(edge.draftEnd, hit.draft), hit.draftEnd) - between(edge, hit);
    if (hit.draftEnd > edge.draftEnd) edge = hit;
    if (balance >= 0) {
      last = i;
      balance = 0;
    }
  }
  edge = hits[first]!;
  for (let i = first - 1, balance = 0; i >= 0; i--) {
    const hit = hits[i]!;
    balance += own(hit.draft, Math.min(edge.draft, hit.draftEnd)) - between(hit, edge);
    if (hit.draft < edge.draft) edge = hit;
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
