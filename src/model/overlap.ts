import type { Span } from "./document.ts";
import type { Passage } from "./passage.ts";

/** A passage with what a report says of it. All counts are characters: letters, digits and Han, no punctuation, no blanks. */
export interface OverlapPassage extends Passage {
  /** The passage in the draft's and in the source's blocks (lines, where a plain text was given). */
  draftSpans: Span[];
  sourceSpans: Span[];
  /** Sentences of the draft's own inside the passage, not copied; one span a block. */
  ownSpans: Span[];
  /** Printed path of the clause it begins in, null outside clauses. */
  draftClause: string | null;
  sourceClause: string | null;
  /** Copied characters that are the draft's own: no title, quotation, set phrase, definition or amount among them. */
  copied: number;
  /** The textbook case 仅换地名: long, nearly identical, and only level words and place names changed. */
  textbook: boolean;
}

/** A clause of the draft (a line, where a plain text was given) and how much of it is copied. */
export interface ClauseOverlap {
  /** Index in `OfficialDocument.clauses`, or null for a plain text. */
  clause: number | null;
  path: string | null;
  span: Span;
  own: number;
  copied: number;
  /** copied ÷ own, 0 where the clause has no character of its own. */
  share: number;
  /** Copied as a whole, by the bound in the options. */
  whole: boolean;
  /** Says something that no source says: a number, a date, a named unit or a place. */
  local: boolean;
}

/** A place outside the issuer's area that came along in a copied passage. */
export interface ForeignPlace {
  /** As printed, with its level word: 平乐县. */
  text: string;
  span: Span;
  /** Index in `OverlapReport.passages`. */
  passage: number;
}

export interface OverlapReport {
  /** Textbook cases first, then in draft order. */
  passages: OverlapPassage[];
  /** Characters of the draft's body that are its own, and those of them that are copied from any source. */
  own: number;
  copied: number;
  /** copied ÷ own, 0–1. */
  share: number;
  /** Masked characters (titles, quotations, set phrases, definitions, amounts) that stand in a source too. */
  maskedCopied: number;
  /** Longest copied run without a changed word, and longest passage, in characters. */
  longest: { exact: number; edited: number };
  /** One entry a source, in the order given. */
  sources: { name: string; copied: number; share: number; longest: number }[];
  clauses: ClauseOverlap[];
  /** Clauses copied as a whole, and clauses with something of their own. */
  wholeClauses: number;
  localClauses: number;
  /** Null where the issuer's area is not known. */
  foreign: ForeignPlace[] | null;
  /** Why text was left out: the document passes on another (转发, 批转), or prints a superior's text itself. */
  relayed: { reason: "forwarding" | "printing"; title: string } | null;
}
