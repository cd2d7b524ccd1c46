import type { Block } from "../../model/block.ts";
import type { PageSection } from "../../model/source.ts";

/** Points a millimetre. */
export const MM = 72 / 25.4;

/** The section that holds the running text: the first upright one. */
export function mainSection(sections: readonly PageSection[]): PageSection | null {
  return sections.find((section) => !section.landscape) ?? null;
}

/**
 * Distance from line to line of a paragraph in points, however it was set: an exact pitch, a grid of lines it snaps to, a
 * multiple on such a grid. Null where the font decides.
 */
export function linePitch({ format }: Block, section: PageSection): number | null {
  if (!format) return null;
  const { lineRule, lineSpacing } = format;
  if (lineRule === "exact" && lineSpacing) return lineSpacing;
  const grid = section.grid;
  const pitch = grid && grid.type !== "default" && format.snapToGrid !== false ? grid.linePitch : undefined;
  if (!pitch) return null;
  const size = Math.max(0, ...format.runs.map((run) => run.size ?? 0));
  // A line of 16 pt type does not fit a grid of 15.6 pt and takes two: Word's own default, which says nothing.
  if (pitch < size * 1.15) return null;
  if (lineRule === "atLeast") return Math.max(pitch, lineSpacing ?? 0);
  return pitch * (lineSpacing ?? 1);
}

/** Lines of that pitch on a page of the section; a twentieth of a line is what Word rounds away. */
export function linesPerPage(pitch: number, { height, margin }: PageSection): number {
  return Math.floor((height - margin.top - margin.bottom) / pitch + 0.05);
}

/** Characters of that size on a line, by the grid of characters where there is one. */
export function charactersPerLine(size: number, section: PageSection): number {
  const { width, margin, grid } = section;
  const onGrid = grid?.type === "linesAndChars" || grid?.type === "snapToChars";
  const pitch = size + (onGrid ? (grid?.charSpace ?? 0) : 0);
  return Math.floor((width - margin.left - margin.right - margin.gutter) / pitch + 0.1);
}
