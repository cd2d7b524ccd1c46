import type { DraftIndex } from "./align.ts";
import { extend } from "./extend.ts";
import type { Hit } from "./hit.ts";
import type { Normalised } from "./normalise.ts";

/** How near to a certain hit a weak one has to lie on the source, in units. */
const NEAR_SOURCE = 600;
/** How far it may lie on the draft. */
const NEAR_DRAFT = 120;
/** Least score of a hit right beside a certain one, and of one anywhere near. */
const BESIDE = 5;
const NEAR = 11;
/** Beyond this distance a set phrase is no rest: the hit has to say as many units of its own. */
const BESIDES = 4;
const OWN = 4;
/** Units of the draft that no certain hit has. */
const NEW = 4;
/** Certain hits looked back at. */
const RECENT = 6;
/** What growing may add to a short match. */
const SLACK = 6;

/**
 * Hits too weak to stand alone that lie beside a certain one on both sides: the rest of a passage whose sentences were
 * moved or reworded, and the set phrases in it. Works along the draft, once in either direction, so that a found rest
 * makes the next one near.
 */
export function rescue(index: DraftIndex, source: Normalised, strong: Hit[], weak: Hit[]): Hit[] {
  const taken = new Uint8Array(index.draft.codes.length);
  for (const hit of strong) taken.fill(1, hit.draft, hit.draftEnd);
  const found = new Map<Hit, Hit>();
  const sorted = [...strong, ...weak].sort((x, y) => x.draft - y.draft);
  for (const line of [sorted, [...sorted].reverse()]) {
    const recent: Hit[] = [];
    for (const hit of line) {
      if (!hit.certain && !found.has(hit)) {
        if (free(taken, hit.draft, hit.draftEnd) < NEW || need(hit, recent) > hit.score + SLACK) continue;
        const grown = extend(hit, index.draft, source, index.masked, index.extension);
        if (grown.score < need(grown, recent)) continue;
        if (free(taken, grown.draft, grown.draftEnd) * 2 < grown.draftEnd - grown.draft) continue;
        if (apartFrom(grown, recent) && !saysOwn(index, grown)) continue;
        found.set(hit, grown);
        taken.fill(1, grown.draft, grown.draftEnd);
      }
      recent.push(found.get(hit) ?? hit);
      if (recent.length > RECENT) recent.shift();
    }
  }
  return [...found.values()];
}

/** Score that a hit needs by its distance from the certain hits: logarithmic on both sides, never more than `NEAR`. */
function need(hit: Hit, others: Hit[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const other of others) {
    const source = between(hit.source, hit.sourceEnd, other.source, other.sourceEnd);
    const draft = between(hit.draft, hit.draftEnd, other.draft, other.draftEnd);
    if (source > NEAR_SOURCE || draft > NEAR_DRAFT) continue;
    least = Math.min(least, BESIDE + Math.log2(1 + draft / 4) + Math.log2(1 + source / 10));
  }
  return least === Number.POSITIVE_INFINITY ? least : Math.min(NEAR, least);
}

function apartFrom(hit: Hit, others: Hit[]): boolean {
  return others.every((other) => between(hit.draft, hit.draftEnd, other.draft, other.draftEnd) > BESIDES);
}

function free(taken: Uint8Array, start: number, end: number): number {
  let units = 0;
  for (let i = start; i < end; i++) units += 1 - taken[i]!;
  return units;
}

function between(start: number, end: number, from: number, to: number): number {
  return Math.max(0, start - to, from - end);
}

function saysOwn(index: DraftIndex, hit: Hit): boolean {
  let own = 0;
  for (let i = hit.draft; i < hit.draftEnd; i++) if (index.apart[i] === 0 && index.weights[i]! > 0.5) own++;
  return own >= OWN;
}
