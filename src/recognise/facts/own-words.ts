import type { OfficialDocument } from "../../model/document.ts";
import type { Kind } from "../../model/facts.ts";
import { simplify } from "../../model/simplify.ts";
import { kindOfTitle } from "./title.ts";
import type { Told } from "./validity.ts";

/** Blocks from the beginning in which a text says what it is. */
const HEAD = 16;

const MADE = /(?:制定|制订|提出|编制|拟定|起草|推出)(?:了)?(?:本|如下|以下|此)([^，。；：:.一二三]{2,16})/;
const ANNOUNCED = /(通知|通告|公告|批复|函复|函告|通报|报告|复函)如下|专此(函复|函告)/;
const PRINTED = /现(?:予|将其|一并)?印发(?:给你们|实施|执行)?[，。]/;
const CALLED =
  /本(通知|公告|通告)|本(?:实施)?(办法|细则|方案|意见|措施|规定|规则|计划|规划|要点|指南|预案|决定)(?:所称|所指|适用|自|由|有效期|规定|要求|[）)])/g;

const BY_WORD: Record<string, Kind> = { 函复: "函", 函告: "函", 复函: "函" };

/**
 * 文种 of a text without a title, by what it calls itself: 现将有关事项通知如下, 现印发给你们, 制定本行动方案, and where none of
 * these stands in the opening, 本办法所称 … in the body.
 */
export function kindOfText(document: OfficialDocument): Told<Kind> | null {
  const from = document.body?.first ?? 0;
  const to = Math.min(document.body?.last ?? document.blocks.length - 1, document.blocks.length - 1);
  let made: Told<Kind> | null = null;
  for (let i = from; i <= Math.min(from + HEAD, to); i++) {
    const text = simplify(document.blocks[i]!.text);
    const announced = ANNOUNCED.exec(text);
    const word = announced?.[1] ?? announced?.[2];
    if (announced && word) return told(BY_WORD[word] ?? (word as Kind), i, announced);
    const printed = PRINTED.exec(text);
    if (printed) return told("通知", i, printed);
    const own = made ? null : MADE.exec(text);
    const kind = own ? kindOfTitle(own[1]!) : null;
    if (own && kind) made = told(kind, i, own);
  }
  return made ?? called(document, from, to);
}

function called(document: OfficialDocument, from: number, to: number): Told<Kind> | null {
  for (let i = from; i <= to; i++) {
    const { text } = document.blocks[i]!;
    if (!text.includes("本")) continue;
    CALLED.lastIndex = 0;
    const match = CALLED.exec(simplify(text));
    if (match) return told((match[1] ?? match[2]) as Kind, i, match);
  }
  return null;
}

function told(value: Kind, block: number, match: RegExpExecArray): Told<Kind> {
  return { value, span: { block, start: match.index, end: match.index + match[0].length } };
}
