import type { Block } from "../../model/block.ts";
import type { OfficialDocument } from "../../model/document.ts";
import { DEFAULT_LIMITS } from "../../model/limits.ts";
import { readDocx } from "../../read/docx/read-docx.ts";
import type { TextPiece } from "../../read/docx/story/context.ts";

/** Reads the bytes again for the offsets of each block's text; null where they are not those of the document. */
export function piecesOf(bytes: Uint8Array, document: OfficialDocument): Map<number, TextPiece[]> | null {
  const told = new Map<Block, TextPiece[]>();
  const main = new Map<number, TextPiece[]>();
  const result = readDocx(bytes, DEFAULT_LIMITS, (_part, block, pieces) => void told.set(block, pieces));
  if (!result.ok || result.source.blocks.length !== document.blocks.length) return null;
  for (const block of result.source.blocks) {
    if (document.blocks[block.index]?.text !== block.text) return null;
    if (block.region === "body") main.set(block.index, told.get(block) ?? []);
  }
  return main;
}
