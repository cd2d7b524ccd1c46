import type { Coverage } from "./coverage.ts";
import type { OfficialDocument } from "./document.ts";
import type { OverlapReport } from "./overlap.ts";

/** Bounds of a comparison that a rule may set; what is left out has the comparison's own default. */
export interface OverlapBounds {
  /** Least own characters of a passage. */
  minimum?: number;
  /** Copied share from which a clause counts as copied whole. */
  wholeClause?: number;
  /** Characters from which a passage with only names changed is the textbook case. */
  textbook?: number;
}

/** What checks may ask of the comparison with superior documents. */
export interface Comparison {
  overlap(draft: OfficialDocument, superiors: readonly OfficialDocument[], bounds?: OverlapBounds): OverlapReport;
  /** 承接对照表: what of the superiors' tasks the draft takes up, and how. */
  coverage(draft: OfficialDocument, superiors: readonly OfficialDocument[]): Coverage;
}
