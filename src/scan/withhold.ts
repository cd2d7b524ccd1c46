import { type Language, say } from "../language/say.ts";
import type { WireFinding } from "../model/result.ts";
import type { ScanLine } from "../model/scan.ts";

/** A line without a word of its document: status and rule ids are left, and what the packs themselves say. */
export function withhold(line: ScanLine, language: Language): ScanLine {
  const why = say(language, "scan.classified");
  return {
    ...line,
    problem: { code: "scan.classified", message: why, advice: say(language, "scan.classified.advice") },
    title: null,
    facts: {},
    parts: [],
    pages: null,
    responsibility: null,
    findings: line.findings.map(wordless),
    notChecked: line.notChecked.map((one) => ({ ...one, reason: why, remedy: "" })),
    notApplicable: line.notApplicable.map(({ rule }) => ({ rule, because: why })),
    archive: null,
  };
}

function wordless(finding: WireFinding): WireFinding {
  return {
    ...finding,
    paragraph: null,
    line: null,
    column: null,
    end: null,
    message: finding.title,
    clause: null,
    place: "",
    text: "",
    sentence: "",
    offset: 0,
    advice: "",
    // A key that everybody knows would let the sentence be guessed from it.
    fingerprint: "",
    evidence: [],
    suppressed: finding.suppressed && { kind: finding.suppressed.kind, reason: "" },
  };
}
