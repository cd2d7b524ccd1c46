import type { Block } from "../../model/block.ts";
import type { Clause, OfficialDocument, Span } from "../../model/document.ts";

/** What a paragraph is by recognition, never by the name of its style. */
export const ROLES = [
  "title",
  "addressees",
  "body",
  "heading1",
  "heading2",
  "signature",
  "date",
  "copies",
  "printed",
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
