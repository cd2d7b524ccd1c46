import { finish, gramHashes } from "../../compare/hash.ts";
import { classTable, DIGITS } from "../../compare/normalise.ts";

/** Bins of a sketch: an estimate of 0.8 is then off by 0.05 (one standard deviation). */
export const BINS = 64;
/** Neighbouring units of a gram. */
const GRAM = 5;
/** Below so many grams two texts are alike by their formulas alone. */
const FEWEST = 120;

/** Room for the units and grams of one text, kept for the next. */
let folded = new Uint16Array(0);
let hashes = new Uint32Array(0);

/**
 * Sketch of a text's wording by one permutation of its grams (Li, Owen & Zhang 2012): the least hash of each of 64 bins,
 * an empty bin taking that of the next one behind it that has one. 16 bits of each are kept, 128 bytes in base64; null for
 * a text of fewer than 120 grams. Numbers, level words and punctuation make no difference.
 */
export function sketchOf(text: string): string | null {
  if (hashes.length < text.length) {
    folded = new Uint16Array(text.length * 2);
    hashes = new Uint32Array(text.length * 2);
  }
  const count = gramHashes(folded.subarray(0, fold(text, folded)), GRAM, hashes);
  if (count < FEWEST) return null;
  const least = new Float64Array(BINS).fill(Number.POSITIVE_INFINITY);
  for (let i = 0; i < count; i++) {
    const bin = hashes[i]! & (BINS - 1);
    if (hashes[i]! < least[bin]!) least[bin] = hashes[i]!;
  }
  const bytes = new Uint8Array(BINS * 2);
  for (let bin = 0; bin < BINS; bin++) {
    let from = bin;
    let steps = 0;
    while (least[from] === Number.POSITIVE_INFINITY) {
      from = (from + 1) % BINS;
      steps++;
    }
    const kept = finish(least[from]! ^ Math.imul(steps, 0x9e3779b1)) & 0xffff;
    bytes[bin * 2] = kept & 0xff;
    bytes[bin * 2 + 1] = kept >> 8;
  }
  return btoa(String.fromCharCode.apply(null, bytes as unknown as number[]));
}

/** Letters and numbers alone: simplified, lower case, half width, a run of digits as one unit. Returns how many. */
function fold(text: string, codes: Uint16Array): number {
  const classes = classTable();
  let n = 0;
  for (let i = 0; i < text.length; i++) {
    const code = classes[text.charCodeAt(i)]!;
    if (code !== 0 && (code !== DIGITS || codes[n - 1] !== DIGITS)) codes[n++] = code;
  }
  return n;
}

/** The bins of a sketch. */
export function openSketch(sketch: string): Uint16Array {
  const text = atob(sketch);
  const bins = new Uint16Array(BINS);
  for (let i = 0; i < BINS; i++) bins[i] = text.charCodeAt(i * 2) | (text.charCodeAt(i * 2 + 1) << 8);
  return bins;
}

/** Estimated share of grams that two texts have in common, 0–1: of all grams that either has. */
export function sketchLikeness(a: Uint16Array, b: Uint16Array): number {
  let same = 0;
  for (let i = 0; i < BINS; i++) if (a[i] === b[i]) same++;
  return same / BINS;
}

/** Bins of a band: two texts that share 0.8 agree in one of the 16 bands with probability 0.9998, at 0.5 with 0.64. */
const BAND = 4;

/** Keys of the bands of a sketch, mixed with `seed`: equal in two documents of one seed with like wording. */
export function bandsOf(sketch: Uint16Array, seed: number): Uint32Array {
  const bands = new Uint32Array(BINS / BAND);
  for (let band = 0; band < bands.length; band++) {
    let key = finish(seed ^ band);
    for (let i = 0; i < BAND; i++) key = finish(key ^ sketch[band * BAND + i]!) | 0;
    bands[band] = key >>> 0;
  }
  return bands;
}
