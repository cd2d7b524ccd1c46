import type { z } from "zod";
import { type RawRule, ruleSchema } from "./schema.ts";
import { OWN } from "./strength.ts";

/** Values that say nothing and break nothing, for keys that are missing or wrong in form. */
const NEUTRAL = { title: "–", message: "–", advice: "–", strength: OWN, evidence: "direct", severity: "info" } as const;

/**
 * What is left of a rule whose form is wrong in places, so that the rest of its mistakes are found in the same run:
 * the keys that are sound, and neutral values for the others. Null where too little is left to tell anything from.
 */
export function salvage(
  raw: object,
  issues: readonly z.core.$ZodIssue[],
): { rule: RawRule; wrong: Set<string> } | null {
  const wrong = new Set(
    issues.flatMap((issue) =>
      issue.code === "unrecognized_keys" && issue.path.length === 0 ? issue.keys : [String(issue.path[0])],
    ),
  );
  if (wrong.has("check") || wrong.has("with")) return null;
  const sound = Object.entries(raw).filter(([key]) => !wrong.has(key));
  const neutral = Object.entries(NEUTRAL).filter(
    ([key]) => wrong.has(key) || (key === "severity" && wrong.has("strength")),
  );
  const parsed = ruleSchema.safeParse(Object.fromEntries([...neutral, ...sound]));
  return parsed.success ? { rule: parsed.data, wrong } : null;
}
