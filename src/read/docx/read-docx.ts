import type { Limits } from "../../model/limits.ts";
import type { ReadResult } from "../../model/source.ts";
import { readDocument } from "./document.ts";
import { findMainPart } from "./opc/main-part.ts";
import { Package } from "./opc/package.ts";
import { megabytes, refuse, refusing } from "./refusal.ts";
import type { TextTracer } from "./story/context.ts";

/**
 * Reads a Word document (.docx, .docm, .dotx, .dotm; transitional or strict ISO/IEC 29500) from its bytes, or says why
 * it cannot: any file that begins like a zip may be handed in. One pass over each part that is needed; nothing outside
 * the bytes is ever opened, nothing in them is run. `tracer` is told where in the parts each block's text stands.
 */
export function readDocx(bytes: Uint8Array, limits: Limits, tracer: TextTracer | null = null): ReadResult {
  return refusing(() => {
    if (bytes.length > limits.docxBytes) {
      refuse("too-large", "read.docx.too-large", {
        limit: "docxBytes",
        actual: megabytes(bytes.length),
        max: megabytes(limits.docxBytes),
      });
    }
    const file = new Package(bytes, limits);
    return { ok: true, source: readDocument(file, findMainPart(file), tracer) };
  });
}
