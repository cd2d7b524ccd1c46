import type { Line } from "../lines/line.ts";
import { isDate, isStamp } from "../shapes/date.ts";
import { isDocNumber } from "../shapes/doc-number.ts";
import { isFurniture } from "../shapes/furniture.ts";
import { endsInKind } from "../shapes/kind.ts";
import { isAddressees, isOrganLine, isSigner } from "../shapes/organ.ts";
import { behindPassage, isHistory, isTrailer } from "../shapes/passage.ts";
import { contentsTable } from "./contents-table.ts";
import { isHeadLine } from "./head.ts";
import { extend, isWholeTitle, mayBeTitle, titleAbove } from "./title.ts";

/** Where a document begins. Numbers are indexes of lines; ranges include both ends. */
export interface Opening {
  /** First line of the document; what stands above is page around it. */
  first: number;
  title: number[];
  /** The title stands in the running text of this line: 《…》全文如下. */
  quoted: { line: number; start: number; end: number } | null;
  addressees: number[];
  /** First line of the body; the number of lines where there is no body. */
  body: number;
}

/** Finds title, 主送机关 and the first line of the body of the document that begins at or below line `from`. */
export function openingOf(lines: Line[], from: number, page: boolean): Opening {
  const opening =
    introduced(lines, from) ?? addressed(lines, from) ?? afterContents(lines, from) ?? plainOpening(lines, from, page);
  for (let mark = false; opening.first > from; opening.first--) {
    const above = lines[opening.first - 1]!;
    if (!isHeadLine(above) && !(mark && isOrganLine(above))) break;
    if (above.bare === "文件") mark = true;
  }
  return opening;
}

/** 近日，某某印发《某某方案》，全文如下： a report that quotes a document: title and body are the quoted ones. */
function introduced(lines: Line[], from: number): Opening | null {
  let prose = 0;
  for (let at = from; at + 1 < lines.length && prose < 4; at++) {
    const line = lines[at]!;
    if (line.label && !line.label.doubtful) return null;
    if (line.prose) prose++;
    if (!/(?:全文|内容|原文|文件)如下[:：。]?$/.test(line.bare) || line.bare.startsWith("现将")) continue;
    const solid = firstContent(lines, at + 1, true);
    const title = titleAbove(lines, solid, at + 1);
    if (title.length > 0)
      return { first: title[0]!, title, quoted: null, addressees: [], body: bodyBelow(lines, title, solid) };
    const open = line.plain.lastIndexOf("《");
    const close = line.plain.indexOf("》", open);
    if (open < 0 || close < open || line.bare.length > 150) continue;
    return { first: at, title: [], quoted: { line: at, start: open + 1, end: close }, addressees: [], body: at + 1 };
  }
  return null;
}

/** A text with 主送机关 before its first running text. */
function addressed(lines: Line[], from: number): Opening | null {
  let prose = 0;
  let last = -1;
  for (let at = from; at + 1 < lines.length && prose < 3; at++) {
    const line = lines[at]!;
    const found = isAddressees(line);
    if (line.prose && line.label && !line.label.doubtful) return null;
    if (line.prose && !found && !isWholeTitle(line)) {
      prose++;
      last = at;
    }
    if (last >= 0 && isDate(line.bare) && isSigned(lines, last, at)) return null;
    const next = lines[at + 1]!;
    const short = !next.prose && !next.label && next.bare.length < 12;
    if (!found || (short && !(at > from && isWholeTitle(lines[at - 1]!)))) continue;
    const title = titleAbove(lines, at, from);
    return { first: title[0] ?? at, title, quoted: null, addressees: [at], body: at + 1 };
  }
  return null;
}

/** A day right below running text and its organs ends a paper: what follows is not addressed by that one. */
function isSigned(lines: Line[], prose: number, date: number): boolean {
  for (let at = prose + 1; at < date; at++) if (!isOrganLine(lines[at]!) && !isSigner(lines[at]!)) return false;
  return date - prose <= 8;
}

function afterContents(lines: Line[], from: number): Opening | null {
  const table = contentsTable(lines, from);
  if (!table) return null;
  const title = titleAbove(lines, table.at, from);
  return { first: title[0] ?? table.at, title, quoted: null, addressees: [], body: table.end };
}

