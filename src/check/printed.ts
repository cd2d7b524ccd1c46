import type { Block } from "../model/block.ts";
import type { OfficialDocument } from "../model/document.ts";

/** Blocks of the main story that belong to the document: no header or footer, no site navigation around a saved page. */
export function printedBlocks(document: OfficialDocument): Block[] {
  const chrome = new Set<number>();
  for (const { first, last } of document.chrome) for (let i = first; i <= last; i++) chrome.add(i);
  return document.blocks.filter((block) => block.region === "body" && !chrome.has(block.index));
}

/** A stretch of one text. */
export interface Range {
  start: number;
  end: number;
}

/** Every match of a global pattern of ours; empty ones are none. */
export function rangesOf(pattern: RegExp, text: string): Range[] {
  const found: Range[] = [];
  for (const match of text.matchAll(pattern)) {
    if (match[0].length > 0) found.push({ start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** A stretch of one block. */
export interface Place {
  block: Block;
  range: Range;
}
