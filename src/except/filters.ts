import type { OfficialDocument } from "../model/document.ts";
import type { Finding } from "../model/result.ts";
import { inReadingOrder } from "./in-reading-order.ts";
import { mergeBases } from "./merge-bases.ts";

/** A step after checking: findings in, findings out, nothing changed in place. */
export type Filter = (findings: Finding[], document: OfficialDocument) => Finding[];

/** What every run does to its findings, in this order. */
export const FILTERS: readonly Filter[] = [mergeBases, inReadingOrder];

export function applyFilters(
  findings: Finding[],
  document: OfficialDocument,
  filters: readonly Filter[] = FILTERS,
): Finding[] {
  return filters.reduce((kept, filter) => filter(kept, document), findings);
}
