import type { Limits } from "./limits.ts";
import type { ReadFailure } from "./source.ts";

/** Files whose text alone can be had, by libraries that not every installation has: old Word documents, PDF. */
export type ForeignKind = "doc" | "pdf";

export interface ForeignText {
  /** Paragraphs (doc) or printed lines (pdf), a line each; a form feed between pages. */
  text: string;
  /** Pages as printed, where the file has them. */
  pages: number | null;
}

/** Gets at the text of such a file, within limits of time and memory; or says what is missing, or what is wrong with it. */
export type TextOfForeign = (
  kind: ForeignKind,
  bytes: Uint8Array,
  limits: Limits,
) => Promise<ForeignText | ReadFailure>;
