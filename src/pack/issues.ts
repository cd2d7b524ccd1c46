import { z } from "zod";
import { locateIssues } from "../yaml/locate.ts";
import type { ParsedYaml, YamlError } from "../yaml/parse.ts";
import { MAX_PROBLEMS, type PackProblem, type Path, type Report } from "./errors.ts";

/** Collects the mistakes of one file: what the validator found, and what the compiler reports. */
export interface Findings {
  problems: PackProblem[];
  report: Report;
  /** What `schema` found wrong in `value`, which stands at `path` (or would, had the pack written it out). */
  reportIssues(issues: readonly z.core.$ZodIssue[], value: unknown, path: Path, schema: z.ZodType): void;
}

/** A fragment is looked for this far behind the start of its string: quotes and escapes make it longer than its value. */
const FRAGMENT_REACH = 8_000;

export function createFindings(yaml: ParsedYaml): Findings {
  const problems: PackProblem[] = [];
  return {
    problems,
    report: ({ code, path, on = "value", fragment, values = {}, suggestion = null }) => {
      if (problems.length >= MAX_PROBLEMS) return;
      const start = yaml.at(path, on === "key");
      const place = fragment === undefined ? start : fragmentPlace(yaml.text, start, fragment);
      const { file, line, column, frame } = yaml.error(code, place);
      problems.push({ code, file, line, column, frame, values, suggestion });
    },
    reportIssues: (issues, value, path, schema) => {
      if (problems.length >= MAX_PROBLEMS) return;
      // One step up, so that a sentence about the whole value has a name for it.
      const own = path.slice(-1);
      const above = path.slice(0, -1);
      const scoped: ParsedYaml = {
        ...yaml,
        value: own.length === 0 ? value : { [own[0]!]: value },
        at: (inner, key) => yaml.at([...above, ...inner], key),
      };
      const named = issues.map((issue) => ({ ...issue, path: [...own, ...issue.path] }));
      const around = own.length === 0 ? schema : z.record(z.string(), schema);
      for (const error of withoutTwins(locateIssues(named, scoped, around))) problems.push(problemOfKey(error));
    },
  };
}

/** A mistyped key is there under the wrong name: that it is missing as well need not be said. */
function withoutTwins(errors: readonly YamlError[]): YamlError[] {
  const near = new Set(
    errors.flatMap(({ code, values }) => (code === "yaml.unknown-key-near" ? [values["near"]] : [])),
  );
  const last = (key: unknown) => String(key).replace(/^.*\./, "");
  return errors.filter(({ code, values }) => code !== "yaml.missing" || !near.has(last(values["key"])));
}

/**
 * A key in Chinese is none: a comma inside { } or [ ] ended an unquoted text and its rest passes for a key, or the
 * colon behind a key was typed in Chinese.
 */
function problemOfKey(error: YamlError): PackProblem {
  const problem = problemOf(error);
  const key = String(error.values["key"] ?? "");
  if (!error.code.startsWith("yaml.unknown-key")) return problem;
  if (/^[\w-]+\s*：/.test(key)) return { ...problem, code: "yaml.wide-colon" };
  return /\p{Script=Han}/u.test(key) ? { ...problem, code: "split-text", values: { text: key } } : problem;
}

export function problemOf({ code, file, line, column, frame, values }: YamlError): PackProblem {
  return { code: code as `yaml.${string}`, file, line, column, frame, values, suggestion: null };
}

/** Place of `fragment` in the string that begins at `start`; the start where an escape hides it. */
function fragmentPlace(text: string, start: { line: number; column: number }, fragment: string): typeof start {
  const lines = text.split("\n");
  let reach = FRAGMENT_REACH;
  for (let line = start.line; line <= lines.length && reach > 0; line++) {
    const from = line === start.line ? start.column - 1 : 0;
    const at = lines[line - 1]!.indexOf(fragment, from);
    if (at >= 0) return { line, column: at + 1 };
    reach -= lines[line - 1]!.length + 1;
  }
  return start;
}
