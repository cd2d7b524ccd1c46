import type { OfficialDocument } from "../model/document.ts";
import { refusal } from "./docx/package-edit.ts";
import { fixes } from "./fix/fixes.ts";
import { type Fixed, fixDocx } from "./fix-docx.ts";
import { fixText } from "./fix-text.ts";

/** The draft with everything mechanical mended: tracked changes in a docx, plain edits in text and Markdown. */
export function fixDocument(bytes: Uint8Array, document: OfficialDocument): Fixed {
  const { format } = document.source;
  if (format === "html") return refusal("revise.html");
  if (format === "extracted") return refusal("revise.extracted");
  return (format === "docx" ? fixDocx : fixText)(bytes, document, fixes(document));
}
