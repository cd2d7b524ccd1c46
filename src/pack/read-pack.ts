import { type ParsedYaml, parseYaml, YamlError } from "../yaml/parse.ts";
import { type CompiledPack, compilePack, readHead, type Surroundings } from "./compile.ts";
import type { PackProblem } from "./errors.ts";
import { createFindings, type Findings, problemOf } from "./issues.ts";
import type { PackText } from "./load.ts";
import type { RawPack } from "./schema.ts";

/** A pack whose YAML is sound and whose head is known; its rules wait for the packs it extends. */
export interface OpenedPack {
  head: RawPack;
  findings: Findings;
  compile(around: Surroundings): Promise<CompiledPack>;
}

/** Parses a pack. Without `pack` the problems say why; this module is what brings YAML parser and validator in. */
export function readPack(found: PackText): { pack: OpenedPack | null; problems: PackProblem[] } {
  let yaml: ParsedYaml;
  try {
    yaml = parseYaml(found.text, found.path);
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    return { pack: null, problems: [problemOf(error)] };
  }
  const findings = createFindings(yaml);
  const head = readHead(yaml, findings);
  if (!head) return { pack: null, problems: findings.problems };
  return { pack: { head, findings, compile: (around) => compilePack(yaml, head, around) }, problems: [] };
}
