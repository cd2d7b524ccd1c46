import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";

/** What the index's table of contents says of a file: a shorter or other one is found. */
export interface FileMark {
  bytes: number;
  crc: number;
}

/** A file being written under a temporary name; it gets its own once it lies on the disk as a whole. */
export interface Writing {
  write(bytes: Uint8Array | Uint32Array): void;
  /** Bytes written so far. */
  readonly bytes: number;
  /** To the disk, then to its name. */
  finish(): FileMark;
  abandon(): void;
}

const TEMPORARY = ".tmp";
/** Small writes are gathered: a system call costs more than copying a page. */
const GATHER = 1 << 18;

export function beginFile(folder: string, name: string): Writing {
  const path = join(folder, name);
  const temporary = path + TEMPORARY;
  const file = openSync(temporary, "w", 0o600);
  const gathered = new Uint8Array(GATHER);
  let filled = 0;
  let bytes = 0;
  let crc = 0;
  const send = (part: Uint8Array) => {
    crc = crc32(part, crc);
    for (let at = 0; at < part.length; ) at += writeSync(file, part, at);
  };
  const flush = () => {
    send(gathered.subarray(0, filled));
    filled = 0;
  };
  return {
    get bytes() {
      return bytes;
    },
    write(part) {
      const raw = new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
      bytes += raw.length;
      if (filled + raw.length > GATHER) flush();
      if (raw.length > GATHER) return send(raw);
      gathered.set(raw, filled);
      filled += raw.length;
    },
    finish() {
      flush();
      fsyncSync(file);
      closeSync(file);
      renameSync(temporary, path);
      return { bytes, crc };
    },
    abandon() {
      closeSync(file);
      rmSync(temporary, { force: true });
    },
  };
}

/** Makes the names of a folder last: after a power cut a renamed file is there under its new name. */
export function syncFolder(folder: string): void {
  // Windows knows no such thing; its renames are journalled.
  if (process.platform === "win32") return;
  const handle = openSync(folder, "r");
  fsyncSync(handle);
  closeSync(handle);
}
