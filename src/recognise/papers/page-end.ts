import { attachmentHead } from "../elements/attachment-list.ts";
import { closingAt } from "../elements/closing.ts";
import type { Line } from "../lines/line.ts";
import { isFurniture, isSolid } from "../shapes/furniture.ts";

/**
 * One past the last line of the text in a page: below it stand share buttons, editors, links and the foot of the site.
 * Only words of a page mark its end, and only where no sentence, labelled row or closing follows them; a table or a list
 * of names at the end of an attachment has none.
 */
export function endOfPage(lines: Line[]): number {
  let end = lines.length;
  for (let at = lines.length - 1; at >= 0; at--) {
    if (isFurniture(lines[at]!)) end = at;
    else if (countTexts(lines, at, at) > 0 || isClosing(lines, at)) break;
  }
  if (end === lines.length || end === 0) return lines.length;
  if (lines.slice(0, end).some(isAttachmentHead)) {
    // A long table may hold a word of a page here and there; the foot of a site is full of them.
    const words = lines.slice(end).filter(isFurniture).length;
    return words * 10 < lines.length - end ? lines.length : end;
  }
  while (end > 1 && !isSolid(lines[end - 1]!) && !isClosing(lines, end - 1)) end--;
  return end;
}

const isAttachmentHead = (line: Line) => attachmentHead(line) !== null && line.bare.length <= 6;

/** Whether a line belongs to a closing, which may begin a few lines above. */
function isClosing(lines: Line[], at: number): boolean {
  for (let i = at; i >= Math.max(0, at - 8); i--) {
    const closing = closingAt(lines, i);
    if (closing && closing.next > at) return true;
  }
  return false;
}

/** Labelled rows and sentences: what a document has and a list of links has not; at most two are counted. */
export function countTexts(lines: Line[], first: number, last: number): number {
  let count = 0;
  for (let at = first; at <= last && count < 2; at++) {
    const { label, bare, last: mark } = lines[at]!;
    if ((label && !label.doubtful) || bare.includes("。") || "：:；".includes(mark)) count++;
  }
  return count;
}
