import type * as zod from "zod";
import type { CheckKind, Zod } from "../../model/check.ts";
import type { Hit, Outcome } from "../../model/result.ts";
import { quoted } from "../demand.ts";
import { NUMERAL_SCANS } from "../numerals/faults.ts";
import { printedBlocks } from "../printed.ts";

/*
 * numerals: 数字. One fault in writing numbers, by GB/T 15835-2011.
 *
 *   fault  few 20几 · approximate 三、四个 · mixed-date 二〇〇八年8月 · zero 二零一二年 · short-year 19年5月 · range 15～30% ·
 *          decimal .5% · mixed 4千元 · lunar 农历8月
 *
 * Before: with { fault: range } “增长15～30%” is a hit at those figures.
 * After:  “增长15%～30%” is none, nor “2016—2020年”. Quoted words and titles are somebody else's and are none.
 */
const FAULTS = Object.keys(NUMERAL_SCANS) as (keyof typeof NUMERAL_SCANS)[];

const options = (z: Zod) => z.strictObject({ fault: z.enum(FAULTS) });

type Options = zod.infer<ReturnType<typeof options>>;

export const numerals: CheckKind<Options> = {
  name: "numerals",
  title: { zh: "数字", en: "Numerals" },
  about: {
    zh: "按 GB/T 15835-2011 看一种数字写法差错：概数、年月日、范围、小数、零和〇、阿拉伯数字与汉字数字混用等。加引号和书名号的不算。消息里可用 {match}。",
    en: "Looks for one fault in writing numbers by GB/T 15835-2011: approximate numbers, dates, ranges, decimals, zero, Arabic and Chinese numerals mixed. Quoted words are left out. Messages may use {match}.",
  },
  values: ["match"],
  options,
  check(document, { fault }, context): Outcome {
    const blocks = context.once("printed blocks", () => printedBlocks(document));
    // One search over the whole text: most texts have none of it.
    const whole = context.once("printed text", () => blocks.map((block) => block.text).join("\n"));
    if (NUMERAL_SCANS[fault](whole).length === 0) return { hits: [] };
    const hits = blocks.flatMap((block): Hit[] => {
      const ranges = NUMERAL_SCANS[fault](block.text);
      if (ranges.length === 0) return [];
      const inside = quoted(block.text);
      return ranges
        .filter(({ start }) => inside[start] !== 1)
        .map(({ start, end }) => {
          const span = { block: block.index, start, end };
          return { span, values: { match: block.text.slice(start, end) }, evidence: [{ kind: "text", draft: span }] };
        });
    });
    return { hits };
  },
};
