import { runRules } from "./check/run.ts";
import type { Declared } from "./config/declared.ts";
import { applyFilters, type Filter } from "./except/filters.ts";
import { type Language, say } from "./language/say.ts";
import type { CheckKind, Pattern, Superior } from "./model/check.ts";
import type { Checked } from "./model/checked.ts";
import type { OfficialDocument } from "./model/document.ts";
import type { Facts } from "./model/facts.ts";
import type { TextOfForeign } from "./model/foreign.ts";
import type { Limits } from "./model/limits.ts";
import type { DocumentResult, Summary } from "./model/result.ts";
import type { Rule } from "./model/rule.ts";
import type { ReadFailure, SourceProblem } from "./model/source.ts";
import { read } from "./read/read.ts";
import { recognise } from "./recognise/recognise.ts";
import { declarationFindings } from "./result/declaration.ts";
import { documentResult, refusedResult } from "./result/document-result.ts";
import { findingsOf } from "./result/finding.ts";
import { addToSummary, emptySummary } from "./result/summary.ts";

/** A file to check: its name as shown, what is declared about it, and its bytes or why there are none. */
export interface Draft {
  name: string;
  declared: DeclaredFacts;
  /** Superior documents of this draft alone, besides those of the run. */
  superiors: readonly Superior[];
  /** Superiors that can be looked for only once the draft is read: those of an index. */
  findSuperiors?(document: OfficialDocument): readonly Superior[];
  /** What those indexes hold, as hashes: what is found hangs on it. */
  indexes?: readonly string[];
  open(): Promise<Uint8Array | ReadFailure>;
}

/** Facts from outside the file, by precedence: `over` beats what the file itself declares, which beats `under`. */
export interface DeclaredFacts {
  over: Partial<Facts>;
  under: Partial<Facts>;
}

/** What lies ready before the first document: rules, what they compare with, and how results are to be worded. */
export interface Workbench {
  rules: readonly Rule[];
  kinds: readonly CheckKind[];
  superiors: Superior[];
  /** Plans of the unit, for rules that ask whether a matter is listed. */
  plans?: readonly Superior[];
  pattern(source: string): Pattern;
  lexicon(name: string): readonly string[];
  /** Facts a file declares about itself (front matter, custom properties), read as facts. */
  declaredIn(raw: Record<string, unknown>): Declared;
  /** What becomes of the findings: exemptions, merging, order. */
  filters: readonly Filter[];
  limits: Limits;
  /** Gets at the text of old Word documents and PDF; left out where nobody can. */
  textOfForeign?: TextOfForeign;
  language: Language;
  fingerprintKey: string;
}

/** What became of one draft; `checked` is null where it could not be read. */
export interface Linted {
  result: DocumentResult;
  checked: Checked | null;
}

/** The whole process. One document is in memory at a time; the summary keeps numbers only. */
export async function lint(
  drafts: AsyncIterable<Draft> | Iterable<Draft>,
  bench: Workbench,
  report: (result: DocumentResult, checked: Checked | null) => void | Promise<void>,
): Promise<Summary> {
  const summary = emptySummary();
  for await (const draft of drafts) {
    const started = performance.now();
    const { result, checked } = await lintDocument(draft, bench);
    result.elapsed = performance.now() - started;
    addToSummary(summary, result);
    await report(result, checked);
  }
  return summary;
}

/** One document: read → recognise → check → result → except → hand on. */
export async function lintDocument(draft: Draft, bench: Workbench): Promise<Linted> {
  const opened = await openDocument(draft, bench);
  if (!opened.ok) return { result: refusedResult(draft.name, opened.failure, bench.language), checked: null };
  const { document, mistakes, bytes } = opened;
  const superiors = [...bench.superiors, ...draft.superiors, ...(draft.findSuperiors?.(document) ?? [])].filter(
    (superior) => superior.name !== draft.name,
  );
  const comparison = superiors.some((one) => "document" in one) ? await loadComparison() : null;
  const verdicts = runRules(document, bench.rules, { ...bench, superiors, comparison });
  const findings = [...declarationFindings(mistakes, bench.language), ...findingsOf(document, verdicts, bench)];
  const kept = applyFilters(findings, document, verdicts, bench.filters);
  const result = documentResult(document, verdicts, kept, bench.language);
  return { result, checked: { bytes, document, findings: kept, superiors } };
}

const loadComparison = async () => (await import("./compare/comparison.ts")).comparison;

/** `mistakes` are those in what the file declares about itself: they keep nothing from being read, and are reported. */
export type Opened =
  | { ok: true; document: OfficialDocument; mistakes: SourceProblem[]; bytes: Uint8Array }
  | { ok: false; failure: ReadFailure };

/**
 * Bytes → official document; what cannot be read comes back as the reason. A reader or recogniser that throws is our own
 * bug and still only this file's trouble: it ends as `crashed`, and the run goes on.
 */
export async function openDocument(
  draft: Draft,
  { limits, declaredIn, textOfForeign }: Pick<Workbench, "limits" | "declaredIn" | "textOfForeign">,
): Promise<Opened> {
  const bytes = await draft.open();
  if (!(bytes instanceof Uint8Array)) return { ok: false, failure: bytes };
  try {
    const result = await read(bytes, draft.name, limits, textOfForeign);
    if (!result.ok) return result;
    const own = declaredIn(result.source.declared);
    const declared = { ...draft.declared.under, ...own.facts, ...draft.declared.over };
    const mistakes = [...(result.source.problems ?? []), ...own.problems.map((problem) => ({ line: 1, ...problem }))];
    return { ok: true, document: recognise(result.source, draft.name, declared), mistakes, bytes };
  } catch (error) {
    const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return { ok: false, failure: { status: "crashed", reason: "open.crashed", values: { error: said } } };
  }
}

/** A superior document for the workbench: read like a draft; one that cannot be read says why its rules are not checked. */
export async function openSuperior(
  draft: Draft,
  bench: Pick<Workbench, "limits" | "declaredIn" | "textOfForeign" | "language">,
): Promise<Superior> {
  const opened = await openDocument(draft, bench);
  if (opened.ok) return { name: draft.name, document: opened.document };
  const { reason, values } = opened.failure;
  return { name: draft.name, problem: say(bench.language, reason, values) };
}
