import { closeSync } from "node:fs";
import type { SourceDocument } from "../model/source.ts";
import { FIELD, RECORD, SKETCH } from "./batch-writer.ts";
import type { PartEntry } from "./contents.ts";
import type { DocumentEntry } from "./entry.ts";
import { fill, openChecked, readWhole } from "./segment.ts";
import { restore } from "./stored.ts";

/** An open batch: its records lie in memory (152 bytes a document), metadata and texts are read one at a time. */
export interface Batch {
  /** A field of document `id`'s record. */
  field(id: number, field: number): number;
  sketch(id: number): Uint32Array;
  document(id: number): DocumentEntry;
  source(id: number): SourceDocument;
  close(): void;
}

export function openBatch(folder: string, entry: PartEntry): Batch {
  const { name, first, files } = entry;
  const records = readWhole(folder, `${name}.rec`, files.rec);
  const lines = openChecked(folder, `${name}.jsonl`, files.jsonl);
  const texts = openChecked(folder, `${name}.src`, files.src);
  const field = (id: number, at: number) => records[(id - first) * RECORD + at]!;
  const read = (file: number, position: number, length: number) => {
    const bytes = Buffer.allocUnsafe(length);
    fill(file, bytes, position);
    return bytes;
  };
  return {
    field,
    sketch: (id) => {
      const at = (id - first) * RECORD + FIELD.sketch;
      return records.subarray(at, at + SKETCH);
    },
    document: (id) =>
      JSON.parse(read(lines, field(id, FIELD.line), field(id, FIELD.lineBytes)).toString("utf8")) as DocumentEntry,
    source: (id) => {
      const position = field(id, FIELD.textHigh) * 2 ** 32 + field(id, FIELD.text);
      return restore(read(texts, position, field(id, FIELD.textBytes)).toString("utf16le"));
    },
    close() {
      closeSync(lines);
      closeSync(texts);
    },
  };
}
