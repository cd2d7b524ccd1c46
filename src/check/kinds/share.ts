import type * as zod from "zod";
import { countScope } from "../../measure/count.ts";
import { type CheckKind, measuredPart, type Zod } from "../../model/check.ts";
import type { Clause, OfficialDocument } from "../../model/document.ts";
import { textOf } from "../../model/place.ts";
import type { Outcome } from "../../model/result.ts";
import { simplify } from "../../model/simplify.ts";

/*
 * share: 篇幅占比。How much of the body stands under certain headings (and before the first clause).
 *
 *   heads     RE2 on the heads of clauses: 总体要求, 重要意义 …
 *   preamble  whether what stands before the first clause counts too (default true)
 *   max       largest share, 0–1
 *   least     bodies below so many words are not concerned (default 800): half a page of purpose is short anyway
 *
 * Before: with { max: 0.3 } 900 of 2,400 words under 总体要求 and in the preamble are one hit at the first such head.
 * After:  500 of 2,400 words are none.
 */
const options = (z: Zod) =>
  z.strictObject({
    heads: z.string().min(1),
    preamble: z.boolean().default(true),
    max: z.number().gt(0).lt(1),
    least: z.int().positive().default(800),
  });

type Options = zod.infer<ReturnType<typeof options>>;

export const share: CheckKind<Options> = {
  name: "share",
  title: { zh: "篇幅占比", en: "Share of the text" },
  about: {
    zh: "看导语和指定标题（如总体要求、重要意义）下的文字占正文多少。比例是规则作者定的。消息里可用 {share}（百分比）、{max}（百分比）、{words}、{total}、{heads}（有哪些标题）。",
    en: "How much of the body stands in the preamble and under certain headings. The bound is the pack author's. Messages may use {share}, {max} (per cent), {words}, {total}, {heads}.",
  },
  values: ["share", "max", "words", "total", "heads"],
  options,
  patterns: ({ heads }) => [heads],
  check(document, options, context): Outcome {
    const part = measuredPart(document);
    const total = context.once(`length body ${part}`, () => countScope(document, "body", part)).words;
    if (total < options.least) {
      return { notApplicable: { because: "check.too-short", values: { words: total, least: options.least } } };
    }
    const clauses = topmost(document, (clause) => {
      const head = simplify(textOf(document, clause.head)).replace(/[\s\u3000]/g, "");
      return clause.part === part && context.pattern(options.heads).test(head);
    });
    const under = clauses.reduce((sum, clause) => sum + countScope(document, { clause: clause.index }, part).words, 0);
    const words = under + (options.preamble ? countScope(document, "preamble", part).words : 0);
    if (words <= total * options.max) return { hits: [] };
    const heads = clauses.map((clause) => textOf(document, clause.head)).join("、");
    const values = { share: percent(words / total), max: percent(options.max), words, total, heads };
    const evidence = [{ kind: "count" as const, draft: null, values }];
    return { hits: [{ span: clauses[0]?.head ?? null, part, values, evidence }] };
  },
};

/** Clauses that match and have no matching clause above them: nothing is counted twice. */
function topmost(document: OfficialDocument, matches: (clause: Clause) => boolean): Clause[] {
  const inside = new Set<number>();
  return document.clauses.filter((clause) => {
    const below = clause.parent !== null && inside.has(clause.parent);
    const own = !below && matches(clause);
    if (below || own) inside.add(clause.index);
    return own;
  });
}

const percent = (value: number) => Math.round(value * 100);
