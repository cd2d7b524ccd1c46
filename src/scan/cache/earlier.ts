import { closeSync, openSync, readSync } from "node:fs";
import type { ScanLine } from "../../model/scan.ts";
import { parseLine } from "../recover.ts";
import type { Entry } from "./entry.ts";

/** Lines of the run before, by the place a cache remembers. */
export interface Earlier {
  /** Null where the entry speaks of another run, or the line is not what was remembered. */
  line(entry: Entry): ScanLine | null;
}

export function openEarlier(at: { file: string; run: string } | null): Earlier {
  if (!at) return { line: () => null };
  let file: number | null = null;
  return {
    line({ run, offset, length }) {
      if (run !== at.run) return null;
      try {
        file ??= openSync(at.file, "r");
        const bytes = Buffer.alloc(length);
        return readSync(file, bytes, 0, length, offset) === length ? parseLine(bytes) : null;
      } catch {
        // Results that are gone or cannot be read are no longer at hand: the file is read itself.
        if (file !== null) closeSync(file);
        file = null;
        return null;
      }
    },
  };
}
