import type { ReadFailure } from "../../model/source.ts";

const SECTOR_SHIFT_AT = 30;
const DIRECTORY_AT = 48;
const MAX_SECTORS = 4096;

/** First bytes of an OLE2 compound file: .doc, .wps, and what Office makes of a document saved with a password. */
export function isOle(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].every((byte, i) => bytes[i] === byte);
}

/**
 * Says why a compound file cannot be checked, by the names in its directory ([MS-CFB] 2.6): `EncryptedPackage` is an
 * encrypted .docx, `WordDocument` the old .doc or .wps (which saving as .docx makes readable, password or not).
 */
export function readOle(bytes: Uint8Array): ReadFailure {
  const names = directoryNames(bytes);
  if (names.has("EncryptedPackage")) return failure("encrypted", "read.docx.encrypted");
  if (names.has("WordDocument") && hasPassword(bytes)) return failure("encrypted", "read.docx.encrypted");
  if (names.has("WordDocument")) return failure("unsupported", "read.docx.old");
  if (names.has("Workbook") || names.has("Book")) return failure("unsupported", "read.spreadsheet");
  if (names.has("PowerPoint Document")) return failure("unsupported", "read.slides");
  return failure("unsupported", "read.docx.ole");
}

/** The head of a document ([MS-DOC] 2.5.2) stands at the beginning of a sector; bit fEncrypted of its flags. */
function hasPassword(bytes: Uint8Array): boolean {
  for (let at = 512; at + 12 <= bytes.length && at < 512 * MAX_SECTORS; at += 512) {
    if (bytes[at] === 0xec && bytes[at + 1] === 0xa5) return (bytes[at + 11]! & 1) === 1;
  }
  return false;
}

function failure(status: ReadFailure["status"], reason: string): ReadFailure {
  return { status, reason, values: {} };
}

/**
 * Names of the streams, from the directory's sectors in the order of the allocation table as far as it can be followed
 * from the header's own 109 entries. A damaged table gives fewer names, never an error.
 */
function directoryNames(bytes: Uint8Array): Set<string> {
  const names = new Set<string>();
  if (bytes.length < 512) return names;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(SECTOR_SHIFT_AT, true);
  if (shift !== 9 && shift !== 12) return names;
  const size = 1 << shift;
  const seen = new Set<number>();
  let sector = view.getUint32(DIRECTORY_AT, true);
  while (!seen.has(sector) && seen.size < MAX_SECTORS) {
    seen.add(sector);
    const start = (sector + 1) * size;
    if (start + size > bytes.length) break;
    for (let at = start; at < start + size; at += 128) names.add(entryName(view, at));
    sector = nextSector(view, sector, size);
  }
  return names;
}

function entryName(view: DataView, at: number): string {
  const units = Math.min(32, view.getUint16(at + 64, true) >> 1);
  let name = "";
  for (let i = 0; i < units - 1; i++) name += String.fromCharCode(view.getUint16(at + 2 * i, true));
  return name;
}

/** Entry of `sector` in the allocation table; the largest number where the table does not reach that far. */
function nextSector(view: DataView, sector: number, size: number): number {
  const perSector = size / 4;
  const table = Math.floor(sector / perSector);
  if (table >= 109) return 0xffffffff;
  const at = (view.getUint32(76 + 4 * table, true) + 1) * size + (sector % perSector) * 4;
  return at + 4 <= view.byteLength ? view.getUint32(at, true) : 0xffffffff;
}
