import type { Line } from "../lines/line.ts";
import { trailingDate } from "../shapes/date.ts";
import { isOrganName } from "../shapes/organ.ts";
import type { Closing } from "./closing.ts";

/** First words of a line of 抄送. */
export const COPIES = /^(?:抄送|抄报|分送|主送|报送)[:：]/;
/** Last word of the line that names the printing office and the day. */
export const PRINTED = /(?:印发|印制|印)$/;

/** Lines that 抄送 may run on over: bodies of the Centre, of the provinces and of one's own house each begin a line. */
const COPY_LINES = 12;

/** Takes 版记 into the closing: 抄送 with the names that run on, and the printing office with its day. */
export function takeImprint(lines: Line[], closing: Closing): void {
  const start = closing.next;
  let at = start;
  if (at < lines.length && COPIES.test(lines[at]!.bare)) {
    closing.copies.push(at++);
    // Names that run on over more lines, down to the line of the printing office.
    for (let i = at; i < Math.min(at + COPY_LINES, lines.length); i++) {
      if (isPrinted(lines[i]!) || COPIES.test(lines[i]!.bare)) {
        for (; at < i && !(at === i - 1 && mayPrint(lines[at]!)); at++) closing.copies.push(at);
        break;
      }
    }
    closing.next = at;
  }
  const line = lines[at];
  if (!line) return;
  if (isPrinted(line)) closing.printed = [at];
  else if (lines[at + 1] && isPrinted(lines[at + 1]!) && mayPrint(line)) closing.printed = [at, at + 1];
  if (closing.printed.length > 0) closing.next = at + closing.printed.length;
}

/** The name of an office, in a cell or not. */
const mayPrint = (line: Line) => !line.label && isOrganName(line.bare);

/** 山东省人民政府办公厅2019年3月15日印发, or the day alone beside the office: 2019年3月15日印发. */
function isPrinted(line: Line): boolean {
  return PRINTED.test(line.bare) && line.bare.length < 70 && trailingDate(line.bare.replace(PRINTED, "")) >= 0;
}
