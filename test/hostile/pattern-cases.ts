import { createMatcher } from "../../src/check/matcher.ts";
import { plainPattern } from "../../src/check/plain-pattern.ts";
import type { HostileCase, HostileGroup } from "./case.ts";

/** Patterns that take a backtracking engine exponential, cubic or quadratic time, each with a text that makes it. */
const BAD: readonly (readonly [pattern: string, text: string])[] = [
  ["(a+)+$", `${"a".repeat(4000)}!`],
  ["(a*)*$", `${"a".repeat(4000)}!`],
  ["(a|a)*$", `${"a".repeat(4000)}!`],
  ["(a|aa)+$", `${"a".repeat(4000)}!`],
  ["([a-z]+)*[0-9]", "a".repeat(4000)],
  ["(.*a){12}", `${"a".repeat(4000)}`],
  ["(.*，){9}。", "甲，".repeat(3000)],
  ["(甲+乙?)+丙", "甲".repeat(4000)],
  ["^(([a-z])+.)+[A-Z]([a-z])+$", "a".repeat(4000)],
  ["(x+x+)+y", "x".repeat(4000)],
  ["\\s+$", `${" ".repeat(40_000)}甲`],
  ["(\\s*甲?\\s*)*$", `${" ".repeat(4000)}乙`],
  ["a.*?z|b", "a".repeat(40_000)],
  [".*.*=.*", "a".repeat(4000)],
  ["(.+)(.+)(.+)(.+)。$", "甲".repeat(4000)],
  ["(?:各|有关|单位|部门)+?(?:要|应)+$", "各有关单位部门".repeat(600)],
  ["([^，]*，)*([^，]*，)*。", "甲，".repeat(2000)],
  ["(第[一二三四五六七八九十]+条)*(第[一二三四五六七八九十]+条)*！", "第一条".repeat(1500)],
  ["(?:[^《》]*《[^《》]*》)*[^《》]*《", `${"《甲》".repeat(1500)}`],
  ["(\\d+[年月日]?)+号", "2024".repeat(1500)],
];

/** The pattern answers within the time that linear work leaves far behind; exponential work would not end at all. */
function answers([pattern, text]: readonly [string, string]): HostileCase {
  return {
    name: `${pattern} on ${text.length} characters`,
    async run() {
      const find = (await createMatcher([pattern]))(pattern);
      const started = performance.now();
      const found = find.findAll(text);
      const took = performance.now() - started;
      if (took > 10_000) return `took ${Math.round(took)} ms`;
      return found.every(({ start, end }) => start <= end && end <= text.length) ? null : "found outside the text";
    },
  };
}

/** Patterns whose backtracking has no bound are never handed to the engine of the platform. */
function leftToRe2(pattern: string): HostileCase {
  return {
    name: `${pattern} is not left to V8`,
    run: () => (plainPattern(pattern) === null ? null : "is taken for plain"),
  };
}

export const patternCases: HostileGroup = {
  name: "patterns",
  cases: [...BAD.map(answers), ...["(a+)+$", "(a*)*$", "(a|a)*$", "(甲+乙?)+丙"].map(leftToRe2)],
};
