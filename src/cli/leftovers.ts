import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

/** Names that this program gives what it has under way: with the number of its process. */
const UNDER_WAY = /^(?:\.views-(\d+)-.+|.+\.(\d+)\.tmp)$/;

/** Takes away what a process left half made in a report folder when it was killed; that of a living one stays. */
export function sweepLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    const match = UNDER_WAY.exec(name);
    const owner = Number(match?.[1] ?? match?.[2]);
    if (match && !isAlive(owner)) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

function isAlive(owner: number): boolean {
  try {
    process.kill(owner, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
