import type { ParagraphFormat, RunFormat } from "../../../model/block.ts";
import type { PageSection } from "../../../model/source.ts";
import type { ParagraphProperties } from "./paragraph-properties.ts";
import { merge, type Style, type Styles } from "./styles.ts";

/** A paragraph's properties over all levels, and the paragraph style they came through. */
export interface ResolvedParagraph {
  properties: ParagraphProperties;
  style: Style | undefined;
}

/** Document defaults, table style, paragraph style, the paragraph itself. Where the list's level stands the caller adds. */
export function resolveParagraph(
  styles: Styles,
  table: string | undefined,
  direct: ParagraphProperties,
): ResolvedParagraph {
  const style = styles.get("paragraph", direct.style);
  const properties = merge(styles.ground(styles.get("table", table), style), direct);
  // A list or level that the paragraph itself names is not the style's, so the style's own level does not hold.
  if (direct.list !== undefined || direct.level !== undefined) properties.listStyle = undefined;
  return { properties, style };
}

/** Indents of a list's level: over the style where the paragraph names the list, under it where the style does. */
export function withListIndent(
  resolved: ParagraphProperties,
  level: ParagraphProperties,
  stylesOwn: ParagraphProperties | undefined,
  direct: ParagraphProperties,
): ParagraphProperties {
  const fromStyle = resolved.listStyle !== undefined;
  const result = { ...resolved };
  for (const key of ["left", "leftChars", "firstLine", "firstLineChars"] as const) {
    if (direct[key] !== undefined || (fromStyle && stylesOwn?.[key] !== undefined)) continue;
    if (level[key] !== undefined) result[key] = level[key];
  }
  return result;
}

/** What the model keeps of it. Indents: characters where the file gives characters other than 0, else points. */
export function paragraphFormat(
  p: ParagraphProperties,
  style: string | undefined,
  section: number,
  runs: RunFormat[],
): ParagraphFormat {
  const format: ParagraphFormat = { section, runs };
  if (style) format.style = style;
  if (p.alignment) format.alignment = p.alignment;
  if (p.firstLineChars) format.firstLineChars = p.firstLineChars;
  else if (p.firstLine !== undefined) format.firstLine = p.firstLine;
  if (p.leftChars) format.leftChars = p.leftChars;
  else if (p.left !== undefined) format.left = p.left;
  if (p.rightChars) format.rightChars = p.rightChars;
  else if (p.right !== undefined) format.right = p.right;
  if (p.line !== undefined) {
    format.lineRule = p.lineRule ?? "auto";
    format.lineSpacing = format.lineRule === "auto" ? p.line / 240 : p.line / 20;
  }
  if (p.before !== undefined && !p.beforeAuto) format.spaceBefore = p.before;
  if (p.after !== undefined && !p.afterAuto) format.spaceAfter = p.after;
  if (p.snapToGrid !== undefined) format.snapToGrid = p.snapToGrid;
  if (p.pageBreakBefore) format.pageBreakBefore = true;
  if (p.keepNext) format.keepNext = true;
  return format;
}

/** Space given in lines, once the section and so the height of a line is known (12 pt without a grid). */
export function setLineSpaces(format: ParagraphFormat, p: ParagraphProperties, section: PageSection | undefined): void {
  const grid = section?.grid;
  const line = grid && grid.type !== "default" && grid.linePitch ? grid.linePitch : 12;
  if (p.beforeLines && !p.beforeAuto) format.spaceBefore = p.beforeLines * line;
  if (p.afterLines && !p.afterAuto) format.spaceAfter = p.afterLines * line;
}
