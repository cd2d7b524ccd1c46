import type { Clause, OfficialDocument } from "../model/document.ts";
import { ownText } from "./doers.ts";

/** 上级已经明确的，不再发文: says when nothing is to be done, and gives nobody a task. */
const BAN =
  /的[，,]?[^。；]{0,24}(?:不得|不再|不以|不另|不予|不需|不必|一律不|原则上不|要合并|一律合并)[^。；]{0,40}[。；]?[\s\u3000]*$/;

/** The clause is one sentence that only says in what case something is not done. */
export function isBan(document: OfficialDocument, clause: Clause): boolean {
  const text = ownText(document, clause);
  return BAN.test(text) && !/[。；]./.test(text);
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
