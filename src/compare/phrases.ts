import { gramHashes } from "./hash.ts";
import { normalise } from "./normalise.ts";
import { PHRASES } from "./phrases.data.ts";

/** A phrase is known by its 6-grams, so that a shortened or lengthened form is known too. */
const GRAM = 6;

interface PhraseTable {
  hashes: Set<number>;
  /** 1 where a hash may be in the set, by its low 16 bits. */
  presence: Uint8Array;
}

let table: PhraseTable | null = null;

function phraseTable(): PhraseTable {
  if (table) return table;
  const hashes = new Set<number>();
  const presence = new Uint8Array(0x10000);
  for (const phrase of PHRASES.split("\n")) {
    const { codes } = normalise(phrase);
    const out = new Uint32Array(codes.length);
    const count = gramHashes(codes, GRAM, out);
    for (let i = 0; i < count; i++) {
      hashes.add(out[i]!);
      presence[out[i]! & 0xffff] = 1;
    }
  }
  table = { hashes, presence };
  return table;
}

/** Sets `masked` to 1 where `codes` (a normalised text) says a set phrase or a required political wording. */
export function maskPhrases(codes: Uint16Array, masked: Uint8Array): void {
  const { hashes, presence } = phraseTable();
  const out = new Uint32Array(codes.length);
  const count = gramHashes(codes, GRAM, out);
  for (let i = 0; i < count; i++) {
    if (presence[out[i]! & 0xffff] === 1 && hashes.has(out[i]!)) masked.fill(1, i, i + GRAM);
  }
}
