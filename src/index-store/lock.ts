import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { IndexError } from "./error.ts";

const NAME = "lock";

/** Keeps a second writer out while `work` runs; readers never ask. What a dead writer left behind is taken over. */
export async function locked<T>(folder: string, work: () => T | Promise<T>): Promise<T> {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, NAME);
  take(folder, path);
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

function take(folder: string, path: string): void {
  for (let trial = 0; ; trial++) {
    try {
      const file = openSync(path, "wx", 0o600);
      writeSync(file, String(process.pid));
      closeSync(file);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      const owner = ownerOf(path);
      if (trial > 0 || isAlive(owner)) throw new IndexError("index.locked", { folder, owner });
      rmSync(path, { force: true });
    }
  }
}

/** The process that holds the lock; 0 where it has not said so, or is just gone. */
function ownerOf(path: string): number {
  try {
    return Number(readFileSync(path, "utf8")) || 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return 0;
    throw error;
  }
}

function isAlive(owner: number): boolean {
  if (owner === 0) return false;
  try {
    process.kill(owner, 0);
    return true;
  } catch (error) {
    // There is such a process, and it is somebody else's.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
