import type { BlockRange, OfficialDocument } from "../model/document.ts";
import type { PageEstimate } from "../model/result.ts";
import { LIKELY, LOOSE, TIGHT } from "./assumptions.ts";
import { layOut } from "./layout.ts";
import { storyOf } from "./story.ts";

/**
 * Pages the document fills when printed, laid out line by line: by its own page set-up where the file has one, else by
 * GB/T 9704-2012 5.2 (22 lines of 28 characters in 3号, titles in 2号, 版头 where the text has a 发文字号).
 * `low` and `high` hold what the file does not fix: metrics of fonts, widths of Latin, table columns, grid rounding.
 * A file that is made of pages has as many as it has.
 * @param range only these blocks, beginning on a page of their own
 */
export function estimatePages(document: OfficialDocument, range?: BlockRange): PageEstimate {
  const { pages } = document.source;
  if (pages !== undefined && !range) return { low: pages, best: pages, high: pages, witness: null };
  const story = storyOf(document);
  const best = layOut(document, story, LIKELY, range).pages;
  return {
    low: Math.min(best, layOut(document, story, TIGHT, range).pages),
    best,
    high: Math.max(best, layOut(document, story, LOOSE, range).pages),
    // The one place that reads what Word or WPS saved, and it only hands it on: the number is often stale.
    witness: range ? null : (document.source.witness?.pages ?? null),
  };
}
