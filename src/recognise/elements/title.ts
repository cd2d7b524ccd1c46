import type { Line } from "../lines/line.ts";
import { isDate, isStamp } from "../shapes/date.ts";
import { isDocNumber } from "../shapes/doc-number.ts";
import { isFurniture } from "../shapes/furniture.ts";
import { endsInKind } from "../shapes/kind.ts";
import { isOrganLine } from "../shapes/organ.ts";
import { isTrailer } from "../shapes/passage.ts";
import { isContentsHead } from "./contents-table.ts";

/** How far above the first content a title may stand: a web page puts bylines and tools between. */
const REACH = 20;
/** Lines of a long title broken over the page, issuers included. */
const TITLE_LINES = 8;

/** The lines of the title above line `at`, top first; none where the text has no title. */
export function titleAbove(lines: Line[], at: number, from: number): number[] {
  const heading = topHeading(lines, at, Math.max(from, at - REACH));
  // 前言 as the first heading below a title that is no heading: the title comes first.
  const found = kindTitle(lines, heading >= 0 ? heading : at, from);
  if (heading >= 0 && (!found || endsInKind(lines[heading]!.bare))) return extend(lines, heading, heading, from);
  if (found) return extend(lines, found.main, found.last, from);
  for (let end = at - 1; end >= Math.max(from, at - 3); end--) {
    if (isPlainTitle(lines[end]!, lines[at])) return extend(lines, end, end, from);
  }
  return [];
}

/** The heading the others stand under: one that ends in a 文种 before any other; −1 where there are no headings. */
function topHeading(lines: Line[], at: number, from: number): number {
  let best = -1;
  for (let i = from; i < at; i++) {
    const line = lines[i]!;
    if (line.heading === 0 || !mayBeTitle(line)) continue;
    const depth = best < 0 ? 99 : lines[best]!.heading;
    if (line.heading < depth || (line.heading === depth && !endsInKind(lines[best]!.bare) && endsInKind(line.bare)))
      best = i;
  }
  return best;
}

/**
 * The nearest line above that ends in a 文种, with the bracket below it (（试行）). A short one (重点任务 as a heading,
 * 通知公告 of a menu) gives way to a full title right above it, and counts at all only next to the text.
 */
function kindTitle(lines: Line[], at: number, from: number): { main: number; last: number } | null {
  let short: { main: number; last: number } | null = null;
  for (let last = at - 1; last >= Math.max(from, at - REACH); last--) {
    const main = isTitleTrailer(lines[last]!) && last > from ? last - 1 : last;
    const line = lines[main]!;
    if (short && short.main - main > 4) break;
    if (!mayBeTitle(line) || !endsInKind(line.bare)) continue;
    // 关于印发某某办法 ⏎ 实施细则的通知: the end of the title stands below.
    const broken = short !== null && short.main === last + 1 && !isComplete(line.bare);
    if (line.bare.length >= 8 || /关于|《/.test(line.bare)) return { main, last: broken ? short!.last : last };
    if (!short && (at - last <= 3 || line.centred)) short = { main, last };
  }
  return short;
}

/** A title without 文种: a heading, a centred line, or a line of its own before a text that opens like a document. */
function isPlainTitle(line: Line, below: Line | undefined): boolean {
  if (!mayBeTitle(line) || isOrganLine(line)) return false;
  if (line.centred || line.heading > 0) return true;
  // 公示时间：3月3日至3月9日 is an entry and no title.
  if (line.bare.length < 6 || /[，,]|^[^：:]{2,6}[：:]/.test(line.bare) || !below) return false;
  return below.label !== null || /^(?:为|根据|按照|依据|经|现|近|当前|自|《|今年|去年|习近平|党的)/.test(below.bare);
}

/** A title without full stop: long ones have commas and would pass for running text. */
export function isWholeTitle(line: Line): boolean {
  return mayBeTitle(line) && endsInKind(line.bare) && /关于|印发|对|的/.test(line.bare);
}

/** （试行）, （2021—2023年）, （征求意见稿） belong to the title above, a day or a 题注 does not. */
const isTitleTrailer = (line: Line) => isTrailer(line) && line.bare.length <= 24 && !/日|通过|修[正订]/.test(line.bare);

