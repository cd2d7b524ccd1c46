import { say } from "../language/say.ts";
import type { FactName } from "../model/facts.ts";
import { FACT_NAMES, FACT_TYPES } from "../model/facts.ts";
import type { Condition, FactTest, Rule } from "../model/rule.ts";
import { closest } from "../yaml/closest.ts";
import type { Path, Report } from "./errors.ts";
import type { RawFactTest, RawPeriod } from "./schema.ts";

/** `when:` as tests a fact each. A name or value that no fact has is a mistake: the rule would never apply. */
export function compileCondition(
  when: Record<string, RawFactTest> | undefined,
  path: Path,
  report: Report,
): Condition | null {
  if (!when) return null;
  const condition: Condition = {};
  for (const [name, raw] of Object.entries(when)) {
    if (knowsFact(name, path, report)) condition[name] = compileTest(name, raw, [...path, name], report);
  }
  return Object.keys(condition).length === 0 ? null : condition;
}

/** Facts an example declares: names and values that exist, or the example would show something else than it says. */
export function checkFacts(facts: Record<string, FactValue | string[]>, path: Path, report: Report): void {
  for (const [name, value] of Object.entries(facts)) {
    if (knowsFact(name, path, report)) checkValues(name, value, [...path, name], report);
  }
}

type FactValue = string | boolean;

function knowsFact(name: string, path: Path, report: Report): name is FactName {
  if (Object.hasOwn(FACT_TYPES, name)) return true;
  const values = { fact: name, allowed: FACT_NAMES.join(", ") };
  const inChinese = FACT_NAMES.find((one) => say("zh", `fact.${one}`) === name);
  const suggestion = inChinese ?? closest(name, FACT_NAMES);
  report({ code: "unknown-fact", path: [...path, name], on: "key", values, suggestion });
  return false;
}

function compileTest(name: FactName, raw: RawFactTest, path: Path, report: Report): FactTest {
  const not = typeof raw === "object" && !Array.isArray(raw);
  const given = not ? raw.not : raw;
  checkValues(name, given, not ? [...path, "not"] : path, report);
  return { in: [given].flat(), not };
}

function checkValues(name: FactName, given: FactValue | FactValue[], path: Path, report: Report): void {
  for (const [index, value] of [given].flat().entries()) {
    const wrong = wrongValue(name, value);
    if (!wrong) continue;
    report({
      code: "unknown-fact-value",
      path: Array.isArray(given) ? [...path, index] : path,
      values: { fact: name, value: String(value), allowed: wrong.join(", ") },
      suggestion: closest(String(value), wrong),
    });
  }
}

/** The values the fact may have where `value` is none of them. */
function wrongValue(name: FactName, value: FactValue): readonly string[] | null {
  const type = FACT_TYPES[name];
  if (type.type === "boolean") return typeof value === "boolean" ? null : ["true", "false"];
  if (typeof value === "boolean") return type.values ?? [type.type];
  return !type.values || type.values.includes(value) ? null : type.values;
}

/** `period:` — a year, or days from and to — as the days between which 成文日期 has to lie. */
export function compilePeriod(period: RawPeriod | undefined): Rule["period"] {
  if (period === undefined) return undefined;
  if (typeof period === "number") return { from: `${period}-01-01`, to: `${period}-12-31` };
  return { from: period.from ?? null, to: period.to ?? null };
}
