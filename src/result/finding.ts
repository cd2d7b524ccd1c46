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
      // Written out: after a spread every key that follows is set the slow way, half of the time of this stage.
      findings.push({
        rule: rule.id,
        pack: rule.pack,
        rules: [rule.id],
        check: rule.check,
        severity: severityOf(rule, hit),
        title: words.title,
        message: messageOf(words.message, hit, language),
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

/** The rule's sentence, and behind it what is peculiar to this hit. */
function messageOf(template: string, { values, note, assumption }: Hit, language: Language): string {
  let message = fill(template, values);
  for (const told of [note, assumption]) {
    if (!told) continue;
    message += (language === "zh" ? "；" : "; ") + say(language, told.key, spoken(language, told.values ?? {}));
  }
  return message;
}

/** A rule that threw is a finding about the rule; the document counts as checked in part. */
function crashed(rule: Rule, error: string, language: Language, part: Finding["part"]): Finding {
  return {
    rule: rule.id,
    pack: rule.pack,
    rules: [rule.id],
    check: rule.check,
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