export function mayBeTitle(line: Line): boolean {
  const { bare } = line;
  if (bare.length < 2 || bare.length > 150 || line.label || line.cell) return false;
  // 为贯彻落实…，制定本方案 without its full stop ends in a 文种 too.
  if (bare.length >= 30 && /^(?:为|根据|按照|依据|现将|近日|近年|当前|经)/.test(bare)) return false;
  if (isDocNumber(bare) || isDate(bare) || isStamp(bare) || isContentsHead(line)) return false;
  if (/[。；;！!]/.test(bare) || "：:，,>".includes(line.last) || /^[【>|•·\-—]|[>＞»]|^附件/.test(bare)) return false;
  return !isFurniture(line) || (/关于|印发/.test(bare) && endsInKind(bare));
}

/** Takes in the lines above `first` that belong to the title `first` … `last`: its broken beginning and the issuers. */
export function extend(lines: Line[], first: number, last: number, from: number): number[] {
  let top = first;
  let text = joined(lines, first, last);
  while (top > from && last - top < TITLE_LINES) {
    const beginning = brokenBeginning(lines, top, from, text);
    const next = beginning >= 0 ? beginning : belongsAbove(lines, top, first, from, text) ? top - 1 : top;
    if (next === top) break;
    text = joined(lines, next, top - 1) + text;
    top = next;
  }
  const title: number[] = [];
  for (let at = top; at <= last; at++) title.push(at);
  return title;
}

const joined = (lines: Line[], first: number, last: number) => {
  let text = "";
  for (let at = first; at <= last; at++) text += lines[at]!.bare;
  return text;
};

/** 某某关于加强某某 ⏎ 工作 ⏎ 的通知: the line up to four above that has the 关于 the rest lacks; −1 where there is none. */
function brokenBeginning(lines: Line[], top: number, from: number, text: string): number {
  if (text.includes("关于")) return -1;
  for (let at = top - 1; at >= Math.max(from, top - 4); at--) {
    const line = lines[at]!;
    if (!mayBeTitle(line) || isTrailer(line) || isComplete(line.bare)) return -1;
    if (line.bare.includes("关于")) return at;
  }
  return -1;
}

/** Ends in a 文种, and where it prints another paper, in 的通知: 关于印发某某办法 goes on. */
const isComplete = (bare: string) =>
  endsInKind(bare) && (!/(?:印发|转发|批转|发布|公布)/.test(bare) || /的[^的]{2,4}$/.test(bare));

/** Does the line above `top` begin the title that `text` ends? */
function belongsAbove(lines: Line[], top: number, main: number, from: number, text: string): boolean {
  const above = lines[top - 1]!;
  if (!mayBeTitle(above) || isTrailer(above) || text.includes(above.bare)) return false;
  if (endsInKind(above.bare) && !/^(?:和|及|与|暨|的)/.test(text)) return false;
  if (/(?:印发|转发|批转|《)$/.test(above.bare)) return true;
  const named = /^(?:关于|印发|转发|批转|公布|发布)/.test(text) || lines[main]!.bare.length <= 4;
  if (named) return isOrganLine(above);
  if (
    isOrganLine(above) &&
    above.centred &&
    isOrganLine({ ...lines[top]!, bare: lines[top]!.bare.replace(/关于.*$/, "") })
  )
    return true;
  if (shownAbove(lines, top - 1, from, above.bare + text)) return true;
  if (text.includes("关于")) return false;
  if (/(?:印发|转发|的|和|与|及|、|等|《)$/.test(above.bare) || /^(?:和|及|与|的|等|》)/.test(text)) return true;
  return above.centred && lines[top]!.centred && !isOrganLine(above);
}

/** A page shows the whole title in one line further up: then the broken one below has the same beginning. */
function shownAbove(lines: Line[], top: number, from: number, text: string): boolean {
  for (let at = top - 1; at >= Math.max(from, top - 60); at--) if (lines[at]!.bare.includes(text)) return true;
  return false;
}
