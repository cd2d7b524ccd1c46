import { SKETCH } from "./batch-writer.ts";
import type { OpenIndex } from "./open.ts";

/** Share of common least prints from which two texts are one text published twice. */
const SAME = 0.8;
const NONE = 0xffffffff;

/**
 * Whether two documents are nearly identical, by the least prints of both: of the least of their union, those that both have
 * estimate how much of all prints they share (Broder 1997).
 */
export function sameText(index: OpenIndex, a: number, b: number): boolean {
  const [x, y] = [index.partOf(a).sketch(a), index.partOf(b).sketch(b)];
  let common = 0;
  let union = 0;
  for (let i = 0, j = 0; union < SKETCH; union++) {
    const [left, right] = [x[i] ?? NONE, y[j] ?? NONE];
    if (left === NONE && right === NONE) break;
    if (left === right) common++;
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return union > 0 && common >= SAME * union;
}
