import type * as zod from "zod";
import { countScope } from "../../measure/count.ts";
import { type CheckKind, measuredPart, type Zod } from "../../model/check.ts";
import type { Span } from "../../model/document.ts";
import type { Outcome } from "../../model/result.ts";
import { simplify } from "../../model/simplify.ts";
import { quoted } from "../demand.ts";

/*
 * density: 套话密度。Phrases of a lexicon per thousand words of the body; quoted ones do not count.
 *
 *   lexicon  name of a lexicon of the pack
 *   max      largest number per 1,000 words
 *   least    bodies below so many words are not concerned (default 800)
 *
 * Before: with { max: 6 } twelve such phrases in 1,500 words (8 per thousand) are one hit without a span.
 * After:  five in 1,500 words are none.
 */
const options = (z: Zod) =>
  z.strictObject({
    lexicon: z.string().min(1),
    max: z.number().positive(),
    least: z.int().positive().default(800),
  });

type Options = zod.infer<ReturnType<typeof options>>;

export const density: CheckKind<Options> = {
  name: "density",
  title: { zh: "套话密度", en: "Density of set phrases" },
  about: {
    zh: "数正文里词表中的话，每千字几处；加引号的不算。上限是规则作者定的。消息里可用 {count}、{density}、{max}、{words}、{phrases}（用得最多的几个）。",
    en: "Counts phrases of a lexicon per thousand words of the body, quoted ones left out. The bound is the pack author's. Messages may use {count}, {density}, {max}, {words}, {phrases}.",
  },
  values: ["count", "density", "max", "words", "phrases"],
  options,
  lexicons: ({ lexicon }) => [lexicon],
  check(document, options, context): Outcome {
    const part = measuredPart(document);
    const { words } = context.once(`length body ${part}`, () => countScope(document, "body", part));
    if (words < options.least) {
      return { notApplicable: { because: "check.too-short", values: { words, least: options.least } } };
    }
    const body = document.parts.find((one) => one.name === part)?.body ?? document.body;
    const spans: Span[] = [];
    const often = new Map<string, number>();
    const blocks = body ? document.blocks.slice(body.first, body.last + 1) : [];
    const all = simplify(blocks.map((block) => block.text).join("\n"));
    const phrases = context.lexicon(options.lexicon).filter((phrase) => all.includes(phrase));
    for (const block of blocks) {
      if (block.region !== "body") continue;
      const text = simplify(block.text);
      let quotes: Uint8Array | null = null;
      for (const phrase of phrases) {
        for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + phrase.length)) {
          quotes ??= quoted(text);
          if (quotes[at] === 1) continue;
          spans.push({ block: block.index, start: at, end: at + phrase.length });
          often.set(phrase, (often.get(phrase) ?? 0) + 1);
        }
      }
    }
    const found = (spans.length * 1000) / words;
    if (found <= options.max) return { hits: [] };
    const most = [...often].sort((one, other) => other[1] - one[1]).slice(0, 5);
    const values = {
      count: spans.length,
      density: Math.round(found * 10) / 10,
      max: options.max,
      words,
      phrases: most.map(([phrase, count]) => (count > 1 ? `${phrase}（${count}）` : phrase)).join("、"),
    };
    const evidence = spans.slice(0, 12).map((draft) => ({ kind: "text" as const, draft }));
    return { hits: [{ span: null, part, values, evidence }] };
  },
};
