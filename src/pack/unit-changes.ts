import type { RuleKind } from "../model/check.ts";
import type { Rule } from "../model/rule.ts";
import type { ParsedYaml } from "../yaml/parse.ts";
import { compilePack } from "./compile.ts";
import { PackError } from "./errors.ts";
import { createFindings } from "./issues.ts";
import { mergeLayers } from "./layer.ts";

/**
 * The rules as a unit's gwlint.yaml wants them: what stands under its `rules:` is compiled like the changes of a pack
 * that extends them all, with the same mistakes at the same places. Throws PackError with every mistake.
 */
export async function applyUnitChanges(
  rules: readonly Rule[],
  changes: Record<string, unknown>,
  yaml: ParsedYaml,
  kinds: readonly RuleKind[],
): Promise<Rule[]> {
  const findings = createFindings(yaml);
  const base = new Map(rules.map((rule) => [rule.id, rule]));
  const head = { pack: "gwlint.yaml", title: "gwlint.yaml", rules: changes };
  const around = { kinds, base, lexicons: [], shipped: false, standard: false, resolve: () => null, findings };
  const { layer } = await compilePack(yaml, head, around);
  if (findings.problems.length > 0) throw new PackError(findings.problems);
  return [
    ...mergeLayers([
      { ...layer, rules: [...rules], changes: [] },
      { ...layer, rules: [] },
    ]).values(),
  ];
}
