import type { DocumentResult, Summary } from "./result.ts";

/** The whole of `check --format json`. Its JSON Schema is generated from this type. */
export interface CheckOutput {
  documents: WireDocument[];
  summary: Summary;
  exitCode: number;
}

/** One document of the machine formats: `elapsed` is left out, so that two runs give the same bytes. */
export type WireDocument = Omit<DocumentResult, "elapsed">;
