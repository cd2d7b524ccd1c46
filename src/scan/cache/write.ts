import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Entry, readEntry, type Sealed, writeEntry } from "./entry.ts";
import { bucketName } from "./lookup.ts";
import { openSealedSpills, settleSealed } from "./sealed.ts";

/** Entries nobody asked for this many days are dropped. */
const KEPT_DAYS = 30;
/** Text held back before it is spilled. */
const SPILL = 1 << 20;
/** A spill this old (milliseconds) was left by a run that died. */
const LEFT = 24 * 3_600_000;
const BUCKET = /^[0-9a-f]{2}$/;
const SPILLED = /^([0-9a-f]{2}|sealed)\.([0-9a-f]+)\.new$/;

/** New entries of a run, kept beside the cache until the run folds them in. */
export interface CacheWriter {
  add(entry: Entry): void;
  /** Takes a sealed line; returns what its entry is to say of it. */
  seal(line: Uint8Array): Sealed;
  /**
   * Folds all new entries, spilled and held back, into the 256 files. Entries whose lines stood in the results of `moved.from`
   * follow them to where they stand now.
   */
  finish(moved?: Moved | null): Promise<void>;
  /** Throws them away. */
  forget(): void;
}

/** Where lines of a run stand in the results of the next. */
export interface Moved {
  from: string;
  follow(offset: number): number | undefined;
}

export function openCacheWriter(folder: string, run: string, day: number): CacheWriter {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const held = new Map<string, string[]>();
  const sealed = openSealedSpills(folder, run);
  let size = 0;
  const spill = () => {
    for (const [name, lines] of held) {
      appendFileSync(join(folder, `${name}.${run}.new`), lines.join(""), { mode: 0o600 });
    }
    held.clear();
    size = 0;
  };
  /** Spills of this run, and of runs that died long ago. */
  const spills = () =>
    readdirSync(folder).flatMap((name) => {
      const [, bucket, by] = SPILLED.exec(name) ?? [];
      if (bucket === undefined) return [];
      const mine = by === run || Date.now() - statSync(join(folder, name)).mtimeMs > LEFT;
      return mine ? [{ name, bucket }] : [];
    });
  return {
    add(entry) {
      const text = writeEntry(entry);
      const name = bucketName(entry.key);
      const lines = held.get(name);
      if (lines) lines.push(text);
      else held.set(name, [text]);
      if ((size += text.length) > SPILL) spill();
    },
    seal: sealed.append,
    async finish(moved = null) {
      sealed.settle();
      const all = spills();
      const buckets = new Set([...held.keys(), ...all.map(({ bucket }) => bucket)]);
      buckets.delete("sealed");
      if (moved) for (const name of readdirSync(folder)) if (BUCKET.test(name)) buckets.add(name);
      const follow = (entry: Entry): Entry => {
        const offset = moved?.from === entry.run ? moved.follow(entry.offset) : undefined;
        return offset === undefined ? entry : { ...entry, run, offset, day };
      };
      for (const bucket of buckets) {
        const own = all.filter((spilled) => spilled.bucket === bucket).map(({ name }) => join(folder, name));
        const news = [...own.map((path) => readFileSync(path, "latin1")), ...(held.get(bucket) ?? [])];
        await fold(folder, bucket, news.join(""), { run, day, follow, spilled: sealed.read });
        for (const path of own) rmSync(path, { force: true });
      }
      sealed.close();
      for (const { name, bucket } of all) if (bucket === "sealed") rmSync(join(folder, name), { force: true });
      held.clear();
    },
    forget() {
      sealed.settle();
      held.clear();
      for (const name of readdirSync(folder)) {
        if (SPILLED.exec(name)?.[2] === run) rmSync(join(folder, name), { force: true });
      }
    },
  };
}

interface Folding {
  run: string;
  day: number;
  follow(entry: Entry): Entry;
  spilled(at: Sealed): Buffer | null;
}

/**
 * One of the 256 files with its news: sorted, each key once, what was not of use for long left out. Replaced whole; not
 * handed to the disk at once, since a cache that a power cut took is one that does not know.
 */
async function fold(
  folder: string,
  bucket: string,
  news: string,
  { run, day, follow, spilled }: Folding,
): Promise<void> {
  const path = join(folder, bucket);
  const entries = new Map<string, Entry>();
  for (const text of [existsSync(path) ? readFileSync(path, "latin1") : "", news]) {
    for (const line of text.split("\n")) {
      const entry = readEntry(line);
      if (entry) entries.set(entry.key, follow(entry));
    }
  }
  const kept = [...entries.values()].filter((entry) => day - entry.day <= KEPT_DAYS);
  kept.sort((a, b) => (a.key < b.key ? -1 : 1));
  settleSealed(folder, bucket, kept, run, spilled);
  const temporary = `${path}.${run}.tmp`;
  await writeFile(temporary, kept.map(writeEntry).join(""), { mode: 0o600 });
  renameSync(temporary, path);
}
