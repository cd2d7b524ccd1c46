import { createMatcher } from "../check/matcher.ts";
import type { Pattern } from "../model/check.ts";
import type { Pack, Rule } from "../model/rule.ts";
import { ruleKinds } from "./kinds.ts";

/** The rules of all packs, each once, in order. */
export function rulesOf(packs: readonly Pack[]): Rule[] {
  const rules = new Map<string, Rule>();
  for (const pack of packs) for (const rule of pack.rules) rules.set(rule.id, rule);
  return [...rules.values()];
}

/** Ids that suppressions may name: the rules in force, and those of the packs that the unit switched off. */
export function ruleIds(packs: readonly Pack[], rules: readonly Rule[]): ReadonlySet<string> {
  return new Set([...rules, ...rulesOf(packs)].map(({ id }) => id));
}

/** Rules that say something of a single draft. */
export const documentRules = (rules: readonly Rule[]): Rule[] => rules.filter(({ scope }) => scope !== "archive");

/** Rules that only a whole archive can be held to. */
export const archiveRules = (rules: readonly Rule[]): Rule[] => rules.filter(({ scope }) => scope === "archive");

/** The compiler of all patterns that the rules in force name. */
export async function patternsFor(rules: readonly Rule[]): Promise<(source: string) => Pattern> {
  const kinds = new Map(ruleKinds.map((kind) => [kind.name, kind]));
  const sources = rules.flatMap((rule) => kinds.get(rule.check)?.patterns?.(rule.options) ?? []);
  return createMatcher(new Set(sources));
}
