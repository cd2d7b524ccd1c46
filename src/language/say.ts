import { en } from "./en.ts";
import { zh } from "./zh.ts";

export type Language = "zh" | "en";
export const LANGUAGES: readonly Language[] = ["zh", "en"];

/** Every user-facing sentence has a key; both catalogues have the same keys (the compiler sees to it). */
export type MessageKey = keyof typeof zh;

const catalogues: Record<Language, Record<MessageKey, string>> = { zh, en };

export type Values = Record<string, string | number>;

/** Templates taken apart, by turns words and the name behind them; there are as many as catalogue and packs have. */
const pieces = new Map<string, readonly string[]>();

function piecesOf(template: string): readonly string[] {
  let known = pieces.get(template);
  if (!known) pieces.set(template, (known = template.split(/\{(\w+)\}/)));
  return known;
}

/** Fills `{name}` from `values`; a name without a value stays as it is, so that a gap is seen. */
export function fill(template: string, values: Values = {}): string {
  const parts = piecesOf(template);
  let text = parts[0]!;
  for (let i = 1; i < parts.length; i += 2) text += String(values[parts[i]!] ?? `{${parts[i]}}`) + parts[i + 1];
  return text;
}

/** The sentence for `key`. An unknown key (from a reader or a check) is shown as it is rather than lost. */
export function say(language: Language, key: MessageKey | (string & {}), values?: Values): string {
  const template = catalogues[language][key as MessageKey];
  return template === undefined ? String(key) : fill(template, values);
}
