import type { Block } from "../model/block.ts";
import type { Limits } from "../model/limits.ts";
import type { Cut, SourceDocument } from "../model/source.ts";

/** Ends of a line; the others end a paragraph inside a line, and editors do not count them. */
const LINE_END = /\r\n|[\n\r\u2028\u2029\u0085\f\v]/g;

/**
 * Plain text: one block a line, empty lines too, so that a block's number follows from its line. Indents of full-width
 * blanks stay in the text. A form feed or U+2028 ends the block, not the line.
 */
export function readText(text: string, encoding: string, limits: Limits): SourceDocument {
  const cut: Cut[] = [];
  const kept = cutCharacters(text, limits, cut);
  const blocks: Block[] = [];
  let line = 1;
  let column = 1;
  let at = 0;
  const add = (end: number) => {
    if (blocks.length < limits.paragraphs) blocks.push(lineBlock(blocks.length, kept.slice(at, end), line, column));
  };
  for (const match of kept.matchAll(LINE_END)) {
    add(match.index);
    const next = match.index + match[0].length;
    const inside = !/[\n\r]/.test(match[0]);
    column = inside ? column + next - at : 1;
    if (!inside) line++;
    at = next;
  }
  if (at < kept.length) add(kept.length);
  if (blocks.length === limits.paragraphs && at < kept.length) {
    cut.push({ limit: "paragraphs", value: line, max: limits.paragraphs });
  }
  return { format: "text", blocks, declared: {}, traces: [], cut, encoding };
}

/** The text up to the limit; what is beyond is reported, never dropped in silence. */
export function cutCharacters(text: string, limits: Limits, cut: Cut[]): string {
  if (text.length <= limits.textCharacters) return text;
  cut.push({ limit: "textCharacters", value: text.length, max: limits.textCharacters });
  return text.slice(0, limits.textCharacters);
}

function lineBlock(index: number, text: string, line: number, column: number): Block {
  const segments = [{ at: 0, line, column }];
  return { index, kind: "paragraph", region: "body", text, labelLength: 0, paragraph: line, headingLevel: 0, segments };
}
