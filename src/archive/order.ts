import type { ArchiveDocument, ArchiveRecord } from "../model/archive.ts";
import { numberText } from "./record/doc-number.ts";
import { plainTitle } from "./selection.ts";

/** Divides the fields of a key: sorts before every character of a name. */
const END = "\u0001";
/** Sorts behind every name: documents without one come last. */
const NONE = "\uffff";

const wide = (number: number) => String(number).padStart(8, "0");
const numberKey = ({ number }: ArchiveRecord) =>
  number === null ? NONE : [number.code, wide(number.year), wide(number.serial)].join(END);

/** Keys that sort documents as the kinds want them; the path makes every order one. */
export const KEYS = {
  issuer: ({ path, record }: ArchiveDocument) =>
    [record.issuer ?? NONE, record.issuedOn ?? NONE, numberKey(record), record.title ?? NONE, path].join(END),
  number: ({ path, record }: ArchiveDocument) =>
    [record.issuer ?? NONE, numberKey(record), record.issuedOn ?? NONE, path].join(END),
  date: ({ path, record }: ArchiveDocument) =>
    [record.issuedOn ?? NONE, record.issuer ?? NONE, numberKey(record), record.title ?? NONE, path].join(END),
};

/**
 * Leaves out what an archive holds twice: the same bytes beside each other in the order, or another file of the same
 * document (issuer, day, 文号 and title are one).
 */
export function onceEach(): (document: ArchiveDocument) => boolean {
  let last: ArchiveDocument | null = null;
  return (document) => {
    const again = last !== null && sameDocument(last, document);
    if (!again) last = document;
    return !again;
  };
}

function sameDocument(a: ArchiveDocument, b: ArchiveDocument): boolean {
  const [one, other] = [a.record, b.record];
  if (a.sha256 !== "" && a.sha256 === b.sha256) return true;
  if (one.number === null || other.number === null || one.title === null || other.title === null) return false;
  const same = one.issuer === other.issuer && one.issuedOn === other.issuedOn;
  return (
    same && numberText(one.number) === numberText(other.number) && plainTitle(one.title) === plainTitle(other.title)
  );
}
