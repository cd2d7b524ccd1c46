import type { ArchiveDocument, Concerned } from "../model/archive.ts";
import { concerned, LISTED } from "./subject.ts";

/** How many documents of something there are, and the first of them. */
export interface Count {
  total: number;
  documents: Concerned[];
}

/** Counts by key for one issuer at a time, so that no more is kept than the issuer has years. */
export class Counts<Key> {
  private readonly counts = new Map<Key, Count>();

  add(key: Key, document: ArchiveDocument): void {
    const count = this.counts.get(key) ?? { total: 0, documents: [] };
    this.counts.set(key, count);
    if (count.total++ < LISTED) count.documents.push(concerned(document));
  }

  get(key: Key): Count {
    return this.counts.get(key) ?? { total: 0, documents: [] };
  }

  /** Keys in the order of their first document. */
  keys(): Key[] {
    return [...this.counts.keys()];
  }

  clear(): void {
    this.counts.clear();
  }
}
