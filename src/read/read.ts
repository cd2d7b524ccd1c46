import type { TextOfForeign } from "../model/foreign.ts";
import type { Limits } from "../model/limits.ts";
import type { ReadFailure, ReadResult, SourceDocument } from "../model/source.ts";
import { detect } from "./detect.ts";
import { decode } from "./encoding.ts";
import { readText } from "./text.ts";

/**
 * Bytes of one file → blocks, or the reason why not. `name` only helps where the bytes leave it open. What a run may
 * not need (docx, Markdown, HTML) is loaded when a file asks for it. `textOf` is asked for the text of an old Word
 * document or a PDF, where somebody can get at it.
 */
export async function read(
  bytes: Uint8Array,
  name: string,
  limits: Limits,
  textOf?: TextOfForeign,
): Promise<ReadResult> {
  const found = detect(bytes, name);
  if ("failure" in found) return foreign(found.failure, bytes, limits, textOf);
  if (found.reader === "docx") {
    const { readDocx } = await import("./docx/read-docx.ts");
    return readDocx(bytes, limits);
  }
  if (found.reader === "ole2") {
    const { readOle } = await import("./docx/ole.ts");
    return foreign(readOle(bytes), bytes, limits, textOf);
  }
  if (bytes.length > limits.textBytes) {
    const max = Math.floor(limits.textBytes / (1024 * 1024));
    const actual = Math.ceil(bytes.length / (1024 * 1024));
    return refuse({ status: "too-large", reason: "read.text-too-large", values: { limit: "textBytes", actual, max } });
  }
  const decoded = decode(bytes);
  if (!decoded) return refuse(undecodable(bytes));
  const { text, encoding } = decoded;
  if (text.trim() === "") return refuse({ status: "corrupt", reason: "read.no-text", values: {} });
  switch (found.reader) {
    case "markdown": {
      const { readMarkdown } = await import("./markdown.ts");
      return accept(await readMarkdown(text, encoding, limits));
    }
    case "html": {
      const { readHtml } = await import("./html.ts");
      return accept(readHtml(text, encoding, limits));
    }
    case "text":
      return { ok: true, source: readText(text, encoding, limits) };
  }
}

/** A refused file once more: as text alone where `textOf` gets at it. */
async function foreign(
  failure: ReadFailure,
  bytes: Uint8Array,
  limits: Limits,
  textOf: TextOfForeign | undefined,
): Promise<ReadResult> {
  if (!textOf) return refuse(failure);
  const { foreignKind, foreignSource } = await import("./foreign.ts");
  const kind = foreignKind(failure);
  if (!kind) return refuse(failure);
  const got = await textOf(kind, bytes, limits);
  return "status" in got ? refuse(got) : { ok: true, source: foreignSource(kind, got, limits) };
}

function accept(source: SourceDocument | { failure: ReadFailure }): ReadResult {
  return "failure" in source ? refuse(source.failure) : { ok: true, source };
}

function refuse(failure: ReadFailure): ReadResult {
  return { ok: false, failure };
}

/** NUL stands in no text but UTF-16, which was tried. */
function undecodable(bytes: Uint8Array): ReadFailure {
  return bytes.includes(0)
    ? { status: "unsupported", reason: "read.binary", values: {} }
    : { status: "corrupt", reason: "read.encoding", values: {} };
}
