/** Where a block stands in the file. `body` is the main story; everything else is read but never counted as body text. */
export type Region = "body" | "text-box" | "header" | "footer" | "footnote" | "endnote";

export type BlockKind = "paragraph" | "heading" | "list-item" | "table-cell";

/**
 * A paragraph, heading, list item, table cell or text-box paragraph in reading order, with its text as the printed
 * page shows it: automatic numbers and inserted revisions included, deleted revisions and hidden text excluded.
 */
export interface Block {
  /** Position in `SourceDocument.blocks`. */
  index: number;
  kind: BlockKind;
  region: Region;
  text: string;
  /** Characters at the start of `text` that the reader generated (automatic number), 0 where all text is typed. */
  labelLength: number;
  /**
   * docx: 1-based ordinal of the `w:p` in the main part, 0 outside it; a text-box paragraph is not counted and has the
   * ordinal of the paragraph its box is anchored in. Text formats: the 1-based line.
   */
  paragraph: number;
  /** Depth of a Markdown or HTML heading, or the outline level (1–9) of a Word paragraph; 0 for none. */
  headingLevel: number;
  cell?: TableCell;
  /** Where the text stands in the source; absent in docx, which has no lines. */
  segments?: Segment[];
  format?: ParagraphFormat;
}

/** From offset `at` of the block's text on, the source stands at `line`:`column` (both 1-based) and advances one for one. */
export interface Segment {
  at: number;
  line: number;
  column: number;
}

export interface TableCell {
  /** Ordinal of the table in the document, from 1; a nested table has its own. */
  table: number;
  /** 0-based. A merged cell stands at its first row and column. */
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  /** 1 for a table in the body, 2 for one inside a cell … */
  depth: number;
}

/** What a format check needs of a paragraph. Lengths in points; undefined where nothing in the file says it. */
export interface ParagraphFormat {
  style?: string;
  alignment?: "left" | "center" | "right" | "both" | "distribute";
  /** First-line indent, in characters where the file gives characters, else in points. */
  firstLineChars?: number;
  firstLine?: number;
  leftChars?: number;
  left?: number;
  rightChars?: number;
  right?: number;
  lineRule?: "auto" | "exact" | "atLeast";
  /** Points for `exact` and `atLeast`; a multiple of single spacing for `auto`. */
  lineSpacing?: number;
  spaceBefore?: number;
  spaceAfter?: number;
  snapToGrid?: boolean;
  pageBreakBefore?: boolean;
  keepNext?: boolean;
  /** Index into `Layout.sections`. */
  section: number;
  runs: RunFormat[];
}

/**
 * The look of `text.slice(start, end)`; runs of one look are joined. In a docx they cover the whole text, label
 * included, and an empty paragraph has one empty run: the look of its mark, which sets the height of the line.
 */
export interface RunFormat {
  start: number;
  end: number;
  eastAsianFont?: string;
  asciiFont?: string;
  /** Points. */
  size?: number;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  /** RRGGBB; undefined for automatic (black). */
  color?: string;
}
