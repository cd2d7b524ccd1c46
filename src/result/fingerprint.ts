import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { simplify } from "../model/simplify.ts";

/** Stands in where `gwlint.yaml` has no `fingerprint-key`. Public, so it identifies findings and hides nothing. */
export const PUBLIC_KEY = "gwlint";

/**
 * Numbers findings so that they survive edits elsewhere: HMAC-SHA-256 over rule, part, normalised sentence and
 * occurrence. Neither clause numbers nor measured values go in; a document-level finding has no sentence.
 */
export function fingerprinter(key: string): (rule: string, part: string, sentence: string) => string {
  // The key's own two blocks are hashed once: with eight findings they are half of the work.
  const keyed = hmac.create(sha256, utf8ToBytes(key));
  const seen = new Map<string, number>();
  return (rule, part, sentence) => {
    const identity = [rule, part, simplify(sentence).replace(/[\s\u3000]+/g, "")].join("\u0000");
    const occurrence = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, occurrence);
    const digest = keyed
      .clone()
      .update(utf8ToBytes(`${identity}\u0000${occurrence}`))
      .digest();
    return bytesToHex(digest).slice(0, 32);
  };
}
