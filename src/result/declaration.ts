import { type Language, say } from "../language/say.ts";
import type { Finding } from "../model/result.ts";
import type { SourceProblem } from "../model/source.ts";

/** Mistakes in what a draft declares about itself, as findings: an ignored declaration would decide rules unseen. */
export function declarationFindings(mistakes: readonly SourceProblem[], language: Language): Finding[] {
  return mistakes.map(({ key, values, line }, index) => ({
    rule: "gwlint-declaration",
    pack: "gwlint",
    rules: ["gwlint-declaration"],
    check: "declaration",
    severity: "warning",
    title: say(language, "result.declaration.title"),
    message: say(language, key, { line, ...values }),
    advice: say(language, "result.declaration.advice"),
    basis: [],
    threshold: false,
    part: "document",
    span: null,
    evidence: [],
    fingerprint: `declaration-${key}-${index}`,
    suppressed: null,
  }));
}
