import { closeSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";

/** Slices by the top eight bits of the hash: what is sorted at once. */
export const SLICES = 256;
/** Memory an index is written in unless said, MB, and the least that does: the program, a document, texts on the way. */
export const MEMORY = 300;
export const LEAST_MEMORY = 240;
/** What of it is no pairs, MB, and the bytes a pair takes: 8 in the buffer, as much again while it is sorted. */
const BESIDE = 236;
const PAIR = 16;

/** Pairs gathered in memory before they go to disk, so that a process stays within `memory` MB. */
export const pairsWithin = (memory: number) => Math.max(1 << 16, Math.floor(((memory - BESIDE) * 2 ** 20) / PAIR));

/** Prints and the document each belongs to. */
export interface Pairs {
  hashes: Uint32Array;
  docs: Uint32Array;
}

/** Pairs of any number in bounded memory: added in any order, given back slice by slice. */
export interface PairStore {
  readonly count: number;
  add(doc: number, prints: Uint32Array): void;
  /** Pairs of slices 0, 1 … 255, each sorted by hash, then as added. The arrays are reused by the next slice. */
  slices(): Generator<Pairs>;
  /** Removes what went to disk. */
  close(): void;
}

/** Runs of pairs spilled to `folder`; with fewer than `capacity` pairs nothing is written. */
export function pairStore(folder: string, capacity = pairsWithin(MEMORY)): PairStore {
  const buffer: Pairs = { hashes: new Uint32Array(1 << 16), docs: new Uint32Array(1 << 16) };
  const runs: Run[] = [];
  let filled = 0;
  let count = 0;
  const room = (wanted: number) => {
    if (wanted <= buffer.hashes.length) return;
    const size = Math.min(capacity, Math.max(wanted, buffer.hashes.length * 2));
    for (const side of ["hashes", "docs"] as const) {
      const larger = new Uint32Array(size);
      larger.set(buffer[side].subarray(0, filled));
      buffer[side] = larger;
    }
  };
  return {
    get count() {
      return count;
    },
    add(doc, prints) {
      for (let from = 0; from < prints.length; ) {
        if (filled === capacity) {
          runs.push(spill(folder, runs.length, bySlice(buffer, filled)));
          filled = 0;
        }
        const part = prints.subarray(from, from + capacity - filled);
        room(filled + part.length);
        buffer.hashes.set(part, filled);
        buffer.docs.fill(doc, filled, filled + part.length);
        filled += part.length;
        from += part.length;
      }
      count += prints.length;
    },
    *slices() {
      const last = bySlice(buffer, filled);
      for (let slice = 0; slice < SLICES; slice++) yield sorted(gathered(runs, last, slice));
    },
    close() {
      for (const run of runs) {
        closeSync(run.file);
        rmSync(run.path, { force: true });
      }
    },
  };
}

/** Pairs ordered by slice; `starts[s]` is where slice s begins. */
interface Sliced extends Pairs {
  starts: Uint32Array;
}

interface Run {
  path: string;
  file: number;
  starts: Uint32Array;
  count: number;
}

function bySlice({ hashes, docs }: Pairs, count: number): Sliced {
  const starts = new Uint32Array(SLICES + 1);
  for (let i = 0; i < count; i++) starts[(hashes[i]! >>> 24) + 1]!++;
  for (let slice = 0; slice < SLICES; slice++) starts[slice + 1]! += starts[slice]!;
  const at = starts.slice();
  const out = { hashes: new Uint32Array(count), docs: new Uint32Array(count), starts };
  for (let i = 0; i < count; i++) {
    const to = at[hashes[i]! >>> 24]!++;
    out.hashes[to] = hashes[i]!;
    out.docs[to] = docs[i]!;
  }
  return out;
}

function spill(folder: string, number: number, { hashes, docs, starts }: Sliced): Run {
  const path = join(folder, `run-${number}.tmp`);
  const file = openSync(path, "w+", 0o600);
  for (const side of [hashes, docs]) writeAll(file, new Uint8Array(side.buffer, 0, side.byteLength));
  return { path, file, starts, count: hashes.length };
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

function gathered(runs: readonly Run[], last: Sliced, slice: number): Pairs {
  const sizes = [...runs, last].map(({ starts }) => starts[slice + 1]! - starts[slice]!);
  const count = sizes.reduce((sum, size) => sum + size, 0);
  const out = { hashes: new Uint32Array(count), docs: new Uint32Array(count) };
  let at = 0;
  for (const run of runs) {
    const [from, to] = [run.starts[slice]!, run.starts[slice + 1]!];
    readInto(run.file, out.hashes.subarray(at, at + to - from), from * 4);
    readInto(run.file, out.docs.subarray(at, at + to - from), (run.count + from) * 4);
    at += to - from;
  }
  const [from, to] = [last.starts[slice]!, last.starts[slice + 1]!];
  out.hashes.set(last.hashes.subarray(from, to), at);
  out.docs.set(last.docs.subarray(from, to), at);
  return out;
}

function readInto(file: number, part: Uint32Array, position: number): void {
  const bytes = new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
  for (let at = 0; at < bytes.length; ) at += readSync(file, bytes, at, bytes.length - at, position + at);
}

/** By hash, stable: two passes over the 24 bits that differ within a slice. */
function sorted(pairs: Pairs): Pairs {
  let from = pairs;
  let to: Pairs = { hashes: new Uint32Array(from.hashes.length), docs: new Uint32Array(from.docs.length) };
  for (const shift of [0, 12]) {
    const starts = new Uint32Array(4097);
    const { hashes, docs } = from;
    for (let i = 0; i < hashes.length; i++) starts[((hashes[i]! >>> shift) & 0xfff) + 1]!++;
    for (let digit = 0; digit < 4096; digit++) starts[digit + 1]! += starts[digit]!;
    for (let i = 0; i < hashes.length; i++) {
      const at = starts[(hashes[i]! >>> shift) & 0xfff]!++;
      to.hashes[at] = hashes[i]!;
      to.docs[at] = docs[i]!;
    }
    [from, to] = [to, from];
  }
  return from;
}
