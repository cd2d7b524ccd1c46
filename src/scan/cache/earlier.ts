import { closeSync, openSync, readSync } from "node:fs";

/** Where a line stands in the results of the run before. */
export interface Place {
  offset: number;
  length: number;
}

/** Lines of the run before, by the place a cache remembers. */
export interface Earlier {
  readonly run: string;
  /** The bytes from `offset` on; null where they cannot be had. */
  bytes(offset: number, length: number): Buffer | null;
  close(): void;
}

export function openEarlier(at: { file: string; run: string } | null): Earlier | null {
  if (!at) return null;
  let file: number | null = null;
  const close = () => {
    if (file !== null) closeSync(file);
    file = null;
  };
  return {
    run: at.run,
    bytes(offset, length) {
      try {
        file ??= openSync(at.file, "r");
        const bytes = Buffer.allocUnsafe(length);
        return readSync(file, bytes, 0, length, offset) === length ? bytes : null;
      } catch {
        // Results that are gone or cannot be read are no longer at hand.
        close();
        return null;
      }
    },
    close,
  };
}
