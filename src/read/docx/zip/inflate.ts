import { Inflate, inflateSync } from "fflate";
import type { Limits } from "../../../model/limits.ts";
import { inflateByEngine } from "../engine.ts";
import { megabytes, refuse } from "../refusal.ts";
import { crc32 } from "./crc32.ts";
import type { ZipEntry } from "./directory.ts";

const MB = 1024 * 1024;
/** Deflate packs 1032:1 at most, so a piece of this size cannot become more than 66 MB. */
const PIECE = 64 * 1024;

/** What was inflated of one file so far, for the bounds on the whole file. */
export interface InflateBudget {
  packed: number;
  inflated: number;
}

/** The bytes of one entry, within the limits, of the length and with the CRC that the directory states. */
export function inflateEntry(bytes: Uint8Array, entry: ZipEntry, limits: Limits, budget: InflateBudget): Uint8Array {
  charge(entry, limits, budget);
  return unpackEntry(bytes, entry);
}

/** Counts an entry against the limits, by the sizes that the directory states. */
export function charge(entry: ZipEntry, limits: Limits, budget: InflateBudget): void {
  if (entry.size > limits.partBytes) {
    refuse("too-large", "read.zip.part", {
      part: entry.name,
      limit: "partBytes",
      actual: megabytes(entry.size),
      max: megabytes(limits.partBytes),
    });
  }
  budget.packed += entry.packed;
  budget.inflated += entry.size;
  if (budget.inflated > limits.inflatedBytes) {
    refuse("too-large", "read.zip.total", {
      limit: "inflatedBytes",
      actual: megabytes(budget.inflated),
      max: megabytes(limits.inflatedBytes),
    });
  }
  if (budget.inflated > MB && budget.inflated > budget.packed * limits.ratio) {
    refuse("rejected-unsafe", "read.zip.ratio", {
      limit: "ratio",
      ratio: Math.floor(budget.inflated / budget.packed),
      max: limits.ratio,
    });
  }
}

/** The bytes of an entry that was charged, of the length and with the CRC that the directory states. */
export function unpackEntry(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const values = { part: entry.name };
  const packed = bytes.subarray(entry.dataAt, entry.dataAt + entry.packed);
  const quick = entry.method === 0 ? null : inflateByEngine(packed, entry.size, entry.crc);
  if (quick) return quick;
  const data = entry.method === 0 ? packed : inflate(packed, entry);
  if (data.length !== entry.size) refuse("rejected-unsafe", "read.zip.size", values);
  if (crc32(data) !== entry.crc) refuse("corrupt", "read.zip.crc", values);
  return data;
}

/** One byte more than stated is room enough to notice a size that lies; the caller compares the lengths. */
function inflate(packed: Uint8Array, entry: ZipEntry): Uint8Array {
  const out = new Uint8Array(entry.size + 1);
  if (packed.length === 0) refuse("corrupt", "read.zip.data", { part: entry.name });
  return damaged(entry, () => (packed.length <= PIECE ? inflateSync(packed, { out }) : inPieces(packed, out)));
}

function inPieces(packed: Uint8Array, out: Uint8Array): Uint8Array {
  let length = 0;
  const stream = new Inflate((chunk) => {
    out.set(chunk.subarray(0, out.length - length), length);
    length = Math.min(out.length, length + chunk.length);
  });
  for (let at = 0; at < packed.length && length < out.length; at += PIECE) {
    stream.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
  }
  return out.subarray(0, length);
}

/**
 * fflate reports broken data by throwing an Error with a number in `code`, and a stored block that runs over the room
 * we gave as a RangeError; anything else is not about the data.
 */
function damaged<T>(entry: ZipEntry, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Error && typeof (error as { code?: unknown }).code === "number") {
      refuse("corrupt", "read.zip.data", { part: entry.name });
    }
    if (error instanceof RangeError) refuse("rejected-unsafe", "read.zip.size", { part: entry.name });
    throw error;
  }
}
