import { resolve } from "node:path";
import { dossierOf } from "../../dossier.ts";
import type { SearchOptions } from "../../index-store/scope.ts";
import { LANGUAGES, say } from "../../language/say.ts";
import { lint } from "../../lint.ts";
import type { Severity } from "../../model/rule.ts";
import { FORMAT_NAMES } from "../../report/formats.ts";
import { addToSummary } from "../../result/summary.ts";
import { openBench } from "../bench.ts";
import { changedWords } from "../changed.ts";
import { openCopies } from "../copies.ts";
import { UsageError } from "../errors.ts";
import { addToTally, type Decision, exitCode, type Tally } from "../exit-code.ts";
import type { AddCommand, Session } from "../main.ts";
import { collect, NONE, numberFrom, oneOf } from "../option-values.ts";
import { openReports, outputsOf } from "../outputs.ts";
import { progress } from "../progress.ts";
import { VERSION } from "../version.ts";
import { withBasis, withDecision } from "./shared-options.ts";

/** Options of `check` as commander hands them over. */
export interface CheckOptions {
  rules: string[];
  against: string[];
  indexScope?: SearchOptions["scope"];
  ownVersions?: boolean;
  fact: string[];
  limit: string[];
  config?: string;
  format: string[];
  failOn?: Severity | "never";
  failOnUnchecked: true | string[];
  maxWarnings?: number;
  maxResults?: number;
  baseline?: string;
  writeBaseline?: string;
  changedSince?: string;
  annotate?: true | string;
  fix?: boolean;
  inPlace?: boolean;
  diff?: boolean;
  strictInput?: boolean;
  allowEmpty?: boolean;
  root?: string;
  quiet?: boolean;
  color: boolean;
}

/** `check PATH…`: the main job. */
export const checkCommand: AddCommand = (program, session) => {
  const { language } = session;
  const word = (key: string, values?: Record<string, string>) => say(language, key, values);
  const command = program.command("check").description(word("cli.check")).argument("<path...>", word("cli.paths"));
  withBasis(command, word)
    .option("--format <format[:file]>", word("cli.format", { formats: FORMAT_NAMES.join(" | ") }), collect)
    .option("--max-results <number>", word("cli.max-results"), numberFrom(0))
    .option("--changed-since <revision>", word("cli.changed-since"))
    .option("--baseline <file>", word("cli.baseline"))
    .option("--write-baseline <file>", word("cli.write-baseline"))
    .option("--annotate [folder]", word("cli.annotate"))
    .option("--fix", word("cli.fix"))
    .option("--in-place", word("cli.in-place"))
    .option("--diff", word("cli.diff"));
  withDecision(command, word)
    .option("--lang <language>", word("cli.lang"), oneOf(LANGUAGES))
    .option("--quiet", word("cli.quiet"))
    .option("--no-color", word("cli.no-color"))
    .action((paths: string[], options: CheckOptions) => check(paths, { ...NONE, ...options }, session));
};

async function check(paths: string[], options: CheckOptions, session: Session): Promise<void> {
  const { world, language } = session;
  const word = (key: string) => say(language, key);
  const started = performance.now();
  const outputs = outputsOf(
    options.format.length > 0 || options.diff ? options.format : ["pretty"],
    FORMAT_NAMES,
    world,
  );
  if (options.diff && outputs.some(({ file }) => file === null)) throw new UsageError("cli.diff-stdout");
  const absolute = (path: string) => resolve(world.cwd, path);
  const written = new Set(outputs.flatMap(({ file }) => (file === null ? [] : [absolute(file)])));
  const bench = await openBench(paths, options, session, written);
  const copies = openCopies(bench, options, session);
  const decision: Decision = {
    failOn: options.failOn ?? bench.failOn ?? "warning",
    maxWarnings: options.maxWarnings ?? null,
    failOnUnchecked: bench.mustBeChecked,
    strictInput: options.strictInput === true,
  };
  const colour = options.color && world.outIsTerminal && world.env["NO_COLOR"] === undefined;
  const { packs, rules } = bench;
  const quiet = options.quiet === true;
  const context = {
    version: VERSION,
    language,
    packs,
    rules,
    colour,
    width: world.columns,
    quiet,
    maxResults: options.maxResults,
    today: world.today,
    dossier: dossierOf,
  };
  const inputs = new Set([...paths, ...options.against].map(absolute));
  const reports = await openReports(outputs, context, inputs, world);
  const tally: Tally = { uncheckedFiles: false, uncheckedRule: false };
  const bar = progress(session);
  const uninterrupted = world.onInterrupt(async () => {
    bar.done();
    await reports.abandon();
    world.err(`${word("cli.interrupted")}\n`);
  });
  try {
    const drafts = copies ? copies.drafts() : bench.drafts();
    const summary = await lint(drafts, bench, async (result, checked) => {
      bar.step();
      addToTally(tally, result, decision, bench.isNamed(result.path));
      await reports.document(result, checked);
      await copies?.annotate(result.path, checked);
    });
    if (options.changedSince !== undefined) {
      world.err(`${changedWords(options.changedSince, summary.documents, bench.unchanged(), language)}\n`);
    }
    for (const result of bench.exceptions.results()) {
      addToSummary(summary, result);
      await reports.document(result, null);
    }
    bar.done();
    await bench.exceptions.finish();
    if (bench.unreadSuperior()) tally.uncheckedFiles = true;
    const code = exitCode(summary, tally, decision);
    await reports.end(summary, code, performance.now() - started);
    session.finish(code);
  } catch (error) {
    bar.done();
    await reports.abandon();
    throw error;
  } finally {
    uninterrupted();
  }
}
