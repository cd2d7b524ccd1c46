import { factValueName } from "../language/fact-value.ts";
import { type Language, say, type Values } from "../language/say.ts";
import { FACT_NAMES } from "../model/facts.ts";

/** Names of facts and their values as people say them: 部署性质 for `deployment`, 专项工作 for `special`. */
export function spoken(language: Language, values: Values): Values {
  const { facts, fact, value, wanted } = values;
  if (typeof facts !== "string" && typeof fact !== "string") return values;
  const name = (fact: string) => (isFact(fact) ? say(language, `fact.${fact}`) : fact);
  const word = (text: string | number | undefined) =>
    String(text ?? "").replace(/[a-z]+/g, (one) => factValueName(language, String(fact), one));
  return {
    ...values,
    ...(typeof facts === "string" ? { facts: facts.split("、").map(name).join("、") } : {}),
    ...(typeof fact === "string" && isFact(fact) ? { fact: name(fact), value: word(value), wanted: word(wanted) } : {}),
  };
}

const isFact = (name: string) => (FACT_NAMES as readonly string[]).includes(name);
