import type { Hit } from "./hit.ts";

/** Units between two stretches of the source that may still be one passage: sentences moved about inside it. */
const SOURCE_REACH = 600;

/** A passage before it is put into words: the stretch on both sides and the hits it is made of, in draft order. */
export interface Stretch extends Hit {
  hits: Hit[];
}

/**
 * Joins hits of one source that lie within `gap` unmasked units on the draft (`open` counts them). Their order in the source is free: words that
 * were moved about are one copied passage.
 */
export function merge(hits: Hit[], open: Uint32Array, gap: number): Stretch[] {
  const sorted = [...hits].sort((x, y) => x.draft - y.draft || y.draftEnd - x.draftEnd);
  const merged: Stretch[] = [];
  for (const hit of sorted) {
    const last = merged.at(-1);
    const near = last !== undefined && isNear(last, hit, open, gap);
    if (!near) {
      merged.push({ ...hit, hits: [hit] });
      continue;
    }
    last.draftEnd = Math.max(last.draftEnd, hit.draftEnd);
    last.source = Math.min(last.source, hit.source);
    last.sourceEnd = Math.max(last.sourceEnd, hit.sourceEnd);
    last.score += hit.score;
    last.hits.push(hit);
  }
  return merged.map(fitted);
}

/** Interleaved in the source (sentences moved about), two hits are one passage over half as much gap again. */
function isNear(last: Stretch, hit: Hit, open: Uint32Array, gap: number): boolean {
  if (hit.source - last.sourceEnd > SOURCE_REACH || last.source - hit.sourceEnd > SOURCE_REACH) return false;
  const interleaved = hit.source < last.sourceEnd && last.source < hit.sourceEnd;
  const between = hit.draft <= last.draftEnd ? 0 : open[hit.draft]! - open[last.draftEnd]!;
  return between <= (interleaved ? 1.5 * gap : gap);
}

/** Share of a passage's units that may be left out of its source stretch because they stand far away there. */
const STRAY = 0.35;

/**
 * A short repeat elsewhere in the source must not stretch the source side over words that were not copied: the outermost
 * hits there are left out while that saves more than three times their own length and they are a small part of the whole.
 */
function fitted(stretch: Stretch): Stretch {
  if (stretch.hits.length < 2) return stretch;
  const order = [...stretch.hits].sort((x, y) => x.source - y.source);
  const size = (hit: Hit) => hit.draftEnd - hit.draft;
  let spare = STRAY * stretch.hits.reduce((sum, hit) => sum + size(hit), 0);
  let first = 0;
  let last = order.length - 1;
  while (first < last) {
    const head = order[first + 1]!.source - order[first]!.source;
    const tail = order[last]!.sourceEnd - order[last - 1]!.sourceEnd;
    const front = head - 3 * size(order[first]!) > tail - 3 * size(order[last]!);
    const hit = front ? order[first]! : order[last]!;
    if ((front ? head : tail) <= 3 * size(hit) || size(hit) > spare) break;
    spare -= size(hit);
    if (front) first++;
    else last--;
  }
  let source = order[first]!.source;
  let sourceEnd = order[first]!.sourceEnd;
  for (let i = first; i <= last; i++) {
    source = Math.min(source, order[i]!.source);
    sourceEnd = Math.max(sourceEnd, order[i]!.sourceEnd);
  }
  return { ...stretch, source, sourceEnd };
}
