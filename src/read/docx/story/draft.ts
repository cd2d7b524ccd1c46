import type { Block, RunFormat } from "../../../model/block.ts";
import type { Look } from "../format/looks.ts";
import { NO_PARAGRAPH_PROPERTIES, type ParagraphProperties } from "../format/paragraph-properties.ts";
import { NO_RUN_PROPERTIES, type RunProperties } from "../format/run-properties.ts";
import type { SectionReader } from "../format/section.ts";
import type { PendingTrace, TextPiece } from "./context.ts";

/** A paragraph being read. */
export interface Draft {
  /** 1-based in the main part, 0 elsewhere; a text box has its host's. */
  paragraph: number;
  properties: ParagraphProperties;
  mark: RunProperties;
  section: SectionReader | null;
  text: string;
  /** Label of a paragraph whose hidden mark joined it to this one. */
  label: string;
  runs: RunFormat[];
  look: Look | null;
  traces: PendingTrace[];
  /** Blocks of the text boxes anchored here; they follow the paragraph. */
  boxes: Block[];
  pieces: TextPiece[];
  /** Length of the text at the first page break, −1 without one. */
  breakAt: number;
}

export function newDraft(paragraph: number): Draft {
  return {
    paragraph,
    properties: NO_PARAGRAPH_PROPERTIES,
    mark: NO_RUN_PROPERTIES,
    section: null,
    text: "",
    label: "",
    runs: [],
    look: null,
    traces: [],
    boxes: [],
    pieces: [],
    breakAt: -1,
  };
}

/** Field by field: spread out it takes four times as long. */
export function runOf(look: Look, start: number, end: number): RunFormat {
  const { eastAsianFont, asciiFont, size, bold, italic, underline, color } = look;
  return { start, end, eastAsianFont, asciiFont, size, bold, italic, underline, color };
}

/** Adds text of one look; runs of the same look become one. */
export function addText(draft: Draft, text: string, look: Look): void {
  const start = draft.text.length;
  draft.text += text;
  if (draft.look === look) draft.runs[draft.runs.length - 1]!.end = draft.text.length;
  else {
    draft.runs.push(runOf(look, start, draft.text.length));
    draft.look = look;
  }
}

/** Puts what stood before a removed paragraph mark in front of the paragraph that now holds it. */
export function carryInto(draft: Draft, before: Draft): void {
  if (before.text !== "") draft.paragraph = before.paragraph;
  draft.text = before.text;
  draft.label = before.label;
  draft.runs = before.runs;
  draft.look = before.look;
  draft.traces = before.traces;
  draft.boxes = before.boxes;
  draft.pieces = before.pieces;
  draft.breakAt = before.breakAt;
}
