import { fill, type Language, say } from "../language/say.ts";
import { measuredPart } from "../model/check.ts";
import type { OfficialDocument } from "../model/document.ts";
import { sentenceAround } from "../model/place.ts";
import type { Finding, Hit, Verdict } from "../model/result.ts";
import { type Rule, type RuleWords, SEVERITY_ORDER, type Severity } from "../model/rule.ts";
import { fingerprinter } from "./fingerprint.ts";
import { spoken } from "./spoken.ts";

/** The hits of all broken rules as findings: severity, words and fingerprint settled, in rule order. */
export function findingsOf(
  document: OfficialDocument,
  verdicts: readonly Verdict[],
  { language, fingerprintKey }: { language: Language; fingerprintKey: string },
): Finding[] {
  const fingerprint = fingerprinter(fingerprintKey);
  const part = measuredPart(document);
  const findings: Finding[] = [];
  for (const verdict of verdicts) {
    if (verdict.outcome === "crashed") findings.push(crashed(verdict.rule, verdict.error, language, part));
    if (verdict.outcome !== "broken") continue;
    const { rule } = verdict;
    const words = wordsOf(rule, language);
    for (const hit of verdict.hits) {
      const inPart = hit.part ?? part;
      const notes = [hit.note, hit.assumption].flatMap((note) =>
        note ? [say(language, note.key, spoken(language, note.values ?? {}))] : [],
      );
      findings.push({
        ...identity(rule),
        severity: severityOf(rule, hit),
        title: words.title,
        message: [fill(words.message, hit.values), ...notes].join(language === "zh" ? "；" : "; "),
        advice: fill(words.advice, hit.values),
        basis: rule.basis,
        threshold: rule.threshold,
        part: inPart,
        span: hit.span,
        evidence: hit.evidence ?? [],
        fingerprint: fingerprint(rule.id, inPart, sentenceAround(document, hit.span)),
        suppressed: null,
      });
    }
  }
  return findings;
}

export function wordsOf(rule: Rule, language: Language): RuleWords {
  return (language === "en" && rule.english) || rule.words;
}

/** `atMost` lowers, `atLeast` raises: the kind knows bounds that make one hit lighter or graver than its rule. */
function severityOf(rule: Rule, hit: Hit): Severity {
  let severity = rule.severity;
  if (hit.atLeast && SEVERITY_ORDER[hit.atLeast] < SEVERITY_ORDER[severity]) severity = hit.atLeast;
  if (hit.atMost && SEVERITY_ORDER[hit.atMost] > SEVERITY_ORDER[severity]) severity = hit.atMost;
  return severity;
}

const identity = (rule: Rule) => ({ rule: rule.id, pack: rule.pack, rules: [rule.id], check: rule.check });

/** A rule that threw is a finding about the rule; the document counts as checked in part. */
function crashed(rule: Rule, error: string, language: Language, part: Finding["part"]): Finding {
  return {
    ...identity(rule),
    severity: "warning",
    title: say(language, "result.crashed.title"),
    message: say(language, "result.crashed.message", { rule: rule.id, error }),
    advice: say(language, "result.crashed.advice"),
    basis: [],
    threshold: false,
    part,
    span: null,
    evidence: [],
    fingerprint: `crashed-${rule.id}`,
    suppressed: null,
  };
}
