import {
  appendFileSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import type { Entry, Sealed } from "./entry.ts";
import { sealedName } from "./lookup.ts";

/** Bytes gathered before they are written. */
const GATHER = 1 << 18;
/** A file of sealed lines is written anew once less than this part of it is still pointed to. */
const LIVE = 0.5;

const spillName = (run: string) => `sealed.${run}.new`;

/** Sealed lines of a run, one behind another as they come; read again when their entries are folded in. */
export function openSealedSpills(folder: string, run: string) {
  const files = new Map<string, number | null>();
  let own: number | null = null;
  let gathered: Uint8Array[] = [];
  let size = 0;
  let written = 0;
  const write = () => {
    if (gathered.length === 0) return;
    own ??= openSync(join(folder, spillName(run)), "w", 0o600);
    const all = Buffer.concat(gathered);
    for (let at = 0; at < all.length; ) at += writeSync(own, all, at);
    written = size;
    gathered = [];
  };
  function open(name: string): number | null {
    const known = files.get(name);
    if (known !== undefined) return known;
    const path = join(folder, spillName(name));
    const file = existsSync(path) ? openSync(path, "r") : null;
    files.set(name, file);
    return file;
  }
  return {
    append(line: Uint8Array): Sealed {
      const at = { run, offset: size, length: line.length };
      gathered.push(line);
      size += line.length;
      if (size - written >= GATHER) write();
      return at;
    },
    settle() {
      write();
      if (own !== null) closeSync(own);
      own = null;
    },
    /** The bytes an entry of this run, or of one that died, points to; null where they are not there. */
    read({ run: by, offset, length }: Sealed): Buffer | null {
      const file = by === null ? null : open(by);
      if (file === null) return null;
      const bytes = Buffer.allocUnsafe(length);
      return readSync(file, bytes, 0, length, offset) === length ? bytes : null;
    },
    close() {
      for (const file of files.values()) if (file !== null) closeSync(file);
      files.clear();
    },
  };
}

/**
 * Lays the sealed lines of new entries behind those the bucket has, and points the entries there. Where most of the file
 * is pointed to no more, it is written anew. A run that reads it meanwhile finds bytes that do not open, and checks again.
 */
export function settleSealed(
  folder: string,
  bucket: string,
  entries: readonly Entry[],
  run: string,
  spilled: (at: Sealed) => Buffer | null,
): void {
  const path = join(folder, sealedName(bucket));
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  const live = entries.reduce((sum, { sealed }) => sum + (sealed?.run === null ? sealed.length : 0), 0);
  const anew = live < size * LIVE;
  const before = anew && live > 0 ? readFileSync(path) : null;
  const pieces: Uint8Array[] = [];
  let end = anew ? 0 : size;
  for (const entry of entries) {
    const { sealed } = entry;
    if (!sealed || (sealed.run === null && !anew)) continue;
    const bytes =
      sealed.run === null ? before!.subarray(sealed.offset, sealed.offset + sealed.length) : spilled(sealed);
    entry.sealed = bytes && { run: null, offset: end, length: bytes.length };
    if (!bytes) continue;
    pieces.push(bytes);
    end += bytes.length;
  }
  if (!anew) {
    if (pieces.length > 0) appendFileSync(path, Buffer.concat(pieces), { mode: 0o600 });
    return;
  }
  const temporary = `${path}.${run}.tmp`;
  writeFileSync(temporary, Buffer.concat(pieces), { mode: 0o600 });
  renameSync(temporary, path);
}
