import { checkKinds } from "../check/registry.ts";
import { filterChain } from "../except/filters.ts";
import type { Language } from "../language/say.ts";
import type { Workbench } from "../lint.ts";
import type { TextOfForeign } from "../model/foreign.ts";
import { DEFAULT_LIMITS, type Limits } from "../model/limits.ts";
import type { Pack, Rule } from "../model/rule.ts";
import { PUBLIC_KEY } from "../result/fingerprint.ts";
import { declaredIn } from "./declared.ts";
import { lexiconsOf } from "./lexicons.ts";
import { documentRules, patternsFor, ruleIds, rulesOf } from "./rules.ts";

export interface WorkbenchOptions {
  language: Language;
  /** The rules of the packs as a unit changed them; those of the packs where left out. */
  rules?: readonly Rule[];
  fingerprintKey?: string | null;
  limits?: Limits;
  textOfForeign?: TextOfForeign;
}

/** A workbench with the packs laid out and no superior on it yet: the same for the command, its pack tests, the library and the page. */
export async function openWorkbench(packs: readonly Pack[], options: WorkbenchOptions): Promise<Workbench> {
  const all = options.rules ?? rulesOf(packs);
  // A draft is not held to what only an archive can show: such rules are no verdict of it at all.
  const rules = documentRules(all);
  const limits = options.limits ?? DEFAULT_LIMITS;
  return {
    rules,
    kinds: checkKinds,
    superiors: [],
    pattern: await patternsFor(rules),
    lexicon: lexiconsOf(packs),
    declaredIn,
    filters: filterChain({ language: options.language, rules: ruleIds(packs, all), limits }),
    limits,
    ...(options.textOfForeign ? { textOfForeign: options.textOfForeign } : {}),
    language: options.language,
    fingerprintKey: options.fingerprintKey ?? PUBLIC_KEY,
  };
}
