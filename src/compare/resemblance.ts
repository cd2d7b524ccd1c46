import type { Hit } from "./hit.ts";
import type { Normalised } from "./normalise.ts";

/** Units before and behind a hit in the source where the words beside it may come from. */
const AROUND = 200;
/** Share of its pairs of units that a reworded piece keeps; words of one's own have a fifth of theirs by chance. */
const KEPT = 0.4;
const SLOTS = 1 << 13;

/**
 * Whether the draft's units `from` … `to` are a reworded piece of what stands around these hits in the source: most of
 * their pairs of neighbours stand there too. Linear in the piece and the surroundings.
 */
export function resembles(
  draft: Normalised,
  source: Normalised,
  from: number,
  to: number,
  hits: readonly Hit[],
): boolean {
  const seen = new Uint8Array(SLOTS);
  for (const hit of hits) {
    mark(source.codes, hit.source - AROUND, hit.source, seen);
    mark(source.codes, hit.sourceEnd, hit.sourceEnd + AROUND, seen);
  }
  let kept = 0;
  for (let i = from; i + 1 < to; i++) kept += seen[slot(draft.codes, i)]!;
  return kept >= KEPT * (to - from - 1);
}

function mark(codes: Uint16Array, from: number, to: number, seen: Uint8Array): void {
  for (let i = Math.max(0, from); i + 1 < Math.min(to, codes.length); i++) seen[slot(codes, i)] = 1;
}

function slot(codes: Uint16Array, at: number): number {
  return (Math.imul(codes[at]!, 0x9e37) + Math.imul(codes[at + 1]!, 0x79b9)) & (SLOTS - 1);
}
