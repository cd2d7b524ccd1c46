import { expect, it } from "vitest";
import { explainRule, listRules } from "../../src/pack/explain.ts";
import type { TestCase } from "../../src/pack/test-cases.ts";
import { rule } from "../check/document.ts";
import { kinds } from "./kinds.ts";

const own = rule({
  id: "R-1",
  check: "length",
  options: { unit: "words", scope: "body", max: 4000 },
  basis: [
    {
      issuer: "某市",
      document: "某办法",
      year: 2019,
      clause: "第9条",
      quote: "不超过",
      verified: "clause",
      inForce: "yes",
    },
    {
      issuer: "",
      document: "",
      year: null,
      clause: "",
      quote: "",
      verified: "unverified",
      inForce: "unknown",
      practice: { text: "一般如此", examples: [] },
    },
  ],
});

const example = (expected: TestCase["expect"], text: string, of = "R-1"): TestCase => ({
  rule: of,
  expect: expected,
  draft: { text, repeat: 1, format: "markdown", title: null },
  facts: {},
  against: [],
  at: [],
  place: { file: "p.yaml", line: 1, column: 1 },
});

it("shows every option with what it may be, its default and what the rule sets", () => {
  expect(explainRule(own, kinds, []).options).toEqual([
    { name: "unit", allowed: "words | han", default: '"words"', value: '"words"' },
    { name: "scope", allowed: "body | document", default: '"body"', value: '"body"' },
    { name: "max", allowed: "integer", default: null, value: "4000" },
  ]);
});

it("shows an option with several forms and one that is not set", () => {
  const { options } = explainRule(rule({ check: "pattern", options: { pattern: ["甲"] } }), kinds, []);
  expect(options).toEqual([
    { name: "pattern", allowed: "string | [string]", default: null, value: '["甲"]' },
    { name: "lexicon", allowed: "string", default: null, value: null },
  ]);
});

it("shows the shortest good and bad example of the rule", () => {
  const tests = [
    example("valid", "很长的例子"),
    example("valid", "短例"),
    example("invalid", "坏例"),
    example("invalid", "别", "R-2"),
  ];
  expect(explainRule(own, kinds, tests)).toMatchObject({ good: { text: "短例" }, bad: { text: "坏例" } });
  expect(explainRule(own, kinds, [])).toMatchObject({ good: null, bad: null });
  expect(explainRule(own, kinds, [example("invalid", "字".repeat(5000))]).bad!.text).toHaveLength(401);
});

it("lists rules with their provision or practice", () => {
  expect(listRules([{ rules: [own] }])).toEqual([
    { id: "R-1", pack: "test", check: "length", severity: "warning", title: "标题", basis: "某办法 第9条；一般如此" },
  ]);
});
