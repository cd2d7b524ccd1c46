import type { RuleKind } from "../model/check.ts";
import type { RuleWords } from "../model/rule.ts";
import { closest } from "../yaml/closest.ts";
import type { Path, Report } from "./errors.ts";

/** A message may use the values its check kind gives and no others: `{actaul}` would reach the clerk as it stands. */
export function checkWords(words: RuleWords, path: Path, kind: RuleKind, report: Report): void {
  for (const key of ["title", "message", "advice"] as const) {
    // A title stands for the rule in lists, where there is no hit to fill it from.
    const known = key === "title" ? [] : kind.values;
    for (const [whole, name] of words[key].matchAll(/\{(\w+)\}/g)) {
      if (known.includes(name!)) continue;
      report({
        code: "unknown-value",
        path: [...path, key],
        fragment: whole,
        values: { value: whole, place: key, allowed: known.map((value) => `{${value}}`).join(" ") || "–" },
        suggestion: closest(name!, known),
      });
    }
  }
}
