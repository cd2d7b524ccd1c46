import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import type { PartEntry } from "./contents.ts";
import { IndexError } from "./error.ts";
import type { FileMark } from "./files.ts";
import { bucketOf, lowBits } from "./segment-writer.ts";

/** Segments up to this size are read at once; of larger ones only the buckets asked for. */
const RESIDENT = 1 << 24;

/** An open segment. */
export interface Segment {
  entry: PartEntry;
  stops: ReadonlySet<number>;
  /** Documents with the gram are put into `out` from `at` on, which has to have room for `room(hash)`; returns how many. */
  lookup(hash: number, out: Uint32Array, at: number): number;
  room(hash: number): number;
  close(): void;
}

export function openSegment(folder: string, entry: PartEntry): Segment {
  const { name, bits, files } = entry;
  const offsets = readWhole(folder, `${name}.off`, files.off);
  const stops = new Set(readWhole(folder, `${name}.stop`, files.stop));
  const file = openChecked(folder, `${name}.ent`, files.ent);
  const resident = files.ent.bytes <= RESIDENT ? readWhole(folder, `${name}.ent`, files.ent) : null;
  let scratch = new Uint32Array(256);
  const bucketFrom = (from: number, to: number) => {
    if (resident) return resident.subarray(from, to);
    if (scratch.length < to - from) scratch = new Uint32Array((to - from) * 2);
    fill(file, new Uint8Array(scratch.buffer, 0, (to - from) * 4), from * 4);
    return scratch.subarray(0, to - from);
  };
  const room = (hash: number) => {
    const bucket = bucketOf(hash, bits);
    return offsets[bucket + 1]! - offsets[bucket]!;
  };
  return {
    entry,
    stops,
    room,
    lookup(hash, out, at) {
      const bucket = bucketOf(hash, bits);
      const [from, to] = [offsets[bucket]!, offsets[bucket + 1]!];
      if (from === to) return 0;
      const postings = bucketFrom(from, to);
      const low = lowBits(hash, bits);
      let n = 0;
      for (let i = 0; i < postings.length; i++) {
        const posting = postings[i]!;
        if (posting >>> 24 === low) out[at + n++] = posting & 0xffffff;
      }
      return n;
    },
    close: () => closeSync(file),
  };
}

/** Opens a file of the index; one that is gone or of another length is damage. */
export function openChecked(folder: string, name: string, mark: FileMark): number {
  let file: number;
  try {
    file = openSync(join(folder, name), "r");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    throw new IndexError("index.damaged", { folder, file: name });
  }
  if (fstatSync(file).size === mark.bytes) return file;
  closeSync(file);
  throw new IndexError("index.damaged", { folder, file: name });
}

/** A whole file of 32-bit numbers. */
export function readWhole(folder: string, name: string, mark: FileMark): Uint32Array {
  const file = openChecked(folder, name, mark);
  const bytes = new Uint8Array(mark.bytes);
  fill(file, bytes, 0);
  closeSync(file);
  return new Uint32Array(bytes.buffer);
}

/** Fills `bytes` from the file; it is known to be long enough. */
export function fill(file: number, bytes: Uint8Array, position: number): void {
  for (let at = 0; at < bytes.length; ) {
    const read = readSync(file, bytes, at, bytes.length - at, position + at);
    if (read === 0) throw new Error("a file of the index became shorter while it was read");
    at += read;
  }
}
