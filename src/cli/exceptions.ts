import { statSync } from "node:fs";
import { resolve } from "node:path";
import { type Config, insideRoot } from "../config/config.ts";
import { joinPath } from "../config/files.ts";
import { type Baselining, baselining } from "../except/baseline.ts";
import { readBaseline, writeBaseline } from "../except/baseline-file.ts";
import { type Exempting, exempting } from "../except/exemptions.ts";
import { type Filter, filterChain } from "../except/filters.ts";
import { type OwnProblem, ownFindings } from "../except/own-finding.ts";
import { say } from "../language/say.ts";
import type { OfficialDocument } from "../model/document.ts";
import type { Limits } from "../model/limits.ts";
import type { DocumentResult } from "../model/result.ts";
import { configFiles, slashes } from "../node/config-files.ts";
import { readTextIfThere } from "../node/pack-files.ts";
import { safe } from "../report/terminal.ts";
import { fileResult } from "../result/file-result.ts";
import type { CheckOptions } from "./commands/check.ts";
import { shownName } from "./drafts.ts";
import { UsageError } from "./errors.ts";
import type { Session } from "./main.ts";
import { fileInMaking } from "./world.ts";

/** Exemptions and baseline of a run. */
export interface Exceptions {
  filters: Filter[];
  /** What is wrong with the exemption file and the baseline, once every draft was seen: a result for each such file. */
  results(): DocumentResult[];
  /** Of the exemption file; null where there is none. */
  exempting: Pick<Exempting, "marks" | "recall"> | null;
  /** Writes the new baseline where one is wanted. */
  finish(): Promise<void>;
}

/** `root` is the folder that shown names are relative to, `rules` the ids that an exemption may name. */
export interface ExceptionsAround {
  config: Config;
  root: string;
  rules: ReadonlySet<string>;
  limits: Limits;
  paths: readonly string[];
}

export async function openExceptions(
  around: ExceptionsAround,
  options: CheckOptions,
  session: Session,
): Promise<Exceptions> {
  const { config, root, rules, limits, paths } = around;
  const { world, language } = session;
  // Entries know documents by their path in the repository, wherever the command is run from.
  const pathOf = ({ name }: OfficialDocument) =>
    name === "-" ? name : insideRoot(config, slashes(resolve(root, name)));
  const exemptions =
    config.exemptions === null ? null : await openExemptions(config.exemptions, around, pathOf, session);
  const baseline = await openBaseline(options, pathOf, session);
  const whole = (folder: string) =>
    options.changedSince === undefined && isWhole(joinPath(config.root, folder), paths, world.cwd);
  return {
    filters: filterChain({
      language,
      rules,
      limits,
      ...(exemptions ? { exemptions: exemptions.filter } : {}),
      ...(baseline ? { baseline: baseline.filter } : {}),
    }),
    exempting: exemptions,
    results() {
      const about = (file: string, problems: OwnProblem[]) =>
        problems.length > 0
          ? [fileResult(shownName(resolve(world.cwd, file), root), ownFindings(problems, language), language)]
          : [];
      return [
        ...(exemptions ? about(config.exemptions!, exemptions.problems(whole)) : []),
        ...(baseline ? about(options.baseline ?? options.writeBaseline!, baseline.problems()) : []),
      ];
    },
    async finish() {
      if (!baseline || options.writeBaseline === undefined) return;
      const current = baseline.current();
      const file = await fileInMaking(resolve(world.cwd, options.writeBaseline));
      await file.write(writeBaseline(current));
      await file.finish();
      const count = [...current.values()].reduce((sum, entries) => sum + entries.size, 0);
      world.err(`${say(language, "cli.baseline-written", { path: safe(options.writeBaseline), count })}\n`);
    },
  };
}

/** The YAML parser and the validator are loaded only where there is an exemption file. */
async function openExemptions(
  file: string,
  { rules }: ExceptionsAround,
  pathOf: (document: OfficialDocument) => string,
  { world, language }: Session,
): Promise<Exempting> {
  const { loadExemptions } = await import("../config/exemptions.ts");
  const { entries, malformed } = await loadExemptions(file, configFiles, rules);
  const { filter, problems, ...others } = exempting(entries, world.today, pathOf);
  const wrong = malformed.map((mistakes): OwnProblem => {
    const line = mistakes[0]?.line ?? 1;
    const detail = mistakes.map(({ code, values }) => say(language, code, values)).join(say(language, "pretty.joint"));
    return { rule: "gwlint-exemption", severity: "warning", key: "except.malformed", values: { line, detail }, line };
  });
  return { ...others, filter, problems: (whole) => [...wrong, ...problems(whole)] };
}

async function openBaseline(
  { baseline, writeBaseline }: CheckOptions,
  pathOf: (document: OfficialDocument) => string,
  { world, language }: Session,
): Promise<Baselining | null> {
  if (baseline === undefined && writeBaseline === undefined) return null;
  const text = baseline === undefined ? null : await readTextIfThere(resolve(world.cwd, baseline));
  if (baseline !== undefined && text === null) throw new UsageError("cli.baseline-missing", { path: baseline });
  const known = text === null ? new Map() : readBaseline(text);
  if (!known) throw new UsageError("cli.baseline-broken", { path: baseline! });
  return baselining(known, writeBaseline !== undefined, say(language, "except.baseline-reason"), pathOf);
}

/** Whether the run was told to look at all of a folder. */
function isWhole(folder: string, paths: readonly string[], cwd: string): boolean {
  return paths.some((path) => {
    const named = resolve(cwd, path);
    const at = slashes(named);
    const covers = folder === at || folder.startsWith(at.endsWith("/") ? at : `${at}/`);
    return covers && (statSync(named, { throwIfNoEntry: false })?.isDirectory() ?? false);
  });
}
