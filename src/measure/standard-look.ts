import type { Element, OfficialDocument } from "../model/document.ts";
import type { Assumptions } from "./assumptions.ts";

/** How a text without page set-up would be set by GB/T 9704-2012; keyed by block index. */
export interface StandardLook {
  /** Font sizes other than 3号, in points. */
  sizes: Map<number, number>;
  /** Blocks set flush left or centred: no first-line indent. */
  flush: Set<number>;
  /** Blank lines in front of a block. */
  blanks: Map<number, number>;
  /** Blocks that begin a page: attachments (7.3.7), the plan that a notice prints. */
  newPages: Set<number>;
  /** Blocks that take no room below the head: chrome of a web page, and what the 版头 holds. */
  outside: Set<number>;
  /** Lines of 版头 above the first block. */
  head: number;
}

/** 2号, for titles (7.3.1). */
const TITLE_SIZE = 22;
/**
 * 版头: 35 mm above the mark (7.2.4), about 18 mm of mark, two blank lines, the number's line, 4 mm to the red line
 * (7.2.7), two blank lines (7.3.1): 57 mm and 5 lines of 10.23 mm.
 */
const HEAD_LINES = 10.5;

/** The standard's look for a text that brings none of its own. */
export function standardLook(document: OfficialDocument, redHead: Assumptions["redHead"]): StandardLook {
  const { parts, attachments } = document;
  const { title, addressees, signature, date, docNumber, issuerMark, ...others } = document.elements;
  const titles = [title, ...parts.map((part) => part.title), ...attachments.map((one) => one.title)].flatMap(blocksOf);
  const flush = [addressees, signature, date, docNumber, issuerMark].flatMap(blocksOf);
  // One blank line each above 主送机关 (7.3.2), 附件说明 (7.3.4) and 落款 (7.3.5.2).
  const blanks = [addressees, others.attachments[0], signature ?? date].flatMap((element) =>
    blocksOf(element).slice(0, 1),
  );
  const printedPlans = parts.filter((part) => part.name === "annex");
  const look: StandardLook = {
    sizes: new Map(titles.map((block) => [block, TITLE_SIZE])),
    flush: new Set([...titles, ...flush]),
    blanks: new Map(blanks.map((block) => [block, 1])),
    newPages: new Set([...attachments, ...printedPlans].map(({ range }) => range.first)),
    outside: new Set(),
    head: 0,
  };
  for (const { first, last } of document.chrome) for (let i = first; i <= last; i++) look.outside.add(i);
  const marked = docNumber !== null || issuerMark !== null;
  const printed = redHead === "numbered" ? marked : redHead === "addressed" && (marked || addressees !== null);
  if (!printed) return look;
  look.head = HEAD_LINES;
  const { copyNumber, secrecy, urgency, signers } = others;
  const body = document.body?.first ?? 0;
  for (const block of [copyNumber, secrecy, urgency, issuerMark, docNumber, signers].flatMap(blocksOf)) {
    if (block < body) look.outside.add(block);
  }
  return look;
}

function blocksOf(element: Element | null | undefined): number[] {
  return element?.spans.map((span) => span.block) ?? [];
}
