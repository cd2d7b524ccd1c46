import type { Block } from "../model/block.ts";
import type { OfficialDocument } from "../model/document.ts";
import { glyphKinds, WIDE } from "./glyph.ts";
import { BODY_SIZE } from "./paragraph-lines.ts";

/** Offsets in a text of all its characters but ideographs: nine of ten are, and fill lines without a look at each. */
export type Signs = readonly number[];

/** What a document's layouts have in common, whatever they assume: a page is laid out three times. */
export interface Story {
  /** The size most of the text is set in: what text without a size of its own is taken to have; points. */
  size: number;
  signs(block: Block): Signs;
}

export function storyOf({ blocks }: OfficialDocument): Story {
  const known: Signs[] = [];
  return { size: commonSize(blocks), signs: ({ index, text }) => (known[index] ??= signsIn(text)) };
}

export function signsIn(text: string): number[] {
  const kinds = glyphKinds();
  const signs: number[] = [];
  for (let i = 0; i < text.length; i++) if (kinds[text.charCodeAt(i)] !== WIDE) signs.push(i);
  return signs;
}

function commonSize(blocks: readonly Block[]): number {
  const lengths = new Map<number, number>();
  for (const { format } of blocks) {
    for (const { size, start, end } of format?.runs ?? []) {
      if (size !== undefined) lengths.set(size, (lengths.get(size) ?? 0) + end - start);
    }
  }
  let common = BODY_SIZE;
  let longest = 0;
  for (const [size, length] of lengths) {
    if (length <= longest) continue;
    common = size;
    longest = length;
  }
  return common;
}
