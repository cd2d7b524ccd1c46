import type { PartEntry } from "./contents.ts";
import { beginFile } from "./files.ts";
import type { PairStore } from "./pairs.ts";

/** Postings a bucket holds on average, so that the offsets cost a quarter of a byte a posting. */
const BUCKET = 16;
/** Hash bits kept in a posting; the other 24 are the document's number. */
export const LOW_BITS = 8;
const LEAST_BITS = 4;
/** Most documents an index holds: 24 bits. */
export const DOCUMENTS = 1 << 24;

/** A gram in more documents than this tells nothing: of `count` documents 0.5 %, 200 at least. */
export const stopBound = (count: number) => Math.max(200, Math.floor(count * 0.005));

/**
 * Writes the postings of `count` documents: buckets by the top bits of the hash, in each the postings by hash and
 * document, low hash bits above the document's number. Grams over `stopBound` are listed instead.
 */
export function writeSegment(
  folder: string,
  name: string,
  count: number,
  pairs: PairStore,
): Pick<PartEntry, "postings" | "bits"> & { files: Pick<PartEntry["files"], "off" | "ent" | "stop"> } {
  const bits = Math.min(32 - LOW_BITS, Math.max(LEAST_BITS, Math.ceil(Math.log2((pairs.count + 1) / BUCKET))));
  const bound = stopBound(count);
  const offsets = new Uint32Array(2 ** bits + 1);
  const stops: number[] = [];
  const entries = beginFile(folder, `${name}.ent`);
  let postings = 0;
  for (const { hashes, docs } of pairs.slices()) {
    const out = new Uint32Array(hashes.length);
    let n = 0;
    for (let from = 0, to = 0; from < hashes.length; from = to) {
      const hash = hashes[from]!;
      while (to < hashes.length && hashes[to] === hash) to++;
      if (to - from > bound) {
        stops.push(hash);
        continue;
      }
      const low = lowBits(hash, bits) << 24;
      for (let i = from; i < to; i++) out[n++] = low | docs[i]!;
      offsets[bucketOf(hash, bits) + 1]! += to - from;
    }
    entries.write(out.subarray(0, n));
    postings += n;
  }
  for (let bucket = 1; bucket < offsets.length; bucket++) offsets[bucket]! += offsets[bucket - 1]!;
  const whole = (ending: string, content: Uint32Array) => {
    const file = beginFile(folder, `${name}.${ending}`);
    file.write(content);
    return file.finish();
  };
  const files = { ent: entries.finish(), off: whole("off", offsets), stop: whole("stop", Uint32Array.from(stops)) };
  return { postings, bits, files };
}

export const bucketOf = (hash: number, bits: number) => hash >>> (32 - bits);
export const lowBits = (hash: number, bits: number) => (hash >>> (32 - bits - LOW_BITS)) & 0xff;
