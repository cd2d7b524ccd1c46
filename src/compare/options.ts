/**
 * What a caller may set. No provision fixes any of these numbers: they are the pack author's, and the defaults are
 * calibrated as docs/overlap.md tells.
 */
export interface CompareOptions {
  /** Units of its own (a character; a number, a place name or a run of level words) that a passage needs. */
  minimum: number;
  /** Alignment score a passage needs by itself. */
  score: number;
  /** Sum of document-frequency weights a passage needs, and its share of the characters. */
  weight: number;
  weightShare: number;
  /** A whole sentence down to this share of `minimum` will do where its units weigh `shortShare` on average. */
  shortMinimum: number;
  shortShare: number;
  /** Passages of one source this near on the draft are one. */
  mergeGap: number;
  /** Identity below which two texts only share words, and no passage is told. */
  leastIdentity: number;
  /** Share of a passage's words that has to stand in the source, names and numbers aside; below it only its parts are told that keep to it. */
  leastKept: number;
  /** Identity from which a passage with reworded places is `light`, below it `heavy`. */
  lightIdentity: number;
}

export const COMPARE_DEFAULTS: CompareOptions = {
  minimum: 20,
  score: 18,
  weight: 18,
  weightShare: 0.15,
  shortMinimum: 0.6,
  shortShare: 0.5,
  mergeGap: 40,
  leastIdentity: 0.3,
  leastKept: 0.55,
  lightIdentity: 0.8,
};