function plainOpening(lines: Line[], from: number, page: boolean): Opening {
  const shown = firstContent(lines, from, page);
  const again = page ? repeated(lines, titleAbove(lines, shown, from), shown) : -1;
  const solid = again < 0 ? shown : firstContent(lines, again + 1, page);
  const title = again < 0 ? titleAbove(lines, solid, from) : extend(lines, again, again, shown);
  if (title.length > 0)
    return { first: title[0]!, title, quoted: null, addressees: [], body: bodyBelow(lines, title, solid) };
  const first = solid === lines.length ? from : wrappedAbove(lines, solid, from);
  return { first, title, quoted: null, addressees: [], body: first };
}

/** How many lines below the first running text a page may repeat the title before the document itself begins. */
const REPEAT_REACH = 20;

/** A page shows a title more than once (as its own title, as a file name): the last time opens the document. −1 for never. */
function repeated(lines: Line[], title: number[], solid: number): number {
  if (title.length === 0) return -1;
  const text = title.map((at) => lines[at]!.bare).join("");
  const name = text.replace(/\.(?:docx?|wps|pdf|txt|html?)$/i, "");
  let found = -1;
  for (let at = solid; at < Math.min(lines.length, solid + REPEAT_REACH); at++) {
    const { label, bare } = lines[at]!;
    if (label && !label.doubtful) break;
    if (bare === name) found = at;
  }
  return found;
}

/**
 * The first line of running text or the first labelled row of a text that goes on; nothing of a menu. Without either the
 * first line that is no title and no page furniture.
 */
function firstContent(lines: Line[], from: number, page: boolean): number {
  for (let at = from; at < lines.length; at++) {
    if (!isContent(lines, at)) continue;
    if (!page || isParagraph(lines[at]!)) return at;
    let solid = 0;
    const ahead = Math.min(lines.length, at + 6);
    for (let i = at; i < ahead; i++) if (isContent(lines, i) || isFrame(lines[i]!)) solid++;
    if (solid * 3 >= ahead - at) return at;
  }
  for (let at = from; at < lines.length; at++) if (!mayStandAbove(lines[at]!)) return at;
  return lines.length;
}

/** A whole paragraph: no menu has one, however few lines stand below it. */
const isParagraph = (line: Line) => line.bare.length >= 80 && line.last === "。";

const mayStandAbove = (line: Line) =>
  isFurniture(line) || isStamp(line.bare) || isDocNumber(line.bare) || (mayBeTitle(line) && endsInKind(line.bare));

/** What stands around a short text and in no menu: its organ, its day, its number, the title of what it prints. */
const isFrame = (line: Line) => isDate(line.bare) || isDocNumber(line.bare) || isOrganLine(line) || isWholeTitle(line);

function isContent(lines: Line[], at: number): boolean {
  const line = lines[at]!;
  if (line.cell) return false;
  if (line.label) return !line.label.doubtful;
  return line.prose && !isFurniture(line) && !isWholeTitle(line) && behindPassage(lines, at) === at;
}

/** The text has no title: lines broken at a fixed width, and up to three lines that are no menu, belong to its body. */
function wrappedAbove(lines: Line[], solid: number, from: number): number {
  let first = solid;
  while (first > from) {
    const above = lines[first - 1]!;
    const short = above.bare.length < 18 && solid - from > 3;
    if (above.label || short || isFurniture(above) || isStamp(above.bare)) break;
    first--;
  }
  return solid - from <= 3 && first > from ? solid : first;
}

/** First line below the title that is no 发文字号, date, byline or 题注. */
function bodyBelow(lines: Line[], title: number[], solid: number): number {
  let at = title[title.length - 1]! + 1;
  while (at < solid) {
    const behind = behindPassage(lines, at);
    if (behind > at) at = behind;
    else if (isBetween(lines[at]!)) at++;
    else break;
  }
  return at;
}

function isBetween(line: Line): boolean {
  const { bare } = line;
  if (line.heading > 0 || line.label) return false;
  if (isHistory(line)) return true;
  if (bare.length <= 4) return !/^[\u4e00-\u9fff]+$/.test(bare);
  return (
    isDocNumber(bare) || isDate(bare) || isStamp(bare) || isFurniture(line) || isTrailer(line) || isOrganLine(line)
  );
}
