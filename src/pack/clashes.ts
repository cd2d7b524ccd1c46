import type { PackProblem, PackProblemCode } from "./errors.ts";
import type { Layer } from "./layer.ts";

/** Two packs that know nothing of each other may not use one name, nor one rule number: reports and exemptions go by them. */
export function clashes(layers: ReadonlyMap<string, Layer>): PackProblem[] {
  const packs = new Map<string, string>();
  const rules = new Map<string, string>();
  const problems: PackProblem[] = [];
  const add = (code: PackProblemCode, file: string, values: PackProblem["values"]) =>
    problems.push({ code, file, line: null, column: null, frame: "", values, suggestion: null });
  for (const [key, layer] of layers) {
    if (packs.has(layer.name)) add("duplicate-pack", key, { pack: layer.name, other: packs.get(layer.name)! });
    packs.set(layer.name, key);
    for (const { id } of layer.rules) {
      if (rules.has(id)) add("duplicate-rule", key, { rule: id, pack: rules.get(id)! });
      rules.set(id, layer.name);
    }
  }
  return problems;
}
