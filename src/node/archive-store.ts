import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { ArchiveStore, PrintStore, Shelf } from "../archive/store.ts";
import { pairStore } from "../index-store/pairs.ts";
import type { ArchiveDocument } from "../model/archive.ts";
import { lineSorter } from "./sort-lines.ts";

/** An archive store whose bulk lies in a folder of its own inside `folder`, removed by `close`. */
export function diskStore(folder: string): ArchiveStore {
  const own = mkdtempSync(join(folder, ".archive-"));
  const open: { close(): void }[] = [];
  const kept = <T extends { close(): void }>(one: T): T => {
    open.push(one);
    return one;
  };
  return {
    sorter: <T>() => kept(lineSorter<T>(own, `sorted-${open.length}`)),
    shelf: () => kept(diskShelf(join(own, `shelf-${open.length}.tmp`))),
    prints: () => kept(printStore(own)),
    close() {
      for (const one of open) one.close();
      rmSync(own, { recursive: true, force: true });
    },
  };
}

/** Documents one behind the other in a file; memory holds where each begins. */
function diskShelf(path: string): Shelf & { close(): void } {
  const file = openSync(path, "wx+", 0o600);
  let starts = new Float64Array(1 << 12);
  let count = 0;
  return {
    add(document) {
      const bytes = Buffer.from(JSON.stringify(document));
      if (count + 2 > starts.length) {
        const larger = new Float64Array(starts.length * 2);
        larger.set(starts);
        starts = larger;
      }
      writeSync(file, bytes, 0, bytes.length, starts[count]!);
      starts[count + 1] = starts[count]! + bytes.length;
      return count++;
    },
    get(number) {
      const [from, to] = [starts[number]!, starts[number + 1]!];
      const bytes = Buffer.allocUnsafe(to - from);
      for (let at = 0; at < bytes.length; ) at += readSync(file, bytes, at, bytes.length - at, from + at);
      return JSON.parse(bytes.toString("utf8")) as ArchiveDocument;
    },
    close: () => closeSync(file),
  };
}

function printStore(folder: string): PrintStore & { close(): void } {
  const pairs = pairStore(folder);
  return {
    add: (document, prints) => pairs.add(document, prints),
    *groups() {
      for (const { hashes, docs } of pairs.slices()) {
        for (let from = 0; from < hashes.length; ) {
          let to = from + 1;
          while (to < hashes.length && hashes[to] === hashes[from]) to++;
          if (to - from > 1) yield docs.slice(from, to);
          from = to;
        }
      }
    },
    close: () => pairs.close(),
  };
}
