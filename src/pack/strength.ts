import type { EvidenceKind, Severity } from "../model/rule.ts";
import { SEVERITIES } from "../model/rule.ts";

/** 约束力度: the words by which provisions bind, and the severity each gives. */
const SCALE: Record<Severity, readonly string[]> = {
  error: ["严禁", "不得", "不能", "不允许", "必须", "须", "应当", "一律"],
  warning: ["要", "不再", "不以", "不搞", "一般", "原则上", "提倡"],
  info: ["倡导", "可以", "可"],
};

/** The strength of a rule that rests on no word of a provision: the pack gives its severity. */
export const OWN = "本单位";

export const STRENGTHS: readonly string[] = [...SEVERITIES.flatMap((severity) => SCALE[severity]), OWN];

/** What each kind of evidence allows at most. */
const CAP: Record<EvidenceKind, Severity> = { direct: "error", measured: "warning", inferred: "info" };

/**
 * Severity a source's own word gives: the softest word of a compound decides (一般不得 → warning). Null where it has
 * none of the words, or where 不 turns a permission round (不可).
 */
export function severityOfWord(strength: string): Severity | null {
  if (/不可/.test(strength)) return null;
  const softest = [...SEVERITIES].reverse();
  return softest.find((severity) => SCALE[severity].some((word) => strength.includes(word))) ?? null;
}

/** The milder of the two. */
export function milder(a: Severity, b: Severity): Severity {
  return SEVERITIES.indexOf(a) > SEVERITIES.indexOf(b) ? a : b;
}

export function isGraver(a: Severity, b: Severity): boolean {
  return SEVERITIES.indexOf(a) < SEVERITIES.indexOf(b);
}

/** The severity as far as the evidence carries it: a measured breach is a warning at most, a mere sign is info. */
export function cappedBy(evidence: EvidenceKind, severity: Severity): Severity {
  return milder(severity, CAP[evidence]);
}
