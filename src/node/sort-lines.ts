import { closeSync, createReadStream, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { Sorter } from "../archive/store.ts";

/** Characters of keys and values gathered before they are sorted and spilled: some 6 MB with what the strings cost. */
const ROOM = 1_500_000;
/** Characters written at once. */
const BATCH = 1 << 16;
/** Runs merged at once; more are first merged to fewer, so that memory and open files stay few. */
const WAYS = 32;
/** Bytes read ahead of each run while they are merged. */
const AHEAD = 1 << 15;

interface Entry {
  key: string;
  value: string;
}

/** Sorts any number of values in bounded memory: runs are sorted, spilled to `folder`, and merged. What fits is never written. */
export function lineSorter<T>(folder: string, name: string, room = ROOM): Sorter<T> & { close(): void } {
  const runs: string[] = [];
  let entries: Entry[] = [];
  let filled = 0;
  let made = 0;
  const spill = () => {
    const path = join(folder, `${name}-${made++}.tmp`);
    const run = beginRun(path);
    try {
      for (const entry of inOrder(entries)) run.add(entry);
    } finally {
      run.end();
    }
    runs.push(path);
    entries = [];
    filled = 0;
  };
  /** Every WAYS runs that lie beside each other become one in their place: equal keys keep their order. */
  const mergeFirst = async () => {
    const all = runs.splice(0);
    for (let at = 0; at < all.length; at += WAYS) {
      const group = all.slice(at, at + WAYS);
      const path = join(folder, `${name}-${made++}.tmp`);
      runs.push(path);
      const whole = beginRun(path);
      try {
        for await (const entry of merged(group.map((run) => linesOf(run)))) whole.add(entry);
      } finally {
        whole.end();
      }
      for (const run of group) rmSync(run);
    }
  };
  return {
    add(key, value) {
      const text = JSON.stringify(value);
      entries.push({ key, value: text });
      filled += key.length + text.length;
      if (filled >= room) spill();
    },
    async *sorted() {
      while (runs.length >= WAYS) await mergeFirst();
      const sources = [...runs.map((path) => linesOf(path)), fromMemory(inOrder(entries))];
      for await (const { value } of merged(sources)) yield JSON.parse(value) as T;
    },
    close() {
      for (const path of runs) rmSync(path, { force: true });
      entries = [];
    },
  };
}

/** A run being written, a line an entry, in pieces of `BATCH` characters. */
function beginRun(path: string): { add(entry: Entry): void; end(): void } {
  const file = openSync(path, "wx", 0o600);
  let batch = "";
  return {
    add({ key, value }) {
      batch += `${JSON.stringify(key)}\t${value}\n`;
      if (batch.length < BATCH) return;
      writeSync(file, batch);
      batch = "";
    },
    end() {
      try {
        writeSync(file, batch);
      } finally {
        closeSync(file);
      }
    },
  };
}

/** In place; equal keys stay as they came, runs being merged in their order. */
const inOrder = (entries: Entry[]) => entries.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));

async function* fromMemory(entries: Entry[]): AsyncGenerator<Entry> {
  yield* entries;
}

async function* linesOf(path: string): AsyncGenerator<Entry> {
  let rest = "";
  for await (const chunk of createReadStream(path, { encoding: "utf8", highWaterMark: AHEAD })) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop()!;
    for (const line of lines) {
      const at = line.indexOf("\t");
      yield { key: JSON.parse(line.slice(0, at)) as string, value: line.slice(at + 1) };
    }
  }
}

/** Least first, of sources that are sorted: a heap of their heads. */
async function* merged(sources: AsyncGenerator<Entry>[]): AsyncGenerator<Entry> {
  if (sources.length === 1) {
    yield* sources[0]!;
    return;
  }
  const heap: { entry: Entry; source: number }[] = [];
  for (const [source, lines] of sources.entries()) {
    const { value, done } = await lines.next();
    if (!done) heap.push({ entry: value, source });
  }
  heap.sort(before);
  while (heap.length > 0) {
    const head = heap[0]!;
    yield head.entry;
    const { value, done } = await sources[head.source]!.next();
    if (done) heap.shift();
    else {
      heap[0] = { entry: value, source: head.source };
      sink(heap);
    }
  }
}

type Head = { entry: Entry; source: number };

const before = (a: Head, b: Head) =>
  a.entry.key < b.entry.key ? -1 : a.entry.key > b.entry.key ? 1 : a.source - b.source;

/** The first of a list that is sorted behind it, moved to its place: few sources, so an insertion is all it takes. */
function sink(heads: Head[]): void {
  for (let i = 0; i + 1 < heads.length && before(heads[i]!, heads[i + 1]!) > 0; i++) {
    [heads[i], heads[i + 1]] = [heads[i + 1]!, heads[i]!];
  }
}
