import type { Block } from "../../model/block.ts";
import type { OfficialDocument } from "../../model/document.ts";
import type { PageSection } from "../../model/source.ts";
import { linePitch, MM } from "./page.ts";
import type { Placed } from "./roles.ts";

/** Height of a line whose pitch the font decides, in sizes of its type: 仿宋, 宋体 and 小标宋 take 1.14 to 1.35. */
const SINGLE = 1.3;

/** Half a page: what stands lower is no head. */
const HEAD = 400;

/**
 * Millimetres from the upper edge of the paper, or of the type area, to the upper edge of the characters of `mark`
 * (发文机关标志), as margin, blank lines and spacing above it give them. Null where the mark stands in a text box or a
 * table, below a page break, or deep in the page. An estimate: what the printer makes of it may differ by some millimetres.
 */
export function markDistance(
  { blocks }: OfficialDocument,
  mark: Placed,
  section: PageSection,
  from: "page" | "type-area",
): number | null {
  const above = blocks.slice(0, mark.block.index).filter(({ region }) => region === "body" || region === "text-box");
  if (above.some((block) => block.cell || block.region === "text-box" || block.format?.pageBreakBefore)) return null;
  const own = lineHeight(mark.block, section);
  const size = sizeOf(mark.block);
  if (own === null || size === null) return null;
  let points = mark.block.format?.spaceBefore ?? 0;
  for (const block of above) {
    const height = lineHeight(block, section);
    if (height === null) return null;
    points += (block.format?.spaceBefore ?? 0) + height + (block.format?.spaceAfter ?? 0);
  }
  points += Math.max(0, (own - size) / 2) + (from === "page" ? section.margin.top : 0);
  return points > HEAD ? null : Math.round(points / MM);
}

function sizeOf({ format }: Block): number | null {
  return Math.max(0, ...(format?.runs ?? []).map(({ size }) => size ?? 0)) || null;
}

function lineHeight(block: Block, section: PageSection): number | null {
  const size = sizeOf(block);
  return linePitch(block, section) ?? (size === null ? null : size * SINGLE * multiple(block));
}

function multiple({ format }: Block): number {
  return format?.lineRule === "auto" || format?.lineRule === undefined ? (format?.lineSpacing ?? 1) : 1;
}
