import { type Language, say } from "../language/say.ts";
import { countScope } from "../measure/count.ts";
import { estimatePages } from "../measure/pages.ts";
import type { OfficialDocument, Span } from "../model/document.ts";
import { limitOption } from "../model/limits.ts";
import { measureClauses } from "../model/measures.ts";
import { clauseAt, clausePath, position, rowOf, sentenceSpan, textOf } from "../model/place.ts";
import type {
  DocumentResult,
  Finding,
  HitEvidence,
  Verdict,
  WireEvidence,
  WireFact,
  WireFinding,
  WirePart,
} from "../model/result.ts";
import type { Cut, ReadFailure, Status } from "../model/source.ts";
import { wordsOf } from "./finding.ts";
import { placeWords } from "./place-words.ts";
import { spoken } from "./spoken.ts";

/** Everything said about a document that was read, in wire types and in the language asked for. */
export function documentResult(
  document: OfficialDocument,
  verdicts: readonly Verdict[],
  findings: readonly Finding[],
  language: Language,
): DocumentResult {
  const { cut } = document.source;
  const partial = cut.length > 0 || verdicts.some((verdict) => verdict.outcome === "crashed");
  const hasOpen = findings.some((finding) => !finding.suppressed);
  const notChecked: DocumentResult["notChecked"] = [];
  const notApplicable: DocumentResult["notApplicable"] = [];
  const held: string[] = [];
  for (const verdict of verdicts) {
    const { id, pack } = verdict.rule;
    const title = wordsOf(verdict.rule, language).title;
    const open =
      verdict.outcome === "not-checked" ? verdict.why : verdict.outcome === "broken" ? verdict.leftOpen : null;
    if (verdict.outcome === "held") held.push(id);
    if (open) {
      const { reason, remedy, settledBy = [] } = open;
      const values = spoken(language, open.values);
      notChecked.push({
        rule: id,
        pack,
        title,
        code: reason,
        reason: say(language, reason, values),
        remedy: say(language, remedy, values),
        settledBy,
      });
    } else if (verdict.outcome === "not-applicable") {
      notApplicable.push({
        rule: id,
        because: say(language, verdict.because.key, spoken(language, verdict.because.values)),
      });
    } else if (verdict.outcome === "crashed") {
      const code = "result.crashed";
      const [reason, remedy] = [say(language, `${code}.title`), say(language, `${code}.advice`)];
      notChecked.push({ rule: id, pack, title, code, reason, remedy, settledBy: [] });
    }
  }
  return {
    path: document.name,
    status: partial ? "checked-partial" : hasOpen ? "checked-findings" : "checked-clean",
    problem: cut[0] ? cutProblem(cut[0], language) : null,
    title: document.elements.title?.text ?? null,
    facts: wireFacts(document),
    parts: wireParts(document),
    pages: estimatePages(document),
    responsibility: responsibilityFigures(document),
    findings: findings.map((finding) => wireFinding(document, finding, language)),
    notChecked,
    notApplicable,
    held,
    elapsed: 0,
  };
}

/** A file that could not be checked: its one status, the reason, and what to do. */
export function refusedResult(path: string, failure: ReadFailure, language: Language): DocumentResult {
  const { status, reason, values } = failure;
  const problem = {
    code: reason,
    message: say(language, reason, { ...values, limit: limitOption(values["limit"]) ?? values["limit"] ?? "" }),
    advice: say(language, `${reason}.advice`, values) + raising(values["limit"], language),
  };
  return { ...nothingChecked(path, status), problem };
}

export function nothingChecked(path: string, status: Status): DocumentResult {
  return {
    path,
    status,
    problem: null,
    title: null,
    facts: {},
    parts: [],
    pages: null,
    responsibility: null,
    findings: [],
    notChecked: [],
    notApplicable: [],
    held: [],
    elapsed: 0,
  };
}

/** What was left out and what to do; a limit without sentences of its own is named with its numbers. */
function cutProblem(cut: Cut, language: Language): DocumentResult["problem"] {
  const values = { limit: limitOption(cut.limit) ?? cut.limit, value: cut.value, max: cut.max };
  const own = `result.cut.${cut.limit}`;
  const key = say(language, own) === own ? "result.cut" : own;
  const advice = say(language, `${key}.advice`, values) + raising(cut.limit, language);
  return { code: key, message: say(language, key, values), advice };
}

/** How a limit is raised, where an option raises it. */
function raising(limit: unknown, language: Language): string {
  const option = limitOption(limit);
  return option === null ? "" : say(language, "limit.raise", { option });
}

export function wireFacts(document: OfficialDocument): Record<string, WireFact> {
  const facts: Record<string, WireFact> = {};
  for (const [name, fact] of Object.entries(document.facts)) {
    if (fact.origin === "unknown") facts[name] = { value: null, origin: "unknown" };
    else {
      const { value, origin } = fact;
      const evidence = typeof fact.evidence === "string" ? fact.evidence : textOf(document, fact.evidence ?? null);
      facts[name] = evidence ? { value, origin, evidence } : { value, origin };
    }
  }
  return facts;
}

export function wireParts(document: OfficialDocument): WirePart[] {
  return document.parts.map((part) => ({
    name: part.name,
    title: part.title?.text ?? null,
    body: part.body && { firstLine: rowOf(document, part.body.first), lastLine: rowOf(document, part.body.last) },
    counts: countScope(document, "body", part.name),
  }));
}

/** Null for what is known to be no policy document, and for one without measures: articles of a statute give no tasks. */
function responsibilityFigures(document: OfficialDocument): DocumentResult["responsibility"] {
  const { policyDocument } = document.facts;
  if (policyDocument.origin !== "unknown" && !policyDocument.value) return null;
  const measures = measureClauses(document);
  if (measures.length === 0) return null;
  const named = measures.filter(({ responsibility }) => responsibility.units.length > 0);
  const vague = named.filter(({ responsibility }) => responsibility.vague).length;
  return { measures: measures.length, clear: named.length - vague, vague };
}

function wireFinding(document: OfficialDocument, finding: Finding, language: Language): WireFinding {
  const { span, line } = finding;
  const sentence = span && sentenceSpan(document, span);
  const at = line === undefined ? position(document, span) : { paragraph: line, line, column: 1 };
  // Written out: leaving three keys out of a spread took as long as all the rest.
  return {
    rule: finding.rule,
    pack: finding.pack,
    rules: finding.rules,
    severity: finding.severity,
    title: finding.title,
    message: finding.message,
    advice: finding.advice,
    basis: finding.basis,
    threshold: finding.threshold,
    part: finding.part,
    fingerprint: finding.fingerprint,
    suppressed: finding.suppressed,
    paragraph: at.paragraph,
    line: at.line,
    column: at.column,
    end: span && position(document, endOf(span)),
    clause: clausePath(document, clauseAt(document, span)),
    place: line === undefined ? placeWords(document, span, language) : say(language, "place.line", { line }),
    text: textOf(document, span),
    sentence: textOf(document, sentence),
    offset: span && sentence ? span.start - sentence.start : 0,
    evidence: finding.evidence.map((item) => wireEvidence(document, item)),
  };
}

function wireEvidence(document: OfficialDocument, evidence: HitEvidence): WireEvidence {
  const { draft, ...rest } = evidence;
  return { ...rest, draft: draft && wireStretch(document, draft) };
}

const wireStretch = (document: OfficialDocument, span: Span): WireEvidence["draft"] => ({
  start: position(document, span),
  end: position(document, endOf(span)),
  text: textOf(document, span),
});

const endOf = ({ block, end }: Span): Span => ({ block, start: end, end });
