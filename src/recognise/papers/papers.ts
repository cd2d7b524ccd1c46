import { attachmentHead, attachmentList } from "../elements/attachment-list.ts";
import { type Closing, closingAt } from "../elements/closing.ts";
import { contentsTable, isContentsHead } from "../elements/contents-table.ts";
import { type Opening, openingOf } from "../elements/opening.ts";
import { isWholeTitle } from "../elements/title.ts";
import type { Line } from "../lines/line.ts";
import { isStamp } from "../shapes/date.ts";
import { isDocNumber } from "../shapes/doc-number.ts";
import { isFurniture, isSolid } from "../shapes/furniture.ts";
import { endsInKind, withoutTrailer } from "../shapes/kind.ts";
import { isAddressees } from "../shapes/organ.ts";
import { behindPassage, isTrailer } from "../shapes/passage.ts";
import { countTexts, endOfPage } from "./page-end.ts";

/** One paper of a file: the document itself, the plan it prints, an attachment. Numbers are indexes of lines. */
export interface Paper {
  kind: "main" | "annex" | "attachment";
  /** Line of 附件1 above it. */
  label: number | null;
  opening: Opening;
  /** First and last line of its body; null where it has none. */
  body: { first: number; last: number } | null;
  closings: Closing[];
  first: number;
  last: number;
}

/** Splits the lines into papers. `page` says that the text may stand in a web page with things below it. */
export function papersOf(lines: Line[], page: boolean): Paper[] {
  const end = page ? endOfPage(lines) : lines.length;
  const kept = end === lines.length ? lines : lines.slice(0, end);
  const papers: Paper[] = [];
  let at = 0;
  while (at < kept.length) {
    const paper = readPaper(kept, at, papers, page);
    papers.push(paper);
    at = paper.last + 1;
    while (at < kept.length && page && isFurniture(kept[at]!)) at++;
    if (at < kept.length && !opensPaper(kept, at, page)) break;
  }
  // A file of an office has no page around its text: a table below 落款 belongs to the paper above.
  const last = papers[papers.length - 1];
  if (!page && last) last.last = lines.length - 1;
  return papers;
}

function readPaper(lines: Line[], from: number, before: Paper[], page: boolean): Paper {
  const head = attachmentHead(lines[from]!);
  const label = before.length > 0 && head ? from : null;
  const opening =
    before.length === 0 ? openingOf(lines, from, page) : laterOpening(lines, label === null ? from : from + 1);
  const paper: Paper = {
    kind: before.length === 0 ? "main" : "attachment",
    label,
    opening,
    body: null,
    closings: [],
    first: before.length === 0 && page ? opening.first : from,
    last: Math.max(from, opening.body - 1),
  };
  readBody(lines, paper);
  if (before.length > 0 && !before.some((other) => other.kind === "annex") && isPrinted(lines, paper, before[0]!))
    paper.kind = "annex";
  return paper;
}

function readBody(lines: Line[], paper: Paper): void {
  const counted = new Map<string, number>();
  let at = paper.opening.body;
  let last = -1;
  while (at < lines.length) {
    if (at > paper.opening.body && opensAttachment(lines, at)) break;
    const closing = closingAt(lines, at);
    const label = (closing ? lines[closing.next] : lines[at])?.label;
    if (closing && !(label && label.ordinal > 1 && counted.get(label.key) === label.ordinal - 1)) {
      paper.closings.push(closing);
      at = closing.next;
      break;
    }
    // Numbers that count on below a name and a day show that these closed nothing.
    if (label) counted.set(label.key, label.ordinal);
    last = closing ? closing.next - 1 : at;
    at = last + 1;
  }
  if (last >= 0) paper.body = { first: paper.opening.body, last };
  paper.last = Math.max(paper.last, at - 1);
}

/** 附件1 alone on its line, or 附件1 before a title: the head of an attached paper, not 附件说明 above a signature. */
function opensAttachment(lines: Line[], at: number): boolean {
  const line = lines[at]!;
  const head = attachmentHead(line);
  if (head === null || line.cell || head.colon || line.bare.length >= 60) return false;
  const closing = closingAt(lines, at);
  return closing === null || (closing.date === null && closing.signature.length === 0);
}

