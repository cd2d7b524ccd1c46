import type { OfficialDocument } from "../model/document.ts";
import type { Fact, FactName, FactValues } from "../model/facts.ts";
import { FACT_NAMES, FACT_TYPES } from "../model/facts.ts";
import type { Condition, FactTest, Rule } from "../model/rule.ts";

/** Whether a rule concerns a document: yes, no (the first fact that excludes it), or it hangs on facts nobody told. */
export type Applies =
  | { applies: "yes" }
  | { applies: "no"; because: { key: string; values: Record<string, string | number> } }
  | { applies: "unknown"; facts: FactName[] };

/**
 * Holds the rule's `when` and `period` against the facts. Every fact is tested on its own: one that excludes the rule
 * is enough, however many others are unknown. An unknown fact with a closed set of values is tried with every one. A text
 * without a date is taken for a draft of today, which lies in every period that has no end.
 */
export function whenApplies(rule: Rule, document: OfficialDocument): Applies {
  const unknown: FactName[] = [];
  for (const [name, test] of rule.when ? testsOf(rule.when) : []) {
    const answer = holds(test, name, document.facts[name]);
    if (answer === false)
      return { applies: "no", because: { key: "check.fact-excludes", values: excluded(name, test, document) } };
    if (answer === null) unknown.push(name);
  }
  if (rule.period) {
    const issued = document.facts.issuedOn;
    if (issued.origin === "unknown") {
      if (rule.period.to && !unknown.includes("issuedOn")) unknown.push("issuedOn");
    } else {
      const { from, to } = rule.period;
      if ((from && issued.value < from) || (to && issued.value > to)) {
        const values = { from: from ?? "", to: to ?? "", date: issued.value };
        return { applies: "no", because: { key: "check.outside-period", values } };
      }
    }
  }
  return unknown.length === 0 ? { applies: "yes" } : { applies: "unknown", facts: unknown };
}

const tests = new WeakMap<Condition, [FactName, FactTest][]>();

/** The tests of a condition in the order of the facts, listed once a run: asked for by each rule on each document. */
function testsOf(when: Condition): [FactName, FactTest][] {
  let known = tests.get(when);
  if (!known) {
    known = FACT_NAMES.flatMap((name) => (when[name] ? [[name, when[name]]] : []));
    tests.set(when, known);
  }
  return known;
}

/** True, false, or null where it hangs on an unknown value. A list holds where one of its entries does. */
function holds<N extends FactName>(test: FactTest, name: N, fact: Fact<FactValues[N]>): boolean | null {
  if (fact.origin !== "unknown") {
    const value: string | boolean | readonly string[] = fact.value;
    return satisfies(test, value);
  }
  const type = FACT_TYPES[name];
  const possible = type.type === "boolean" ? [true, false] : type.type === "choice" ? (type.values ?? []) : [];
  if (possible.length === 0) return null;
  const answers = new Set(possible.map((value) => satisfies(test, value)));
  return answers.size === 1 ? answers.has(true) : null;
}

function satisfies(test: FactTest, value: string | boolean | readonly string[]): boolean {
  const met = typeof value === "object" ? value.some((entry) => test.in.includes(entry)) : test.in.includes(value);
  return met !== test.not;
}

function excluded(name: FactName, test: FactTest, document: OfficialDocument): Record<string, string> {
  const fact = document.facts[name];
  const value = fact.origin === "unknown" ? "" : fact.value;
  return {
    fact: name,
    value: Array.isArray(value) ? value.join("、") : String(value),
    wanted: (test.not ? "≠ " : "") + test.in.join("、"),
  };
}

/** `deployment=plan|special|…` for every fact: what the remedy tells the clerk to declare. */
export function declarations(facts: FactName[]): string {
  return facts.map((name) => `${name}=${(possibleValues(name) ?? ["…"]).join("|")}`).join(" ");
}

function possibleValues(name: FactName): readonly string[] | undefined {
  const type = FACT_TYPES[name];
  if (type.type === "boolean") return ["true", "false"];
  return type.type === "date" ? ["YYYY-MM-DD"] : type.values;
}
