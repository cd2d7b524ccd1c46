import { basename } from "node:path";
import { rulesOf } from "./bench/rules.ts";
import { openWorkbench } from "./bench/workbench.ts";
import { declareFacts } from "./config/declared.ts";
import type { Language } from "./language/say.ts";
import { type Draft, lintDocument, openSuperior } from "./lint.ts";
import { DEFAULT_LIMITS } from "./model/limits.ts";
import type { DocumentResult } from "./model/result.ts";
import type { Pack } from "./model/rule.ts";
import { docxEngine } from "./node/docx-engine.ts";
import { foreignText } from "./node/foreign-text.ts";
import { openFile } from "./node/open-file.ts";
import { openPacks } from "./node/packs.ts";
import { STANDARD_PACKS } from "./pack/load.ts";
import { useDocxEngine } from "./read/docx/engine.ts";
import { FORMATS, type FormatName } from "./report/formats.ts";
import { addToSummary, emptySummary } from "./result/summary.ts";

export { compare } from "./compare/compare.ts";
export { compareReport } from "./compare/report.ts";
export type { Language } from "./language/say.ts";
export type { FactName, Facts } from "./model/facts.ts";
export type { OverlapReport } from "./model/overlap.ts";
export type { CompareSource, Passage } from "./model/passage.ts";
export type { DocumentResult, Summary, WireFinding } from "./model/result.ts";
export type { Basis, Pack, Rule, Severity } from "./model/rule.ts";
export type { Status } from "./model/source.ts";
export type { CheckOutput } from "./model/wire.ts";
export type { FormatName } from "./report/formats.ts";

useDocxEngine(docxEngine);

export interface CheckOptions {
  /** From `loadPacks`; the default pack where left out. */
  packs?: readonly Pack[];
  /** Superior documents by path. */
  against?: readonly string[];
  /** Facts as on the command line: `{ deployment: "special" }`. Throws TypeError for one that does not exist. */
  facts?: Record<string, unknown>;
  language?: Language;
  /** Identifies findings; a public constant where left out. */
  fingerprintKey?: string;
}

/** Packs by shipped name or by path of a YAML file. Throws PackError with every mistake in them. */
export function loadPacks(names: readonly string[] = STANDARD_PACKS): Promise<Pack[]> {
  return openPacks(names, process.cwd());
}

/** Checks one file. A file that cannot be read comes back with its status; nothing is thrown for it. */
export function checkFile(path: string, options: CheckOptions = {}): Promise<DocumentResult> {
  return check(path, () => openFile(path, DEFAULT_LIMITS), options);
}

/** Checks a text as if it were a file called `name`; the ending decides between Markdown and plain text. */
export function checkText(text: string, options: CheckOptions & { name?: string } = {}): Promise<DocumentResult> {
  return check(options.name ?? "draft.md", async () => new TextEncoder().encode(text), options);
}

async function check(name: string, open: Draft["open"], options: CheckOptions): Promise<DocumentResult> {
  const packs = options.packs ?? (await loadPacks());
  const declared = declareFacts(options.facts ?? {}, "facts");
  const [problem] = declared.problems;
  if (problem) throw new TypeError(`facts.${problem.name}: ${JSON.stringify(problem.values)}`);
  const { language = "zh", fingerprintKey } = options;
  const bench = await openWorkbench(packs, { language, fingerprintKey, textOfForeign: foreignText });
  for (const path of options.against ?? []) {
    bench.superiors.push(
      await openSuperior(
        draft(basename(path), () => openFile(path, DEFAULT_LIMITS)),
        bench,
      ),
    );
  }
  const own = draft(name, open);
  return (await lintDocument({ ...own, declared: { over: declared.facts, under: {} } }, bench)).result;
}

const draft = (name: string, open: Draft["open"]): Draft => ({
  name,
  declared: { over: {}, under: {} },
  superiors: [],
  open,
});

export interface FormatOptions {
  /** Packs that were checked with: SARIF lists their rules, the text formats name their limits. */
  packs?: readonly Pack[];
  language?: Language;
  colour?: boolean;
  width?: number;
  version?: string;
}

/** Results in one of the output formats, as a string. The exit code in it is 1 where something is at least a warning. */
export async function formatReport(
  results: readonly DocumentResult[],
  format: FormatName,
  options: FormatOptions = {},
): Promise<string> {
  const { packs = [], language = "zh", colour = false, width = 100, version = "0" } = options;
  const start = (await FORMATS[format]()).start;
  const reporter = start({ version, language, packs, rules: rulesOf(packs), colour, width, quiet: false });
  const summary = emptySummary();
  const chunks = [reporter.begin()];
  let elapsed = 0;
  for (const result of results) {
    addToSummary(summary, result);
    elapsed += result.elapsed;
    chunks.push(await reporter.document(result, null));
  }
  const { error, warning } = summary.bySeverity;
  chunks.push(await reporter.end(summary, error + warning > 0 ? 1 : 0, elapsed));
  return chunks.join("");
}