/** Whether another paper begins at `at`, below the closing of one. */
function opensPaper(lines: Line[], at: number, page: boolean): boolean {
  const line = lines[at]!;
  const list = attachmentList(lines, at);
  if (list && lines.slice(list.next, list.next + 200).every(isFurniture)) return false;
  if (attachmentHead(line)) return true;
  if (page) return countTexts(lines, at, Math.min(lines.length, at + 30) - 1) >= 2;
  let solid = 0;
  for (let i = at; i < lines.length && i < at + 12; i++) if (isSolid(lines[i]!) && !isFurniture(lines[i]!)) solid++;
  return solid >= 2;
}

/** The opening of an annexed paper: what stands above its first running text or labelled row is its title. */
function laterOpening(lines: Line[], from: number): Opening {
  const title: number[] = [];
  let body = from;
  for (; body < lines.length && title.length < 5; body++) {
    const line = lines[body]!;
    const behind = behindPassage(lines, body);
    if (behind > body) {
      body = behind - 1;
      continue;
    }
    if (isStamp(line.bare) || isDocNumber(line.bare) || !/[\u4e00-\u9fff×A-Za-z]/.test(line.bare)) continue;
    if (
      (line.prose && !isWholeTitle(line) && !(line.centred && !/[。；;]/.test(line.bare))) ||
      line.label ||
      line.cell ||
      isAddressees(line) ||
      isContentsHead(line)
    )
      break;
    // 序号 检测项目 below the title is the head of a table whose cells were joined to lines.
    if (title.length > 0 && (line.last === "：" || line.last === ":" || line.bare.startsWith("序号"))) break;
    const above = title.length > 0 ? lines[title[title.length - 1]!]! : null;
    if (isTrailer(line) && line.bare.length > 24) continue;
    if (above && (endsInKind(above.bare) || isForm(above.bare)) && !isTrailer(line)) break;
    title.push(body);
  }
  const addressees = body < lines.length && isAddressees(lines[body]!) ? [body++] : [];
  const table = body < lines.length && isContentsHead(lines[body]!) ? contentsTable(lines, body) : null;
  return { first: from, title, quoted: null, addressees, body: table?.end ?? body };
}

/** …申请表, …承诺书: what attachments are besides the usual papers. */
const isForm = (bare: string) =>
  !bare.includes("关于") && /(?:表|书|册|图|样|式|格式|示意图|函)$/.test(withoutTrailer(bare));

const PRINTS = /印发|转发|批转|发布|公布|颁布|下发/;

/**
 * Whether `main` prints this paper (印发…方案的通知) rather than only attaching it: its title names the paper, or, where the
 * paper follows without 附件 above it, a short text says that something is printed.
 */
function isPrinted(lines: Line[], paper: Paper, main: Paper): boolean {
  if (!paper.body || !main.body || countTexts(lines, paper.body.first, paper.body.last) < 2) return false;
  const heading = joinedTitle(lines, main);
  const name = joinedTitle(lines, paper)
    .replace(/[（(].*$/, "")
    .slice(-12);
  if (name !== "" && PRINTS.test(heading) && heading.includes(name)) return true;
  if (paper.label !== null) return false;
  if (heading === "") return true;
  let words = heading;
  for (let at = main.body.first; at <= main.body.last && at < main.body.first + SHORT; at++) words += lines[at]!.bare;
  return PRINTS.test(words) && (main.body.last - main.body.first < SHORT || (name !== "" && words.includes(name)));
}

/** Lines of a notice that only prints something. */
const SHORT = 8;

/** Whether a paper's title or its first lines say that it prints another. */
export function saysItPrints(lines: Line[], { opening, body }: Paper): boolean {
  const first = body?.first ?? 0;
  const own = body ? lines.slice(first, Math.min(body.last + 1, first + SHORT)) : [];
  return [...opening.title.map((at) => lines[at]!), ...own].some((line) => PRINTS.test(line.bare));
}

const joinedTitle = (lines: Line[], paper: Paper) => paper.opening.title.map((at) => lines[at]!.bare).join("");
