import type { OfficialDocument } from "../model/document.ts";
import { applyEdits } from "./docx/edit.ts";
import { closePackage, openPackage, type Refusal, refusal } from "./docx/package-edit.ts";
import { piecesOf } from "./docx/pieces.ts";
import { mapRuns } from "./docx/runs.ts";
import { trackFixes } from "./docx/track.ts";
import type { Fix } from "./fix/fix.ts";

/** A fixed draft: its bytes, what was mended, and what has to be mended by hand. */
export type Fixed = { ok: true; bytes: Uint8Array; done: Fix[]; left: Fix[] } | Refusal;

/**
 * A Word draft with `fixes` as tracked changes; only the main part changes. `bytes` are what `document` was read from.
 * Refused: signed documents, since a change would break the signature.
 */
export function fixDocx(bytes: Uint8Array, document: OfficialDocument, fixes: readonly Fix[]): Fixed {
  if (document.source.traces.some(({ kind }) => kind === "signature")) return refusal("revise.signed");
  if (fixes.length === 0) return { ok: true, bytes, done: [], left: [] };
  const pieces = piecesOf(bytes, document);
  if (!pieces) return refusal("revise.other-bytes");
  const editing = openPackage(bytes);
  if ("ok" in editing) return editing;
  const { main, contents, name } = editing;
  const { edits, done, left } = trackFixes(main.text, mapRuns(main.text), pieces, fixes);
  if (done.length === 0) return { ok: true, bytes, done, left };
  contents.set(name, main.encode(applyEdits(main.text, edits)));
  return { ok: true, bytes: closePackage(editing), done, left };
}
