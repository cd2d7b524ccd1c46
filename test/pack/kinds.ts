import type { CheckKind } from "../../src/model/check.ts";

const held = () => ({ hits: [] });

/** Two check kinds as small as they can be: a bound, and a pattern with a lexicon. */
export const kinds: readonly CheckKind[] = [
  {
    name: "length",
    title: { zh: "字数", en: "Length" },
    about: { zh: "数字数。", en: "Counts." },
    values: ["actual", "max"],
    options: (z) =>
      z.strictObject({
        unit: z.enum(["words", "han"]).default("words"),
        scope: z.enum(["body", "document"]).default("body"),
        max: z.number().int().positive(),
      }),
    check: held,
  },
  {
    name: "pattern",
    title: { zh: "用语", en: "Wording" },
    about: { zh: "找用语。", en: "Looks for wording." },
    values: ["match"],
    options: (z) =>
      z.strictObject({ pattern: z.union([z.string(), z.array(z.string())]), lexicon: z.string().optional() }),
    patterns: (options) => [(options as { pattern: string | string[] }).pattern].flat(),
    lexicons: (options) => [(options as { lexicon?: string }).lexicon ?? []].flat(),
    check: held,
  },
];
