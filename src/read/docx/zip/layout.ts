import { refuse } from "../refusal.ts";
import { u16, u32 } from "./bytes.ts";
import type { ZipEntry } from "./directory.ts";

const LOCAL = 0x04034b50;
/** Bits that change what a reader makes of the entry: encryption, sizes behind the data, UTF-8 name. */
const MEANINGFUL_FLAGS = 0x0001 | 0x0008 | 0x0040 | 0x0800 | 0x2000;

/**
 * Holds every local header to its directory entry and the entries apart from each other. Overlapping entries are
 * the trick of the 42 kB file that unpacks to 5 GB (CVE-2019-13232). Sets `dataAt`.
 */
export function checkLayout(bytes: Uint8Array, entries: ZipEntry[], directoryAt: number): void {
  for (const entry of entries) checkHeader(bytes, entry, directoryAt);
  const sorted = [...entries].sort((a, b) => a.headerAt - b.headerAt);
  let end = 0;
  for (const entry of sorted) {
    if (entry.headerAt < end) refuse("rejected-unsafe", "read.zip.overlap", { part: entry.name });
    end = entry.dataAt + entry.packed;
  }
  if (sorted[0] && sorted[0].headerAt !== 0) refuse("corrupt", "read.zip.prefix", { bytes: sorted[0].headerAt });
}

function checkHeader(bytes: Uint8Array, entry: ZipEntry, directoryAt: number): void {
  const at = entry.headerAt;
  if (at + 30 > directoryAt || u32(bytes, at) !== LOCAL) refuse("corrupt", "read.zip.header", { part: entry.name });
  const nameLength = u16(bytes, at + 26);
  entry.dataAt = at + 30 + nameLength + u16(bytes, at + 28);
  if (entry.dataAt + entry.packed > directoryAt) refuse("corrupt", "read.zip.header", { part: entry.name });
  const flags = u16(bytes, at + 6);
  const agree =
    sameBytes(bytes, at + 30, nameLength, entry.nameAt, entry.nameLength) &&
    u16(bytes, at + 8) === entry.method &&
    ((flags ^ entry.flags) & MEANINGFUL_FLAGS) === 0 &&
    (flags & 0x0008 || sizesAgree(bytes, at, entry));
  if (!agree) refuse("rejected-unsafe", "read.zip.mismatch", { part: entry.name });
  if (entry.method === 0 && entry.packed !== entry.size) {
    refuse("rejected-unsafe", "read.zip.size", { part: entry.name });
  }
}

/** All ones mean that the value stands in the zip64 field, which the directory has as well. */
function sizesAgree(bytes: Uint8Array, at: number, entry: ZipEntry): boolean {
  const packed = u32(bytes, at + 18);
  const size = u32(bytes, at + 22);
  return (
    u32(bytes, at + 14) === entry.crc &&
    (packed === entry.packed || packed === 0xffffffff) &&
    (size === entry.size || size === 0xffffffff)
  );
}

function sameBytes(bytes: Uint8Array, a: number, aLength: number, b: number, bLength: number): boolean {
  if (aLength !== bLength) return false;
  for (let i = 0; i < aLength; i++) if (bytes[a + i] !== bytes[b + i]) return false;
  return true;
}
