import { createHash } from "node:crypto";
import { declaredIn } from "../bench/declared.ts";
import type { Incoming } from "../index-store/write.ts";
import { type Language, say } from "../language/say.ts";
import { openDocument } from "../lint.ts";
import { DEFAULT_LIMITS } from "../model/limits.ts";
import { foreignText } from "./foreign-text.ts";
import { openFile } from "./open-file.ts";

/** Files on their way into an index, read by the readers that drafts go through. `name` is the path shown. */
export async function* indexFiles(
  files: AsyncIterable<{ path: string; name: string }>,
  language: Language,
): AsyncGenerator<Incoming> {
  for await (const { path, name } of files) {
    const bytes = await openFile(path, DEFAULT_LIMITS);
    yield {
      path: name,
      sha256: bytes instanceof Uint8Array ? createHash("sha256").update(bytes).digest("hex") : null,
      async open() {
        const draft = { name, declared: { over: {}, under: {} }, superiors: [], open: async () => bytes };
        const opened = await openDocument(draft, { limits: DEFAULT_LIMITS, declaredIn, textOfForeign: foreignText });
        if (opened.ok) return opened.document;
        const { status, reason, values } = opened.failure;
        return { status, reason: say(language, reason, values) };
      },
    };
  }
}
