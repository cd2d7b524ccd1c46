import type { Pack, Rule, Severity } from "../model/rule.ts";
import { milder, OWN } from "./strength.ts";

/**
 * One pack as compiled: its own rules and what it changes in the packs it extends. Plain JSON; shipped packs are stored
 * in this form, and a run that names only those loads neither YAML parser nor validator.
 */
export interface Layer {
  compiled: 1;
  name: string;
  title: string;
  english: string | null;
  /** Names of shipped packs, or paths as the loader resolved them. */
  extends: string[];
  rules: Rule[];
  changes: Change[];
  /** The pack's own word lists, by name. */
  lexicons: Record<string, string[]>;
}

/** What a pack says about a rule of a pack it extends. */
export interface Change {
  rule: string;
  off?: boolean;
  severity?: Severity;
  /** Complete options, validated; the bound is then this pack's, not the provision's. */
  options?: unknown;
  ifUnknown?: "info" | "apply";
  period?: Rule["period"];
}

/** Text a compiled pack begins with; a YAML file cannot by accident. */
export const COMPILED = '{"compiled":1,';

/** Rules by id after all layers, in order: a later layer adds, changes, switches off, or stands in for others. */
export function mergeLayers(layers: readonly Layer[]): Map<string, Rule> {
  const rules = new Map<string, Rule>();
  for (const layer of layers) {
    for (const change of layer.changes) {
      const rule = rules.get(change.rule);
      if (!rule) continue;
      if (change.off) rules.delete(change.rule);
      else rules.set(change.rule, applyChange(rule, change));
    }
    for (const rule of layer.rules) for (const replaced of rule.replaces) rules.delete(replaced);
    for (const rule of layer.rules) rules.set(rule.id, rule);
  }
  return rules;
}

/** A rule raised above what its source says, or given another bound, is the unit's own and says so. */
export function applyChange(rule: Rule, change: Change): Rule {
  const severity = change.severity ?? rule.severity;
  const raised = milder(severity, rule.severity) !== severity;
  return {
    ...rule,
    severity,
    strength: raised ? OWN : rule.strength,
    options: change.options ?? rule.options,
    ifUnknown: change.ifUnknown ?? rule.ifUnknown,
    ...(change.period ? { period: change.period } : {}),
    threshold: rule.threshold || raised || change.options !== undefined,
  };
}

/**
 * The packs asked for (by key), in that order: each with the rules of the layers it rests on (`closures`) that no pack
 * before it has. A rule reached twice is there once.
 */
export function toPacks(
  asked: readonly string[],
  closures: ReadonlyMap<string, readonly string[]>,
  layers: ReadonlyMap<string, Layer>,
): Pack[] {
  const merged = mergeLayers([...layers.values()]);
  const given = new Set<string>();
  return asked.map((key) => {
    const members = (closures.get(key) ?? []).map((one) => layers.get(one)!);
    const ids = members.flatMap((layer) => layer.rules.map(({ id }) => id));
    const rules = ids.flatMap((id) => (given.has(id) ? [] : (merged.get(id) ?? [])));
    for (const { id } of rules) given.add(id);
    const { name, title } = layers.get(key)!;
    return { name, title, rules, lexicons: Object.assign({}, ...members.map(({ lexicons }) => lexicons)) };
  });
}
