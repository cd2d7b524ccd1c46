/** A stretch of the draft aligned with one of the source, in units of the normalised texts, with its alignment score. */
export interface Hit {
  draft: number;
  draftEnd: number;
  source: number;
  sourceEnd: number;
  score: number;
  /** Proves copying by itself; a passage has one such hit. */
  certain: boolean;
}
