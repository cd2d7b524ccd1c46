import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import { type Entry, readEntry, type Sealed } from "./entry.ts";

/** Bytes looked at around the place where a key should stand; keys are hashes and lie evenly. */
const WINDOW = 8 * 1024;

/** A cache open for looking things up: nothing of it is held in memory. */
export interface Lookup {
  find(key: string): Entry | null;
  /** The sealed line of an entry found; null where it cannot be had. */
  sealed(key: string, at: Sealed): Buffer | null;
  close(): void;
}

interface Bucket {
  file: number;
  size: number;
}

/** The name of the file that holds a key: one of 256. */
export const bucketName = (key: string) => key.slice(0, 2);
/** Beside it, one behind another, the sealed lines its entries point to. */
export const sealedName = (bucket: string) => `${bucket}.sealed`;

export function openLookup(folder: string): Lookup {
  const buckets = new Map<string, Bucket | null>();
  const window = Buffer.alloc(WINDOW);
  function bucket(name: string): Bucket | null {
    let known = buckets.get(name);
    if (known === undefined) buckets.set(name, (known = openBucket(join(folder, name))));
    return known;
  }
  return {
    find(key) {
      const found = bucket(bucketName(key));
      return found && findIn(found, key, window);
    },
    sealed(key, { run, offset, length }) {
      const lines = run === null ? bucket(sealedName(bucketName(key))) : null;
      if (!lines || offset + length > lines.size) return null;
      const bytes = Buffer.allocUnsafe(length);
      return readSync(lines.file, bytes, 0, length, offset) === length ? bytes : null;
    },
    close() {
      for (const one of buckets.values()) if (one) closeSync(one.file);
      buckets.clear();
    },
  };
}

function openBucket(path: string): Bucket | null {
  try {
    const file = openSync(path, "r");
    return { file, size: fstatSync(file).size };
  } catch {
    // What cannot be read is a cache that does not know.
    return null;
  }
}

/** Sorted lines: look where the key should be, then halve what is left. */
function findIn({ file, size }: Bucket, key: string, window: Buffer): Entry | null {
  let low = 0;
  let high = size;
  let guess = Math.floor((Number.parseInt(key.slice(2, 10), 16) / 0x1_0000_0000) * size);
  while (low < high) {
    const start = Math.max(low, Math.min(guess - WINDOW / 2, high - WINDOW));
    const length = readSync(file, window, 0, Math.min(WINDOW, size - start), start);
    // `low` always begins a line; anywhere else the piece before the first newline belongs to a line begun earlier.
    const first = start === low ? 0 : window.subarray(0, length).indexOf(10) + 1;
    const last = window.subarray(0, length).lastIndexOf(10);
    if (last < first) return null;
    const at = window.subarray(0, last + 1).indexOf(`${key} `, first, "latin1");
    if (at >= 0 && (at === 0 || window[at - 1] === 10)) {
      return readEntry(window.toString("latin1", at, window.indexOf(10, at)));
    }
    if (key < window.toString("latin1", first, first + key.length)) high = start + first;
    else if (start + last + 1 >= high) return null;
    else {
      const lastLine = window.subarray(0, last).lastIndexOf(10) + 1;
      if (key < window.toString("latin1", lastLine, lastLine + key.length)) return null;
      low = start + last + 1;
    }
    guess = (low + high) >> 1;
  }
  return null;
}
