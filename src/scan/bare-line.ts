import type { DocumentResult } from "../model/result.ts";
import type { ScanLine, ScannedFile } from "../model/scan.ts";

/** What is known of a file that nobody opened. */
const UNOPENED: ScannedFile = { bytes: null, sha256: null, modified: null, attempts: 1 };

/** A result as a line of an archive, without the facts that rules over the archive need. */
export function bareLine({ elapsed: _elapsed, ...result }: DocumentResult, file: ScannedFile = UNOPENED): ScanLine {
  return { ...result, file, archive: null };
}
