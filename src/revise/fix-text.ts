import type { OfficialDocument } from "../model/document.ts";
import { decode } from "../read/encoding.ts";
import { refusal } from "./docx/package-edit.ts";
import { editBytes } from "./fix/bytes.ts";
import type { Fix } from "./fix/fix.ts";
import { locateFixes } from "./fix/text.ts";
import type { Fixed } from "./fix-docx.ts";

/** A text or Markdown draft with `fixes` done, in its own encoding. `bytes` are what `document` was read from. */
export function fixText(bytes: Uint8Array, document: OfficialDocument, fixes: readonly Fix[]): Fixed {
  const decoded = decode(bytes);
  if (!decoded) return refusal("revise.other-bytes");
  const { edits, done, left } = locateFixes(decoded.text, document, fixes);
  const fixed = editBytes(bytes, decoded.encoding, edits);
  return fixed
    ? { ok: true, bytes: fixed, done, left }
    : refusal("revise.text-encoding", { encoding: decoded.encoding });
}
