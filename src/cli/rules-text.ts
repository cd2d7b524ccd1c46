import { type Language, say } from "../language/say.ts";
import { FACT_NAMES, FACT_TYPES } from "../model/facts.ts";
import type { Rule } from "../model/rule.ts";
import { conditionLines } from "../pack/condition-words.ts";
import type { ExampleView, RuleExplanation } from "../pack/explain.ts";
import type { TestReport } from "../pack/run-tests.ts";
import { OWN } from "../pack/strength.ts";
import { basisText } from "../report/pretty-finding.ts";
import { safe } from "../report/terminal.ts";
import { wordsOf } from "../result/finding.ts";

/** `rules list`: a line a rule, by pack. */
export function listTable(rules: readonly Rule[], language: Language): string {
  const lines: string[] = [];
  let pack = "";
  for (const rule of rules) {
    if (rule.pack !== pack) lines.push(`${lines.length > 0 ? "\n" : ""}${safe(rule.pack)}`);
    pack = rule.pack;
    const severity = say(language, `severity.${rule.severity}`);
    lines.push(
      `  ${safe(rule.id)}  ${severity}  ${safe(wordsOf(rule, language).title)}  (${rule.check}${rule.scope ? say(language, "rules.archive") : ""})`,
    );
  }
  return `${lines.join("\n")}\n`;
}

/** `rules list --facts`: every fact a `when` may ask for, with its values. */
export function factsTable(language: Language): string {
  const lines = FACT_NAMES.map((name) => {
    const { type, values } = FACT_TYPES[name];
    return `${name}  ${say(language, `fact.${name}`)}  ${values ? values.join(" | ") : say(language, `fact-type.${type}`)}`;
  });
  return `${lines.join("\n")}\n`;
}

/** `rules explain`: what it demands, on what basis, with which options, a good and a bad example. */
export function explanation(view: RuleExplanation, language: Language): string {
  const { rule, kind } = view;
  const words = wordsOf(rule, language);
  const word = (key: string, values?: Record<string, string | number>) => say(language, key, values);
  const heading = (key: string) => ["", `${word(key)}`];
  const lines = [
    `${safe(rule.id)}  ${word(`severity.${rule.severity}`)}  ${safe(words.title)}`,
    word("explain.pack", { pack: safe(rule.pack) }),
  ];
  lines.push(...heading("explain.basis"), ...rule.basis.map((basis) => `  ${safe(basisText({ word }, basis))}`));
  lines.push(
    `  ${word(rule.strength === OWN ? "explain.own-strength" : "explain.strength", { strength: rule.strength, evidence: word(`evidence.${rule.evidence}`) })}`,
  );
  if (rule.threshold) lines.push(`  ${word("pretty.threshold")}`);
  const conditions = conditionLines(rule, language);
  if (conditions.length > 0) lines.push(...heading("explain.when"), ...conditions.map((line) => `  ${safe(line)}`));
  lines.push(...heading("explain.check"), `  ${kind.name}  ${kind.title[language]}`, `  ${kind.about[language]}`);
  for (const option of view.options) {
    const value = option.value === null ? "" : ` = ${option.value}`;
    const fallback = option.default === null ? "" : word("explain.default", { value: option.default });
    lines.push(`    ${option.name}${safe(value)}  (${safe(option.allowed)}${fallback})`);
  }
  if (kind.needs.length > 0)
    lines.push(...heading("explain.needs"), ...kind.needs.map((need) => `  ${word(`need.${need}`)}`));
  lines.push(...heading("explain.message"), `  ${safe(words.message)}`);
  lines.push(...heading("explain.advice"), `  ${safe(words.advice)}`);
  if (view.good) lines.push(...heading("explain.good"), ...exampleLines(view.good, language));
  if (view.bad) lines.push(...heading("explain.bad"), ...exampleLines(view.bad, language));
  return `${lines.join("\n")}\n`;
}

function exampleLines(example: ExampleView, language: Language): string[] {
  const word = (key: string, values: Record<string, string | number>) => say(language, key, values);
  const facts = Object.entries(example.facts).map(([name, value]) => `${name}=${[value].flat().join(",")}`);
  const notes = [
    ...(example.file === null ? [] : [word("explain.file", { file: example.file })]),
    ...(example.repeat > 1 ? [word("explain.repeat", { count: example.repeat })] : []),
    ...(facts.length > 0 ? [word("explain.facts", { facts: facts.join(" ") })] : []),
    ...example.beside.map((text) => word("explain.beside", { text })),
  ];
  return [
    ...(example.text === null ? [] : indented(example.text)),
    ...notes.flatMap((note) => indented(`［${note}］`)),
  ];
}

const indented = (text: string) => text.split("\n").map((line) => `  ${safe(line)}`.trimEnd());

/** `rules test`: every example that failed with its place in the pack, then the count. */
export function testLines(report: TestReport, total: number, language: Language): string {
  const lines = report.failures.map(({ kind, test, found, expected, reason }) => {
    const { file, line, column } = test.place;
    const values = { found: found.join("、") || "–", expected: expected.join("、") || "–", reason };
    return `${safe(file)}:${line}:${column}  ${safe(test.rule)}  ${kind}  ${safe(say(language, `rules-test.${kind}`, values))}`;
  });
  for (const rule of report.untested) lines.push(`${safe(rule)}  ${say(language, "rules-test.untested")}`);
  lines.push(say(language, "rules-test.total", { total, passed: report.passed, failed: report.failures.length }));
  return `${lines.join("\n")}\n`;
}
