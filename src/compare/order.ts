import type { Hit } from "./hit.ts";

/** Hits before this one that may be its predecessor. */
const LOOK_BACK = 64;
/** Units that have to stand elsewhere before a passage counts as reordered, and the shortest piece told as moved. */
const REORDERED = 8;
const SHORTEST = 3;

/** The hits of a passage by what their order says: those that keep the source's order, and those that were moved. */
export interface Order {
  kept: Hit[];
  moved: Hit[];
}

/**
 * Sorts the hits that lie in a stretch of the source into the heaviest run that rises on both sides and the rest. None
 * overlap on the draft. Null where next to nothing was moved, unless `always`.
 */
export function orderOf(hits: readonly Hit[], source: number, sourceEnd: number, always = false): Order | null {
  const apart = disjoint(hits.filter((hit) => hit.source >= source && hit.sourceEnd <= sourceEnd));
  const weights = apart.map(size);
  const before = apart.map(() => -1);
  let best = -1;
  for (let i = 0; i < apart.length; i++) {
    const own = weights[i]!;
    for (let j = Math.max(0, i - LOOK_BACK); j < i; j++) {
      if (apart[j]!.sourceEnd > apart[i]!.source || weights[j]! + own <= weights[i]!) continue;
      weights[i] = weights[j]! + own;
      before[i] = j;
    }
    if (best < 0 || weights[i]! > weights[best]!) best = i;
  }
  const inOrder = new Set<number>();
  for (let i = best; i >= 0; i = before[i]!) inOrder.add(i);
  const kept = apart.filter((_, i) => inOrder.has(i));
  const moved = apart.filter((hit, i) => !inOrder.has(i) && size(hit) >= SHORTEST);
  const isOrdered = moved.reduce((sum, hit) => sum + size(hit), 0) < REORDERED;
  if (isOrdered) return always ? { kept, moved: [] } : null;
  return { kept, moved };
}

function size(hit: Hit): number {
  return hit.draftEnd - hit.draft;
}

/** In draft order, each without the words that the one before it has. */
function disjoint(hits: readonly Hit[]): Hit[] {
  const out: Hit[] = [];
  let end = 0;
  for (const hit of [...hits].sort((x, y) => x.draft - y.draft || y.draftEnd - x.draftEnd)) {
    const cut = Math.max(0, end - hit.draft);
    if (hit.draftEnd - hit.draft <= cut || hit.sourceEnd - hit.source <= cut) continue;
    out.push(cut === 0 ? hit : { ...hit, draft: hit.draft + cut, source: hit.source + cut });
    end = hit.draftEnd;
  }
  return out;
}
