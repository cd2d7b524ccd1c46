import type { Finding, Verdict } from "../model/result.ts";

/**
 * What may be exempted or stand in a baseline: findings of rules. What gwlint says about itself (a crashed rule, a
 * malformed exemption, a wrong declaration) has no fingerprint of a sentence and is mended, not excused.
 */
export function isExemptible(finding: Finding): boolean {
  return finding.pack !== "gwlint" && /^[0-9a-f]{32}$/.test(finding.fingerprint);
}

/** Ids of the rules that came to a verdict: an exemption from one that was not checked may still be needed. */
export function decidedRules(verdicts: readonly Verdict[]): ReadonlySet<string> {
  return new Set(
    verdicts.filter(({ outcome }) => outcome !== "not-checked" && outcome !== "crashed").map(({ rule }) => rule.id),
  );
}
