import type { PageSection } from "../../../model/source.ts";
import type { Tag } from "../xml/tag.ts";
import { integer, isOn, number, points } from "./measure.ts";

/** A header or footer that a section names. */
export interface HeaderReference {
  region: "header" | "footer";
  /** For which pages: `even` and `first` ones are printed only where the document or section says so. */
  pages: "default" | "even" | "first";
  relationship: string;
}

const BREAKS = new Set(["nextPage", "continuous", "evenPage", "oddPage", "nextColumn"]);
const GRIDS = new Set(["default", "lines", "linesAndChars", "snapToChars"]);

/**
 * Hears the children of a `w:sectPr`. What the file leaves out is Word's own start for a Chinese page: A4, 2.54 cm
 * above and below, 3.17 cm at the sides.
 */
export class SectionReader {
  readonly headers: HeaderReference[] = [];
  readonly page: PageSection = {
    width: 595.3,
    height: 841.9,
    landscape: false,
    margin: { top: 72, right: 90, bottom: 72, left: 90, header: 42.55, footer: 49.6, gutter: 0 },
    columns: 1,
    breakType: "nextPage",
    titlePage: false,
  };

  open(tag: Tag): boolean {
    const { page } = this;
    switch (tag.name) {
      case "w:pgSz":
        page.width = points(tag.get("w:w")) ?? page.width;
        page.height = points(tag.get("w:h")) ?? page.height;
        page.landscape = tag.get("w:orient") === "landscape" || page.width > page.height;
        break;
      case "w:pgMar":
        readMargins(page.margin, tag);
        break;
      case "w:cols":
        page.columns = Math.max(1, integer(tag.get("w:num")) ?? 1);
        break;
      case "w:docGrid":
        page.grid = readGrid(tag);
        break;
      case "w:type":
        if (BREAKS.has(tag.get("w:val") ?? "")) page.breakType = tag.get("w:val") as PageSection["breakType"];
        break;
      case "w:titlePg":
        page.titlePage = isOn(tag);
        break;
      case "w:headerReference":
      case "w:footerReference":
        this.readHeader(tag);
        break;
    }
    return false;
  }

  private readHeader(tag: Tag): void {
    const relationship = tag.get("r:id");
    const pages = tag.get("w:type");
    if (relationship === undefined) return;
    this.headers.push({
      region: tag.name === "w:headerReference" ? "header" : "footer",
      pages: pages === "even" || pages === "first" ? pages : "default",
      relationship,
    });
  }
}

/** A margin below zero only tells Word to let the header run into the page; its length is what counts. */
function readMargins(margin: PageSection["margin"], tag: Tag): void {
  for (const side of ["top", "right", "bottom", "left", "header", "footer", "gutter"] as const) {
    margin[side] = Math.abs(points(tag.get(`w:${side}`)) ?? margin[side]);
  }
}

function readGrid(tag: Tag): PageSection["grid"] {
  const type = tag.get("w:type") ?? "default";
  const charSpace = number(tag.get("w:charSpace"));
  return {
    type: (GRIDS.has(type) ? type : "default") as NonNullable<PageSection["grid"]>["type"],
    linePitch: points(tag.get("w:linePitch")),
    // ST_DecimalNumber in 4096ths of a point: what the grid adds to the width of a character.
    charSpace: charSpace === undefined ? undefined : charSpace / 4096,
  };
}
