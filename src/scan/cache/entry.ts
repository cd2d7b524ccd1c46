/**
 * What a cache remembers of one content under one set of rules: how it ended, and where its line stands in which run's
 * results. No word of the document: the words are in the results or nowhere.
 */
export interface Entry {
  /** 32 hexadecimal digits. */
  key: string;
  /** Content key of a file known by size, time and inode. */
  same?: string;
  clean: boolean;
  /** Days since 1970 on which it was last of use. */
  day: number;
  run: string;
  offset: number;
  length: number;
  /** Of a clean document: a letter a rule, in the order of the rules in force. */
  verdicts: string;
  /** What its line adds to the sums of a run, as JSON: lets the line be copied without looking into it. */
  sums: string;
}

/** What a child tells of a line that the parent is to remember, or to refresh. */
export interface CacheNote {
  key: string;
  /** Key by size, time and inode, where those are trusted. */
  metaKey?: string;
  clean: boolean;
  verdicts: string;
  sums: string;
}

const NONE = "-";

/** One line of text an entry, so that a cache can be looked into: key, kind, day, run, offset, length, verdicts, sums. */
export function writeEntry({ key, same, clean, day, run, offset, length, verdicts, sums }: Entry): string {
  if (same) return `${key} s ${day} ${same}\n`;
  return `${key} ${clean ? "c" : "f"} ${day} ${run} ${offset} ${length} ${verdicts || NONE} ${sums || NONE}\n`;
}

/** Null where the line is none: a cache is never trusted further than it can be read. */
export function readEntry(line: string): Entry | null {
  const [key = "", kind, day, run = "", offset, length, verdicts = NONE, sums = NONE] = line.split(" ");
  if (!/^[0-9a-f]{32}$/.test(key) || !day || !/^\d+$/.test(day)) return null;
  const bare = { key, day: Number(day), clean: kind === "c", run: "", offset: 0, length: 0, verdicts: "", sums: "" };
  if (kind === "s") return /^[0-9a-f]{32}$/.test(run) ? { ...bare, same: run } : null;
  if ((kind !== "c" && kind !== "f") || !/^\d+$/.test(offset ?? "") || !/^\d+$/.test(length ?? "")) return null;
  return {
    ...bare,
    run,
    offset: Number(offset),
    length: Number(length),
    verdicts: verdicts === NONE ? "" : verdicts,
    sums: sums === NONE ? "" : sums,
  };
}
