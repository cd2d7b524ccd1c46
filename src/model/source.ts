import type { Block } from "./block.ts";

/** `extracted`: text alone, got out of a file of another kind. */
export type Format = "docx" | "markdown" | "text" | "html" | "extracted";

/** What a reader hands on: blocks in reading order and what else the file says about itself. */
export interface SourceDocument {
  format: Format;
  blocks: Block[];
  /** Declared facts: front matter of a Markdown file, custom properties of a docx. Unknown names are kept for the message. */
  declared: Record<string, unknown>;
  layout?: Layout;
  /** What Word or WPS saved about the document in `docProps/app.xml`. Shown, never used: it is often stale. */
  witness?: Witness;
  /** Pages of a file that is made of pages: a PDF. */
  pages?: number;
  /** Things a clerk has to know that are not text: revisions, comments, hidden text, external links, macros. */
  traces: Trace[];
  /** Names of limits that cut a part off; a document with any is `checked-partial`. */
  cut: Cut[];
  /** Encoding of a text file as detected, e.g. `utf-8`, `gb18030`. */
  encoding?: string;
  /** Comments of a Markdown or HTML file and where they begin (both 1-based): suppressions stand in them. */
  comments?: SourceComment[];
  /** What the author has to mend in the file and what did not keep it from being read: broken front matter. */
  problems?: SourceProblem[];
}

export interface SourceComment {
  line: number;
  column: number;
  text: string;
}

/** `key` is a catalogue key, `values` fill its sentence; `line` is 1-based. */
export interface SourceProblem {
  line: number;
  key: string;
  values: Record<string, string | number>;
}

export interface Layout {
  sections: PageSection[];
}

/** Page set-up of one section; lengths in points. */
export interface PageSection {
  width: number;
  height: number;
  landscape: boolean;
  margin: { top: number; right: number; bottom: number; left: number; header: number; footer: number; gutter: number };
  columns: number;
  grid?: { type: "default" | "lines" | "linesAndChars" | "snapToChars"; linePitch?: number; charSpace?: number };
  /** `nextPage` unless the file says otherwise. */
  breakType: "nextPage" | "continuous" | "evenPage" | "oddPage" | "nextColumn";
  titlePage: boolean;
}

export interface Witness {
  application?: string;
  pages?: number;
  words?: number;
  characters?: number;
}

export type TraceKind =
  | "insertion"
  | "deletion"
  | "move"
  | "comment"
  | "hidden-text"
  | "external-link"
  | "active-content"
  | "signature";

export interface Trace {
  kind: TraceKind;
  /** Block it stands in, −1 where it is in none. */
  block: number;
  /** The words concerned or the target named. */
  text: string;
  author?: string;
}

export interface Cut {
  limit: string;
  value: number;
  max: number;
}

/** Why a file was not checked; the same words in `check` and `scan`. */
export type Status =
  | "checked-clean"
  | "checked-findings"
  | "checked-partial"
  | "unsupported"
  | "encrypted"
  | "corrupt"
  | "rejected-unsafe"
  | "too-large"
  | "unreadable"
  | "timeout"
  | "out-of-memory"
  | "crashed"
  | "skipped";

export type FailureStatus = Exclude<Status, "checked-clean" | "checked-findings" | "checked-partial">;

/** A reader's refusal. `reason` is a key of the message catalogue, `values` fill its sentence. */
export interface ReadFailure {
  status: FailureStatus;
  reason: string;
  values: Record<string, string | number>;
}

export type ReadResult = { ok: true; source: SourceDocument } | { ok: false; failure: ReadFailure };
