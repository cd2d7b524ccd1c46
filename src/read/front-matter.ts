import type { SourceProblem } from "../model/source.ts";

export type FrontMatter =
  | { kind: "facts"; declared: Record<string, unknown> }
  | { kind: "broken"; problem: SourceProblem }
  | { kind: "text" };

/** Front matter as a mapping of names to values; `text` where it is no mapping at all, so that no words are lost. */
export async function readFrontMatter(yaml: string): Promise<FrontMatter> {
  if (yaml.trim() === "") return { kind: "facts", declared: {} };
  // Prose between two rules has no `name:` at the start of a line.
  if (!/^[^\s:#][^\s:]{0,60}:(?:[ \t]|$)/m.test(yaml)) return { kind: "text" };
  const { parseYaml, YamlError } = await import("../yaml/parse.ts");
  try {
    const { value } = parseYaml(yaml, "");
    return isMapping(value) ? { kind: "facts", declared: value } : { kind: "text" };
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    // The rule above the front matter is line 1.
    return { kind: "broken", problem: { line: error.line + 1, key: error.code, values: error.values } };
  }
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
