import type { Block } from "../../model/block.ts";
import type { Place, Range } from "../printed.ts";
import type { Pairs } from "./pairs.ts";

/**
 * Marks without a partner in their paragraph. A quotation of several paragraphs opens in each and closes in the last,
 * and a bracket may be closed in the next: such a mark has its partner in a neighbour.
 */
export function unpaired(blocks: Block[], pairs: (text: string) => Pairs): Place[] {
  const open: { block: Block; range: Range; at: number }[] = [];
  const found: Place[] = [];
  blocks.forEach((block, at) => {
    if (!/[\u4e00-\u9fff]/.test(block.text)) return;
    // A quotation of several paragraphs opens anew in each: 修改为：“… and “… below it.
    if (/^\s*“/.test(block.text) && open.at(-1) && opens(open.at(-1)!, "“")) open.pop();
    for (const range of pairs(block.text).loose) {
      const mark = block.text[range.start] === ")" ? "）" : block.text[range.start]!;
      const partner = PARTNER[mark];
      if (partner === undefined) {
        open.push({ block, range, at });
        continue;
      }
      let from = open.length - 1;
      while (from >= 0 && at - open[from]!.at <= REACH && !opens(open[from]!, partner)) from--;
      if (from >= 0 && at - open[from]!.at > REACH) from = -1;
      if (from < 0) {
        if (!HISTORY.test(block.text)) found.push({ block, range });
        continue;
      }
      open.splice(from);
    }
  });
  const all = [...found, ...open.map(({ block, range }) => ({ block, range }))];
  return all.sort((a, b) => a.block.index - b.block.index || a.range.start - b.range.start);
}

function opens({ block, range }: Place, partner: string): boolean {
  const mark = block.text[range.start]!;
  return mark === partner || (mark === "(" && partner === "（");
}

/** The last line of a statute's history, whose bracket opened in a line that a page shows elsewhere. */
const HISTORY = /^\s*[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日.{0,200}(?:通过|修正|修订|公布|发布|施行)[）)]\s*$/;

const PARTNER: Record<string, string> = {
  "”": "“",
  "’": "‘",
  "）": "（",
  "》": "《",
  "〉": "〈",
  "〕": "〔",
  "】": "【",
};
/** Paragraphs a quotation may run over. */
const REACH = 30;
