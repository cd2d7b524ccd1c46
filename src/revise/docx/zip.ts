import { deflateSync } from "fflate";
import { u16 } from "../../read/docx/zip/bytes.ts";
import { crc32 } from "../../read/docx/zip/crc32.ts";
import type { ZipEntry } from "../../read/docx/zip/directory.ts";
import { findDirectory } from "../../read/docx/zip/end.ts";

/** 1 January 1980, the first day a zip knows: the same draft gives the same bytes on every day. */
const FIRST_DAY = 0x0021;
const VERSION = 20;

interface Record {
  header: Uint8Array;
  central: Uint8Array;
}

/**
 * The zip with some parts given a new content and others added behind; every other entry keeps its bytes as they stand,
 * packed data and local header alike. `entries` is the directory the reader accepted.
 */
export function rewriteZip(
  bytes: Uint8Array,
  entries: ReadonlyMap<string, ZipEntry>,
  contents: ReadonlyMap<string, Uint8Array>,
): Uint8Array {
  const directory = findDirectory(bytes);
  const inOrder = [...entries.values()].sort((a, b) => a.headerAt - b.headerAt);
  const chunks: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let at = 0;
  const add = ({ header, central: record }: Record) => {
    new DataView(record.buffer, record.byteOffset).setUint32(42, at, true);
    chunks.push(header);
    central.push(record);
    at += header.length;
  };
  inOrder.forEach((entry, i) => {
    const content = contents.get(entry.name);
    const end = inOrder[i + 1]?.headerAt ?? directory.start;
    const name = bytes.subarray(entry.nameAt, entry.nameAt + entry.nameLength);
    if (content) add(packed(name, content, entry.flags & 0x0800));
    else add({ header: bytes.subarray(entry.headerAt, end), central: centralOf(bytes, entry) });
  });
  for (const [name, content] of contents) {
    if (!entries.has(name)) add(packed(new TextEncoder().encode(name), content, 0));
  }
  return concat([...chunks, ...central, endRecord(central, at)]);
}

/** A new entry: local header with its data, and its line in the directory, whose offset is filled in later. */
function packed(name: Uint8Array, content: Uint8Array, flags: number): Record {
  const data = deflateSync(content);
  const header = new Uint8Array(30 + name.length);
  const central = new Uint8Array(46 + name.length);
  const [local, line] = [new DataView(header.buffer), new DataView(central.buffer)];
  local.setUint32(0, 0x04034b50, true);
  line.setUint32(0, 0x02014b50, true);
  line.setUint16(4, VERSION, true);
  for (const [view, from] of [
    [local, 4],
    [line, 6],
  ] as const) {
    view.setUint16(from, VERSION, true);
    view.setUint16(from + 2, flags, true);
    view.setUint16(from + 4, 8, true);
    view.setUint16(from + 8, FIRST_DAY, true);
    view.setUint32(from + 10, crc32(content), true);
    view.setUint32(from + 14, data.length, true);
    view.setUint32(from + 18, content.length, true);
    view.setUint16(from + 22, name.length, true);
  }
  header.set(name, 30);
  central.set(name, 46);
  return { header: concat([header, data]), central };
}

/** The directory's line of an entry that stays, with true 32-bit numbers: no file taken in is near 4 GB. */
function centralOf(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const at = entry.nameAt - 46;
  const extraAt = entry.nameAt + entry.nameLength;
  const extraEnd = extraAt + u16(bytes, at + 30);
  const extra: Uint8Array[] = [];
  for (let field = extraAt; field + 4 <= extraEnd; field += 4 + u16(bytes, field + 2)) {
    if (u16(bytes, field) !== 1) extra.push(bytes.subarray(field, field + 4 + u16(bytes, field + 2)));
  }
  const fields = concat(extra);
  const comment = bytes.subarray(extraEnd, extraEnd + u16(bytes, at + 32));
  const record = concat([bytes.subarray(at, extraAt), fields, comment]);
  const view = new DataView(record.buffer);
  view.setUint32(20, entry.packed, true);
  view.setUint32(24, entry.size, true);
  view.setUint16(30, fields.length, true);
  return record;
}

function endRecord(central: readonly Uint8Array[], start: number): Uint8Array {
  const record = new Uint8Array(22);
  const view = new DataView(record.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, central.length, true);
  view.setUint16(10, central.length, true);
  view.setUint32(
    12,
    central.reduce((sum, { length }) => sum + length, 0),
    true,
  );
  view.setUint32(16, start, true);
  return record;
}

export function concat(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
