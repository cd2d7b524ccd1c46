import type { Limits } from "../../../model/limits.ts";
import { refuse } from "../refusal.ts";
import { u16, u32, u64 } from "./bytes.ts";
import { findDirectory } from "./end.ts";
import { checkLayout } from "./layout.ts";
import { checkName, decodeName, foldName } from "./names.ts";

const CENTRAL = 0x02014b50;
const ENCRYPTED = 0x0001 | 0x0040 | 0x2000;

/** A zip entry as the central directory states it, checked against its local header. Sizes in bytes. */
export interface ZipEntry {
  /** With `/` between folders, whatever the producer wrote. */
  name: string;
  flags: number;
  method: number;
  crc: number;
  packed: number;
  size: number;
  headerAt: number;
  /** Set by `checkLayout`: where the packed data begins. */
  dataAt: number;
  nameAt: number;
  nameLength: number;
}

/**
 * Reads and checks the whole directory before a byte is inflated: places, names, duplicates, overlaps, sizes,
 * encryption, methods. A checker and Word must never see two different documents in one file (CVE-2025-31672), so
 * whatever two readers may take in two ways is refused. Returns the entries by part name.
 */
export function readDirectory(bytes: Uint8Array, limits: Limits): Map<string, ZipEntry> {
  const place = findDirectory(bytes);
  if (place.entries > limits.zipEntries) {
    refuse("too-large", "read.zip.entries", {
      limit: "zipEntries",
      actual: place.entries,
      max: limits.zipEntries,
    });
  }
  const entries: ZipEntry[] = [];
  let at = place.start;
  while (at < place.end) {
    if (entries.length === place.entries) refuse("corrupt", "read.zip.directory");
    const entry = readEntry(bytes, at, place.end);
    entries.push(entry);
    at += 46 + u16(bytes, at + 28) + u16(bytes, at + 30) + u16(bytes, at + 32);
  }
  if (at !== place.end || entries.length !== place.entries) refuse("corrupt", "read.zip.directory");
  const byName = indexByName(entries);
  checkLayout(bytes, entries, place.start);
  for (const entry of entries) {
    if (entry.method !== 0 && entry.method !== 8) {
      refuse("unsupported", "read.zip.method", { part: entry.name, method: entry.method });
    }
  }
  return byName;
}

function readEntry(bytes: Uint8Array, at: number, end: number): ZipEntry {
  if (at + 46 > end || u32(bytes, at) !== CENTRAL) refuse("corrupt", "read.zip.directory");
  const nameLength = u16(bytes, at + 28);
  const extraAt = at + 46 + nameLength;
  const extraEnd = extraAt + u16(bytes, at + 30);
  if (extraEnd + u16(bytes, at + 32) > end) refuse("corrupt", "read.zip.directory");
  const entry: ZipEntry = {
    name: decodeName(bytes, at + 46, nameLength),
    flags: u16(bytes, at + 8),
    method: u16(bytes, at + 10),
    crc: u32(bytes, at + 16),
    packed: u32(bytes, at + 20),
    size: u32(bytes, at + 24),
    headerAt: u32(bytes, at + 42),
    dataAt: 0,
    nameAt: at + 46,
    nameLength,
  };
  checkName(entry.name);
  if (entry.flags & ENCRYPTED) refuse("encrypted", "read.docx.encrypted");
  readZip64(bytes, extraAt, extraEnd, entry);
  return entry;
}

/** Extra field 0x0001 (APPNOTE 4.5.3) holds the 64-bit values of exactly those fields that are all ones. */
function readZip64(bytes: Uint8Array, from: number, end: number, entry: ZipEntry): void {
  let at = from;
  let needed = entry.size === 0xffffffff || entry.packed === 0xffffffff || entry.headerAt === 0xffffffff;
  while (at + 4 <= end) {
    const next = at + 4 + u16(bytes, at + 2);
    if (next > end) refuse("corrupt", "read.zip.directory");
    if (needed && u16(bytes, at) === 1) {
      let value = at + 4;
      for (const field of ["size", "packed", "headerAt"] as const) {
        if (entry[field] !== 0xffffffff) continue;
        if (value + 8 > next) refuse("corrupt", "read.zip.directory");
        entry[field] = u64(bytes, value);
        value += 8;
      }
      needed = false;
    }
    at = next;
  }
  if (needed) refuse("corrupt", "read.zip.directory");
}

function indexByName(entries: ZipEntry[]): Map<string, ZipEntry> {
  const byName = new Map<string, ZipEntry>();
  const seen = new Set<string>();
  for (const entry of entries) {
    const folded = foldName(entry.name);
    if (seen.has(folded)) refuse("rejected-unsafe", "read.zip.duplicate", { part: entry.name });
    seen.add(folded);
    byName.set(entry.name, entry);
  }
  return byName;
}
