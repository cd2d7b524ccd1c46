import type { Block } from "../../model/block.ts";
import type { Element } from "../../model/document.ts";
import type { Line } from "../lines/line.ts";
import type { Paper } from "../papers/papers.ts";
import { isDocNumber } from "../shapes/doc-number.ts";
import { isOrganLine } from "../shapes/organ.ts";

interface HeadElements {
  copyNumber: Element | null;
  secrecy: Element | null;
  urgency: Element | null;
  issuerMark: Element | null;
  docNumber: Element | null;
  signers: Element | null;
}

const COPY_NUMBER = /^(?:份号[:：]?)?(?:№|No\.?)?\d{6}$/;
const SECRECY =
  /^(?:密级[:：]?)?(?:绝密|机密|秘密)(?:[★☆*](?:.{1,8})?|[（(]?[0-9０-９一二三四五六七八九十]{1,3}(?:年|个月|天)[)）]?)?$/;
const URGENCY = /^(?:紧急程度[:：]?)?(?:特急|加急|特提|平急)$/;
const MARK = /^.{2,60}(?:文件|令|命令)$/;

/**
 * 版头: what stands above the title and between title and body; where the main story has none, in a text box, which is
 * where many templates put the red head (`boxes` are those lines).
 */
export function headElements(lines: Line[], blocks: Block[], main: Paper | undefined, boxes: Line[]): HeadElements {
  const found: HeadElements = {
    copyNumber: null,
    secrecy: null,
    urgency: null,
    issuerMark: null,
    docNumber: null,
    signers: null,
  };
  if (main) {
    const { title, addressees, body } = main.opening;
    for (let at = main.first; at < Math.min(body, lines.length); at++) {
      if (!title.includes(at) && !addressees.includes(at)) take(found, lines[at]!, blocks);
    }
    found.issuerMark ??= brokenMark(lines, blocks, main.first, Math.min(body, lines.length));
    const last = lines[title[title.length - 1] ?? -1];
    const number = last && !found.docNumber ? bracketedNumber(last.plain.slice(0, last.end)) : null;
    if (last && number) found.docNumber = element(blocks, last.block, number.start, number.end);
  }
  for (const line of boxes) take(found, line, blocks);
  return found;
}

/** 中共某市委办公室 ⏎ 某市人民政府办公室 ⏎ 文件: a red head over several lines. */
function brokenMark(lines: Line[], blocks: Block[], from: number, to: number): Element | null {
  let end = from;
  while (end < to && lines[end]!.bare !== "文件") end++;
  if (end === to) return null;
  let first = end;
  while (first > from && isOrganLine(lines[first - 1]!)) first--;
  const spans = lines.slice(first, end + 1).map(({ block, start, end: stop }) => ({ block, start, end: stop }));
  return { text: spans.map((span) => blocks[span.block]!.text.slice(span.start, span.end)).join("\n"), spans };
}

function element(blocks: Block[], block: number, start: number, end: number): Element {
  return { text: blocks[block]!.text.slice(start, end), spans: [{ block, start, end }] };
}

function take(found: HeadElements, line: Line, blocks: Block[]): void {
  const { bare } = line;
  const whole = (start = line.start, end = line.end) => element(blocks, line.block, start, end);
  const signers = line.plain.search(/签\s*发\s*人\s*[:：]/);
  if (signers >= 0) {
    const colon = line.plain.slice(signers).search(/[:：]/) + signers + 1;
    found.signers ??= whole(skip(line.plain, colon), line.end);
    const before = line.plain.slice(line.start, signers).trimEnd();
    if (isDocNumber(before.replace(/\s/g, ""))) found.docNumber ??= whole(line.start, line.start + before.length);
  } else if (isDocNumber(bare)) {
    const bracketed = "（(".includes(bare[0]!) && "）)".includes(line.last);
    found.docNumber ??= bracketed ? whole(line.start + 1, line.end - 1) : whole();
  } else if (COPY_NUMBER.test(bare)) found.copyNumber ??= whole();
  else if (SECRECY.test(bare)) found.secrecy ??= whole();
  else if (URGENCY.test(bare)) found.urgency ??= whole();
  else if (MARK.test(bare)) found.issuerMark ??= whole();
}

function skip(text: string, at: number): number {
  while (at < text.length && /\s/.test(text[at]!)) at++;
  return at;
}

/** A 发文字号 in brackets at the end of a title: where it stands, and where the title before it ends. */
export function bracketedNumber(title: string): { before: number; start: number; end: number } | null {
  const trimmed = title.trimEnd();
  if (!"）)".includes(trimmed[trimmed.length - 1] ?? " ")) return null;
  const open = Math.max(trimmed.lastIndexOf("（"), trimmed.lastIndexOf("("));
  const inner = trimmed.slice(open + 1, -1);
  if (open <= 4 || !isDocNumber(inner.replace(/\s/g, "")) || inner.startsWith("第")) return null;
  return { before: title.slice(0, open).trimEnd().length, start: open + 1, end: trimmed.length - 1 };
}

/** Whether a line belongs to a 版头 and so opens the document it stands above. */
export function isHeadLine(line: Line): boolean {
  const { bare } = line;
  if (bare.length > 60 || line.label) return false;
  return (
    isDocNumber(bare) ||
    COPY_NUMBER.test(bare) ||
    SECRECY.test(bare) ||
    URGENCY.test(bare) ||
    /签发人[:：]/.test(bare) ||
    bare === "文件" ||
    /^附件[0-9０-９一二三四五六七八九]{0,2}$/.test(bare) ||
    /(?:政府|委员会|委|厅|局|部|办公室|院|会|办)文件$/.test(bare)
  );
}
