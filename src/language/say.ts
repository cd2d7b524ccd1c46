import { en } from "./en.ts";
import { zh } from "./zh.ts";

export type Language = "zh" | "en";
export const LANGUAGES: readonly Language[] = ["zh", "en"];

/** Every user-facing sentence has a key; both catalogues have the same keys (the compiler sees to it). */
export type MessageKey = keyof typeof zh;

const catalogues: Record<Language, Record<MessageKey, string>> = { zh, en };

export type Values = Record<string, string | number>;

const NAME = /^\w+$/;

/** Fills `{name}` from `values`; a name without a value stays as it is, so that a gap is seen. */
export function fill(template: string, values: Values = {}): string {
  let at = template.indexOf("{");
  if (at < 0) return template;
  let text = "";
  let from = 0;
  for (; at >= 0; at = template.indexOf("{", at + 1)) {
    const close = template.indexOf("}", at);
    if (close < 0) break;
    const name = template.slice(at + 1, close);
    const value = NAME.test(name) ? values[name] : undefined;
    if (value === undefined || value === null) continue;
    text += template.slice(from, at) + String(value);
    from = close + 1;
    at = close;
  }
  return text + template.slice(from);
}

/** The sentence for `key`. An unknown key (from a reader or a check) is shown as it is rather than lost. */
export function say(language: Language, key: MessageKey | (string & {}), values?: Values): string {
  const template = catalogues[language][key as MessageKey];
  return template === undefined ? String(key) : fill(template, values);
}
