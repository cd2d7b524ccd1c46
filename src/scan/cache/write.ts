import { appendFileSync, createReadStream, existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { open, rename } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type Entry, readEntry, writeEntry } from "./entry.ts";
import { bucketName } from "./lookup.ts";

/** Entries nobody asked for this many days are dropped. */
const KEPT_DAYS = 30;
/** Text held back before it is spilled. */
const SPILL = 1 << 20;
/** A spill this old (milliseconds) was left by a run that died. */
const LEFT = 24 * 3_600_000;
const SPILLED = /^([0-9a-f]{2})\.([0-9a-f]+)\.new$/;

/** New entries of a run, kept beside the cache until the run folds them in. */
export interface CacheWriter {
  add(entry: Entry): void;
  /** Folds all new entries, spilled and held back, into the 256 files. */
  finish(): Promise<void>;
}

export function openCacheWriter(folder: string, run: string, day: number): CacheWriter {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const held = new Map<string, string[]>();
  let size = 0;
  const spill = () => {
    for (const [name, lines] of held) {
      appendFileSync(join(folder, `${name}.${run}.new`), lines.join(""), { mode: 0o600 });
    }
    held.clear();
    size = 0;
  };
  return {
    add(entry) {
      const text = writeEntry(entry);
      const name = bucketName(entry.key);
      const lines = held.get(name);
      if (lines) lines.push(text);
      else held.set(name, [text]);
      if ((size += text.length) > SPILL) spill();
    },
    async finish() {
      const spilled = new Map<string, string[]>([...held.keys()].map((bucket) => [bucket, []]));
      for (const name of readdirSync(folder)) {
        const [, bucket, by] = SPILLED.exec(name) ?? [];
        if (bucket === undefined) continue;
        const mine = by === run || Date.now() - statSync(join(folder, name)).mtimeMs > LEFT;
        if (mine) spilled.set(bucket, [...(spilled.get(bucket) ?? []), name]);
      }
      for (const [bucket, spills] of spilled) {
        await fold(folder, bucket, { spills, held: held.get(bucket) ?? [] }, run, day);
      }
      held.clear();
    },
  };
}

/** One of the 256 files with its news: sorted, each key once, what was not of use for long left out. Replaced whole. */
async function fold(
  folder: string,
  bucket: string,
  { spills, held }: { spills: string[]; held: string[] },
  run: string,
  day: number,
): Promise<void> {
  const path = join(folder, bucket);
  const entries = new Map<string, Entry>();
  if (existsSync(path)) await readInto(entries, path);
  for (const name of spills) await readInto(entries, join(folder, name));
  for (const line of held) addTo(entries, line.trimEnd());
  const kept = [...entries.values()].filter((entry) => day - entry.day <= KEPT_DAYS);
  kept.sort((a, b) => (a.key < b.key ? -1 : 1));
  const temporary = `${path}.${run}.tmp`;
  const handle = await open(temporary, "w", 0o600);
  try {
    await handle.writeFile(kept.map(writeEntry).join(""));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(temporary, path);
  for (const name of spills) rmSync(join(folder, name), { force: true });
}

async function readInto(entries: Map<string, Entry>, path: string): Promise<void> {
  for await (const line of createInterface({
    input: createReadStream(path, "latin1"),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    addTo(entries, line);
  }
}

function addTo(entries: Map<string, Entry>, line: string): void {
  const entry = readEntry(line);
  if (entry) entries.set(entry.key, entry);
}
