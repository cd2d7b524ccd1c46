import type * as zod from "zod";
import { countScope } from "../../measure/count.ts";
import { ASSUMED_SPEED, speechMinutes } from "../../measure/speech.ts";
import { type CheckKind, measuredPart, type Zod } from "../../model/check.ts";
import type { Outcome } from "../../model/result.ts";
import { concernOptions, concernPatterns, outsideConcern } from "../concern.ts";

/*
 * speech: 讲话时长。Minutes it takes to read the body aloud.
 *
 *   max    largest number of minutes
 *   speed  words (字数) a minute: { slow, usual, fast }; default 180–200–220, no provision fixes one
 *   title, unless  RE2 on the titles: which documents are concerned
 *
 * Before: with { max: 30 } a speech of 8,000 words (36–44 minutes) is one hit without a span.
 * After:  6,000 words (27–33 minutes) straddle the limit: not checked, with the way to settle it; 5,000 words are held.
 */
const options = (z: Zod) =>
  z.strictObject({
    max: z.number().positive(),
    speed: z
      .strictObject({ slow: z.number().positive(), usual: z.number().positive(), fast: z.number().positive() })
      .refine(({ slow, usual, fast }) => slow <= usual && usual <= fast, { error: "slow ≤ usual ≤ fast" })
      .default(ASSUMED_SPEED),
    ...concernOptions(z),
  });

type Options = zod.infer<ReturnType<typeof options>>;

export const speech: CheckKind<Options> = {
  name: "speech",
  title: { zh: "讲话时长", en: "Length of a speech" },
  about: {
    zh: "按语速（默认每分钟180–220字，可在 speed 里改）估算讲话稿要讲多少分钟，给出区间。区间全部超过上限才报，跨着上限的算“未检查”。消息里可用 {max}、{best}、{low}、{high}、{words}、{usual}。",
    en: "Estimates how many minutes a text takes to read aloud (180–220 words a minute unless `speed` says otherwise), as an interval; broken only where the whole interval exceeds the limit. Messages may use {max}, {best}, {low}, {high}, {words}, {usual}.",
  },
  values: ["max", "best", "low", "high", "words", "usual"],
  options,
  patterns: concernPatterns,
  check(document, options, context): Outcome {
    const outside = outsideConcern(document, options, context);
    if (outside) return outside;
    const part = measuredPart(document);
    const { words } = context.once(`length body ${part}`, () => countScope(document, "body", part));
    if (words === 0) return { notApplicable: { because: "check.no-body", values: {} } };
    const { low, best, high } = speechMinutes(words, options.speed);
    const values = { max: options.max, low, best, high, words, usual: options.speed.usual };
    if (high <= options.max) return { hits: [] };
    if (low <= options.max) {
      return { notChecked: { reason: "check.speech-near", remedy: "check.speech-near.remedy", values } };
    }
    return { hits: [{ span: null, part, values, evidence: [{ kind: "count", draft: null, values }] }] };
  },
};
