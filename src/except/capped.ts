import { type Language, say } from "../language/say.ts";
import { type Limits, limitOption } from "../model/limits.ts";
import type { Finding } from "../model/result.ts";

export type FindingLimits = Pick<Limits, "findingsPerRule" | "findingsPerFile">;

/**
 * Lists no more findings of one rule, and of all rules, than the limits allow: a file that breaks a rule ten thousand
 * times is no more broken for it, and a report of a million files has to stay readable. What is not listed is counted
 * in the words of the last one listed of its rule, so nothing is left out silently. Excused findings take no room.
 */
export function capped({ findingsPerRule, findingsPerFile }: FindingLimits, language: Language) {
  return (findings: Finding[]): Finding[] => {
    if (findings.length <= Math.min(findingsPerRule, findingsPerFile)) return findings;
    const ofRule = new Map<string, { listed: number; last: number; more: number }>();
    const kept: Finding[] = [];
    let listed = 0;
    for (const finding of findings) {
      if (finding.suppressed) {
        kept.push(finding);
        continue;
      }
      const count = ofRule.get(finding.rule) ?? { listed: 0, last: -1, more: 0 };
      ofRule.set(finding.rule, count);
      // The first of every rule is listed however many went before it: it carries the count of the others.
      if (count.listed > 0 && (count.listed >= findingsPerRule || listed >= findingsPerFile)) {
        count.more++;
        continue;
      }
      count.listed++;
      count.last = kept.length;
      listed++;
      kept.push(finding);
    }
    for (const { listed: shown, last, more } of ofRule.values()) {
      if (more === 0) continue;
      const name = shown >= findingsPerRule ? "findingsPerRule" : "findingsPerFile";
      const note = say(language, "except.more", { count: more, option: limitOption(name)! });
      kept[last] = { ...kept[last]!, message: `${kept[last]!.message}${note}` };
    }
    return kept;
  };
}
