import { factValueName } from "../language/fact-value.ts";
import { type Language, say } from "../language/say.ts";
import type { Rule } from "../model/rule.ts";

/** When a rule applies, a line a fact: 部署性质是专项工作、具体任务（deployment: special, task）. Empty where it always does. */
export function conditionLines({ when, period, ifUnknown }: Rule, language: Language): string[] {
  const lines = Object.entries(when ?? {}).map(([fact, test]) => {
    const values = test.in.map((value) => factValueName(language, fact, String(value)));
    const words = {
      fact: say(language, `fact.${fact}`),
      values: values.join(say(language, "explain.or")),
      source: `${fact}: ${test.in.join(", ")}`,
    };
    return say(language, test.not ? "explain.is-not" : "explain.is", words);
  });
  if (period) lines.push(say(language, "explain.period", { from: period.from ?? "…", to: period.to ?? "…" }));
  if (when && ifUnknown) lines.push(say(language, `explain.unknown-${ifUnknown}`));
  return lines;
}
