import { z } from "zod";
import type { RuleKind } from "../model/check.ts";
import type { Basis, EvidenceKind, Rule, Severity } from "../model/rule.ts";
import { closest } from "../yaml/closest.ts";
import { compileBasis } from "./basis.ts";
import { compileCondition, compilePeriod } from "./condition.ts";
import type { Path, Report } from "./errors.ts";
import type { Findings } from "./issues.ts";
import type { PatternCheck } from "./patterns.ts";
import { mayReplace } from "./replaces.ts";
import type { RawRule, RawSource } from "./schema.ts";
import { cappedBy, isGraver, OWN, STRENGTHS, severityOfWord } from "./strength.ts";
import { checkWords } from "./words.ts";

/** What the rules of one pack are compiled against. */
export interface RuleSurroundings {
  pack: string;
  kinds: readonly RuleKind[];
  sources: ReadonlyMap<string, RawSource>;
  /** Rules of the packs it extends. */
  base: ReadonlyMap<string, Rule>;
  lexicons: ReadonlySet<string>;
  patterns: PatternCheck | null;
  /** A pack that runs unless another is named: every source in it is verified. */
  standard: boolean;
  findings: Findings;
}

/** A rule of a pack as data: options validated and completed, basis resolved, severity settled; null where it cannot be. */
export function compileRule(id: string, raw: RawRule, around: RuleSurroundings): Rule | null {
  const { base } = around;
  const { report } = around.findings;
  const path: Path = ["rules", id];
  const kind = findKind(raw.check, [...path, "check"], around);
  const basis = compileBasis(raw, path, around.sources, report);
  if (around.standard) requireVerified(basis, path, report);
  if (raw.strength !== OWN && basis.length > 0 && basis.every((entry) => entry.practice)) {
    report({ code: "practice-strength", path: [...path, "strength"], values: { strength: raw.strength } });
  }
  const severity = settleSeverity(raw, path, report);
  const when = compileCondition(raw.when, [...path, "when"], report);
  const period = compilePeriod(raw.period);
  if (base.has(id)) {
    report({ code: "duplicate-rule", path, on: "key", values: { rule: id, pack: base.get(id)!.pack } });
  }
  if (!kind) return null;
  const options = compileOptions(raw.with ?? {}, [...path, "with"], kind, around);
  const words = { title: raw.title, message: raw.message, advice: raw.advice };
  checkWords(words, path, kind, report);
  if (raw.en) checkWords(raw.en, [...path, "en"], kind, report);
  const rule: Rule = {
    id,
    pack: around.pack,
    check: kind.name,
    ...(kind.scope ? { scope: kind.scope } : {}),
    severity: severity ?? "info",
    strength: raw.strength,
    evidence: raw.evidence,
    basis,
    when,
    ...(period ? { period } : {}),
    ifUnknown: raw["if-unknown"] ?? null,
    options,
    words,
    english: raw.en ?? null,
    replaces: raw.replaces === undefined ? [] : [raw.replaces].flat(),
    threshold: raw.threshold ?? (raw.evidence === "measured" || basis.every((entry) => entry.practice)),
  };
  checkReplaces(rule, Array.isArray(raw.replaces), path, around);
  return rule;
}

function findKind(name: string, path: Path, { kinds, findings }: RuleSurroundings): RuleKind | null {
  const kind = kinds.find((one) => one.name === name);
  if (kind) return kind;
  const names = kinds.map((one) => one.name);
  findings.report({
    code: "unknown-kind",
    path,
    values: { kind: name, allowed: names.join(", ") },
    suggestion: kinds.find(({ title }) => title.zh === name)?.name ?? closest(name, names),
  });
  return null;
}

/** Options through the kind's own schema, then the patterns and lexicons they name. Undefined where they are wrong. */
export function compileOptions(
  raw: Record<string, unknown>,
  path: Path,
  kind: RuleKind,
  around: RuleSurroundings,
): unknown {
  const { report, reportIssues } = around.findings;
  const schema = kind.options(z);
  const parsed = schema.safeParse(raw);
  if (!parsed.success) {
    reportIssues(parsed.error.issues, raw, path, schema);
    return undefined;
  }
  around.patterns?.(kind.patterns?.(parsed.data) ?? [], raw, path, report);
  for (const name of kind.lexicons?.(parsed.data) ?? []) {
    if (around.lexicons.has(name)) continue;
    const values = { lexicon: name, allowed: [...around.lexicons].join(", ") };
    report({ code: "unknown-lexicon", path, fragment: name, values, suggestion: closest(name, around.lexicons) });
  }
  return parsed.data;
}

function requireVerified(basis: Basis[], path: Path, report: Report): void {
  const open = basis.find((entry) => entry.verified === "unverified" && !entry.practice);
  if (open) report({ code: "unverified", path, on: "key", values: { document: open.document } });
}

/** The severity the source's word and the evidence give. A pack may state a lower one, never a higher. */
function settleSeverity(raw: RawRule, path: Path, report: Report): Severity | null {
  const own = raw.strength === OWN;
  const ofWord = own ? raw.severity : severityOfWord(raw.strength);
  if (!ofWord) {
    if (own) report({ code: "severity-missing", path, on: "key" });
    else {
      report({
        code: "unknown-strength",
        path: [...path, "strength"],
        values: { strength: raw.strength, allowed: STRENGTHS.join(" ") },
      });
    }
    return null;
  }
  const most = cappedBy(raw.evidence, ofWord);
  if (raw.severity && isGraver(raw.severity, most)) reportTooGrave(raw.severity, most, raw, path, report);
  return raw.severity ?? most;
}

function reportTooGrave(
  severity: Severity,
  most: Severity,
  { strength, evidence }: { strength: string; evidence: EvidenceKind },
  path: Path,
  report: Report,
): void {
  const values = { severity, most, strength, evidence };
  report({ code: "strength-against-severity", path: [...path, "severity"], values });
}

function checkReplaces(rule: Rule, list: boolean, path: Path, { base, findings }: RuleSurroundings): void {
  for (const [index, id] of rule.replaces.entries()) {
    const at = list ? [...path, "replaces", index] : [...path, "replaces"];
    const replaced = base.get(id);
    if (!replaced)
      findings.report({ code: "unknown-rule", path: at, values: { rule: id }, suggestion: closest(id, base.keys()) });
    else if (rule.options !== undefined && !mayReplace(rule, replaced)) {
      findings.report({ code: "replaces-stricter", path: at, values: { rule: rule.id, replaced: id } });
    }
  }
}
