import type { BlockRange, Element, Elements, OfficialDocument, Span } from "../model/document.ts";
import { measureClauses } from "../model/measures.ts";

/** A stretch of text to look through and the way back from its offsets to a span. */
export interface Piece {
  text: string;
  span(start: number, end: number): Span;
}

/** Names of the elements of GB/T 9704-2012 section 7, as packs write them. */
export const ELEMENT_NAMES = [
  "copyNumber",
  "secrecy",
  "urgency",
  "issuerMark",
  "docNumber",
  "signers",
  "title",
  "addressees",
  "attachments",
  "signature",
  "date",
  "notes",
  "copies",
  "printed",
  "publicity",
] as const satisfies readonly (keyof Elements)[];

export const SCOPES = ["body", "document", "heads", "measures", ...ELEMENT_NAMES] as const;
export type Scope = (typeof SCOPES)[number];

/** The text of one scope, in reading order. `title` is the title of every part, so that a printed plan's is seen too. */
export function piecesOf(document: OfficialDocument, scope: Scope): Piece[] {
  if (scope === "body") return document.parts.flatMap((part) => (part.body ? blockPieces(document, part.body) : []));
  if (scope === "document") return documentPieces(document);
  if (scope === "heads") return document.clauses.filter((c) => !c.inline).map((c) => spanPiece(document, c.head));
  if (scope === "measures") {
    return measureClauses(document).flatMap((clause) => clause.own.map((span) => spanPiece(document, span)));
  }
  return elementsNamed(document, scope).map((element) => elementPiece(document, element));
}

/** The elements of that name: none, one, or as many as there are titles or named attachments. */
export function elementsNamed(document: OfficialDocument, name: keyof Elements): Element[] {
  if (name === "attachments") return document.elements.attachments;
  if (name !== "title") return document.elements[name] ? [document.elements[name]] : [];
  const titles = document.parts.flatMap((part) => (part.title ? [part.title] : []));
  const first = document.elements.title;
  return first && !titles.some((title) => title.text === first.text) ? [first, ...titles] : titles;
}

function documentPieces(document: OfficialDocument): Piece[] {
  const chrome = new Set<number>();
  for (const { first, last } of document.chrome) for (let i = first; i <= last; i++) chrome.add(i);
  return blockPieces(document, { first: 0, last: document.blocks.length - 1 }, chrome);
}

function blockPieces(document: OfficialDocument, range: BlockRange, without?: Set<number>): Piece[] {
  return document.blocks
    .slice(range.first, range.last + 1)
    .filter((block) => block.region === "body" && !without?.has(block.index))
    .map((block) => spanPiece(document, { block: block.index, start: 0, end: block.text.length }));
}

function spanPiece(document: OfficialDocument, { block, start, end }: Span): Piece {
  return {
    text: document.blocks[block]?.text.slice(start, end) ?? "",
    span: (from, to) => ({ block, start: start + from, end: start + to }),
  };
}

/** An element printed over several lines is read as one text; a match is shown in the line it begins in. */
function elementPiece(document: OfficialDocument, element: Element): Piece {
  const lines = element.spans.map((span) => spanPiece(document, span));
  return {
    text: lines.map((line) => line.text).join(""),
    span(start, end) {
      let before = 0;
      for (const line of lines) {
        if (start < before + line.text.length) {
          return line.span(start - before, Math.min(end - before, line.text.length));
        }
        before += line.text.length;
      }
      return element.spans[0] ?? { block: 0, start: 0, end: 0 };
    },
  };
}
