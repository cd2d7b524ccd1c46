import type { OfficialDocument } from "../model/document.ts";
import type { Hit } from "../model/result.ts";

/**
 * Plain text, HTML and what is got out of a PDF come from pages and converters, which drop heads, tables, line breaks and list numbers; docx and
 * Markdown come from the drafter's own hand.
 */
export function isSaved({ source }: OfficialDocument): boolean {
  return source.format !== "docx" && source.format !== "markdown";
}

/** Hits that the page or converter may have caused as well as the drafter: infos that say so. */
export function converted(hits: Hit[]): Hit[] {
  return hits.map((hit) => ({ ...hit, atMost: "info", note: hit.note ?? { key: "check.converted" } }));
}

/** Hits as they are for a draft, infos for a saved text. */
export function unlessSaved(document: OfficialDocument, hits: Hit[]): Hit[] {
  return isSaved(document) ? converted(hits) : hits;
}
