import { gramHashes } from "../compare/hash.ts";

/** Units a gram has. 6 keeps the right source among the first 20 at 20 % of edits; 8 loses one in twenty. */
export const GRAM = 6;
/** Grams a window has: one of them becomes a print, so every run of GRAM + WINDOW − 1 = 17 units has one in common. */
export const WINDOW = 12;

let hashes = new Uint32Array(1 << 16);

function hashed(codes: Uint16Array): number {
  if (hashes.length < codes.length) hashes = new Uint32Array(codes.length * 2);
  return gramHashes(codes, GRAM, hashes);
}

/**
 * Prints of a text by robust winnowing (Schleimer, Wilkerson and Aiken 2003): of every window of grams the least hash, the
 * last where two are equal. Sorted, each once; about 0.15 a unit. A text shorter than a window has one print.
 */
export function prints(codes: Uint16Array): Uint32Array {
  const count = hashed(codes);
  const chosen = new Uint32Array(count);
  let n = 0;
  let least = -1;
  let last = -1;
  for (let i = 0; i < count; i++) {
    if (least <= i - WINDOW) {
      least = i - WINDOW + 1;
      for (let j = least + 1; j <= i; j++) if (hashes[j]! <= hashes[least]!) least = j;
    } else if (least < 0 || hashes[i]! <= hashes[least]!) least = i;
    if (least === last || (i < WINDOW - 1 && i < count - 1)) continue;
    chosen[n++] = hashes[least]!;
    last = least;
  }
  return distinct(chosen.subarray(0, n).sort());
}

/** All grams of a draft, sorted, each once; those that lie wholly in `proofless` units are left out. */
export function grams(codes: Uint16Array, proofless: Uint8Array): Uint32Array {
  const count = hashed(codes);
  const chosen = new Uint32Array(count);
  let n = 0;
  let closed = 0;
  for (let i = 0; i < Math.min(GRAM, codes.length); i++) closed += proofless[i]!;
  for (let i = 0; i < count; i++) {
    if (closed < GRAM) chosen[n++] = hashes[i]!;
    closed += (proofless[i + GRAM] ?? 0) - proofless[i]!;
  }
  return distinct(chosen.subarray(0, n).sort());
}

function distinct(sorted: Uint32Array): Uint32Array {
  let n = 0;
  for (let i = 0; i < sorted.length; i++) if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[n++] = sorted[i]!;
  return sorted.slice(0, n);
}
