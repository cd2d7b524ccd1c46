import { hash } from "node:crypto";
import { lstatSync } from "node:fs";
import type { ScanLine, ScannedFile } from "../../model/scan.ts";
import type { Task } from "../protocol.ts";
import { parseLine } from "../recover.ts";
import { type Scanned, scannedLine } from "../serve.ts";
import type { Setting } from "../setting.ts";
import { known } from "../snapshot.ts";
import { type Judgement, parseSums } from "../totals.ts";
import { copyLine } from "./copy.ts";
import { openEarlier } from "./earlier.ts";
import type { CacheNote, Entry, Sealed } from "./entry.ts";
import { cacheKey, metaParts } from "./key.ts";
import { openLookup } from "./lookup.ts";
import { seal, unseal } from "./seal.ts";

/** What a child asks of a cache. */
export interface Shelf {
  /** The answer about a file known by size, time and inode; null where that is not trusted or it is not known. */
  sameFile(task: Task, context: string): Scanned | null;
  /** The answer about a content known; null: it has to be checked. */
  sameContent(document: Uint8Array, file: ScannedFile, task: Task, context: string): Scanned | null;
  /** An answer with what is to be remembered of it; as it is where nothing is. */
  noted(scanned: Scanned, line: ScanLine, document: Uint8Array, task: Task, context: string): Scanned;
}

/** Ends that another run may see differently, and lines that are nobody's content. */
const FLEETING = new Set(["timeout", "out-of-memory", "crashed", "unreadable", "skipped"]);
/** Days after which the cache is told of an entry that it is still of use, well before it would be dropped. */
const REFRESHED = 7;
const DAY = 86_400_000;
/** Bytes a line may have when it is opened again. */
const LONGEST = 1 << 28;

/**
 * `basis` names everything that results depend on besides the file itself and what is declared about it. A line counts
 * without being looked into where `copies` holds; otherwise each is read and judged anew.
 */
export function openShelf(
  setting: Setting,
  basis: Record<string, string>,
  { judge, copies }: { judge(line: ScanLine, named: boolean): Judgement; copies: boolean },
): Shelf {
  const { folder, by } = setting.cache!;
  const lookup = openLookup(folder);
  const earlier = openEarlier(setting.earlier);
  const base = cacheKey(basis);
  const today = Math.floor(Date.now() / DAY);
  const keyOf = (sha256: string, context: string) => cacheKey(base, sha256, context);
  const metaKeyOf = (path: string, context: string) => {
    const stats = by === "metadata" ? lstatSync(path, { throwIfNoEntry: false }) : undefined;
    return stats && { key: cacheKey(base, context, ...metaParts(path, stats)), stats };
  };
  const metaMet = (path: string, context: string) => {
    const meta = metaKeyOf(path, context);
    return meta && { key: meta.key, tell: true };
  };
  const isOld = ({ day }: Entry) => day + REFRESHED <= today;
  /** The line an entry speaks of, from the results of the run before, or unsealed with the document itself. */
  function scannedBy(
    entry: Entry,
    document: Uint8Array | null,
    file: ScannedFile,
    { name, named }: Task,
    metaKey?: CacheNote["metaKey"],
  ): Scanned | null {
    const { key, of, sealed, sums, offset, length } = entry;
    const counted = copies && !named ? parseSums(sums) : null;
    const cache: CacheNote = { key, ...(metaKey ? { metaKey } : {}), of, sealed, counts: sums !== "" };
    const atHand = entry.run === earlier?.run;
    if (atHand && counted && of === lineOf(name, file)) {
      // Nothing to remember: the entry follows its line. One that was not told of use for long is.
      const old = isOld(entry) || metaKey?.tell === true;
      return { name, payload: NOTHING, copied: { offset, length }, sums: counted, ...(old ? { cache } : {}) };
    }
    const line =
      (atHand && earlier.bytes(offset, length)) || (document && sealed && openSealed(key, sealed, document)) || null;
    if (!line) return null;
    cache.of = lineOf(name, file);
    const copied = counted && copyLine(line, name, file);
    if (copied) return { name, payload: copied, sums: counted, cache };
    const read = again(line, name, file);
    return read && { ...scannedLine(read, judge(read, named)), cache };
  }
  function openSealed(key: string, at: Sealed, document: Uint8Array): Buffer | null {
    const bytes = lookup.sealed(key, at);
    return bytes && unseal(bytes, document, key, LONGEST);
  }
  return {
    sameFile(task, context) {
      const meta = metaKeyOf(task.path, context);
      const file = meta && lookup.find(meta.key);
      const entry = file?.same ? lookup.find(file.same) : null;
      if (!meta || !file || !entry) return null;
      const { bytes, modified } = known(meta.stats);
      const metaKey = { key: meta.key, tell: isOld(file) };
      return scannedBy(entry, null, { bytes, sha256: null, modified, attempts: 1 }, task, metaKey);
    },
    sameContent(document, file, task, context) {
      const entry = lookup.find(keyOf(file.sha256!, context));
      return entry && scannedBy(entry, document, file, task, metaMet(task.path, context));
    },
    noted(scanned, line, document, { path, named }, context) {
      const { sha256 } = line.file;
      if (sha256 === null || FLEETING.has(line.status)) return scanned;
      const metaKey = metaMet(path, context);
      const key = keyOf(sha256, context);
      // A file that was named counts otherwise when it is only found.
      const counts = copies && !named;
      const cache = { key, ...(metaKey ? { metaKey } : {}), of: lineOf(line.path, line.file), sealed: null, counts };
      return { ...scanned, cache, sealed: seal(scanned.payload, document, key) };
    },
  };
}

const NOTHING = new Uint8Array();

/** 16 hexadecimal digits over what a line tells of its file besides the content. */
const lineOf = (name: string, { bytes, modified, attempts }: ScannedFile): string =>
  hash("sha256", JSON.stringify([name, bytes, modified, attempts]), "hex").slice(0, 16);

/** A line of the run before as that of the same content today. */
function again(bytes: Buffer, name: string, file: ScannedFile): ScanLine | null {
  const line = parseLine(bytes);
  if (!line || (file.sha256 !== null && line.file.sha256 !== file.sha256)) return null;
  return { ...line, path: name, file: { ...file, sha256: line.file.sha256 } };
}
