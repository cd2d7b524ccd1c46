import type { ArchiveDocument } from "../model/archive.ts";

/** Values sorted by a key, in code units; equal keys stay as added. */
export interface Sorter<T> {
  add(key: string, value: T): void;
  sorted(): AsyncIterable<T> | Iterable<T>;
}

/** Documents by number, from 0. */
export interface Shelf {
  add(document: ArchiveDocument): number;
  get(number: number): ArchiveDocument;
}

/** Prints of documents; those that share one come back together. */
export interface PrintStore {
  add(document: number, prints: Uint32Array): void;
  /** Documents that share a print, ascending, once a print; groups of one are left out. */
  groups(): Iterable<Uint32Array>;
}

/** Where an archive run keeps what does not fit in memory; in a browser page and in tests it is memory. */
export interface ArchiveStore {
  sorter<T>(): Sorter<T>;
  shelf(): Shelf;
  prints(): PrintStore;
  /** Removes everything kept. */
  close(): void;
}

/** Everything in memory: for the examples of packs and small archives. */
export function memoryStore(): ArchiveStore {
  return {
    sorter<T>(): Sorter<T> {
      const entries: { key: string; value: T }[] = [];
      return {
        add: (key, value) => void entries.push({ key, value }),
        sorted: () => entries.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ value }) => value),
      };
    },
    shelf() {
      const documents: ArchiveDocument[] = [];
      return { add: (document) => documents.push(document) - 1, get: (number) => documents[number]! };
    },
    prints() {
      const postings = new Map<number, number[]>();
      return {
        add(document, prints) {
          for (const print of new Set(prints)) {
            const list = postings.get(print);
            if (list) list.push(document);
            else postings.set(print, [document]);
          }
        },
        *groups() {
          for (const list of postings.values()) if (list.length > 1) yield Uint32Array.from(list);
        },
      };
    },
    close() {},
  };
}
