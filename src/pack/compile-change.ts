import type { Rule } from "../model/rule.ts";
import { compileOptions, type RuleSurroundings } from "./compile-rule.ts";
import { compilePeriod } from "./condition.ts";
import type { Path } from "./errors.ts";
import type { Change } from "./layer.ts";
import { changeSchema, type RawTests, settingSchema } from "./schema.ts";
import { isGraver } from "./strength.ts";

/**
 * What a pack says about a rule it extends: `off` or a severity, or a mapping with `severity`, `with` (merged over the
 * rule's own options), `if-unknown`, `period`. Only a unit's own pack may raise a severity.
 */
export function compileChange(
  rule: Rule,
  raw: unknown,
  path: Path,
  around: RuleSurroundings,
  shipped: boolean,
): { change: Change; tests?: RawTests } | null {
  const alone = typeof raw !== "object" || raw === null;
  const schema = alone ? settingSchema : changeSchema;
  const parsed = schema.safeParse(raw);
  if (!parsed.success) {
    around.findings.reportIssues(parsed.error.issues, raw, path, schema);
    return null;
  }
  const given = typeof parsed.data === "string" ? { severity: parsed.data } : parsed.data;
  const { severity, with: changes, "if-unknown": ifUnknown, period, tests } = given;
  if (severity === "off") return { change: { rule: rule.id, off: true } };
  if (severity && shipped && isGraver(severity, rule.severity)) {
    const values = { severity, most: rule.severity, strength: rule.strength, evidence: rule.evidence };
    around.findings.report({
      code: "strength-against-severity",
      path: alone ? path : [...path, "severity"],
      values,
    });
  }
  const kind = around.kinds.find(({ name }) => name === rule.check);
  const merged = { ...(rule.options as Record<string, unknown>), ...changes };
  const options = changes && kind ? compileOptions(merged, [...path, "with"], kind, around) : undefined;
  return {
    change: {
      rule: rule.id,
      ...(severity ? { severity } : {}),
      ...(options === undefined ? {} : { options }),
      ...(ifUnknown ? { ifUnknown } : {}),
      ...(period === undefined ? {} : { period: compilePeriod(period) }),
    },
    ...(tests ? { tests } : {}),
  };
}
