import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { OfficialDocument } from "../model/document.ts";
import {
  CONTENTS,
  type Contents,
  emptyContents,
  type Faulty,
  filesOf,
  isIndex,
  readContents,
  writeContents,
} from "./contents.ts";
import { entryOf } from "./entry.ts";
import { IndexError } from "./error.ts";
import { locked } from "./lock.ts";
import { type OpenIndex, openIndex } from "./open.ts";
import { MEMORY } from "./pairs.ts";
import { beginPart } from "./part-writer.ts";

/** A file to be indexed. It is recognised only if the index does not have these very bytes already. */
export interface Incoming {
  path: string;
  /** Of its bytes; null where there are none to be had. */
  sha256: string | null;
  open(): Promise<OfficialDocument | Pick<Faulty, "status" | "reason">>;
}

/** What became of the files of one writing. */
export interface Written {
  added: number;
  /** Of those added, how many took the place of an older version at the same path. */
  replaced: number;
  /** Files that stand in the index as they are. */
  unchanged: number;
  /** Files whose bytes are in the index under another path. */
  duplicates: number;
  faulty: Faulty[];
}

/** A new index from `files`, written within `memory` MB. Throws IndexError where there is one already. */
export function buildIndex(folder: string, files: AsyncIterable<Incoming>, memory = MEMORY): Promise<Written> {
  return locked(folder, () => {
    if (isIndex(folder)) throw new IndexError("index.exists", { folder });
    sweep(folder, emptyContents());
    return write(folder, emptyContents(), files, memory);
  });
}

/** Adds files; a changed file takes the place of its older version, an unchanged one is passed over. */
export async function addToIndex(folder: string, files: AsyncIterable<Incoming>, memory = MEMORY): Promise<Written> {
  readContents(folder);
  return locked(folder, () => write(folder, readContents(folder), files, memory));
}

/** Takes documents out by path; returns those of `paths` that the index does not have. */
export async function removeFromIndex(folder: string, paths: readonly string[]): Promise<string[]> {
  readContents(folder);
  return locked(folder, () => {
    const index = openIndex(folder);
    const known = numbersByPath(index);
    index.close();
    const missing = paths.filter((path) => !known.has(path));
    const gone = paths.flatMap((path) => known.get(path)?.id ?? []);
    const { contents } = index;
    if (gone.length > 0) commit(folder, { ...contents, deleted: [...new Set([...contents.deleted, ...gone])] });
    return missing;
  });
}

async function write(
  folder: string,
  before: Contents,
  files: AsyncIterable<Incoming>,
  memory: number,
): Promise<Written> {
  const index = before.parts.length > 0 ? openIndex(folder) : null;
  const known = index ? numbersByPath(index) : new Map<string, { id: number; sha256: string }>();
  index?.close();
  const hashes = new Set([...known.values()].map(({ sha256 }) => sha256));
  const written: Written = { added: 0, replaced: 0, unchanged: 0, duplicates: 0, faulty: [] };
  const deleted = new Set(before.deleted);
  const met = new Set<string>();
  const part = beginPart(folder, `part-${before.generation + 1}`, before.parts.at(-1)?.end ?? 0, memory);
  try {
    for await (const file of files) {
      const { path, sha256 } = file;
      met.add(path);
      const older = known.get(path);
      if (older && older.sha256 === sha256) written.unchanged++;
      else if (sha256 !== null && hashes.has(sha256)) written.duplicates++;
      else {
        const document = await file.open();
        if ("status" in document || sha256 === null) {
          const { status, reason } = "status" in document ? document : { status: "unreadable", reason: "" };
          written.faulty.push({ path, status, reason });
          continue;
        }
        part.add(entryOf({ path, sha256, document }), document.source);
        hashes.add(sha256);
        written.added++;
        if (older) {
          deleted.add(older.id);
          written.replaced++;
        }
      }
    }
  } catch (error) {
    part.abandon();
    throw error;
  }
  const entry = part.finish();
  const faulty = [...before.faulty.filter(({ path }) => !met.has(path)), ...written.faulty];
  const contents = { ...before, faulty, deleted: [...deleted], parts: [...before.parts, ...(entry ? [entry] : [])] };
  merge(folder, commit(folder, contents), memory);
  return written;
}

function numbersByPath(index: OpenIndex): Map<string, { id: number; sha256: string }> {
  const known = new Map<string, { id: number; sha256: string }>();
  for (const id of index.ids()) {
    const { path, sha256 } = index.document(id);
    known.set(path, { id, sha256 });
  }
  return known;
}

/** The next state of the index; the files that are no longer part of it go. */
function commit(folder: string, contents: Contents): Contents {
  const next = { ...contents, generation: contents.generation + 1 };
  writeContents(folder, next);
  sweep(folder, next);
  return next;
}

/** A part is merged with what came after it once that is an eighth of it: few parts, and little rewritten. */
const SHARE = 8;

function merge(folder: string, contents: Contents, memory: number): void {
  const { parts } = contents;
  let from = parts.length - 1;
  let after = parts.at(-1)?.postings ?? 0;
  for (let at = parts.length - 2; at >= 0; at--) {
    if (parts[at]!.postings < SHARE * after) from = at;
    after += parts[at]!.postings;
  }
  if (from >= parts.length - 1) return;
  const index = openIndex(folder);
  const first = parts[from]!.first;
  const part = beginPart(folder, `part-${contents.generation + 1}`, first, memory);
  try {
    for (const id of index.ids()) if (id >= first) part.add(index.document(id), index.source(id));
  } catch (error) {
    part.abandon();
    throw error;
  } finally {
    index.close();
  }
  const entry = part.finish();
  commit(folder, {
    ...contents,
    parts: [...parts.slice(0, from), ...(entry ? [entry] : [])],
    deleted: contents.deleted.filter((id) => id < first),
  });
}

/** Removes what a writing that ended early, or an older state of the index, left behind. */
function sweep(folder: string, contents: Contents): void {
  const own = filesOf(contents);
  for (const name of readdirSync(folder)) {
    const ours = /^(?:part-\d+\.(?:off|ent|stop|jsonl|rec|src)(?:\.tmp)?|run-\d+\.tmp|meta\.json\.tmp)$/.test(name);
    if (ours && name !== CONTENTS && !own.has(name)) rmSync(join(folder, name), { force: true });
  }
}
