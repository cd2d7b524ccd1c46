import type { Block } from "../../model/block.ts";
import type { Clause, OfficialDocument, Span } from "../../model/document.ts";

/** What a paragraph is by recognition, never by the name of its style. */
export const ROLES = [
  "issuerMark",
  "docNumber",
  "title",
  "addressees",
  "body",
  "heading1",
  "heading2",
  "signature",
  "date",
  "copies",
  "printed",
  "attendance",
] as const;
export type Role = (typeof ROLES)[number];

/** A paragraph in its role; of a heading that is followed by text only the heading. */
export interface Placed {
  block: Block;
  span: Span;
}

/** 公　告 or 令 alone is the name of the paper, set as the unit likes. */
const TITLE = 6;

/** Headings longer than this are sentences. */
const HEADING = 40;

/** The paragraphs of one role, in reading order. */
export function placed(document: OfficialDocument, role: Role): Placed[] {
  if (role === "heading1" || role === "heading2")
    return headings(document, role === "heading1" ? "chinese" : "chinese-bracket");
  if (role === "body") return paragraphs(document);
  if (role === "attendance") return attendance(document);
  if (role === "issuerMark" && !document.elements.issuerMark) return letterHead(document);
  const spans = document.elements[role]?.spans ?? [];
  // The line above is often the issuer's name, and that of a red head has its own size.
  const lines = (role === "title" ? spans.slice(-1) : spans).flatMap((span) => at(document, span));
  return lines.filter(({ block }) => role !== "title" || block.text.replace(/\s/g, "").length >= TITLE);
}

function at(document: OfficialDocument, span: Span): Placed[] {
  const block = document.blocks[span.block];
  return block?.format && block.region === "body" && !block.cell ? [{ block, span }] : [];
}

/** 一、 or （一） on a line of its own. */
function headings(document: OfficialDocument, style: Clause["style"]): Placed[] {
  return document.clauses
    .filter((clause) => clause.style === style && !clause.inline)
    .flatMap(({ span }) => at(document, { ...span, start: 0, end: document.blocks[span.block]?.text.length ?? 0 }))
    .filter(({ block }) => block.text.length <= HEADING && !/[。；：，、;:,]\s*$/.test(block.text));
}

/** Names of organs by their last words. */
const ORGAN = /^[^\d，。；：、]{2,40}(?:政府|委员会|委|厅|局|部|办公室|办公厅|院|会|办|署|室|处|中心|学校|大学|公司)$/;

/** The issuer's name alone right above 发文字号, without 文件: the head of a letter (信函格式); joint issuers have a line each. */
export function letterHead(document: OfficialDocument): Placed[] {
  const number = document.elements.docNumber?.spans[0];
  if (!number || document.elements.issuerMark) return [];
  const found: Placed[] = [];
  for (let i = number.block - 1; i >= 0; i--) {
    const { text } = document.blocks[i]!;
    const bare = text.replace(/\s/g, "");
    if (bare === "") continue;
    if (!ORGAN.test(bare)) break;
    found.unshift(...at(document, { block: i, start: 0, end: text.length }));
  }
  return found;
}

/** 出席：, 请假：, 列席： of minutes (GB/T 9704-2012, 10.3): the label, without the names. */
function attendance(document: OfficialDocument): Placed[] {
  return document.blocks.flatMap((block) => {
    const label = /^[\s\u3000]*(?:出席|请假|列席)(?:人员)?[\s\u3000]*[：:]/.exec(block.text)?.[0];
    return label ? at(document, { block: block.index, start: 0, end: label.length }) : [];
  });
}

/** Running text: no heading, no table, nothing short, foreign or set in the middle. */
function paragraphs(document: OfficialDocument): Placed[] {
  return document.parts.flatMap(({ body }) => {
    if (!body) return [];
    return document.blocks.slice(body.first, body.last + 1).flatMap((block) => {
      const text = block.text.trim();
      if (
        text.length <= HEADING ||
        (text.match(/[\u4e00-\u9fff]/g)?.length ?? 0) < text.length / 2 ||
        text.includes("\n") ||
        block.format?.alignment === "center"
      )
        return [];
      return at(document, { block: block.index, start: 0, end: block.text.length });
    });
  });
}
