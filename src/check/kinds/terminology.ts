import type * as zod from "zod";
import type { CheckContext, CheckKind, Zod } from "../../model/check.ts";
import type { OfficialDocument } from "../../model/document.ts";
import type { Hit, Outcome } from "../../model/result.ts";
import { simplify } from "../../model/simplify.ts";
import { quoted, sentenceNear } from "../demand.ts";
import { printedBlocks } from "../printed.ts";

/*
 * terminology: 名称用语. Names and words that have been replaced by others.
 *
 *   terms  list of { was: [old names], now: the present one, since: YYYY-MM-DD (optional) }
 *
 * Before: with { was: [国土资源局], now: 自然资源局, since: 2018-03-21 } “由市国土资源局负责” of 2026 is a hit.
 * After:  in “…”, 《…》, after 原 or （原, before （现, and in a document older than `since` it is none. Where 成文日期 is not
 *         known the draft is taken for a new one, and the hit is an info.
 */
const options = (z: Zod) =>
  z.strictObject({
    terms: z
      .array(
        z.strictObject({
          was: z.array(z.string().min(2)).min(1),
          now: z.string().min(1),
          since: z
            .string()
            .regex(/^\d{4}-\d\d-\d\d$/)
            .optional(),
        }),
      )
      .min(1),
  });

type Options = zod.infer<ReturnType<typeof options>>;

export const terminology: CheckKind<Options> = {
  name: "terminology",
  title: { zh: "名称用语", en: "Terminology" },
  about: {
    zh: "看有没有用已经改了的名称：每条写旧名、今名和从哪天起。加引号、书名号的，前面有“原”的，成文早于改名的，不算；不知道成文日期的只提示。消息里可用 {match}（旧名）、{now}（今名）、{since}。",
    en: "Looks for names that have been replaced: old names, the present one, and since when. Not where quoted, in a title, behind 原, or in an older document; without a date of issue an info. Messages may use {match}, {now}, {since}.",
  },
  values: ["match", "now", "since"],
  options,
  check(document, { terms }, context): Outcome {
    const issued = document.facts.issuedOn;
    const day = issued.origin === "unknown" ? null : issued.value;
    const due = terms.filter(({ since }) => since === undefined || day === null || day >= since);
    return { hits: due.flatMap((term) => hitsOf(document, term, day === null, context)) };
  },
};

function hitsOf(
  document: OfficialDocument,
  term: Options["terms"][number],
  undated: boolean,
  context: CheckContext,
): Hit[] {
  const { was, now, since } = term;
  const { issuer: by } = document.facts;
  const issuer = by.origin === "unknown" ? "" : simplify(by.value);
  const blocks = context.once("simplified blocks", () =>
    printedBlocks(document).map((block) => ({ block, text: simplify(block.text) })),
  );
  const all = context.once("simplified text", () => blocks.map(({ text }) => text).join("\n"));
  const names = was.filter((name) => all.includes(name));
  const hits: Hit[] = [];
  for (const { block, text } of blocks) {
    for (const name of names) {
      // The organ itself signs: the date was not read right, or it is an old paper.
      if (issuer.includes(name)) continue;
      for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
        if (isHistory(text, at, at + name.length, term)) continue;
        const span = { block: block.index, start: at, end: at + name.length };
        const hit: Hit = {
          span,
          values: { match: name, now, since: since ?? "" },
          evidence: [{ kind: "text", draft: span }],
        };
        hits.push(undated ? { ...hit, atMost: "info", note: { key: "check.undated" } } : hit);
      }
    }
  }
  return hits;
}

/**
 * 原国土资源局, 国土资源局（现自然资源局）, a quoted name, a title and the organs that issued it, a sentence about an earlier
 * year, or the present name that begins like the old one.
 */
function isHistory(text: string, start: number, end: number, { now, since }: Options["terms"][number]): boolean {
  // 环境保护部门 is no 环境保护部.
  if (text[end] === "门" || text.startsWith(now, start) || quoted(text)[start] === 1) return true;
  if (/原[^，。；、]{0,6}$|前身|更名|撤销|改为|并入|划入|整合/.test(text.slice(Math.max(0, start - 8), start)))
    return true;
  if (/^(?:[（(](?:现|今|已)|更名|撤销|改为|并入)|^[^。；，]{0,60}《/.test(text.slice(end, end + 62))) return true;
  const years = sentenceNear(text, start, end).matchAll(/(?:19|20)[0-9]{2}(?=年)/g);
  return since !== undefined && [...years].some(([year]) => year <= since.slice(0, 4));
}
