import { type Language, say, type Values } from "../language/say.ts";
import type { Finding } from "../model/result.ts";
import type { Severity } from "../model/rule.ts";

/** What is wrong with an exception itself. `key` names the sentence, `key.advice` what to do. */
export interface OwnProblem {
  rule: "gwlint-exemption" | "gwlint-baseline";
  severity: Severity;
  key: string;
  values: Values;
  line: number;
}

/** Problems of exceptions as findings of rules of their own: seen by everybody, and never to be exempted. */
export function ownFindings(problems: readonly OwnProblem[], language: Language): Finding[] {
  return problems.map(({ rule, severity, key, values, line }, index) => ({
    rule,
    pack: "gwlint",
    rules: [rule],
    check: "exception",
    severity,
    title: say(language, `except.title.${rule}`),
    message: say(language, key, values),
    advice: say(language, `${key}.advice`, values),
    basis: [],
    threshold: false,
    part: "document",
    span: null,
    evidence: [],
    fingerprint: `${rule}-${key}-${index}`,
    suppressed: null,
    line,
  }));
}
