import type { BlockRange, Clause, OfficialDocument, Span } from "../model/document.ts";
import type { CompareSource } from "../model/passage.ts";
import { clausePath } from "../model/place.ts";
import type { Mask } from "./masks.ts";

/** One side of a comparison as plain text, and the way back from its offsets to blocks and clauses. */
export interface Side {
  name: string;
  text: string;
  /** Offset of every block's first character; blocks are joined by a line break. */
  starts: number[];
  lengths: number[];
  /** Stretches that are not the body: elements, page chrome, what stands outside the parts' bodies. */
  furniture: Mask[];
  clauses: SideClause[];
  issuedOn?: string;
  document: OfficialDocument | null;
}

/** A clause, or a line of a plain text. */
export interface SideClause {
  clause: Clause | null;
  path: string | null;
  span: Span;
  own: Span[];
}

/** A plain text: every line is a block, and a clause of its own. */
export function textSide(source: CompareSource): Side {
  const lines = source.text.split("\n");
  const { starts, lengths } = laid(lines);
  const clauses = lines.flatMap((line, block) => {
    const span = { block, start: 0, end: line.length };
    return line.trim() ? [{ clause: null, path: null, span, own: [span] }] : [];
  });
  return { ...source, starts, lengths, furniture: [], clauses, document: null };
}

/** A recognised document: its blocks, with everything but the parts' bodies as furniture. */
export function documentSide(document: OfficialDocument): Side {
  const texts = document.blocks.map((block) => block.text);
  const { starts, lengths } = laid(texts);
  const side: Side = {
    name: document.name,
    text: texts.join("\n"),
    starts,
    lengths,
    furniture: [],
    clauses: document.clauses.map((clause) => ({
      clause,
      path: clausePath(document, clause),
      span: clause.span,
      own: clause.own,
    })),
    issuedOn: document.facts.issuedOn.origin === "unknown" ? undefined : document.facts.issuedOn.value,
    document,
  };
  side.furniture = furnitureOf(document, side);
  return side;
}

export function sideOf(source: OfficialDocument | CompareSource): Side {
  return "blocks" in source ? documentSide(source) : textSide(source);
}

function laid(texts: string[]): { starts: number[]; lengths: number[] } {
  const starts: number[] = [];
  let at = 0;
  for (const text of texts) {
    starts.push(at);
    at += text.length + 1;
  }
  return { starts, lengths: texts.map((text) => text.length) };
}

function furnitureOf(document: OfficialDocument, side: Side): Mask[] {
  const masks: Mask[] = [];
  const bodies = document.parts.flatMap((part) => (part.body ? [part.body] : []));
  if (bodies.length === 0 && document.body) bodies.push(document.body);
  const inBody = new Uint8Array(document.blocks.length);
  for (const { first, last } of bodies) inBody.fill(1, first, last + 1);
  for (const { first, last } of document.chrome) inBody.fill(0, first, last + 1);
  for (const block of document.blocks) {
    const story = block.region === "body" || block.region === "text-box";
    if (!story || (bodies.length > 0 && inBody[block.index] === 0)) masks.push(blockMask(side, block.index));
  }
  const { attachments, ...single } = document.elements;
  const titles = document.parts.flatMap((part) => part.title?.spans ?? []);
  for (const span of [...Object.values(single), ...attachments]
    .flatMap((element) => element?.spans ?? [])
    .concat(titles)) {
    masks.push({
      start: offsetOf(side, span.block, span.start),
      end: offsetOf(side, span.block, span.end),
      kind: "furniture",
    });
  }
  return masks;
}

/** The whole of some blocks as furniture. */
export function rangeMask(side: Side, range: BlockRange): Mask {
  return {
    start: side.starts[range.first]!,
    end: offsetOf(side, range.last, side.lengths[range.last]!),
    kind: "furniture",
  };
}

function blockMask(side: Side, block: number): Mask {
  return rangeMask(side, { first: block, last: block });
}

export function offsetOf(side: Side, block: number, at: number): number {
  return side.starts[block]! + at;
}

/** Block that an offset of the joined text stands in. */
export function blockAt(side: Side, offset: number): number {
  let low = 0;
  let high = side.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (side.starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A stretch of the joined text as spans, one a block. */
export function spansOf(side: Side, start: number, end: number): Span[] {
  const spans: Span[] = [];
  for (let block = blockAt(side, start); block < side.starts.length && side.starts[block]! < end; block++) {
    const from = Math.max(0, start - side.starts[block]!);
    const to = Math.min(side.lengths[block]!, end - side.starts[block]!);
    if (to > from) spans.push({ block, start: from, end: to });
  }
  return spans;
}
