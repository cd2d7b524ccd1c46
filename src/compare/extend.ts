import type { Hit } from "./hit.ts";
import type { Normalised } from "./normalise.ts";

/** Half width of the band: insertions and deletions that may stand open at once. */
const BAND = 12;
const WIDTH = 2 * BAND + 1;
/** Longest growth at either end; a longer passage has further seeds. */
const REACH = 400;
/** A growth that falls this far below its best is given up. */
const DROP = 12;
const MATCH = 1;
const MISMATCH = -1;
const SPACE = -1.5;

/** Two rows of the band, kept between calls. */
export interface ExtendScratch {
  row: Float32Array;
  last: Float32Array;
}

export function extendScratch(): ExtendScratch {
  return { row: new Float32Array(WIDTH + 2), last: new Float32Array(WIDTH + 2) };
}

/** What a growth reached: units taken on both sides and what they add to the score. */
export interface Growth {
  draft: number;
  source: number;
  score: number;
}

/**
 * Grows an alignment from (draft, source) in direction `step` (1 forwards, −1 backwards from the unit before) by banded
 * alignment. Equal units count 1, masked ones 0, so that a growth never ends in a mask.
 */
export function grow(
  draft: Uint16Array,
  source: Uint16Array,
  masked: Uint8Array,
  from: { draft: number; source: number },
  step: 1 | -1,
  limit: { draft: number; source: number },
  scratch: ExtendScratch,
): Growth {
  const rows = Math.min(REACH, limit.draft);
  const columns = Math.min(REACH + BAND, limit.source);
  let { row, last } = scratch;
  const best: Growth = { draft: 0, source: 0, score: 0 };
  last.fill(-1e9);
  for (let d = 0; d <= BAND; d++) last[d + BAND + 1] = d * SPACE;
  for (let i = 1; i <= rows; i++) {
    row.fill(-1e9);
    let top = -1e9;
    const at = from.draft + step * (i - 1);
    const code = draft[step === 1 ? at : at - 1]!;
    const value = masked[step === 1 ? at : at - 1] === 1 ? 0 : MATCH;
    for (let d = -BAND; d <= BAND; d++) {
      const j = i + d;
      if (j < 0 || j > columns) continue;
      const slot = d + BAND + 1;
      let score = last[slot + 1]! + SPACE;
      if (j > 0) {
        const other = source[step === 1 ? from.source + j - 1 : from.source - j]!;
        const straight = last[slot]! + (other === code ? value : MISMATCH);
        if (straight > score) score = straight;
        const across = row[slot - 1]! + SPACE;
        if (across > score) score = across;
      }
      row[slot] = score;
      if (score > top) top = score;
      if (score > best.score) {
        best.score = score;
        best.draft = i;
        best.source = j;
      }
    }
    if (top < best.score - DROP) break;
    const swap = last;
    last = row;
    row = swap;
  }
  return best;
}

/** The hit with both ends grown as far as the texts agree. */
export function extend(
  hit: Hit,
  draft: Normalised,
  source: Normalised,
  masked: Uint8Array,
  scratch: ExtendScratch,
): Hit {
  const a = draft.codes;
  const b = source.codes;
  const after = grow(
    a,
    b,
    masked,
    { draft: hit.draftEnd, source: hit.sourceEnd },
    1,
    { draft: a.length - hit.draftEnd, source: b.length - hit.sourceEnd },
    scratch,
  );
  const before = grow(
    a,
    b,
    masked,
    { draft: hit.draft, source: hit.source },
    -1,
    { draft: hit.draft, source: hit.source },
    scratch,
  );
  return {
    draft: hit.draft - before.draft,
    draftEnd: hit.draftEnd + after.draft,
    source: hit.source - before.source,
    sourceEnd: hit.sourceEnd + after.source,
    score: hit.score + before.score + after.score,
    certain: hit.certain,
  };
}
