import type { FactName } from "./facts.ts";

export const SEVERITIES = ["error", "warning", "info"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** How far the source of a basis was checked against the issued document. */
export const VERIFIED = ["clause", "press", "reprint", "unverified"] as const;
export const IN_FORCE = ["yes", "no", "unknown"] as const;

/** The provision a finding rests on, or common practice where there is none. */
export interface Basis {
  issuer: string;
  document: string;
  year: number | null;
  clause: string;
  quote: string;
  /** What the clause says, in the pack author's words; set only where `quote` is empty. */
  gist?: string;
  verified: (typeof VERIFIED)[number];
  inForce: (typeof IN_FORCE)[number];
  /** Set for common practice: the examples it was seen in. Such a basis has no clause and no quotation. */
  practice?: { text: string; examples: string[] };
}

/** `direct`: the text itself shows the breach; `measured`: against the author's threshold; `inferred`: a sign of it. */
export const EVIDENCE = ["direct", "measured", "inferred"] as const;
export type EvidenceKind = (typeof EVIDENCE)[number];

/** Values a fact may have for the rule to apply, each fact on its own; all have to hold. `not` turns one round. */
export type Condition = { [N in FactName]?: FactTest };
export interface FactTest {
  in: (string | boolean)[];
  not: boolean;
}

/** The words of a rule in one language. `{name}` in `message` and `advice` is filled from the hit's values. */
export interface RuleWords {
  title: string;
  message: string;
  advice: string;
}

/** A rule as a pack gives it, compiled: options validated and completed, basis resolved, severity settled. */
export interface Rule {
  id: string;
  pack: string;
  /** Name of the check kind. */
  check: string;
  /** Set where the rule runs over a whole archive; it says nothing of a single draft. */
  scope?: "archive";
  severity: Severity;
  /** The source's own word, e.g. 一般, 严禁; 本单位 where there is none. */
  strength: string;
  evidence: EvidenceKind;
  basis: Basis[];
  when: Condition | null;
  /** First and last day (ISO, either open) of 成文日期 the rule is for: quotas that name 今年 or a year. */
  period?: { from: string | null; to: string | null };
  /** What an unknown fact of `when` does: nothing set, the rule is not checked where it would be broken. */
  ifUnknown: "info" | "apply" | null;
  options: unknown;
  words: RuleWords;
  english: RuleWords | null;
  /** Rules this one stands in for. */
  replaces: string[];
  /** Unit's own rules and thresholds are the pack author's, and the finding says so. */
  threshold: boolean;
}

/** A loaded pack, its own rules and those it extends already merged. */
export interface Pack {
  name: string;
  title: string;
  rules: Rule[];
  /** Word lists the pack and those it extends bring along, by name; they come before the shipped ones. */
  lexicons?: Record<string, string[]>;
}

/** Gravest first: the order of reports and of `--fail-on`. */
export const SEVERITY_ORDER: Record<Severity, number> = { error: 0, warning: 1, info: 2 };
