import type { SourceDocument } from "../model/source.ts";
import { type Batch, openBatch } from "./batch.ts";
import { type Contents, type PartEntry, readContents } from "./contents.ts";
import type { DocumentEntry } from "./entry.ts";
import { IndexError } from "./error.ts";
import { openSegment, type Segment } from "./segment.ts";

/** Postings, metadata and texts of one part of an index. */
export interface Part extends Batch, Segment {
  entry: PartEntry;
}

/** An index open for reading. What is open stays as it is, whatever is written meanwhile. */
export interface OpenIndex {
  folder: string;
  contents: Contents;
  parts: readonly Part[];
  deleted: ReadonlySet<number>;
  /** Documents that are in the index, and the number the next one gets. */
  count: number;
  end: number;
  /** The part that document `id` is in. */
  partOf(id: number): Part;
  document(id: number): DocumentEntry;
  source(id: number): SourceDocument;
  /** Numbers of all documents, in order. */
  ids(): Generator<number>;
  close(): void;
}

const TRIALS = 3;

/** Opens an index; throws IndexError with what is wrong with it. */
export function openIndex(folder: string): OpenIndex {
  for (let trial = 1; ; trial++) {
    const contents = readContents(folder);
    try {
      return opened(folder, contents);
    } catch (error) {
      // A writer may have replaced a file between the contents and its opening: then the contents are new too.
      const stale = error instanceof IndexError && readContents(folder).generation !== contents.generation;
      if (!stale || trial === TRIALS) throw error;
    }
  }
}

function opened(folder: string, contents: Contents): OpenIndex {
  const parts: Part[] = [];
  const close = () => {
    for (const part of parts) part.close();
  };
  try {
    for (const entry of contents.parts) parts.push(openPart(folder, entry));
  } catch (error) {
    close();
    throw error;
  }
  const deleted = new Set(contents.deleted);
  const end = contents.parts.at(-1)?.end ?? 0;
  const partOf = (id: number) => parts.find(({ entry }) => id < entry.end)!;
  return {
    folder,
    contents,
    parts,
    deleted,
    end,
    count: end - deleted.size,
    partOf,
    document: (id) => partOf(id).document(id),
    source: (id) => partOf(id).source(id),
    *ids() {
      for (let id = 0; id < end; id++) if (!deleted.has(id)) yield id;
    },
    close,
  };
}

function openPart(folder: string, entry: PartEntry): Part {
  const segment = openSegment(folder, entry);
  try {
    const batch = openBatch(folder, entry);
    return {
      ...segment,
      ...batch,
      entry,
      close() {
        segment.close();
        batch.close();
      },
    };
  } catch (error) {
    segment.close();
    throw error;
  }
}
