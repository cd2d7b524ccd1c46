import type { Block, Region } from "../../model/block.ts";
import { simplify } from "../../model/simplify.ts";
import type { SourceDocument } from "../../model/source.ts";
import type { Label } from "../labels/label.ts";
import { readLabel } from "../labels/read-label.ts";
import { CLASSES, COMMA, isSpace, SPACE, STOP } from "./char-class.ts";

/** A non-empty line of the main story as recognition sees it: a block, or a part of one that manual breaks divide. */
export interface Line {
  /** Index of the block. */
  block: number;
  /** The block's text in simplified characters; as long as the text itself, so offsets hold for both. */
  plain: string;
  /** The line's own stretch of the block: all of it, or what stands between two manual line breaks. */
  from: number;
  to: number;
  /** First and last offset of what is not white space. */
  start: number;
  end: number;
  /** `plain` without any white space, for comparing short lines that are spread out (科 技 部). */
  bare: string;
  /** The ordinal label it begins with. */
  label: Label | null;
  /** Stands in a table (tables that merely frame the page do not count). */
  cell: boolean;
  /** Depth of a Markdown, HTML or Word heading; 0 for none. */
  heading: number;
  centred: boolean;
  /** Running text: a full stop or semicolon, or a long line with commas. */
  prose: boolean;
  /** Last character, white space aside. */
  last: string;
}

/** The lines of one region, by default the main story, empty blocks left out. Linear in the text. */
export function linesOf(source: SourceDocument, region: Region = "body"): Line[] {
  const frames = framingCells(source.blocks);
  const lines: Line[] = [];
  for (const block of source.blocks) {
    if (block.region !== region) continue;
    addLines(lines, block, block.cell !== undefined && !frames.has(cellKey(block)));
  }
  return lines;
}

/** A paragraph broken by hand (↵) is several lines; a heading and a table cell are one however they are broken. */
function addLines(lines: Line[], block: Block, cell: boolean): void {
  const plain = simplify(block.text);
  let from = 0;
  if (!cell && block.headingLevel === 0) {
    for (let at = plain.indexOf("\n"); at >= 0; at = plain.indexOf("\n", from)) {
      addLine(lines, block, plain, from, at, cell);
      from = at + 1;
    }
  }
  addLine(lines, block, plain, from, plain.length, cell);
}

function addLine(lines: Line[], block: Block, plain: string, from: number, to: number, cell: boolean): void {
  let start = from;
  let end = to;
  while (start < end && isSpace(plain.charCodeAt(start))) start++;
  while (end > start && isSpace(plain.charCodeAt(end - 1))) end--;
  if (plain[end - 1] === ";") end = withoutEntities(plain, start, end);
  if (start === end) return;
  const { stops, commas, spaces } = countMarks(plain, start, end);
  const length = end - start - spaces;
  const bare =
    spaces === 0 ? plain.slice(start, end) : plain.slice(start, end).replace(/[\s\u3000\u00a0\u200b\ufeff]+/g, "");
  if (!cell && length <= 12 && isPageNumber(bare)) return;
  lines.push({
    block: block.index,
    plain,
    from,
    to,
    start,
    end,
    bare,
    label: cell ? null : labelOf(block, plain, start),
    cell,
    heading: block.headingLevel,
    centred: block.format?.alignment === "center",
    prose: stops > 0 || (commas > 0 && length >= 30),
    last: plain[end - 1]!,
  });
}

/**
 * The label a line begins with. A generated number is one whatever the text behind it says: 第二十一条 before 及时 names no
 * other article, and 3. before 5G应用 is no decimal.
 */
function labelOf(block: Block, plain: string, start: number): Label | null {
  const generated = start < block.labelLength ? readLabel(`${plain.slice(0, block.labelLength)}\u3000文`, start) : null;
  return generated ?? readLabel(plain, start);
}

/** 61, — 2 —, 第3页 of a text that was taken from a printed page. */
const isPageNumber = (bare: string) => /^(?:[—–\-－]*\d{1,4}[—–\-－]*|第\d{1,4}页(?:[/／]?共\d{1,4}页)?)$/.test(bare);

/** Web pages leave remains of entities (&nbsp;, &bsp;) behind a line. */
function withoutEntities(plain: string, start: number, end: number): number {
  for (;;) {
    const remains = /&[a-z]{2,6};$/.exec(plain.slice(Math.max(start, end - 8), end));
    if (!remains) return end;
    end -= remains[0].length;
    while (end > start && isSpace(plain.charCodeAt(end - 1))) end--;
  }
}

function countMarks(plain: string, start: number, end: number) {
  let stops = 0;
  let commas = 0;
  let spaces = 0;
  for (let at = start; at < end; at++) {
    const bits = CLASSES[plain.charCodeAt(at)]!;
    if (bits === 0) continue;
    if (bits & STOP) stops++;
    else if (bits & COMMA) commas++;
    else if (bits & SPACE) spaces++;
  }
  return { stops, commas, spaces };
}

const cellKey = (block: Block) => `${block.cell!.table}:${block.cell!.row}:${block.cell!.column}`;

/**
 * Cells that hold a whole document: some templates lay the page out in a one-cell table. Such a cell has most of the
 * file's text in at least eight paragraphs; its lines are ordinary lines.
 */
function framingCells(blocks: Block[]): Set<string> {
  const cells = new Map<string, { characters: number; paragraphs: number }>();
  let all = 0;
  for (const block of blocks) {
    if (block.region !== "body") continue;
    all += block.text.length;
    if (!block.cell) continue;
    const key = cellKey(block);
    const cell = cells.get(key);
    if (!cell) cells.set(key, { characters: block.text.length, paragraphs: 1 });
    else {
      cell.characters += block.text.length;
      if (block.text.trim() !== "") cell.paragraphs++;
    }
  }
  const framing = new Set<string>();
  for (const [key, cell] of cells) if (cell.paragraphs >= 8 && cell.characters * 2 > all) framing.add(key);
  return framing;
}
