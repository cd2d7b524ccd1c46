import type { Mask } from "./masks.ts";

const PAIRS: Record<string, string> = { "“": "”", "「": "」", "『": "』", '"': '"', "＂": "＂" };
/** Characters a quotation needs; shorter ones are names and catchwords. */
const SHORTEST = 12;
const LONGEST = 600;
const BEFORE = 40;
const AFTER = 12;

const SAID = /强调|指出|要求|提出|规定|明确|写道|载明|宣布|讲话|指示|批示|总书记|主席|总理|报告|原文/;
const OF = /^[（(]?[^。]{0,6}(?:的要求|的精神|的规定|的指示|的论述|的原则|的方针|的部署|第.{1,5}条)/;

/** Quoted words of twelve and more characters that somebody is named for: 强调：“…”, “…”的要求. */
export function quotations(text: string): Mask[] {
  const masks: Mask[] = [];
  const opening = /[“「『"＂]/g;
  for (let found = opening.exec(text); found; found = opening.exec(text)) {
    const start = found.index;
    const end = closing(text, start + 1, PAIRS[found[0]]!);
    if (end < 0) continue;
    if (end - start > SHORTEST && attributed(text, start, end + 1))
      masks.push({ start, end: end + 1, kind: "quotation" });
    opening.lastIndex = end + 1;
  }
  return masks;
}

/** A quotation ends in its own paragraph; an unclosed mark hides nothing. */
function closing(text: string, from: number, mark: string): number {
  const limit = Math.min(text.length, from + LONGEST);
  for (let i = from; i < limit; i++) {
    if (text[i] === mark) return i;
    if (text[i] === "\n") return -1;
  }
  return -1;
}

function attributed(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - BEFORE), start);
  const sentence = before.slice(
    Math.max(before.lastIndexOf("。"), before.lastIndexOf("\n"), before.lastIndexOf("；")) + 1,
  );
  return SAID.test(sentence) || OF.test(text.slice(end, end + AFTER));
}
