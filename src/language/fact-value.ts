import { type Language, say } from "./say.ts";

/** The value of a fact as people say it, 专项工作 for `special`; most values are words of the text and stay as they are. */
export function factValueName(language: Language, fact: string, value: string): string {
  const key = `fact.${fact}.${value}`;
  const name = say(language, key);
  return name === key ? value : name;
}
