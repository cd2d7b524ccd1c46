import type { Block } from "../../src/model/block.ts";
import type { OfficialDocument, Span } from "../../src/model/document.ts";
import { DEFAULT_LIMITS } from "../../src/model/limits.ts";
import type { Finding } from "../../src/model/result.ts";
import { readDocx } from "../../src/read/docx/read-docx.ts";
import type { TextPiece } from "../../src/read/docx/story/context.ts";
import { recognise } from "../../src/recognise/recognise.ts";
import { mainXml } from "./unmark.ts";

export function documentOf(bytes: Uint8Array): OfficialDocument {
  const result = readDocx(bytes, DEFAULT_LIMITS);
  if (!result.ok) throw new Error(result.failure.reason);
  return recognise(result.source, "draft.docx", {});
}

export const textOfBlocks = (document: OfficialDocument) => document.blocks.map(({ text }) => text).join("\n");

export function finding(span: Span | null, title = "标题"): Finding {
  return {
    rule: "T-1",
    pack: "test",
    rules: ["T-1"],
    check: "pattern",
    severity: "warning",
    title,
    message: "消息",
    advice: "建议",
    basis: [],
    threshold: false,
    part: "document",
    span,
    evidence: [],
    fingerprint: "f",
    suppressed: null,
  };
}

/** A finding on the first place of these words in the document. */
export function findingOn(document: OfficialDocument, words: string): Finding {
  const block = document.blocks.find(({ text }) => text.includes(words));
  if (!block) throw new Error(`no ${words}`);
  const start = block.text.indexOf(words);
  return finding({ block: block.index, start, end: start + words.length });
}

/** The words a comment covers, as the reader finds them between its marks in the annotated file; by comment number. */
export function covered(bytes: Uint8Array, ids: readonly number[], part?: string): Map<number, string> {
  const told = new Map<Block, TextPiece[]>();
  const result = readDocx(bytes, DEFAULT_LIMITS, (_part, block, pieces) => void told.set(block, pieces));
  if (!result.ok) throw new Error(result.failure.reason);
  const xml = mainXml(bytes, part);
  const pieces = result.source.blocks
    .filter(({ region }) => region === "body")
    .flatMap((block) =>
      (told.get(block) ?? []).map(({ start, end, at }) => ({ text: block.text.slice(start, end), at })),
    );
  const found = new Map<number, string>();
  for (const id of ids) {
    const mark = (name: string) => xml.search(new RegExp(`<[A-Za-z0-9:]*${name} [^>]*:id="${id}"`));
    const [from, to] = [mark("commentRangeStart"), mark("commentRangeEnd")];
    if (from < 0 || to < from) throw new Error(`no marks of ${id}`);
    found.set(
      id,
      pieces.filter(({ at }) => at > from && at < to).reduce((all, { text }) => all + text, ""),
    );
  }
  return found;
}
