import type { Tag } from "../xml/tag.ts";
import { isOn, points } from "./measure.ts";

/** A font as `w:rFonts` gives it: a slot of the theme, which wins, or a name. */
export interface FontChoice {
  slot?: string;
  name?: string;
}

/** Run properties as one level of formatting (defaults, a style, the run itself) states them. */
export interface RunProperties {
  /** Id of the character style. */
  style?: string;
  eastAsia?: FontChoice;
  ascii?: FontChoice;
  /** Points. */
  size?: number;
  bold?: boolean;
  italic?: boolean;
  vanish?: boolean;
  underline?: boolean;
  /** RRGGBB, "" for automatic. */
  color?: string;
  /** Language of the East Asian text, e.g. `zh-CN`. */
  language?: string;
  /** Marks on the paragraph mark: it was inserted, or it was deleted or moved away. */
  inserted?: Tracked;
  removed?: Tracked;
}

export interface Tracked {
  author?: string;
}

/** Of a run or mark that states none; never changed. */
export const NO_RUN_PROPERTIES: RunProperties = Object.freeze({});

const READERS = new Map<string, (to: RunProperties, tag: Tag) => void>([
  [
    "w:rStyle",
    (to, tag) => {
      to.style = tag.get("w:val");
    },
  ],
  ["w:rFonts", readFonts],
  [
    "w:sz",
    (to, tag) => {
      to.size = points(tag.get("w:val"), 2) ?? to.size;
    },
  ],
  [
    "w:b",
    (to, tag) => {
      to.bold = isOn(tag);
    },
  ],
  [
    "w:i",
    (to, tag) => {
      to.italic = isOn(tag);
    },
  ],
  [
    "w:vanish",
    (to, tag) => {
      to.vanish = isOn(tag);
    },
  ],
  [
    "w:u",
    (to, tag) => {
      to.underline = tag.get("w:val") !== "none";
    },
  ],
  ["w:color", readColor],
  [
    "w:lang",
    (to, tag) => {
      to.language = tag.get("w:eastAsia") ?? to.language;
    },
  ],
  [
    "w:ins",
    (to, tag) => {
      to.inserted = { author: tag.get("w:author") };
    },
  ],
  [
    "w:moveTo",
    (to, tag) => {
      to.inserted = { author: tag.get("w:author") };
    },
  ],
  [
    "w:del",
    (to, tag) => {
      to.removed = { author: tag.get("w:author") };
    },
  ],
  [
    "w:moveFrom",
    (to, tag) => {
      to.removed = { author: tag.get("w:author") };
    },
  ],
]);

/** Takes one child of `w:rPr` into `to`; what no check asks for is passed over. */
export function readRunProperty(to: RunProperties, tag: Tag): void {
  READERS.get(tag.name)?.(to, tag);
}

function readFonts(to: RunProperties, tag: Tag): void {
  to.eastAsia = fontChoice(tag, "w:eastAsiaTheme", "w:eastAsia") ?? to.eastAsia;
  to.ascii = fontChoice(tag, "w:asciiTheme", "w:ascii") ?? to.ascii;
}

function fontChoice(tag: Tag, slotName: string, fontName: string): FontChoice | undefined {
  const slot = tag.get(slotName);
  const name = tag.get(fontName);
  return slot || name ? { slot, name } : undefined;
}

function readColor(to: RunProperties, tag: Tag): void {
  const value = tag.get("w:val") ?? "auto";
  to.color = /^[0-9a-fA-F]{6}$/.test(value) ? value.toUpperCase() : "";
}
