import { FREQUENCY, FREQUENCY_BITS, FREQUENCY_DOCUMENTS } from "./frequency.data.ts";
import { gramHashes } from "./hash.ts";

/** Units of a gram whose document frequency is counted. */
export const GRAM = 8;

/** Document frequencies as stored: 0 unseen or once, then 2, 3, 4, 5, 6–7, 8–11, 12 and more. */
export const STEPS = [1, 2, 3, 4, 5, 6.5, 9, 14] as const;

let slots: Uint8Array | null = null;

/** Six bits a character, two slots of three bits; decoded at the first comparison. */
function table(): Uint8Array {
  if (slots) return slots;
  slots = new Uint8Array(1 << FREQUENCY_BITS);
  for (let i = 0; i < FREQUENCY.length; i++) {
    const bits = sixBits(FREQUENCY.charCodeAt(i));
    slots[2 * i] = bits >> 3;
    slots[2 * i + 1] = bits & 7;
  }
  return slots;
}

/** 64 printable characters from 0 on, the backslash (0x5c) left out. */
function sixBits(code: number): number {
  return code > 0x5c ? code - 0x31 : code - 0x30;
}

const COMMON = Math.log(0.02 * FREQUENCY_DOCUMENTS);
const WEIGHTS = STEPS.map((df) => Math.max(0, Math.min(1, 1 - Math.log(df) / COMMON)));

/** Weight of the gram that begins at each unit, 0–1: 1 − ln(df) ÷ ln(2 % of the reference documents). */
export function gramWeights(codes: Uint16Array): Float32Array {
  const weights = new Float32Array(codes.length);
  const hashes = new Uint32Array(codes.length);
  const count = gramHashes(codes, GRAM, hashes);
  const df = table();
  const drop = 32 - FREQUENCY_BITS;
  for (let i = 0; i < count; i++) weights[i] = WEIGHTS[df[hashes[i]! >>> drop]!]!;
  return weights;
}
