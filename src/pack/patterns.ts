import { patternTooLong } from "../model/pattern.ts";
import type { Path, Report } from "./errors.ts";

/** Reports what is wrong with patterns of a rule: RE2 knows no look-around and no back-reference. */
export type PatternCheck = (patterns: string[], options: unknown, path: Path, report: Report) => void;

/** The compiler's words that authors meet, as keys of the catalogue; other words are shown as they are. */
const REASONS: Record<string, string> = {
  "invalid or unsupported Perl syntax": "re2.perl",
  "invalid escape sequence": "re2.escape",
  "invalid character class range": "re2.range",
  "invalid nested repetition operator": "re2.nested-repeat",
  "invalid repeat count": "re2.repeat-count",
  "missing argument to repetition operator": "re2.repeat-nothing",
  "missing closing ]": "re2.bracket",
  "missing closing )": "re2.parenthesis",
  "unexpected )": "re2.parenthesis",
  "trailing backslash at end of expression": "re2.backslash",
  "expression too large": "re2.large",
};

/** Loads the pattern compiler; only packs whose rules use patterns pay for it. */
export async function createPatternCheck(): Promise<PatternCheck> {
  const { RE2JS } = await import("re2js");
  return (patterns, options, path, report) => {
    for (const pattern of patterns) {
      const at = [...path, ...(findString(options, pattern) ?? [])];
      const long = patternTooLong(pattern);
      if (long) {
        report({ code: "pattern-too-long", path: at, values: { ...long } });
        continue;
      }
      try {
        RE2JS.compile(pattern);
      } catch (error) {
        const { error: reason, input } = error as { error?: string; input?: string };
        const values = { reason: REASONS[reason ?? ""] ?? reason ?? String(error), fragment: input ?? pattern };
        report({ code: "bad-pattern", path: at, ...(input ? { fragment: input } : {}), values });
      }
    }
  };
}

/** Path to the first place in `value` that holds the string `wanted`. Depth is bounded by the YAML guard. */
function findString(value: unknown, wanted: string): (string | number)[] | null {
  if (value === wanted) return [];
  if (typeof value !== "object" || value === null) return null;
  for (const [key, entry] of Object.entries(value)) {
    const rest = findString(entry, wanted);
    if (rest) return [Array.isArray(value) ? Number(key) : key, ...rest];
  }
  return null;
}
