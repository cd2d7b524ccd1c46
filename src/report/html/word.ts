import { type Language, say, type Values } from "../../language/say.ts";

/** The sentence for a key in the page's language. */
export type Word = (key: string, values?: Values) => string;

export const wordIn =
  (language: Language): Word =>
  (key, values) =>
    say(language, key, values);
