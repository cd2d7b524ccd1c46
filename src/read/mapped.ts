import type { Block, BlockKind, Region, Segment, TableCell } from "../model/block.ts";
import type { Limits } from "../model/limits.ts";
import type { Cut, SourceComment } from "../model/source.ts";
import { lineColumnAt, lineStarts } from "./lines.ts";

/** Text under construction with the source offset of every character: `offsets[i]` belongs to `text[i]`. */
export interface Mapped {
  text: string;
  offsets: number[];
}

export function append(to: Mapped, text: string, offsets: readonly number[]): void {
  to.text += text;
  for (const offset of offsets) to.offsets.push(offset);
}

/** `source.slice(from, to)` as it stands. */
export function appendSlice(mapped: Mapped, source: string, from: number, to: number): void {
  mapped.text += source.slice(from, to);
  for (let at = from; at < to; at++) mapped.offsets.push(at);
}

export function slice(mapped: Mapped, from: number, to: number): Mapped {
  return { text: mapped.text.slice(from, to), offsets: mapped.offsets.slice(from, to) };
}

export interface BlockProperties {
  kind: BlockKind;
  region?: Region;
  headingLevel?: number;
  labelLength?: number;
  cell?: TableCell;
  /** Source offset of a block without text. */
  offset?: number;
}

/** Collects the blocks of a marked-up text, with their places in `source`. */
export interface BlockList {
  blocks: Block[];
  comments: SourceComment[];
  cut: Cut[];
  add(mapped: Mapped, properties: BlockProperties): void;
  comment(text: string, offset: number): void;
}

export function blockList(source: string, limits: Limits): BlockList {
  const starts = lineStarts(source);
  const list: BlockList = {
    blocks: [],
    comments: [],
    cut: [],
    add(mapped, properties) {
      const { blocks } = list;
      const { kind, region = "body", headingLevel = 0, labelLength = 0, cell, offset = 0 } = properties;
      const first = lineColumnAt(starts, mapped.offsets[0] ?? offset);
      if (blocks.length >= limits.paragraphs) {
        if (list.cut.length === 0) list.cut.push({ limit: "paragraphs", value: first.line, max: limits.paragraphs });
        return;
      }
      const segments = mapped.text === "" ? [{ at: 0, ...first }] : segmentsOf(mapped, source, starts);
      const { text } = mapped;
      const block: Block = {
        index: blocks.length,
        kind,
        region,
        text,
        labelLength,
        paragraph: first.line,
        headingLevel,
        segments,
      };
      if (cell) block.cell = cell;
      blocks.push(block);
    },
    comment(text, offset) {
      list.comments.push({ ...lineColumnAt(starts, offset), text });
    },
  };
  return list;
}

/** A segment wherever the source does not run on by one, and behind a line end that became part of the text. */
function segmentsOf({ text, offsets }: Mapped, source: string, starts: readonly number[]): Segment[] {
  const segments: Segment[] = [];
  for (let at = 0; at < text.length; at++) {
    const before = offsets[at - 1]!;
    const runsOn = at > 0 && offsets[at] === before + 1 && source[before] !== "\n" && source[before] !== "\r";
    if (!runsOn) segments.push({ at, ...lineColumnAt(starts, offsets[at]!) });
  }
  return segments;
}

/** Comments `<!-- … -->` in a piece of markup that begins at `base`. */
export function findComments(markup: string, base: number, list: BlockList): void {
  for (let open = markup.indexOf("<!--"); open >= 0; open = markup.indexOf("<!--", open + 4)) {
    const close = markup.indexOf("-->", open + 4);
    if (close < 0) return;
    list.comment(markup.slice(open + 4, close).trim(), base + open);
    open = close;
  }
}
