import type { Clause, OfficialDocument } from "../model/document.ts";
import { ownText } from "./doers.ts";

/** 上级已经明确的，不再发文: says when nothing is to be done, and gives nobody a task. */
const BAN =
  /的[，,]?[^。；]{0,24}(?:不得|不再|不以|不另|不予|不需|不必|一律不|原则上不|要合并|一律合并)[^。；]{0,40}[。；]?[\s\u3000]*$/;

/** 坚持正确导向。… is a principle; 严明各项纪律。… says what follows on a breach; 解决…问题。重点是：… names faults. */
const STANCE =
  /^(?:坚持|秉持|树立)[\u4e00-\u9fff]{2,6}(?:导向|原则|理念|思维|底线|立场)。|^严明[\u4e00-\u9fff]{0,8}纪律。|^(?:着力|重点|切实|集中)?(?:解决|整治|纠正|克服)[^。]{0,16}问题。(?:重点|主要表现|突出表现|表现)[是为：:]/;

/** The clause only says in what case something is not done, what is believed in, or what is wrong. */
export function isStance(document: OfficialDocument, clause: Clause): boolean {
  const text = ownText(document, clause);
  return (BAN.test(text) && !/[。；]./.test(text)) || STANCE.test(text);
}

const BOX = /^[\s\u3000]*专栏[\s\u3000]*[0-9０-９一二三四五六七八九十]/;

/** The item stands in a 专栏, a box of details to the clause above it, which alone is the task. */
export function inBox({ blocks, clauses }: OfficialDocument, clause: Clause): boolean {
  // Items of the box are of one style; the first of another style before them, or its head, bounds it.
  let first = clause.index;
  while (first > 0 && (clauses[first - 1]!.style === clause.style || clauses[first - 1]!.inline)) first--;
  const from = first > 0 ? clauses[first - 1]!.span.block : 0;
  for (let index = clause.span.block - 1; index > from; index--) if (BOX.test(blocks[index]!.text)) return true;
  return false;
}
