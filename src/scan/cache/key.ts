import { createHash } from "node:crypto";
import type { Stats } from "node:fs";

/** 32 hexadecimal digits over all parts; no two lists of parts give one text. */
export function cacheKey(...parts: readonly unknown[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 32);
}

/** By what a file is known again without being read. */
export function metaParts(path: string, { size, mtimeMs, ino }: Stats): unknown[] {
  return ["same", path, size, mtimeMs, ino];
}
