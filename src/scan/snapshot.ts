import { createHash } from "node:crypto";
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, type Stats } from "node:fs";
import type { ScannedFile } from "../model/scan.ts";
import type { ReadFailure } from "../model/source.ts";
import { goneWith, type Root } from "./share.ts";

/** What a file was when it was read: its bytes, or why there are none, and what is known of it either way. */
export interface Snapshot {
  bytes: Uint8Array | ReadFailure;
  file: ScannedFile;
  /** Code of an error of disk or network that may pass, or `ROOT_GONE`. */
  trouble?: string;
}

/** The whole folder that the run was told to look through is away: no file of it is to blame. */
export const ROOT_GONE = "root-gone";

/** Errors of disks and shares that may be over in a second; permission and absence are not among them. */
const PASSING = new Set(
  "EIO ESTALE ETIMEDOUT ECONNRESET ECONNABORTED ECONNREFUSED EHOSTDOWN EHOSTUNREACH ENETDOWN ENETUNREACH ENETRESET ENOTCONN EREMOTEIO ENXIO EMFILE ENFILE EAGAIN".split(
    " ",
  ),
);
export const isPassing = (code: string | undefined): boolean => code !== undefined && PASSING.has(code);

/**
 * Reads a regular file whole; links are not followed and nothing else is opened, so that neither a pipe nor a device can
 * hang the run. A file that changes meanwhile is read once more, then given up. `max` in bytes; null: the file is looked
 * at and not opened. A file that went with its folder, or with one of `roots`, is trouble of the disk.
 */
export function snapshot(path: string, max: number | null, attempts: number, roots: readonly Root[] = []): Snapshot {
  const file: ScannedFile = { bytes: null, sha256: null, modified: null, attempts };
  try {
    const before = lstatSync(path);
    Object.assign(file, known(before));
    const refused = refusal(before, max ?? Number.POSITIVE_INFINITY);
    if (refused) return { bytes: refused, file };
    if (max === null) return { bytes: new Uint8Array(), file };
    for (let trial = 1; trial <= 2; trial++) {
      const { bytes, stats, steady } = readWhole(path, max);
      Object.assign(file, known(stats));
      const late = refusal(stats, max);
      if (late) return { bytes: late, file };
      if (!steady) continue;
      file.sha256 = createHash("sha256").update(bytes).digest("hex");
      return { bytes, file };
    }
    return { bytes: { status: "unreadable", reason: "scan.changed", values: {} }, file };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    const trouble = troubleOf(code, path, roots);
    return { bytes: failure(code, path), file, ...(trouble ? { trouble } : {}) };
  }
}

function troubleOf(code: string, path: string, roots: readonly Root[]): string | null {
  if (isPassing(code)) return code;
  // A name that is not what the disk has finds nothing, wherever it is looked for.
  const gone = code === "ENOENT" && !path.includes("\ufffd") ? goneWith(path, roots) : null;
  return gone === "root" ? ROOT_GONE : gone && code;
}

export const known = (stats: Stats) => ({ bytes: stats.size, modified: new Date(stats.mtimeMs).toISOString() });

function refusal(stats: Stats, max: number): ReadFailure | null {
  if (stats.isSymbolicLink()) return { status: "skipped", reason: "scan.link", values: {} };
  if (stats.isDirectory()) return { status: "unreadable", reason: "scan.folder", values: {} };
  if (!stats.isFile()) return { status: "unreadable", reason: "open.not-a-file", values: {} };
  if (stats.size <= max) return null;
  const MB = 1024 * 1024;
  return {
    status: "too-large",
    reason: "open.too-large",
    values: { actual: (stats.size / MB).toFixed(1), max: (max / MB).toFixed(0) },
  };
}

/** Windows has neither flag, and neither pipes nor links that opening would stumble over. */
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

function readWhole(path: string, max: number): { bytes: Uint8Array; stats: Stats; steady: boolean } {
  const handle = openSync(path, FLAGS);
  try {
    const stats = fstatSync(handle);
    if (!stats.isFile() || stats.size > max) return { bytes: new Uint8Array(), stats, steady: false };
    // One byte more than stated, to notice a file that grew.
    const buffer = Buffer.allocUnsafeSlow(stats.size + 1);
    let length = 0;
    while (length < buffer.length) {
      const got = readSync(handle, buffer, length, buffer.length - length, length);
      if (got === 0) break;
      length += got;
    }
    const after = fstatSync(handle);
    const steady = length === stats.size && after.size === stats.size && after.mtimeMs === stats.mtimeMs;
    return { bytes: buffer.subarray(0, length), stats, steady };
  } finally {
    closeSync(handle);
  }
}

function failure(code: string, path: string): ReadFailure {
  const reason =
    code === "EACCES" || code === "EPERM"
      ? "open.no-permission"
      : code === "ENOENT"
        ? path.includes("\ufffd")
          ? "scan.name-encoding"
          : "open.gone"
        : "open.failed";
  return { status: "unreadable", reason, values: { code } };
}
