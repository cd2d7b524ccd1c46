import { GRIDLESS_PAGE, type PageGeometry, STANDARD_PAGE } from "./page-geometry.ts";

/**
 * What a layout has to assume because neither file nor standard says it: fonts are not in the file, and WPS, Word and
 * LibreOffice differ. One layout is run with the likely values, one with all of them at their tight end, one at their loose end.
 */
export interface Assumptions {
  /**
   * Height of a line in single spacing, in ems: Word takes 1.3 times ascent and descent of a Chinese font, which is
   * one em in 宋体, 仿宋, 黑体 and 楷体.
   */
  lineHeight: number;
  /** Width of Latin letters and of blanks against their usual width. */
  latin: number;
  /** Space set between ideographs and Latin letters or digits (autoSpaceDE/DN), in ems. */
  gap: number;
  /** Share of a line without a character grid that rounding of font metrics wins or loses. */
  squeeze: number;
  /** How far a line without a character grid draws in each punctuation mark to hold one character more, in ems. */
  compress: number;
  /** A closing mark may hang over the margin. */
  hanging: boolean;
  /** Points by which the last line may stick out of the text area. */
  slack: number;
  /** No single line of a paragraph stays alone at the foot or head of a page. */
  widowControl: boolean;
  /** Rows of tables break over pages. */
  rowsBreak: boolean;
  /** Columns of a table: 0 for widths that follow the text they hold, 1 for all alike. */
  evenColumns: number;
  /** An empty paragraph that only carries a section break and finds its page full makes no page of its own. */
  emptyBreakFits: boolean;
  /** Points above and below the text of a table row. */
  rowPadding: number;
  /** The page of a text that brings no page set-up. */
  standard: PageGeometry;
  /** Lines, for one page, that all of this may be wrong by; for n pages √n times as many. */
  edge: number;
  /**
   * Whether a text without page set-up is taken to be printed under a 版头: never, where it has a 发文字号 or a mark, or
   * wherever it has a 主送机关.
   */
  redHead: "never" | "numbered" | "addressed";
}

export const LIKELY: Assumptions = {
  lineHeight: 1.3,
  latin: 1,
  gap: 0.25,
  squeeze: 0,
  compress: 0.25,
  hanging: true,
  slack: 0.5,
  widowControl: false,
  rowsBreak: true,
  evenColumns: 0.35,
  emptyBreakFits: false,
  rowPadding: 0.5,
  standard: STANDARD_PAGE,
  edge: 0,
  redHead: "numbered",
};

export const TIGHT: Assumptions = {
  lineHeight: 1.15,
  latin: 0.9,
  gap: 0,
  squeeze: 0.01,
  compress: 0.5,
  hanging: true,
  slack: 2,
  widowControl: false,
  rowsBreak: true,
  evenColumns: 0.2,
  emptyBreakFits: true,
  rowPadding: 0,
  standard: STANDARD_PAGE,
  edge: -1,
  redHead: "never",
};

export const LOOSE: Assumptions = {
  lineHeight: 1.45,
  latin: 1.1,
  gap: 0.25,
  squeeze: -0.01,
  compress: 0,
  hanging: false,
  slack: 0,
  widowControl: true,
  rowsBreak: false,
  evenColumns: 0.65,
  emptyBreakFits: false,
  rowPadding: 1,
  standard: GRIDLESS_PAGE,
  edge: 1,
  redHead: "addressed",
};
