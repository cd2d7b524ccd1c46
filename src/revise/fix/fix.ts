import type { Span } from "../../model/document.ts";

/** What a mechanical correction is about; `fix.KIND` in the catalogue says it. */
export type FixKind = "doc-number" | "date" | "addressees" | "half-width" | "label-mark" | "neighbours";

/**
 * One correction: at most one character goes (`span` is empty where one only comes), at most one comes. So small, it
 * always lies in one run of a Word document.
 */
export interface Fix {
  span: Span;
  replacement: string;
  what: FixKind;
}
