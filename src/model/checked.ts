import type { Superior } from "./check.ts";
import type { OfficialDocument } from "./document.ts";
import type { Finding } from "./result.ts";

/**
 * A checked document with what it was read from and what it was compared with, findings still in spans: what copies of
 * the draft, and formats that show the draft itself, are made of. In memory only while its document is at hand.
 */
export interface Checked {
  bytes: Uint8Array;
  document: OfficialDocument;
  findings: readonly Finding[];
  superiors: readonly Superior[];
}
