import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { NORMALISER_VERSION } from "../compare/normalise.ts";
import { IndexError } from "./error.ts";
import { beginFile, type FileMark, syncFolder } from "./files.ts";
import { GRAM, WINDOW } from "./prints.ts";

const FORMAT = "gwlint-index-1";
export const CONTENTS = "meta.json";

/**
 * Documents `first` … `end` − 1 of the index and six files: `name`.off (offsets of the buckets), .ent (postings), .stop (grams
 * left out), .jsonl (metadata), .rec (fixed records), .src (stored texts).
 */
export interface PartEntry {
  name: string;
  first: number;
  end: number;
  postings: number;
  /** Bits of a hash that choose the bucket. */
  bits: number;
  files: Record<PartFile, FileMark>;
}

export type PartFile = "off" | "ent" | "stop" | "jsonl" | "rec" | "src";

/** A file that was met and is not in the index, with the reason. */
export interface Faulty {
  path: string;
  status: string;
  reason: string;
}

/** The index's table of contents. What it does not name is not part of the index. */
export interface Contents {
  format: string;
  normaliser: number;
  gram: number;
  window: number;
  /** Counts the writings: names of files are never used twice. */
  generation: number;
  parts: PartEntry[];
  /** Numbers of documents that were removed or replaced. */
  deleted: number[];
  faulty: Faulty[];
}

export function emptyContents(): Contents {
  return {
    format: FORMAT,
    normaliser: NORMALISER_VERSION,
    gram: GRAM,
    window: WINDOW,
    generation: 0,
    parts: [],
    deleted: [],
    faulty: [],
  };
}

/** Whether a folder is an index: it has a table of contents. */
export function isIndex(folder: string): boolean {
  return existsSync(join(folder, CONTENTS));
}

/** Throws IndexError for what is no index, a damaged one, or one whose texts were normalised otherwise. */
export function readContents(folder: string): Contents {
  if (!isIndex(folder)) throw new IndexError("index.none", { folder });
  const contents = parse(readFileSync(join(folder, CONTENTS), "utf8"));
  if (!contents) throw new IndexError("index.damaged", { folder, file: CONTENTS });
  const { format, normaliser, gram, window } = contents;
  if (format !== FORMAT) throw new IndexError("index.format", { folder, format });
  if (normaliser !== NORMALISER_VERSION || gram !== GRAM || window !== WINDOW) {
    throw new IndexError("index.normaliser", { folder, theirs: normaliser, ours: NORMALISER_VERSION });
  }
  return contents;
}

function parse(text: string): Contents | null {
  try {
    const value: unknown = JSON.parse(text);
    const told = typeof value === "object" && value !== null && "parts" in value && Array.isArray(value.parts);
    return told ? (value as Contents) : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** The moment a writing becomes true: all its files lie on the disk, then the table of contents changes in one step. */
export function writeContents(folder: string, contents: Contents): void {
  syncFolder(folder);
  const file = beginFile(folder, CONTENTS);
  file.write(new TextEncoder().encode(`${JSON.stringify(contents, null, 1)}\n`));
  file.finish();
  syncFolder(folder);
}

/** Names of all files that belong to the index, but for its table of contents. */
export function filesOf({ parts }: Pick<Contents, "parts">): Map<string, FileMark> {
  const marks = new Map<string, FileMark>();
  for (const { name, files } of parts) {
    for (const [ending, mark] of Object.entries(files)) marks.set(`${name}.${ending}`, mark);
  }
  return marks;
}
