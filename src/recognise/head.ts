import type { Block } from "../model/block.ts";
import type { Element } from "../model/document.ts";
import type { Line } from "./line.ts";
import type { Paper } from "./papers.ts";
import { isDocNumber } from "./shape.ts";

interface HeadElements {
  copyNumber: Element | null;
  secrecy: Element | null;
  urgency: Element | null;
  issuerMark: Element | null;
  docNumber: Element | null;
  signers: Element | null;
}

const COPY_NUMBER = /^(?:份号[:：]?)?(?:№|No\.?)?\d{6}$/;
const SECRECY = /^(?:密级[:：]?)?(?:绝密|机密|秘密)(?:[★☆*](?:.{1,8})?)?$/;
const URGENCY = /^(?:紧急程度[:：]?)?(?:特急|加急|特提|平急)$/;
const MARK = /^.{2,60}(?:文件|令|命令)$/;

/** 版头: what stands above the title and between title and body. */
export function headElements(lines: Line[], blocks: Block[], main: Paper | undefined): HeadElements {
  const found: HeadElements = {
    copyNumber: null,
    secrecy: null,
    urgency: null,
    issuerMark: null,
    docNumber: null,
    signers: null,
  };
  if (!main) return found;
  const end = Math.min(main.opening.body, lines.length);
  for (let at = main.first; at < end; at++) {
    const line = lines[at]!;
    if (main.opening.title.includes(at) || main.opening.addressees.includes(at)) continue;
    take(found, line, blocks);
  }
  const last = lines[main.opening.title[main.opening.title.length - 1] ?? -1];
  const number = last && !found.docNumber ? bracketedNumber(last.plain.slice(0, last.end)) : null;
  if (last && number) found.docNumber = element(blocks, last.block, number.start, number.end);
  return found;
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
    /(?:政府|委员会|委|厅|局|部|办公室|院|会|办)文件$/.test(bare)
  );
}
