import { archiveKinds } from "../archive/registry.ts";
import { checkKinds } from "../check/registry.ts";
import type { RuleKind } from "../model/check.ts";

/** Every kind that a pack may name under `check:`: those of a draft, and those of a whole archive. */
export const ruleKinds: readonly RuleKind[] = [...checkKinds, ...archiveKinds];
