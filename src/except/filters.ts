import type { Language } from "../language/say.ts";
import type { OfficialDocument } from "../model/document.ts";
import type { Finding, Verdict } from "../model/result.ts";
import { capped, type FindingLimits } from "./capped.ts";
import { inReadingOrder } from "./in-reading-order.ts";
import { inlineSuppressions } from "./inline.ts";
import { mergeBases } from "./merge-bases.ts";

/** A step after checking: findings in, findings out, nothing changed in place. The verdicts say which rules decided. */
export type Filter = (findings: Finding[], document: OfficialDocument, verdicts: readonly Verdict[]) => Finding[];

/** What a run brings along to make its filters of. */
export interface FilterParts {
  language: Language;
  /** Ids of the rules of the run: naming any other in a suppression is a mistake. */
  rules: ReadonlySet<string>;
  limits: FindingLimits;
  exemptions?: Filter;
  baseline?: Filter;
}

/**
 * What every run does to its findings, in this order. Exemptions are granted from a rule, so they come before rules that
 * meet are merged; the baseline knows findings as they were reported, so it comes after. How many are listed is decided
 * last: nothing that an exception hides takes the place of an open finding.
 */
export function filterChain({ language, rules, limits, exemptions, baseline }: FilterParts): Filter[] {
  return [
    inlineSuppressions(rules, language),
    ...(exemptions ? [exemptions] : []),
    mergeBases,
    ...(baseline ? [baseline] : []),
    inReadingOrder,
    capped(limits, language),
  ];
}

export function applyFilters(
  findings: Finding[],
  document: OfficialDocument,
  verdicts: readonly Verdict[],
  filters: readonly Filter[],
): Finding[] {
  return filters.reduce((kept, filter) => filter(kept, document, verdicts), findings);
}
