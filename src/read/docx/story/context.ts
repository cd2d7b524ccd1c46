import type { Block, ParagraphFormat } from "../../../model/block.ts";
import type { Limits } from "../../../model/limits.ts";
import type { Cut, PageSection, TraceKind } from "../../../model/source.ts";
import type { Looks } from "../format/looks.ts";
import type { ParagraphProperties } from "../format/paragraph-properties.ts";
import type { HeaderReference } from "../format/section.ts";
import type { Styles } from "../format/styles.ts";
import type { LabelCounter } from "../numbering/labels.ts";
import type { Lists } from "../numbering/lists.ts";

/** A trace whose block has no number yet. */
export interface PendingTrace {
  kind: TraceKind;
  block: Block | null;
  text: string;
  author?: string;
  /** Id of the comment that the text and author are to be taken from. */
  comment?: string;
}

/** `text.slice(start, end)` of a block stands in the part from offset `at` on, before references were resolved. */
export interface TextPiece {
  start: number;
  end: number;
  /** −1 for characters that an element stands for (tab, line break, symbol). */
  at: number;
}

/**
 * Told of every block where its text comes from, once the block is complete. A writer of margin comments finds the run
 * of a span with it: the piece that holds the span's offset names the `w:t` whose text begins at or before `at` in
 * `part`. The generated label (`labelLength`) belongs to no piece. A block that is not in the result (a row whose
 * removal is tracked, a part read twice for a damaged field) was told of in vain: go by the object, not by its number.
 */
export type TextTracer = (part: string, block: Block, pieces: TextPiece[]) => void;

export interface Section {
  page: PageSection;
  headers: HeaderReference[];
}

/** What all parts of one document share while they are read. */
export interface Reading {
  limits: Limits;
  styles: Styles;
  looks: Looks;
  /** Read when the first numbered paragraph asks; null where the file has none. */
  lists: () => Lists | null;
  labels: LabelCounter;
  tracer: TextTracer | null;
  sections: Section[];
  /** Paragraphs of the section being read whose spacing is given in lines. */
  inLines: { format: ParagraphFormat; properties: ParagraphProperties }[];
  traces: PendingTrace[];
  cuts: Map<string, Cut>;
  tables: number;
  paragraphs: number;
  characters: number;
  /** Ids of notes in the order the text refers to them. */
  footnotes: string[];
  endnotes: string[];
}

/** Notes that a limit (or a thing that cannot be read) left something out. */
export function cut(reading: Reading, limit: string, value: number, max: number): void {
  const before = reading.cuts.get(limit);
  if (!before || value > before.value) reading.cuts.set(limit, { limit, value, max });
}
