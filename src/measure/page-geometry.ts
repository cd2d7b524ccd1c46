import type { OfficialDocument } from "../model/document.ts";
import type { PageSection } from "../model/source.ts";

/** What a page of one section offers its text; lengths in points. */
export interface PageGeometry {
  /** Width of one column of text. */
  width: number;
  /** Height of the text area. */
  height: number;
  columns: number;
  /** Line pitch of the document grid, 0 without one. */
  pitch: number;
  /** What the character grid adds to each full-width character (negative where it draws them together). */
  charSpace: number;
  breakType: PageSection["breakType"];
}

/** GB/T 9704-2012 5.2: A4, 版心 156 mm × 225 mm, 22 lines of 28 characters in 3号 (16 pt). */
export const STANDARD_PAGE: PageGeometry = {
  width: 442.2,
  height: 637.8,
  columns: 1,
  pitch: 637.8 / 22,
  charSpace: 442.2 / 28 - 16,
  breakType: "nextPage",
};

/** The same page as many offices set it: no grid, lines of 30 pt, so 21 lines of 27 characters. */
export const GRIDLESS_PAGE: PageGeometry = { ...STANDARD_PAGE, pitch: 30, charSpace: 0 };

/** Word's own gap between columns where the section says none: 36 pt. */
const COLUMN_GAP = 36;

/** Page geometry of every section; `standard` where the document has no page set-up of its own. */
export function pageGeometries(document: OfficialDocument, standard: PageGeometry): PageGeometry[] {
  const sections = document.source.layout?.sections ?? [];
  return sections.length === 0 ? [standard] : sections.map(geometryOf);
}

function geometryOf(section: PageSection): PageGeometry {
  const { margin, grid } = section;
  const columns = Math.max(1, section.columns);
  const across = section.width - margin.left - margin.right - margin.gutter - (columns - 1) * COLUMN_GAP;
  const lines = grid !== undefined && grid.type !== "default";
  return {
    width: Math.max(36, across / columns),
    // A negative margin means that header or footer may run into the text, its size is the same.
    height: Math.max(36, section.height - Math.abs(margin.top) - Math.abs(margin.bottom)),
    columns,
    pitch: lines ? (grid.linePitch ?? 0) : 0,
    charSpace: lines && grid.type !== "lines" ? (grid.charSpace ?? 0) : 0,
    breakType: section.breakType,
  };
}
