import type { Edit } from "./result.ts";

/**
 * How a copied passage was altered: not at all · only level words and place names · those and numbers or dates ·
 * lightly · heavily reworded. Punctuation, width, blanks and traditional characters are no alteration.
 */
export const PASSAGE_CLASSES = ["verbatim", "names", "numbers", "light", "heavy"] as const;
export type PassageClass = (typeof PASSAGE_CLASSES)[number];

/** A text that a draft is held against. Of two sources on the same words the better counts, then the earlier. */
export interface CompareSource {
  name: string;
  text: string;
  /** ISO day it was issued; without it the order of the list decides which is earlier. */
  issuedOn?: string;
}

/** A passage of the draft that stands in a source too. Offsets are UTF-16 units into the texts as they were given. */
export interface Passage {
  draft: { start: number; end: number };
  source: { name: string; start: number; end: number };
  class: PassageClass;
  /** Equal characters of both sides, punctuation left out: 2·equal ÷ (draft + source), 0–1. */
  identity: number;
  /** Sentences of the draft's own that were put in between copied ones: inside `draft`, and not copied. */
  own: { start: number; end: number }[];
  /** Turns the source's words into the draft's: the `draft` parts joined are the draft's slice, the `source` parts the source's. */
  edits: Edit[];
  /** Other sources that carry the same words less well or later. */
  alsoIn: string[];
}
