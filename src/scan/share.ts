import { opendirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { isBelow } from "../node/below.ts";

/** A folder named for the run, and the disk it was on when the run began. */
export interface Root {
  /** Absolute. */
  path: string;
  disk: number;
}

/** The folders among the paths of a run. */
export const rootsAmong = (paths: readonly string[]): Root[] =>
  paths.flatMap((path) => {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats?.isDirectory() ? [{ path, disk: stats.dev }] : [];
  });

/**
 * What went with a file that is no longer there: null where it alone did. A share that is unmounted leaves an empty
 * folder behind, that of the machine's own disk.
 */
export function goneWith(path: string, roots: readonly Root[]): "folder" | "root" | null {
  const holds = (root: string) => path === root || isBelow(root, path);
  if (roots.some((root) => holds(root.path) && diskOf(root.path) !== root.disk)) return "root";
  return isFilled(dirname(path)) ? null : "folder";
}

function diskOf(path: string): number | null {
  try {
    return statSync(path).dev;
  } catch {
    return null;
  }
}

function isFilled(folder: string): boolean {
  try {
    const entries = opendirSync(folder);
    try {
      return entries.readSync() !== null;
    } finally {
      entries.closeSync();
    }
  } catch {
    return false;
  }
}
