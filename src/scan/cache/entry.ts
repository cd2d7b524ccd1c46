/**
 * What a cache remembers of one content under one set of rules: where its line stands in which run's results, and where
 * the same line lies sealed. No word of the document can be read from it: the words are in the results, or open only to
 * who has the document itself.
 */
export interface Entry {
  /** 32 hexadecimal digits. */
  key: string;
  /** Content key of a file known by size, time and inode. */
  same?: string;
  /** Days since 1970 on which it was last of use. */
  day: number;
  /** Where its line stands, newline included: bytes in the results of this run. */
  run: string;
  offset: number;
  length: number;
  /** Of the name, size and time the line tells (`lineOf`): a file that still has them has the very same line. */
  of: string;
  sealed: Sealed | null;
  /** What its line adds to the sums of a run, a row as JSON: lets the line be copied without looking into it. */
  sums: string;
}

/** Where a sealed line lies: in the file beside the entry, or still in that of the run which made it. */
export interface Sealed {
  run: string | null;
  offset: number;
  length: number;
}

/** What a child tells of a line that the parent is to remember, or to refresh. */
export interface CacheNote {
  key: string;
  /** Key by size, time and inode, where those are trusted; `tell` where the cache does not know it, or not of late. */
  metaKey?: { key: string; tell: boolean };
  of: string;
  sealed: Sealed | null;
  /** What the line adds to the sums may be counted without looking into it. */
  counts: boolean;
}

const NONE = "-";

/** One line of text an entry, so that a cache can be looked into: key, kind, day, run, offset, length, of, sealed, sums. */
export function writeEntry({ key, same, day, run, offset, length, of, sealed, sums }: Entry): string {
  if (same) return `${key} s ${day} ${same}\n`;
  const at = sealed ? `${sealed.run ?? ""}:${sealed.offset}:${sealed.length}` : NONE;
  return `${key} k ${day} ${run} ${offset} ${length} ${of} ${at} ${sums || NONE}\n`;
}

/** Null where the line is none: a cache is never trusted further than it can be read. */
export function readEntry(line: string): Entry | null {
  const [key = "", kind, day, run = "", offset = "", length = "", of = "", at = "", sums = NONE] = line.split(" ");
  if (!/^[0-9a-f]{32}$/.test(key) || !day || !/^\d+$/.test(day)) return null;
  const bare = { key, day: Number(day), run: "", offset: 0, length: 0, of: "", sealed: null, sums: "" };
  if (kind === "s") return /^[0-9a-f]{32}$/.test(run) ? { ...bare, same: run } : null;
  if (kind !== "k" || !/^\d+$/.test(offset) || !/^\d+$/.test(length)) return null;
  const sealed = /^([0-9a-f]*):(\d+):(\d+)$/.exec(at);
  return {
    ...bare,
    run,
    offset: Number(offset),
    length: Number(length),
    of,
    sealed: sealed && { run: sealed[1] || null, offset: Number(sealed[2]), length: Number(sealed[3]) },
    sums: sums === NONE ? "" : sums,
  };
}
