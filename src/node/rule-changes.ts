import { checkKinds } from "../check/registry.ts";
import type { RuleChange } from "../config/config.ts";
import { type Rule, SEVERITY_ORDER } from "../model/rule.ts";
import { closest } from "../yaml/closest.ts";

/** Why a change under `rules:` of gwlint.yaml cannot be made: a catalogue key and its values. */
export class RuleChangeError extends Error {
  readonly key: string;
  readonly values: Record<string, string>;
  constructor(key: string, values: Record<string, string>) {
    super(`${key} ${JSON.stringify(values)}`);
    this.name = "RuleChangeError";
    this.key = key;
    this.values = values;
  }
}

/**
 * The rules as the unit's gwlint.yaml wants them: `off`, another severity, other options. A unit may raise a rule; what
 * it raised or measured otherwise is 本单位's, and every finding says so.
 */
export async function changeRules(rules: readonly Rule[], changes: Record<string, RuleChange>): Promise<Rule[]> {
  for (const id of Object.keys(changes)) {
    if (rules.some((rule) => rule.id === id)) continue;
    const near = closest(
      id,
      rules.map((rule) => rule.id),
    );
    throw new RuleChangeError(near ? "cli.unknown-rule-near" : "cli.unknown-rule", { rule: id, near: near ?? "" });
  }
  const kept = rules.filter((rule) => changes[rule.id]?.severity !== "off");
  return Promise.all(kept.map((rule) => changed(rule, changes[rule.id])));
}

async function changed(rule: Rule, change: RuleChange | undefined): Promise<Rule> {
  if (!change) return rule;
  const severity = change.severity && change.severity !== "off" ? change.severity : rule.severity;
  const raised = SEVERITY_ORDER[severity] < SEVERITY_ORDER[rule.severity];
  return {
    ...rule,
    severity,
    strength: raised ? "本单位" : rule.strength,
    options: change.with ? await mergedOptions(rule, change.with) : rule.options,
    threshold: rule.threshold || raised || change.with !== undefined,
  };
}

/** The validator is loaded only where options are changed. */
async function mergedOptions(rule: Rule, given: Record<string, unknown>): Promise<unknown> {
  const { z } = await import("zod");
  const kind = checkKinds.find(({ name }) => name === rule.check);
  const parsed = kind?.options(z).safeParse({ ...(rule.options as object), ...given });
  if (parsed?.success) return parsed.data;
  const detail = (parsed?.error.issues ?? []).map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; ");
  throw new RuleChangeError("config.rule-options", { rule: rule.id, detail });
}
