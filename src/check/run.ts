import type { CheckContext, CheckKind, Pattern, Superior } from "../model/check.ts";
import type { Comparison } from "../model/comparison.ts";
import type { OfficialDocument } from "../model/document.ts";
import type { FactName } from "../model/facts.ts";
import type { Hit, NotChecked, Verdict } from "../model/result.ts";
import type { Rule, Severity } from "../model/rule.ts";
import { SEVERITIES } from "../model/rule.ts";
import { whyUnread } from "./unread.ts";
import { declarations, whenApplies } from "./when.ts";

/** What rules may use besides the document. `pattern` comes from `createMatcher`; it is asked only by kinds that use it. */
export interface CheckResources {
  kinds: readonly CheckKind[];
  superiors: Superior[];
  plans?: readonly Superior[];
  /** Loaded where a superior was read; null otherwise. */
  comparison?: Comparison | null;
  pattern: (source: string) => Pattern;
  lexicon: (name: string) => readonly string[];
}

/**
 * Every rule on one document, in the order given: one verdict a rule, whatever happens. A check that throws ends as
 * `crashed` and stops no other.
 */
export function runRules(document: OfficialDocument, rules: readonly Rule[], resources: CheckResources): Verdict[] {
  const kinds = new Map(resources.kinds.map((kind) => [kind.name, kind]));
  const context = checkContext(resources);
  return rules.map((rule) => {
    try {
      const kind = kinds.get(rule.check);
      if (!kind) throw new Error(`no check kind ${rule.check}`);
      return verdict(rule, kind, document, context);
    } catch (error) {
      return {
        rule,
        outcome: "crashed",
        error: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
      };
    }
  });
}

function checkContext(resources: CheckResources): CheckContext {
  const memo = new Map<string, unknown>();
  return {
    superiors: resources.superiors,
    plans: resources.plans ?? [],
    comparison: resources.comparison ?? null,
    pattern: resources.pattern,
    lexicon: resources.lexicon,
    once<T>(key: string, compute: () => T): T {
      if (!memo.has(key)) memo.set(key, compute());
      return memo.get(key) as T;
    },
  };
}

function verdict(rule: Rule, kind: CheckKind, document: OfficialDocument, context: CheckContext): Verdict {
  const when = whenApplies(rule, document);
  if (when.applies === "no") return { rule, outcome: "not-applicable", because: when.because };
  const missing = missingNeed(kind, document, context.superiors);
  if (missing) return { rule, outcome: "not-checked", why: missing };

  const outcome = kind.check(document, rule.options, context);
  if ("notChecked" in outcome) return { rule, outcome: "not-checked", why: outcome.notChecked };
  if ("notApplicable" in outcome) {
    const { because, values } = outcome.notApplicable;
    return { rule, outcome: "not-applicable", because: { key: because, values } };
  }
  const hits = inBounds(outcome, document);
  // What was found or not beside the superiors that could be read says nothing of the one that could not.
  const unread = kind.needs?.includes("superior") ? whyUnread(context.superiors) : null;
  if (unread && hits.length === 0) return { rule, outcome: "not-checked", why: unread };
  const found: Verdict = hits.length === 0 ? { rule, outcome: "held" } : { rule, outcome: "broken", hits };
  const judged = when.applies === "unknown" ? underAssumption(rule, hits, when.facts) : found;
  return unread && judged.outcome === "broken" ? { ...judged, leftOpen: unread } : judged;
}

function missingNeed(kind: CheckKind, document: OfficialDocument, superiors: Superior[]): NotChecked | null {
  for (const need of kind.needs ?? []) {
    if (need === "layout" && !document.source.layout) {
      return {
        reason: "check.no-layout",
        remedy: "check.no-layout.remedy",
        values: { format: document.source.format },
      };
    }
    if (need !== "superior" || superiors.some((superior) => "document" in superior)) continue;
    const none = { reason: "check.no-superior", remedy: "check.no-superior.remedy", values: {} };
    return whyUnread(superiors) ?? none;
  }
  return null;
}

/**
 * The verdict where facts of `when` are unknown. A rule that is held whatever they are is held. One that would be
 * broken is not checked, unless the pack says to report it all the same (`if-unknown`).
 */
function underAssumption(rule: Rule, hits: Hit[], facts: FactName[]): Verdict {
  const values = { facts: facts.join("、"), declare: declarations(facts) };
  if (hits.length === 0) return { rule, outcome: "held", note: { key: "check.held-either-way", values } };
  if (rule.ifUnknown === null) {
    const why = { reason: "check.unknown-fact", remedy: "check.unknown-fact.remedy", values, settledBy: facts };
    return { rule, outcome: "not-checked", why };
  }
  const assumption = { key: "check.assumed", values };
  if (rule.ifUnknown === "apply") return { rule, outcome: "broken", hits: hits.map((hit) => ({ ...hit, assumption })) };
  return {
    rule,
    outcome: "broken",
    hits: hits.map(({ atLeast: _, ...hit }) => ({ ...hit, assumption, atMost: lower(hit.atMost, "info") })),
  };
}

function lower(a: Severity | undefined, b: Severity): Severity {
  return a && SEVERITIES.indexOf(a) > SEVERITIES.indexOf(b) ? a : b;
}

/** The hits, after a look at the door: a span outside its block would put the finding somewhere nobody finds it. */
function inBounds(outcome: { hits: Hit[] }, document: OfficialDocument): Hit[] {
  for (const { span } of outcome.hits) {
    if (!span) continue;
    const length = document.blocks[span.block]?.text.length ?? -1;
    if (span.start < 0 || span.end < span.start || span.end > length) {
      throw new Error(`span ${span.block}:${span.start}–${span.end} lies outside the document`);
    }
  }
  return outcome.hits;
}
