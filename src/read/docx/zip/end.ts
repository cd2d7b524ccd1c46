import { refuse } from "../refusal.ts";
import { u16, u32, u64 } from "./bytes.ts";

const END = 0x06054b50;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const END_SIZE = 22;

/** Where the central directory of a zip stands: [start, end) and how many entries it lists. */
export interface DirectoryPlace {
  start: number;
  end: number;
  entries: number;
}

/**
 * Finds the end record (APPNOTE 4.3.16) and takes the directory's place from it. The last signature in the file
 * counts, and it has to fit: a reader that tried the next one could be shown another directory than Word sees.
 * Behind the comment only zero bytes and line ends are let pass, which transfer programs pad with.
 */
export function findDirectory(bytes: Uint8Array): DirectoryPlace {
  const at = findEnd(bytes);
  if (at < 0) refuse("corrupt", "read.zip.truncated");
  const commentEnd = at + END_SIZE + u16(bytes, at + 20);
  if (commentEnd > bytes.length) refuse("corrupt", "read.zip.truncated");
  for (let i = commentEnd; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte !== 0 && byte !== 10 && byte !== 13)
      refuse("corrupt", "read.zip.trailing", { bytes: bytes.length - commentEnd });
  }
  const place = at >= 20 && u32(bytes, at - 20) === LOCATOR64 ? fromEnd64(bytes, at) : fromEnd(bytes, at);
  if (place.start + place.size !== place.mustEndAt) refuse("corrupt", "read.zip.directory");
  return { start: place.start, end: place.start + place.size, entries: place.entries };
}

interface Claim {
  start: number;
  size: number;
  entries: number;
  /** A directory ends where its end record begins; anything else is data before the zip or between the records. */
  mustEndAt: number;
}

function fromEnd(bytes: Uint8Array, at: number): Claim {
  const disk = u16(bytes, at + 4) | u16(bytes, at + 6);
  const entries = u16(bytes, at + 10);
  if (disk !== 0 || u16(bytes, at + 8) !== entries) refuse("unsupported", "read.zip.split");
  return { start: u32(bytes, at + 16), size: u32(bytes, at + 12), entries, mustEndAt: at };
}

function fromEnd64(bytes: Uint8Array, end: number): Claim {
  const at = u64(bytes, end - 20 + 8);
  if (!(at + 56 <= end - 20) || u32(bytes, at) !== END64) refuse("corrupt", "read.zip.directory");
  if (u32(bytes, at + 16) !== 0 || u32(bytes, at + 20) !== 0) refuse("unsupported", "read.zip.split");
  return { start: u64(bytes, at + 48), size: u64(bytes, at + 40), entries: u64(bytes, at + 32), mustEndAt: at };
}

function findEnd(bytes: Uint8Array): number {
  const last = bytes.length - END_SIZE;
  const first = Math.max(0, last - 0xffff - 4096);
  for (let at = last; at >= first; at--) {
    if (bytes[at] === 0x50 && u32(bytes, at) === END) return at;
  }
  return -1;
}
