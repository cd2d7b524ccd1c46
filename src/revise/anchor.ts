import type { Block } from "../model/block.ts";
import type { OfficialDocument, Span } from "../model/document.ts";

/**
 * What a comment stands on: the words of the finding; for a number that Word makes its paragraph; for words outside the
 * body the nearest paragraph of the body; for the whole document its title, or its first paragraph where it has none.
 */
export type AnchorKind =
  | "words"
  | "label"
  | "around"
  | "nearest"
  | "header"
  | "footer"
  | "text-box"
  | "footnote"
  | "endnote"
  | "title"
  | "first";

/** A stretch of the body, from `start` of one block to `end` of the same or a later one. */
export interface Anchor {
  kind: AnchorKind;
  from: { block: number; at: number };
  to: { block: number; at: number };
}

/** Chooses where the comment of a finding goes; null where the document has no words in its body. */
export function anchorOf(
  document: OfficialDocument,
  span: Span | null,
  isWritten: (block: Block) => boolean,
): Anchor | null {
  const block = span && document.blocks[span.block];
  if (!span || !block) return wholeDocument(document, isWritten);
  if (block.region === "body" && isWritten(block)) {
    if (span.end <= block.labelLength && block.labelLength > 0) return paragraph("label", block);
    const start = Math.max(span.start, block.labelLength);
    return { kind: "words", from: { block: block.index, at: start }, to: { block: block.index, at: span.end } };
  }
  const near = nearest(document.blocks, block, isWritten);
  return !near ? null : paragraph(block.region === "body" ? "nearest" : block.region, near);
}

function paragraph(kind: AnchorKind, block: Block): Anchor {
  return {
    kind,
    from: { block: block.index, at: block.labelLength },
    to: { block: block.index, at: block.text.length },
  };
}

function wholeDocument(document: OfficialDocument, isWritten: (block: Block) => boolean): Anchor | null {
  const spans = (document.elements.title?.spans ?? []).filter((span) => {
    const block = document.blocks[span.block];
    return block?.region === "body" && isWritten(block);
  });
  const [first, last] = [spans[0], spans.at(-1)];
  if (first && last) {
    return { kind: "title", from: { block: first.block, at: first.start }, to: { block: last.block, at: last.end } };
  }
  const block = document.blocks.find((one) => one.region === "body" && isWritten(one));
  return block ? paragraph("first", block) : null;
}

/** A text box stands behind the paragraph it is anchored in; a header before everything; a footer or note behind it. */
function nearest(blocks: readonly Block[], block: Block, isWritten: (block: Block) => boolean): Block | undefined {
  const fits = (one: Block) => one.region === "body" && isWritten(one);
  if (block.region === "header") return blocks.find(fits);
  const before = block.region === "body" || block.region === "text-box" ? blocks.slice(0, block.index) : blocks;
  return before.findLast(fits) ?? blocks.find(fits);
}
