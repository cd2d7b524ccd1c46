import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { withoutBlanks } from "../model/blank.ts";
import { simplify } from "../model/simplify.ts";

/** Stands in where `gwlint.yaml` has no `fingerprint-key`. Public, so it identifies findings and hides nothing. */
export const PUBLIC_KEY = "gwlint";

/** HMAC-SHA-256 with one key, as the first 32 hex digits. */
type Digest = (words: string) => string;

/**
 * The key's own two blocks are hashed once a run, and one state serves every finding: setting both up anew was two thirds
 * of what a fingerprint cost.
 */
function digestWith(key: string): Digest {
  const keyed = hmac.create(sha256, utf8ToBytes(key));
  const state = keyed.clone();
  const digest = new Uint8Array(keyed.outputLen);
  return (words) => {
    keyed._cloneInto(state).update(bytesOf(words)).digestInto(digest);
    return bytesToHex(digest.subarray(0, 16));
  };
}

const encoder = new TextEncoder();
const room = new Uint8Array(3 * 1024);

/** UTF-8, in one place kept for it where there is room; good until the next call. */
function bytesOf(words: string): Uint8Array {
  if (words.length * 3 > room.length) return encoder.encode(words);
  return room.subarray(0, encoder.encodeInto(words, room).written);
}

let latest: { key: string; digest: Digest } | null = null;

/**
 * Numbers findings so that they survive edits elsewhere: HMAC-SHA-256 over rule, part, normalised sentence and
 * occurrence. Neither clause numbers nor measured values go in; a document-level finding has no sentence.
 */
export function fingerprinter(key: string): (rule: string, part: string, sentence: string) => string {
  if (latest?.key !== key) latest = { key, digest: digestWith(key) };
  const { digest } = latest;
  const seen = new Map<string, number>();
  return (rule, part, sentence) => {
    const identity = `${rule}\u0000${part}\u0000${withoutBlanks(simplify(sentence))}`;
    const occurrence = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, occurrence);
    return digest(`${identity}\u0000${occurrence}`);
  };
}
