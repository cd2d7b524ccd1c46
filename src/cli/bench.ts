import { resolve } from "node:path";
import { ruleKinds } from "../bench/kinds.ts";
import { ruleIds, rulesOf } from "../bench/rules.ts";
import { openWorkbench } from "../bench/workbench.ts";
import type { Config } from "../config/config.ts";
import { loadConfig } from "../config/load.ts";
import type { Draft, Workbench } from "../lint.ts";
import type { Pack, Rule, Severity } from "../model/rule.ts";
import { configFiles, slashes } from "../node/config-files.ts";
import { foreignText } from "../node/foreign-text.ts";
import { openPacks } from "../node/packs.ts";
import { STANDARD_PACKS } from "../pack/load.ts";
import { closest } from "../yaml/closest.ts";
import { changedSince } from "./changed.ts";
import type { CheckOptions } from "./commands/check.ts";
import { factOptions } from "./declared.ts";
import { findDrafts, type Surroundings } from "./drafts.ts";
import { UsageError } from "./errors.ts";
import { type Exceptions, openExceptions } from "./exceptions.ts";
import { limitOptions } from "./limits.ts";
import type { Session } from "./main.ts";
import { joined } from "./named-superiors.ts";
import { searchOptions } from "./search-options.ts";
import { superiorShelf } from "./superiors.ts";

/** A workbench as options and gwlint.yaml lay it out, whatever the files are. */
export interface RunBench extends Workbench {
  packs: Pack[];
  exceptions: Exceptions;
  around: Surroundings;
  failOn: Severity | "never" | null;
  mustBeChecked: true | readonly string[] | null;
  /** Whether a superior named for the run could not be read. */
  unreadSuperior(): boolean;
}

/** And with the files of the run. */
export interface CommandBench extends RunBench {
  drafts(): AsyncGenerator<Draft>;
  isNamed(name: string): boolean;
  /** Files passed over because nothing changed in them. */
  unchanged(): number;
}

/**
 * Options and gwlint.yaml → workbench. Everything wrong with the command line shows here, before a report begins.
 * `reports` are the files this run writes: met in a folder, one of an earlier run is no draft.
 */
export async function openBench(
  paths: string[],
  options: CheckOptions,
  session: Session,
  reports: ReadonlySet<string> = new Set(),
): Promise<CommandBench> {
  const bench = await openRun(paths, options, session, reports);
  return { ...bench, ...(await findDrafts(paths, bench.around, session.world, options.allowEmpty === true)) };
}

export async function openRun(
  paths: string[],
  options: CheckOptions,
  session: Session,
  reports: ReadonlySet<string> = new Set(),
): Promise<RunBench> {
  const { world, language } = session;
  const facts = factOptions(options.fact);
  const limits = limitOptions(options.limit);
  const named = options.config === undefined ? undefined : slashes(resolve(world.cwd, options.config));
  const config = await loadConfig(slashes(world.cwd), configFiles, named);
  const packs = await openPacks(options.rules.length > 0 ? options.rules : (config.packs ?? STANDARD_PACKS), world.cwd);
  const rules = await unitRules(rulesOf(packs), config);
  const mustBeChecked = requiredRules(options.failOnUnchecked, rules);
  const shelf = superiorShelf(config, { ...searchOptions(options), limits }, session);
  const against = joined(await Promise.all(options.against.map(shelf.open)));
  const superiors = [...against.documents];
  const plans = joined(await Promise.all(config.plans.map(shelf.open))).documents;
  const root = options.root === undefined ? world.cwd : resolve(world.cwd, options.root);
  const changed = options.changedSince === undefined ? null : await changedSince(options.changedSince, world.cwd);
  const indexes = { ...against, documents: [] };
  const around = { config, facts, root, superior: shelf.open, indexes, changed, limits, reports };
  const bench = await openWorkbench(packs, {
    language,
    rules,
    fingerprintKey: config.fingerprintKey,
    limits,
    textOfForeign: foreignText,
  });
  const known = ruleIds(packs, rules);
  const exceptions = await openExceptions({ config, root, rules: known, limits, paths }, options, session);
  return {
    ...bench,
    filters: exceptions.filters,
    exceptions,
    packs,
    superiors,
    plans,
    around,
    failOn: config.failOn,
    mustBeChecked,
    unreadSuperior: shelf.anyUnread,
  };
}

/** The compiler of changes, and with it the validator, is loaded only where the unit changes a rule. */
export async function unitRules(rules: readonly Rule[], config: Config): Promise<readonly Rule[]> {
  if (!config.rules) return rules;
  const { applyUnitChanges } = await import("../pack/unit-changes.ts");
  return applyUnitChanges(rules, config.rules.changes, config.rules.yaml, ruleKinds);
}

function requiredRules(option: CheckOptions["failOnUnchecked"], rules: readonly { id: string }[]) {
  if (option === true) return true;
  const ids = rules.map(({ id }) => id);
  for (const rule of option) {
    if (ids.includes(rule)) continue;
    const near = closest(rule, ids);
    throw new UsageError(near ? "cli.unknown-rule-near" : "cli.unknown-rule", { rule, near: near ?? "" });
  }
  return option.length > 0 ? option : null;
}
