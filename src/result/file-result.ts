import { type Language, say } from "../language/say.ts";
import type { DocumentResult, Finding } from "../model/result.ts";
import { nothingChecked } from "./document-result.ts";

/** A file of the run that is no draft (exemptions, baseline) and has something wrong in it, by line. */
export function fileResult(path: string, findings: readonly Finding[], language: Language): DocumentResult {
  return {
    ...nothingChecked(path, "checked-findings"),
    findings: findings.map(({ span: _span, check: _check, evidence: _evidence, line = 1, ...finding }) => ({
      ...finding,
      paragraph: line,
      line,
      column: 1,
      end: null,
      clause: null,
      place: say(language, "place.line", { line }),
      text: "",
      sentence: "",
      offset: 0,
      evidence: [],
    })),
  };
}
