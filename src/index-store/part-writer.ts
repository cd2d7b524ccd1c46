import { normalise } from "../compare/normalise.ts";
import type { SourceDocument } from "../model/source.ts";
import { beginBatch } from "./batch-writer.ts";
import type { PartEntry } from "./contents.ts";
import type { DocumentEntry } from "./entry.ts";
import { IndexError } from "./error.ts";
import { pairStore, pairsWithin } from "./pairs.ts";
import { prints } from "./prints.ts";
import { DOCUMENTS, writeSegment } from "./segment-writer.ts";
import { store } from "./stored.ts";

/** A part being written: documents are numbered from `first` in the order they come. */
export interface PartWriter {
  readonly count: number;
  add(entry: Omit<DocumentEntry, "length">, source: SourceDocument): void;
  /** All six files on the disk; null where no document came. */
  finish(): PartEntry | null;
  abandon(): void;
}

/** `memory` in MB bounds what is gathered before it goes to disk. */
export function beginPart(folder: string, name: string, first: number, memory: number): PartWriter {
  const batch = beginBatch(folder, name);
  const pairs = pairStore(folder, pairsWithin(memory));
  let count = 0;
  const abandon = () => {
    pairs.close();
    batch.abandon();
  };
  return {
    get count() {
      return count;
    },
    add(entry, source) {
      if (first + count >= DOCUMENTS) throw new IndexError("index.full", { max: DOCUMENTS });
      const { codes } = normalise(source.blocks.map((block) => block.text).join("\n"));
      const own = prints(codes);
      batch.add({ ...entry, length: codes.length }, store(source), own);
      pairs.add(first + count++, own);
    },
    finish() {
      if (count === 0) {
        abandon();
        return null;
      }
      const segment = writeSegment(folder, name, count, pairs);
      pairs.close();
      return { name, first, end: first + count, ...segment, files: { ...segment.files, ...batch.finish() } };
    },
    abandon,
  };
}
