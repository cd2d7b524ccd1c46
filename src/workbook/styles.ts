import type { Look } from "./cell.ts";

/** Looks of cells and of the rows above them, in the order of `cellXfs`. */
type Format = Look | "title" | "subtitle" | "head";

const FONTS = [
  '<sz val="11"/><name val="宋体"/><charset val="134"/>',
  '<b/><sz val="11"/><name val="黑体"/><charset val="134"/>',
  '<b/><sz val="18"/><name val="黑体"/><charset val="134"/>',
  '<i/><sz val="11"/><color rgb="FF666666"/><name val="宋体"/><charset val="134"/>',
  '<b/><sz val="11"/><color rgb="FFB00020"/><name val="宋体"/><charset val="134"/>',
];
/** The first two are fixed by the format. */
const FILLS = [
  '<patternFill patternType="none"/>',
  '<patternFill patternType="gray125"/>',
  solid("FFDDE6F0"),
  solid("FFFFF2CC"),
];
const BORDERS = [
  "<left/><right/><top/><bottom/><diagonal/>",
  `${["left", "right", "top", "bottom"].map(thin).join("")}<diagonal/>`,
];

function solid(colour: string): string {
  return `<patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill>`;
}
function thin(side: string): string {
  return `<${side} style="thin"><color rgb="FF999999"/></${side}>`;
}

/** [font, fill, border, number format, horizontal, vertical]; 0 is General, 9 is 0 %. */
const FORMATS: Record<Format, [number, number, number, number, string, string]> = {
  text: [0, 0, 1, 0, "left", "top"],
  centre: [0, 0, 1, 0, "center", "center"],
  number: [0, 0, 1, 0, "right", "top"],
  percent: [0, 0, 1, 9, "right", "top"],
  muted: [3, 0, 1, 0, "left", "top"],
  missing: [0, 3, 1, 0, "left", "top"],
  alert: [4, 0, 1, 0, "left", "top"],
  title: [2, 0, 0, 0, "center", "center"],
  subtitle: [0, 0, 0, 0, "left", "center"],
  head: [1, 2, 1, 0, "center", "center"],
};
const NAMES = Object.keys(FORMATS) as Format[];

/**
 * Number of a format in `cellXfs`: 0 is the plain one of empty cells; each format stands there twice, the second time
 * for text that begins like a formula: quotePrefix keeps it text when somebody edits the cell.
 */
export function styleOf(format: Format, quoted: boolean): number {
  return 1 + 2 * NAMES.indexOf(format) + (quoted ? 1 : 0);
}

/** `xl/styles.xml`, elements in the order of CT_Stylesheet. */
export function stylesXml(): string {
  const list = (name: string, item: string, items: string[]) =>
    `<${name} count="${items.length}">${items.map((inside) => `<${item}>${inside}</${item}>`).join("")}</${name}>`;
  const xfs = NAMES.flatMap((name) => [xf(name, false), xf(name, true)]);
  return `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${list("fonts", "font", FONTS)}${list(
    "fills",
    "fill",
    FILLS,
  )}${list("borders", "border", BORDERS)}<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${
    xfs.length + 1
  }"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${xfs.join("")}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}

function xf(name: Format, quoted: boolean): string {
  const [font, fill, border, number, horizontal, vertical] = FORMATS[name];
  return `<xf numFmtId="${number}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"${
    quoted ? ' quotePrefix="1"' : ""
  } applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="${horizontal}" vertical="${vertical}" wrapText="1"/></xf>`;
}
