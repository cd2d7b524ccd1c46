import type { RuleKind } from "../model/check.ts";
import type { Rule } from "../model/rule.ts";
import { closest } from "../yaml/closest.ts";
import type { ParsedYaml } from "../yaml/parse.ts";
import { sourcesOf } from "./basis.ts";
import { compileChange } from "./compile-change.ts";
import { compileRule, type RuleSurroundings } from "./compile-rule.ts";
import type { Findings } from "./issues.ts";
import type { Layer } from "./layer.ts";
import { createPatternCheck } from "./patterns.ts";
import { salvage } from "./salvage.ts";
import { packSchema, type RawPack, type RawTests, ruleSchema, testsSchema } from "./schema.ts";
import { compileTests, type ResolveFile, type TestCase } from "./test-cases.ts";

const MAX_RULES = 2_000;

/** What a pack is compiled against. */
export interface Surroundings {
  kinds: readonly RuleKind[];
  /** Rules of the packs it extends. */
  base: ReadonlyMap<string, Rule>;
  /** Names of the lexicons there are besides the pack's own. */
  lexicons: readonly string[];
  /** Comes with gwlint: every rule has tests, and none goes beyond what its source says. */
  shipped: boolean;
  /** Runs unless another pack is named: every source is verified. */
  standard: boolean;
  resolve: ResolveFile;
  findings: Findings;
}

/** A pack as its author sees it: compiled rules and their examples. */
export interface CompiledPack {
  layer: Layer;
  tests: TestCase[];
}

/** The head of a pack: what it extends has to be known before its rules can be compiled. Null where it is no pack. */
export function readHead(yaml: ParsedYaml, findings: Findings): RawPack | null {
  const parsed = packSchema.safeParse(yaml.value ?? {});
  if (parsed.success) return parsed.data;
  findings.reportIssues(parsed.error.issues, yaml.value ?? {}, [], packSchema);
  return null;
}

/** Compiles the rules one by one: every mistake is reported, and a wrong rule hides no other. */
export async function compilePack(yaml: ParsedYaml, head: RawPack, around: Surroundings): Promise<CompiledPack> {
  const { findings, kinds } = around;
  const { report } = findings;
  const entries = Object.entries(head.rules);
  if (entries.length > MAX_RULES) {
    report({ code: "too-many-rules", path: ["rules"], on: "key", values: { rules: entries.length, max: MAX_RULES } });
    entries.length = MAX_RULES;
  }
  const rules: RuleSurroundings = {
    pack: head.pack,
    kinds,
    sources: sourcesOf(head),
    base: around.base,
    lexicons: new Set([...around.lexicons, ...Object.keys(head.lexicons ?? {})]),
    patterns: entries.some(([id, raw]) => usesPatterns(id, raw, around)) ? await createPatternCheck() : null,
    standard: around.standard,
    findings,
  };
  const layer: Layer = {
    compiled: 1,
    name: head.pack,
    title: head.title,
    english: head.en?.title ?? null,
    extends: [head.extends ?? []].flat(),
    rules: [],
    changes: [],
    lexicons: head.lexicons ?? {},
  };
  const tests: TestCase[] = [];
  for (const [id, raw] of entries) {
    const collected = compileEntry(id, raw, layer, rules, around);
    const place = (path: readonly (string | number)[]) => ({ file: yaml.file, ...yaml.at(path) });
    tests.push(...compileTests(id, collected, ["rules", id, "tests"], { report, resolve: around.resolve, place }));
  }
  return { layer, tests };
}

function usesPatterns(id: string, raw: unknown, { kinds, base }: Surroundings): boolean {
  const named = typeof raw === "object" && raw !== null && "check" in raw ? raw.check : base.get(id)?.check;
  return kinds.some((kind) => kind.patterns !== undefined && kind.name === named);
}

/** One entry under `rules:`: a rule where it names a check, else a change of a rule of an extended pack. */
function compileEntry(
  id: string,
  raw: unknown,
  layer: Layer,
  rules: RuleSurroundings,
  around: Surroundings,
): RawTests | undefined {
  const { base } = around;
  const { report, reportIssues } = around.findings;
  const path = ["rules", id];
  const isRule = typeof raw === "object" && raw !== null && "check" in raw;
  if (!isRule && base.has(id)) {
    const change = compileChange(base.get(id)!, raw, path, rules, around.shipped);
    if (change) layer.changes.push(change.change);
    return change?.tests;
  }
  if (!isRule && (typeof raw !== "object" || raw === null || !("title" in raw))) {
    report({ code: "unknown-rule", path, on: "key", values: { rule: id }, suggestion: closest(id, base.keys()) });
    return undefined;
  }
  const parsed = ruleSchema.safeParse(raw);
  if (!parsed.success) {
    reportIssues(parsed.error.issues, raw, path, ruleSchema);
    const left = salvage(raw as object, parsed.error.issues);
    if (left) compileRule(id, left.rule, { ...rules, findings: withoutEcho(around.findings, left.wrong) });
    return undefined;
  }
  const rule = compileRule(id, parsed.data, rules);
  if (rule) layer.rules.push(rule);
  const tests = parsed.data.tests ?? testsSchema.parse({});
  if (around.shipped && (tests.valid.length === 0 || tests.invalid.length === 0)) {
    report({ code: "untested", path, on: "key", values: { rule: id } });
  }
  return tests;
}

/** What follows only from a key that is wrong in form, and reported as such, is not reported again. */
function withoutEcho(findings: Findings, wrong: ReadonlySet<string>): Findings {
  return {
    ...findings,
    report: (mistake) => {
      const echo =
        wrong.has(String(mistake.path[2])) ||
        (mistake.code === "no-basis" && wrong.has("basis")) ||
        (mistake.code === "missing-key" && wrong.has(String(mistake.values?.["key"])));
      if (!echo) findings.report(mistake);
    },
  };
}
