import type { Hit } from "./hit.ts";

/** Hits of a passage that the next one may follow on. */
const RECENT = 4;
/** Units between two stretches of the source that may still be one passage: sentences moved about inside it. */
const SOURCE_REACH = 600;

/** A passage before it is put into words: the stretch on both sides and the hits it is made of, in draft order. */
export interface Stretch extends Hit {
  hits: Hit[];
}

/** Whether what the draft has between two hits belongs to their passage: reworded from what stands beside them, or put in between. */
export type Belongs = Record<"reworded" | "inserted", (before: Hit, after: Hit) => boolean>;

const NOTHING: Belongs = { reworded: () => false, inserted: () => false };

/**
 * Joins hits of one source that lie within `gap` unmasked units on the draft (`open` counts them). Their order in the source is free: words that
 * were moved about are one copied passage.
 */
export function merge(hits: Hit[], open: Uint32Array, gap: number, belongs: Belongs = NOTHING): Stretch[] {
  const sorted = [...hits].sort((x, y) => x.draft - y.draft || y.draftEnd - x.draftEnd);
  const merged: Stretch[] = [];
  for (const hit of sorted) {
    const last = merged.at(-1);
    const near = last !== undefined && isNear(last, hit, open, gap, belongs);
    if (!near) {
      merged.push({ ...hit, hits: [hit] });
      continue;
    }
    last.draftEnd = Math.max(last.draftEnd, hit.draftEnd);
    last.source = Math.min(last.source, hit.source);
    last.sourceEnd = Math.max(last.sourceEnd, hit.sourceEnd);
    last.score += hit.score;
    last.certain ||= hit.certain;
    last.hits.push(hit);
  }
  return merged.map(fitted);
}

/** One stretch out of hits in draft order. */
export function joined(hits: Hit[]): Stretch {
  const stretch = { ...hits[0]!, score: 0, hits };
  for (const hit of hits) {
    stretch.draftEnd = Math.max(stretch.draftEnd, hit.draftEnd);
    stretch.source = Math.min(stretch.source, hit.source);
    stretch.sourceEnd = Math.max(stretch.sourceEnd, hit.sourceEnd);
    stretch.score += hit.score;
    stretch.certain ||= hit.certain;
  }
  return fitted(stretch);
}

/** Units of the draft between two hits of one run. */
const RUN = 4;

/** A stretch cut wherever more than an edit is left over between its hits. */
export function runsOf({ hits }: Stretch): Stretch[] {
  const groups: Hit[][] = [];
  let end = 0;
  for (const hit of hits) {
    const last = groups.at(-1);
    if (last && hit.draft <= end + RUN) last.push(hit);
    else groups.push([hit]);
    end = Math.max(end, hit.draftEnd);
  }
  return groups.map(joined);
}

/** Units of the draft left over between two hits that say nothing against one passage, wherever they stand in the source. */
const BESIDE = 12;

/**
 * Two hits with few of the draft's own words between them are one passage. With more, only where the source agrees: the
 * hits stand as near there, before or behind, or among each other (sentences moved about; then over half as much gap
 * again) or where sentences of one's own were put between two that follow each other there. Two passages with a sentence of
 * one's own between them stay two.
 */
function isNear(last: Stretch, hit: Hit, open: Uint32Array, gap: number, { reworded, inserted }: Belongs): boolean {
  const apart = Math.max(hit.source - last.sourceEnd, last.source - hit.sourceEnd);
  if (apart > SOURCE_REACH) return false;
  const between = hit.draft <= last.draftEnd ? 0 : open[hit.draft]! - open[last.draftEnd]!;
  if (between <= BESIDE) return true;
  const before = last.hits.slice(-RECENT);
  if (before.some((one) => inserted(one, hit))) return true;
  if (between > (apart < 0 ? 1.5 * gap : gap)) return false;
  return apart <= 1.5 * between || reworded(before.at(-1)!, hit);
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
