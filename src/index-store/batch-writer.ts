import type { PartEntry } from "./contents.ts";
import { bodyRank, type DocumentEntry, rankOf } from "./entry.ts";
import { beginFile } from "./files.ts";
import { citedForm, nameHash, versionForm } from "./titles.ts";

/** Least prints kept of a document: shares of them tell nearly identical texts without reading either. */
export const SKETCH = 28;
/** Places of a record, in 32-bit numbers. The offset into the texts takes two: they may pass 4 GB. */
export const FIELD = {
  line: 0,
  lineBytes: 1,
  text: 2,
  textHigh: 3,
  textBytes: 4,
  title: 5,
  version: 6,
  path: 7,
  rank: 8,
  body: 9,
  sketch: 10,
};
export const RECORD = FIELD.sketch + SKETCH;

export interface BatchWriter {
  add(entry: DocumentEntry, stored: string, prints: Uint32Array): void;
  finish(): Pick<PartEntry["files"], "jsonl" | "rec" | "src">;
  abandon(): void;
}

/** Writes metadata, records and texts of documents, one after another. */
export function beginBatch(folder: string, name: string): BatchWriter {
  const lines = beginFile(folder, `${name}.jsonl`);
  const records = beginFile(folder, `${name}.rec`);
  const texts = beginFile(folder, `${name}.src`);
  const encoder = new TextEncoder();
  return {
    add(entry, stored, prints) {
      const line = encoder.encode(`${JSON.stringify(entry)}\n`);
      // Two bytes a Han instead of three, and nothing to decode.
      const text = Buffer.from(stored, "utf16le");
      const record = new Uint32Array(RECORD).fill(0xffffffff, FIELD.sketch);
      record[FIELD.line] = lines.bytes;
      record[FIELD.lineBytes] = line.length;
      record[FIELD.text] = texts.bytes;
      record[FIELD.textHigh] = Math.floor(texts.bytes / 2 ** 32);
      record[FIELD.textBytes] = text.length;
      record[FIELD.title] = nameHash(citedForm(entry.title ?? ""));
      record[FIELD.version] = nameHash(versionForm(entry.title ?? ""));
      record[FIELD.path] = nameHash(entry.path);
      record[FIELD.rank] = rankOf(entry.level);
      record[FIELD.body] = bodyRank(entry.body);
      record.set(prints.subarray(0, SKETCH), FIELD.sketch);
      lines.write(line);
      records.write(record);
      texts.write(text);
    },
    finish: () => ({ jsonl: lines.finish(), rec: records.finish(), src: texts.finish() }),
    abandon() {
      for (const file of [lines, records, texts]) file.abandon();
    },
  };
}
