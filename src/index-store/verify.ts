import { closeSync, readSync } from "node:fs";
import { crc32 } from "node:zlib";
import { filesOf, readContents } from "./contents.ts";
import { IndexError } from "./error.ts";
import { openChecked } from "./segment.ts";

const CHUNK = 1 << 20;

/** Reads every file of an index and holds it against its checksum; returns how many. Throws IndexError for the first damage. */
export function verifyIndex(folder: string): number {
  const files = filesOf(readContents(folder));
  const chunk = new Uint8Array(CHUNK);
  for (const [name, mark] of files) {
    const file = openChecked(folder, name, mark);
    let crc = 0;
    for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) {
      crc = crc32(chunk.subarray(0, read), crc);
    }
    closeSync(file);
    if (crc !== mark.crc) throw new IndexError("index.damaged", { folder, file: name });
  }
  return files.size;
}
