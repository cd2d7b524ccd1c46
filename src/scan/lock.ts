import { closeSync, openSync, readFileSync, rmSync, statSync, utimesSync, writeSync } from "node:fs";
import { join } from "node:path";
import { asReportError } from "./journal.ts";
import { ReportError } from "./report-error.ts";

const NAME = "lock";
const BEAT = 2_000;
/** A lock not refreshed for so long (milliseconds) belongs to nobody: its process is dead, or on a machine that is. */
const SILENT = 15_000;

/**
 * Keeps a second scan out of a report folder. The number of a process alone tells too little: in a container the next
 * run has the same. Returns what gives the folder free.
 */
export function lockFolder(folder: string): () => void {
  const path = join(folder, NAME);
  for (let trial = 0; ; trial++) {
    try {
      const file = openSync(path, "wx", 0o600);
      writeSync(file, String(process.pid));
      closeSync(file);
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw asReportError(folder, error);
      const owner = ownerOf(path);
      if (trial > 0 || owner !== null) throw new ReportError("scan.locked", { folder, owner: owner ?? 0 });
      rmSync(path, { force: true });
    }
  }
  const beat = setInterval(() => {
    const now = new Date();
    try {
      utimesSync(path, now, now);
    } catch {
      // The folder was taken away; writing the results will say so.
    }
  }, BEAT);
  beat.unref();
  return () => {
    clearInterval(beat);
    rmSync(path, { force: true });
  };
}

/** The living process that holds the lock, null where there is none. */
function ownerOf(path: string): number | null {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats || Date.now() - stats.mtimeMs > SILENT) return null;
  const owner = Number(readFileSync(path, "utf8"));
  if (!owner || owner === process.pid) return null;
  try {
    process.kill(owner, 0);
    return owner;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM" ? owner : null;
  }
}
