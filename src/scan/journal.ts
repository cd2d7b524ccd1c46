import { closeSync, constants, fdatasync, ftruncateSync, openSync, writeSync } from "node:fs";
import { promisify } from "node:util";
import { ReportError } from "./report-error.ts";

const sync = promisify(fdatasync);

/** A power cut loses at most this many lines, or what came in this many milliseconds. */
const LINES = 100;
const EVERY = 2_000;
/** Lines are gathered up to this many bytes: a system call costs more than a copy. */
const GATHER = 256 * 1024;

/** `results.jsonl` being written: the results are their own journal. */
export interface Journal {
  /** Takes one line with its newline; returns where it stands. */
  append(line: Uint8Array): { offset: number; length: number };
  /** Hands everything to the disk and closes. */
  close(): Promise<void>;
}

/**
 * Opens the file to go on at byte `size`; anything behind is cut off. `failed` hears of what goes wrong while nobody
 * waits. A line that the disk did not take whole is taken back, so that the file ends in a whole line.
 */
export function openJournal(path: string, size: number, failed: (error: unknown) => void): Journal {
  const file = attempt(path, () => {
    const opened = openSync(path, constants.O_RDWR | constants.O_CREAT, 0o600);
    ftruncateSync(opened, size);
    return opened;
  });
  let written = size;
  let end = size;
  let gathered: Uint8Array[] = [];
  let waiting = 0;
  let syncing: Promise<void> | null = null;
  let broken = false;

  function write(): void {
    if (gathered.length === 0 || broken) return;
    const all = Buffer.concat(gathered);
    gathered = [];
    try {
      for (let at = 0; at < all.length; ) at += writeSync(file, all, at, all.length - at, written + at);
      written += all.length;
    } catch (error) {
      broken = true;
      ftruncateSync(file, written);
      throw asReportError(path, error);
    }
  }
  function settle(): Promise<void> {
    write();
    waiting = 0;
    syncing ??= sync(file)
      .catch((error: unknown) => {
        broken = true;
        throw asReportError(path, error);
      })
      .finally(() => {
        syncing = null;
      });
    return syncing;
  }
  const timer = setInterval(() => {
    if (waiting > 0) quietly();
  }, EVERY);
  const quietly = () => {
    try {
      settle().catch(failed);
    } catch (error) {
      failed(error);
    }
  };
  return {
    append(line) {
      const offset = end;
      end += line.length;
      gathered.push(line);
      waiting++;
      if (end - written >= GATHER) write();
      if (waiting >= LINES && !syncing) quietly();
      return { offset, length: line.length };
    },
    async close() {
      clearInterval(timer);
      try {
        await syncing;
        await settle();
      } finally {
        closeSync(file);
      }
    },
  };
}

function attempt<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw asReportError(path, error);
  }
}

/** The disk's refusal as wrong use; what has no code is our own bug. */
export function asReportError(path: string, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (error instanceof ReportError || code === undefined) return error;
  const full = code === "ENOSPC" || code === "EDQUOT";
  return new ReportError(full ? "scan.disk-full" : "scan.unwritable", { path, code });
}
