import { deflateSync } from "fflate";
import { crc32 } from "../../../src/read/docx/zip/crc32.ts";

/** An entry of a zip written field by field, so that any field can lie. Numbers not given are the true ones. */
export interface RawEntry {
  name: string;
  content?: Uint8Array | string;
  /** The packed data as they stand, deflate or not. */
  data?: Uint8Array;
  method?: number;
  flags?: number;
  crc?: number;
  packed?: number;
  size?: number;
  /** In the local header only. */
  local?: { name?: string; method?: number; flags?: number; size?: number };
  headerAt?: number;
  extra?: number[];
  /** Sizes behind the data, as programs that stream write them. */
  descriptor?: boolean;
  nameBytes?: number[];
}

export interface RawZip {
  prefix?: number[];
  suffix?: number[];
  comment?: number[];
  entriesStated?: number;
  /** Write the place of the directory into 64-bit records. */
  zip64?: boolean;
}

const two = (value: number) => [value & 255, (value >> 8) & 255];
const four = (value: number) => [...two(value & 0xffff), ...two((value >>> 16) & 0xffff)];
const eight = (value: number) => [...four(value >>> 0), ...four(Math.floor(value / 0x1_0000_0000))];
const bytesOf = (value: Uint8Array | string | undefined) =>
  typeof value === "string" ? new TextEncoder().encode(value) : (value ?? new Uint8Array());

/** Writes a zip as told. */
export function rawZip(entries: RawEntry[], zip: RawZip = {}): Uint8Array {
  const out: number[] = [...(zip.prefix ?? [])];
  const push = (bytes: Iterable<number>) => {
    for (const byte of bytes) out.push(byte);
  };
  const central: number[] = [];
  for (const entry of entries) {
    const content = bytesOf(entry.content);
    const method = entry.method ?? 8;
    const data = entry.data ?? (method === 8 ? deflateSync(content) : content);
    const name = entry.nameBytes ?? [...bytesOf(entry.name)];
    const flags = (entry.flags ?? 0) | (entry.descriptor ? 8 : 0);
    const crc = entry.crc ?? crc32(content);
    const packed = entry.packed ?? data.length;
    const size = entry.size ?? content.length;
    const at = entry.headerAt ?? out.length - (zip.prefix?.length ?? 0);
    if (entry.headerAt === undefined) {
      const localName = entry.local?.name === undefined ? name : [...bytesOf(entry.local.name)];
      push([
        0x50,
        0x4b,
        3,
        4,
        ...two(20),
        ...two(entry.local?.flags ?? flags),
        ...two(entry.local?.method ?? method),
        0,
        0,
        0,
        0,
      ]);
      push(
        entry.descriptor ? new Array(12).fill(0) : [...four(crc), ...four(packed), ...four(entry.local?.size ?? size)],
      );
      push([...two(localName.length), 0, 0, ...localName]);
      push(data);
      if (entry.descriptor) push([0x50, 0x4b, 7, 8, ...four(crc), ...four(packed), ...four(size)]);
    }
    const extra = entry.extra ?? [];
    central.push(0x50, 0x4b, 1, 2, ...two(20), ...two(20), ...two(flags), ...two(method), 0, 0, 0, 0);
    central.push(...four(crc), ...four(packed), ...four(size), ...two(name.length), ...two(extra.length), 0, 0);
    central.push(...new Array(8).fill(0), ...four(at), ...name, ...extra);
  }
  const start = out.length - (zip.prefix?.length ?? 0);
  push(central);
  const stated = zip.entriesStated ?? entries.length;
  if (zip.zip64) {
    const end = out.length;
    push([0x50, 0x4b, 6, 6, ...eight(44), ...two(45), ...two(45), ...four(0), ...four(0)]);
    push([...eight(stated), ...eight(stated), ...eight(central.length), ...eight(start)]);
    push([0x50, 0x4b, 6, 7, ...four(0), ...eight(end), ...four(1)]);
    push([0x50, 0x4b, 5, 6, 0, 0, 0, 0, 255, 255, 255, 255, ...new Array(8).fill(255)]);
  } else {
    push([0x50, 0x4b, 5, 6, 0, 0, 0, 0, ...two(stated), ...two(stated), ...four(central.length), ...four(start)]);
  }
  push([...two(zip.comment?.length ?? 0), ...(zip.comment ?? []), ...(zip.suffix ?? [])]);
  return Uint8Array.from(out);
}
