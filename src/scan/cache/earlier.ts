import { closeSync, openSync, readSync } from "node:fs";
import type { Entry } from "./entry.ts";

/** Lines of the run before, by the place a cache remembers. */
export interface Earlier {
  /** The bytes that stand there, newline included; null where the entry speaks of another run. */
  line(entry: Entry): Buffer | null;
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
        return readSync(file, bytes, 0, length, offset) === length ? bytes : null;
      } catch {
        // Results that are gone or cannot be read are no longer at hand: the file is read itself.
        if (file !== null) closeSync(file);
        file = null;
        return null;
      }
    },
  };
}
