import { RE2JS } from "re2js";
import type { Pattern } from "../model/check.ts";

/** A pattern in RE2's own engine: linear time whatever the pattern. Throws on a wrong one. */
export function re2Pattern(source: string): Pattern {
  const program = RE2JS.compile(source);
  return {
    test: (text) => program.test(text),
    findAll(text) {
      const found: ReturnType<Pattern["findAll"]> = [];
      const matcher = program.matcher(text);
      while (matcher.find()) {
        const groups: (string | undefined)[] = [];
        for (let i = 0; i <= matcher.groupCount(); i++) groups.push(matcher.group(i) ?? undefined);
        found.push({ start: matcher.start(), end: matcher.end(), groups });
      }
      return found;
    },
  };
}
