import type { Block, ParagraphFormat } from "../model/block.ts";
import type { Assumptions } from "./assumptions.ts";
import { fontHeight } from "./glyph.ts";
import { countLines } from "./line-breaks.ts";
import type { PageGeometry } from "./page-geometry.ts";
import type { Signs } from "./story.ts";

/** Room a paragraph takes: `lines` of `height` points each. */
export interface ParagraphRoom {
  lines: number;
  height: number;
  before: number;
  after: number;
}

/** 3号, in which a 公文 is set unless stated otherwise (GB/T 9704-2012 5.2.2). */
export const BODY_SIZE = 16;
/** Twentieths of a point and 1/4096 of the grid's characters add up to less than this over a line. */
const ROUNDING = 0.05;
/** Word's own limits of line height and of room around a paragraph; a file may claim any number. */
const LEAST_HEIGHT = 0.7;
const MOST_HEIGHT = 1584;

/**
 * The lines of a block in a column `width` points wide, by one greedy pass with the rules for punctuation at line ends.
 * @param signs those of its text
 * @param size font size where the block's runs give none, in points
 * @param indent first-line indent in characters where the block has no format of its own
 */
export function paragraphRoom(
  block: Block,
  signs: Signs,
  page: PageGeometry,
  width: number,
  size: number,
  indent: number,
  assume: Assumptions,
): ParagraphRoom {
  const format = block.format;
  const onGrid = format?.snapToGrid !== false;
  const largest = largestSize(format, size);
  const em = largest + (onGrid ? page.charSpace : 0);
  const left = format?.leftChars !== undefined ? format.leftChars * em : (format?.left ?? 0);
  const right = format?.rightChars !== undefined ? format.rightChars * em : (format?.right ?? 0);
  const first = format
    ? format.firstLineChars !== undefined
      ? format.firstLineChars * em
      : (format.firstLine ?? 0)
    : indent * em;
  const squeeze = page.charSpace === 0 ? assume.squeeze : 0;
  const measure = Math.max(em, width - left - right) * (1 + squeeze) + ROUNDING;
  const rules = { measure, first, size, charSpace: onGrid ? page.charSpace : 0 };
  const height = lineHeight(format, tallest(format, largest), onGrid ? page.pitch : 0, assume);
  return {
    lines: countLines(block.text, signs, format?.runs ?? [], rules, assume),
    height: within(LEAST_HEIGHT, height, MOST_HEIGHT),
    before: within(0, format?.spaceBefore ?? 0, MOST_HEIGHT),
    after: within(0, format?.spaceAfter ?? 0, MOST_HEIGHT),
  };
}

function within(least: number, value: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

function largestSize(format: ParagraphFormat | undefined, size: number): number {
  let largest = 0;
  for (const run of format?.runs ?? []) if ((run.size ?? size) > largest) largest = run.size ?? size;
  return largest || size;
}

/** Size of the font that makes the lines highest, in ems of a font as high as its size. */
function tallest(format: ParagraphFormat | undefined, size: number): number {
  let height = size;
  for (const run of format?.runs ?? []) height = Math.max(height, (run.size ?? 0) * fontHeight(run.eastAsianFont));
  return height;
}

/** With a grid, single spacing is the least number of grid lines that holds the font; exact spacing leaves the grid. */
function lineHeight(format: ParagraphFormat | undefined, size: number, pitch: number, assume: Assumptions): number {
  const rule = format?.lineRule ?? "auto";
  const spacing = format?.lineSpacing;
  if (rule === "exact" && spacing) return spacing;
  const natural = size * assume.lineHeight;
  const single = pitch > 0 ? Math.max(1, Math.ceil(natural / pitch - 0.02)) * pitch : natural;
  if (rule === "atLeast") return Math.max(single, spacing ?? 0);
  return single * (spacing ?? 1);
}
