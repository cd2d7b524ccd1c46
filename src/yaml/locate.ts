import type { core } from "zod";
import { closest } from "./closest.ts";
import type { ParsedYaml, YamlError, YamlPath } from "./parse.ts";

type Issue = core.$ZodIssue;
type Schema = core.$ZodType;

/**
 * What a zod schema found wrong, as errors at their places in the file, in reading order. Unknown keys get the nearest
 * known one of `schema`. A custom issue says its catalogue key in `message` and its values in `params`.
 */
export function locateIssues(issues: readonly Issue[], parsed: ParsedYaml, schema?: Schema): YamlError[] {
  const errors = issues.flatMap((issue) => locate(issue, [], parsed, schema));
  return errors.sort((a, b) => a.line - b.line || a.column - b.column);
}

function locate(issue: Issue, base: YamlPath, parsed: ParsedYaml, schema?: Schema): YamlError[] {
  const path: YamlPath = [...base, ...issue.path.map((step) => (typeof step === "number" ? step : String(step)))];
  const one = (code: string, values: Record<string, string | number> = {}, key = false) => [
    parsed.error(code, parsed.at(path, key), { key: nameOf(path), ...values }),
  ];
  const actual = valueAt(parsed.value, path);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => unknownKey(key, [...path, key], parsed, schema ? keysAt(schema, path) : []));
    case "invalid_type":
      return actual === undefined
        ? one("yaml.missing")
        : one(`yaml.type.${typeWord(issue.expected)}`, { actual: shown(actual) });
    case "invalid_value":
      return invalidValue(actual, issue.values.map(String), one);
    case "too_small":
    case "too_big": {
      if (issue.code === "too_small" && issue.minimum === 1 && issue.origin !== "number") return one("yaml.empty");
      const limit = Number(issue.code === "too_small" ? issue.minimum : issue.maximum);
      if (issue.code === "too_small" && issue.origin === "string") return one("yaml.too-short", { limit });
      return one(issue.code === "too_small" ? "yaml.too-small" : "yaml.too-big", { limit, actual: shown(actual) });
    }
    case "invalid_union": {
      const branch = nearestBranch(issue.errors);
      if (branch) return branch.flatMap((nested) => locate(nested, path, parsed, schema));
      return actual === undefined ? one("yaml.missing") : one("yaml.shape", { actual: shown(actual) });
    }
    case "invalid_key":
      return one("yaml.bad-key", {}, true);
    case "invalid_element":
      return issue.issues.flatMap((nested) => locate(nested, path, parsed, schema));
    case "custom":
      return one(issue.message, issue.params);
    default:
      return one("yaml.format", { actual: shown(actual) });
  }
}

function unknownKey(key: string, path: YamlPath, parsed: ParsedYaml, known: readonly string[]): YamlError {
  const near = closest(key, known);
  const place = parsed.at(path, true);
  if (near) return parsed.error("yaml.unknown-key-near", place, { key, near });
  return parsed.error("yaml.unknown-key", place, { key, known: known.join("、") });
}

function invalidValue(
  actual: unknown,
  allowed: readonly string[],
  one: (code: string, values: Record<string, string | number>) => YamlError[],
): YamlError[] {
  const values = { actual: shown(actual), allowed: allowed.join("、") };
  if (actual === undefined) return one("yaml.missing", values);
  const near = closest(String(actual), allowed);
  return near ? one("yaml.value-near", { ...values, near }) : one("yaml.value", values);
}

/** Of the alternatives of a union the one the author meant: the only one whose mistakes lie inside the value. */
function nearestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | null {
  const inner = branches.filter((issues) => issues.every((i) => i.path.length > 0 || i.code === "unrecognized_keys"));
  const fewest = inner.sort((a, b) => a.length - b.length)[0];
  if (fewest) return fewest;
  const choices = branches.filter((issues) => issues.every((issue) => issue.code === "invalid_value"));
  return choices.length === 1 ? choices[0]! : null;
}

const TYPE_WORDS: Record<string, string> = {
  string: "text",
  number: "number",
  int: "number",
  boolean: "boolean",
  array: "list",
  object: "map",
  record: "map",
};

function typeWord(expected: string): string {
  return TYPE_WORDS[expected] ?? "other";
}

function nameOf(path: YamlPath): string {
  return path.reduce<string>(
    (name, step) => (typeof step === "number" ? `${name}[${step + 1}]` : name ? `${name}.${step}` : step),
    "",
  );
}

function shown(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

function valueAt(value: unknown, path: YamlPath): unknown {
  let at: unknown = value;
  for (const step of path) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, step)) return undefined;
    at = (at as Record<string | number, unknown>)[step];
  }
  return at;
}

/** Keys that a schema knows at a path, through optional parts, lists, records and alternatives. */
function keysAt(schema: Schema, path: YamlPath): string[] {
  let at: Schema[] = [schema];
  for (const step of path) at = at.flatMap(unwrap).flatMap((one) => below(one, step));
  return at.flatMap(unwrap).flatMap((one) => Object.keys(definition(one).shape ?? {}));
}

interface Definition {
  shape?: Record<string, Schema>;
  element?: Schema;
  valueType?: Schema;
  options?: Schema[];
  innerType?: Schema;
  in?: Schema;
}

function definition(schema: Schema): Definition {
  return schema._zod.def as Definition;
}

function unwrap(schema: Schema): Schema[] {
  const { innerType, in: input, options } = definition(schema);
  if (innerType) return unwrap(innerType);
  if (input) return unwrap(input);
  return options ? options.flatMap(unwrap) : [schema];
}

function below(schema: Schema, step: string | number): Schema[] {
  const { shape, element, valueType } = definition(schema);
  const next = shape?.[String(step)] ?? (typeof step === "number" ? element : valueType);
  return next ? [next] : [];
}
