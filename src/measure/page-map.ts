import type { OfficialDocument } from "../model/document.ts";
import { LIKELY, LOOSE, TIGHT } from "./assumptions.ts";
import { layOut } from "./layout.ts";
import { storyOf } from "./story.ts";

/** First and last page a block may begin on. */
export interface PageRange {
  low: number;
  best: number;
  high: number;
}

/**
 * The page every block begins on, by block index, with its interval. Blocks outside the main story (text boxes, headers)
 * stand where the text before them ends.
 */
export function mapPages(document: OfficialDocument): PageRange[] {
  const story = storyOf(document);
  const [best, tight, loose] = [LIKELY, TIGHT, LOOSE].map((assume) => layOut(document, story, assume).starts) as [
    Uint32Array,
    Uint32Array,
    Uint32Array,
  ];
  return document.blocks.map((_, i) => ({
    low: Math.min(best[i]!, tight[i]!),
    best: best[i]!,
    high: Math.max(best[i]!, loose[i]!),
  }));
}
