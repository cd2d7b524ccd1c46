import type { ArchiveDocument } from "../model/archive.ts";
import { nameHash } from "./record/name-hash.ts";
import { bandsOf, openSketch, sketchLikeness } from "./record/sketch.ts";
import type { ArchiveStore } from "./store.ts";
import { subjectKey } from "./subject.ts";

/** Earlier documents that one is held against for each thing they share: of thousands alike a few say it all. */
const HELD_AGAINST = 20;
/** A subject of fewer characters is shared by chance. */
const LEAST_SUBJECT = 3;

/** Documents of one issuer that are alike. */
export interface Alike {
  /** In the order of issuer and day. */
  add(document: ArchiveDocument): void;
  /** Pairs, each once, by the later document: in the order it was added. */
  pairs(): AsyncGenerator<{ earlier: ArchiveDocument; later: ArchiveDocument; likeness: number }>;
}

/**
 * Finds documents of an issuer alike in wording (bands of their sketches, 16 of 4 values) or in subject, through prints that
 * both have: memory holds none of the documents.
 */
export function alike(store: ArchiveStore): Alike {
  const shelf = store.shelf();
  const prints = store.prints();
  return {
    add(document) {
      const { issuer, title, sketch, issuedOn } = document.record;
      if (issuer === null || issuedOn === null) return;
      const seed = nameHash(issuer);
      const own = sketch === null ? [] : [...bandsOf(openSketch(sketch), seed)];
      const subject = title === null ? "" : subjectKey(title, issuer);
      if (subject.length >= LEAST_SUBJECT) own.push(nameHash(`${issuer} ${subject}`));
      if (own.length > 0) prints.add(shelf.add(document), Uint32Array.from(own));
    },
    async *pairs() {
      const found = store.sorter<[number, number]>();
      for (const group of prints.groups()) {
        for (let i = 1; i < group.length; i++) {
          for (let j = Math.max(0, i - HELD_AGAINST); j < i; j++) {
            found.add(pairKey(group[i]!, group[j]!), [group[i]!, group[j]!]);
          }
        }
      }
      let last: readonly [number, number] = [-1, -1];
      for await (const pair of found.sorted()) {
        if (pair[0] === last[0] && pair[1] === last[1]) continue;
        last = pair;
        const [later, earlier] = [shelf.get(pair[0]), shelf.get(pair[1])];
        // Equal prints are no proof of equal issuers.
        if (later.record.issuer === earlier.record.issuer)
          yield { earlier, later, likeness: likenessOf(earlier, later) };
      }
    },
  };
}

const pairKey = (later: number, earlier: number) => String(later).padStart(9, "0") + String(earlier).padStart(9, "0");

function likenessOf(a: ArchiveDocument, b: ArchiveDocument): number {
  const [one, other] = [a.record.sketch, b.record.sketch];
  return one === null || other === null ? 0 : sketchLikeness(openSketch(one), openSketch(other));
}
