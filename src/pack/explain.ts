import { z } from "zod";
import type { RuleKind } from "../model/check.ts";
import type { Rule } from "../model/rule.ts";
import type { TestCase, TestDocument } from "./test-cases.ts";

/** Everything `rules explain` shows of one rule; words are the pack's own. */
export interface RuleExplanation {
  rule: Rule;
  kind: { name: string; title: RuleKind["title"]; about: RuleKind["about"]; needs: readonly string[] };
  options: OptionView[];
  /** An example that keeps the rule and one that breaks it; null where the pack has none. */
  good: ExampleView | null;
  bad: ExampleView | null;
}

/** An example as a reader takes it in: its text or its file, what is declared of it, and what lies beside it. */
export interface ExampleView {
  /** Title and text, long ones cut; null where the example is a file. */
  text: string | null;
  /** How many times over the text stands in the draft: what is long by repetition is shown once. */
  repeat: number;
  file: string | null;
  facts: TestCase["facts"];
  /** Texts or files of superior documents and plans. */
  beside: string[];
}

export interface OptionView {
  name: string;
  /** Values it may take: a type (string, number, array …) or the choices. */
  allowed: string;
  /** JSON text; null where there is no default. */
  default: string | null;
  /** What the rule sets, JSON text. */
  value: string | null;
}

/** Rows of `rules list`. */
export interface RuleRow {
  id: string;
  pack: string;
  check: string;
  severity: Rule["severity"];
  title: string;
  basis: string;
}

/** Longer examples say nothing more: the reader is to see at a glance what is meant. */
const EXAMPLE_LENGTH = 400;

/** Puts together what is known of a rule: provision, options with values and defaults, a good and a bad example. */
export function explainRule(rule: Rule, kinds: readonly RuleKind[], tests: readonly TestCase[]): RuleExplanation {
  const kind = kinds.find(({ name }) => name === rule.check);
  if (!kind) throw new Error(`no check kind ${rule.check}`);
  return {
    rule,
    kind: { name: kind.name, title: kind.title, about: kind.about, needs: kind.needs ?? [] },
    options: optionViews(kind, rule.options),
    good: example(rule.id, "valid", tests),
    bad: example(rule.id, "invalid", tests),
  };
}

/** One row a rule, in the order of the packs. Common practice has its own words in place of a document. */
export function listRules(packs: readonly { rules: readonly Rule[] }[]): RuleRow[] {
  return packs.flatMap(({ rules }) =>
    rules.map(({ id, pack, check, severity, words, basis }) => ({
      id,
      pack,
      check,
      severity,
      title: words.title,
      basis: basis.map((one) => one.practice?.text ?? `${one.document} ${one.clause}`).join("；"),
    })),
  );
}

/** Options of a kind from its schema; `value` what the rule makes of each. */
export function optionViews(kind: RuleKind, options: unknown): OptionView[] {
  const schema = z.toJSONSchema(kind.options(z), { io: "input", unrepresentable: "any" }) as JsonSchema;
  const values = (options ?? {}) as Record<string, unknown>;
  const properties = Object.assign({}, ...branches(schema).map((branch) => branch.properties ?? {})) as Record<
    string,
    JsonSchema
  >;
  return Object.entries(properties).map(([name, property]) => ({
    name,
    allowed: allowedOf(property),
    default: property.default === undefined ? null : JSON.stringify(property.default),
    value: values[name] === undefined ? null : JSON.stringify(values[name]),
  }));
}

interface JsonSchema {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
}

function branches(schema: JsonSchema): JsonSchema[] {
  return [schema, ...(schema.anyOf ?? schema.oneOf ?? []).flatMap(branches)];
}

function allowedOf(schema: JsonSchema): string {
  const several = schema.anyOf ?? schema.oneOf;
  if (several) return [...new Set(several.map(allowedOf))].join(" | ");
  if (schema.enum) return schema.enum.map(String).join(" | ");
  if (schema.const !== undefined) return String(schema.const);
  return schema.items ? `[${allowedOf(schema.items)}]` : (schema.type ?? "any");
}

/** The shortest of the examples in words, else a file. */
function example(rule: string, expect: TestCase["expect"], tests: readonly TestCase[]): ExampleView | null {
  const own = tests.filter((test) => test.rule === rule && test.expect === expect);
  const length = ({ draft }: TestCase) => ("text" in draft ? draft.text.length : Number.POSITIVE_INFINITY);
  const [shortest] = own.sort((a, b) => length(a) - length(b));
  if (!shortest) return null;
  const { draft, facts, against, plans = [] } = shortest;
  const beside = [...against, ...plans].map((one) => ("file" in one ? nameOf(one.file) : short(whole(one))));
  if ("documents" in draft) {
    return { text: draft.documents.map(documentLine).join("\n"), repeat: 1, file: null, facts, beside };
  }
  if ("file" in draft) return { text: null, repeat: 1, file: nameOf(draft.file), facts, beside };
  return { text: short(whole(draft)), repeat: draft.repeat, file: null, facts, beside };
}

const whole = ({ title, text }: { title: string | null; text: string }) =>
  (title ? `${title}\n\n${text}` : text).trim();

const nameOf = (path: string) => path.slice(path.lastIndexOf("/") + 1);

const short = (text: string) => (text.length > EXAMPLE_LENGTH ? `${text.slice(0, EXAMPLE_LENGTH)}…` : text);

/** A document of an archive in a line: title, 文号, what is declared, how many of its kind. */
function documentLine({ title, text, number, facts, times }: TestDocument): string {
  const told = Object.entries(facts).map(([name, value]) => `${name}=${[value].flat().join("、")}`);
  const words = [title ?? short(text), number ?? "", ...told, times > 1 ? `× ${times}` : ""];
  return words.filter((word) => word !== "").join("  ");
}
