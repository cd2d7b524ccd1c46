import { en } from "./en.ts";
import { zh } from "./zh.ts";

export type Language = "zh" | "en";
export const LANGUAGES: readonly Language[] = ["zh", "en"];

/** Every user-facing sentence has a key; both catalogues have the same keys (the compiler sees to it). */
export type MessageKey = keyof typeof zh;

const catalogues: Record<Language, Record<MessageKey, string>> = { zh, en };

export type Values = Record<string, string | number>;

/** Fills `{name}` from `values`; a name without a value stays as it is, so that a gap is seen. */
export function fill(template: string, values: Values = {}): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** The sentence for `key`. An unknown key (from a reader or a check) is shown as it is rather than lost. */
export function say(language: Language, key: MessageKey | (string & {}), values?: Values): string {
  const template = catalogues[language][key as MessageKey];
  return template === undefined ? String(key) : fill(template, values);
}
