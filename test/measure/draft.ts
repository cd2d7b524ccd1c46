import type { Block, ParagraphFormat } from "../../src/model/block.ts";
import type { Elements, OfficialDocument, Part } from "../../src/model/document.ts";
import { FACT_NAMES, type Facts } from "../../src/model/facts.ts";
import type { PageSection } from "../../src/model/source.ts";

const NO_ELEMENTS: Elements = {
  copyNumber: null,
  secrecy: null,
  urgency: null,
  issuerMark: null,
  docNumber: null,
  signers: null,
  title: null,
  addressees: null,
  attachments: [],
  signature: null,
  date: null,
  notes: null,
  copies: null,
  printed: null,
  publicity: null,
};

/** A4 with the margins of GB/T 9704 and its grid of 22 lines, 28 characters. */
export const STANDARD_SECTION: PageSection = {
  width: 595.3,
  height: 841.9,
  landscape: false,
  margin: { top: 104.9, right: 73.7, bottom: 99.2, left: 79.4, header: 42, footer: 49, gutter: 0 },
  columns: 1,
  grid: { type: "linesAndChars", linePitch: 28.95, charSpace: -0.207 },
  breakType: "nextPage",
  titlePage: false,
};

export function block(index: number, text: string, more: Partial<Block> = {}): Block {
  return {
    index,
    kind: "paragraph",
    region: "body",
    text,
    labelLength: 0,
    paragraph: index + 1,
    headingLevel: 0,
    ...more,
  };
}

/** A paragraph of a docx set in `size` points. */
export function paragraph(index: number, text: string, format: Partial<ParagraphFormat> = {}, size = 16): Block {
  const runs = text ? [{ start: 0, end: text.length, size }] : [];
  return block(index, text, { format: { section: 0, runs, ...format } });
}

/** A document of these blocks with nothing recognised but what `more` gives. */
export function draft(
  blocks: Block[],
  more: Partial<OfficialDocument> = {},
  sections?: PageSection[],
): OfficialDocument {
  const facts = Object.fromEntries(FACT_NAMES.map((name) => [name, { origin: "unknown" }])) as Facts;
  const last = blocks.length - 1;
  const whole: Part = { name: "document", title: null, body: { first: 0, last }, range: { first: 0, last } };
  return {
    name: "draft",
    source: {
      format: sections ? "docx" : "text",
      blocks,
      declared: {},
      layout: sections ? { sections } : undefined,
      traces: [],
      cut: [],
    },
    blocks,
    elements: NO_ELEMENTS,
    body: { first: 0, last },
    chrome: [],
    parts: [whole],
    attachments: [],
    clauses: [],
    facts,
    ...more,
  };
}

export function elements(some: Partial<Elements>): Elements {
  return { ...NO_ELEMENTS, ...some };
}
