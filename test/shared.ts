import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe } from "vitest";

const root = fileURLToPath(new URL("../../shared/", import.meta.url));

/** Absolute path of a file of the reference material beside the project, or null where that is not there. */
export function shared(path: string): string | null {
  return existsSync(root) ? root + path : null;
}

/** A suite that needs the reference material: skipped, and said so, where it is missing. */
export const describeShared = existsSync(root) ? describe : describe.skip;
