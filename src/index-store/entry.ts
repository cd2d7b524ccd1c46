import type { OfficialDocument } from "../model/document.ts";
import { ISSUER_BODIES, ISSUER_LEVELS } from "../model/facts.ts";

/** What the index says of a document; null where the text does not tell. */
export interface DocumentEntry {
  /** Name shown to people, relative to the folder it was indexed from where it lies below it. */
  path: string;
  title: string | null;
  issuer: string | null;
  level: (typeof ISSUER_LEVELS)[number] | null;
  body: (typeof ISSUER_BODIES)[number] | null;
  /** 成文日期, ISO. */
  date: string | null;
  /** 发文字号 */
  number: string | null;
  /** Of the file's bytes: the same file is indexed once. */
  sha256: string;
  /** Normalised units. */
  length: number;
}

/** The entry of a document read from a file's bytes; its length is counted when it is normalised. */
export function entryOf(file: {
  path: string;
  sha256: string;
  document: OfficialDocument;
}): Omit<DocumentEntry, "length"> {
  const { path, sha256, document } = file;
  const { elements, facts, parts } = document;
  const known = <T>(fact: { origin: string; value?: T }): T | null =>
    fact.origin === "unknown" ? null : (fact.value ?? null);
  const title = elements.title ?? parts.at(-1)?.title ?? null;
  return {
    path,
    title: title?.text ?? null,
    issuer: known(facts.issuer),
    level: known(facts.issuerLevel),
    body: known(facts.issuerBody),
    date: known(facts.issuedOn),
    number: elements.docNumber?.text ?? null,
    sha256,
  };
}

/** 1 for the centre … 5 for towns; 0 where it is not known. */
export const rankOf = (level: DocumentEntry["level"]) => (level ? ISSUER_LEVELS.indexOf(level) + 1 : 0);
/** Position among the bodies from 1; 0 where it is not known. */
export const bodyRank = (body: DocumentEntry["body"]) => (body ? ISSUER_BODIES.indexOf(body) + 1 : 0);
