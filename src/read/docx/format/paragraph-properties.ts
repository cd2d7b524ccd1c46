import type { ParagraphFormat } from "../../../model/block.ts";
import type { Tag } from "../xml/tag.ts";
import { integer, isOn, number, points } from "./measure.ts";
import { type RunProperties, readRunProperty } from "./run-properties.ts";
import { SectionReader } from "./section.ts";

/** Paragraph properties as one level of formatting states them. Lengths in points, `…Chars` in characters. */
export interface ParagraphProperties {
  style?: string;
  alignment?: ParagraphFormat["alignment"];
  firstLine?: number;
  firstLineChars?: number;
  left?: number;
  leftChars?: number;
  right?: number;
  rightChars?: number;
  lineRule?: ParagraphFormat["lineRule"];
  /** As written: twips for `exact` and `atLeast`, 240 a line for `auto`. */
  line?: number;
  before?: number;
  /** Lines; they stand before `before`. */
  beforeLines?: number;
  beforeAuto?: boolean;
  after?: number;
  afterLines?: number;
  afterAuto?: boolean;
  snapToGrid?: boolean;
  pageBreakBefore?: boolean;
  keepNext?: boolean;
  /** 0 to 8, 9 for body text. */
  outline?: number;
  /** Id of the list, "0" for none. */
  list?: string;
  level?: number;
  /** Style whose definition names the list; undefined where the paragraph itself does. */
  listStyle?: string;
}

/** Of a paragraph that states none; never changed. */
export const NO_PARAGRAPH_PROPERTIES: ParagraphProperties = Object.freeze({});

const ALIGNMENTS = new Map<string, ParagraphFormat["alignment"]>([
  ["left", "left"],
  ["start", "left"],
  ["right", "right"],
  ["end", "right"],
  ["center", "center"],
  ["both", "both"],
  ["distribute", "distribute"],
  ["thaiDistribute", "distribute"],
  ["lowKashida", "both"],
  ["mediumKashida", "both"],
  ["highKashida", "both"],
]);

const READERS = new Map<string, (to: ParagraphProperties, tag: Tag) => void>([
  [
    "w:pStyle",
    (to, tag) => {
      to.style = tag.get("w:val");
    },
  ],
  [
    "w:jc",
    (to, tag) => {
      to.alignment = ALIGNMENTS.get(tag.get("w:val") ?? "") ?? to.alignment;
    },
  ],
  ["w:ind", readIndent],
  ["w:spacing", readSpacing],
  [
    "w:snapToGrid",
    (to, tag) => {
      to.snapToGrid = isOn(tag);
    },
  ],
  [
    "w:pageBreakBefore",
    (to, tag) => {
      to.pageBreakBefore = isOn(tag);
    },
  ],
  [
    "w:keepNext",
    (to, tag) => {
      to.keepNext = isOn(tag);
    },
  ],
  [
    "w:outlineLvl",
    (to, tag) => {
      to.outline = integer(tag.get("w:val")) ?? to.outline;
    },
  ],
]);

/** Hears the children of a `w:pPr`: its properties, those of the paragraph mark, the section it may end. */
export class ParagraphPropertyReader {
  to: ParagraphProperties;
  mark: RunProperties;
  section: SectionReader | null = null;
  private part: "mark" | "list" | "section" | null = null;

  constructor(to: ParagraphProperties, mark: RunProperties) {
    this.to = to;
    this.mark = mark;
  }

  open(tag: Tag): boolean {
    if (this.part === "mark") readRunProperty(this.mark, tag);
    else if (this.part === "section") return this.section!.open(tag);
    else if (this.part === "list") readList(this.to, tag);
    else return this.openProperty(tag);
    return false;
  }

  close(name: string): void {
    if (name === "w:rPr" || name === "w:numPr" || name === "w:sectPr") this.part = null;
  }

  private openProperty(tag: Tag): boolean {
    if (tag.name === "w:rPr") this.part = "mark";
    else if (tag.name === "w:numPr") this.part = "list";
    else if (tag.name === "w:sectPr") {
      this.part = "section";
      this.section = new SectionReader();
    } else {
      READERS.get(tag.name)?.(this.to, tag);
      return false;
    }
    return true;
  }
}

function readList(to: ParagraphProperties, tag: Tag): void {
  if (tag.name === "w:numId") to.list = tag.get("w:val");
  else if (tag.name === "w:ilvl") to.level = integer(tag.get("w:val"));
}

/** First-line and hanging indent are one number here, hanging ones below zero; `w:start` is the strict `w:left`. */
function readIndent(to: ParagraphProperties, tag: Tag): void {
  to.left = points(tag.get("w:left") ?? tag.get("w:start")) ?? to.left;
  to.leftChars = hundredths(tag.get("w:leftChars") ?? tag.get("w:startChars")) ?? to.leftChars;
  to.right = points(tag.get("w:right") ?? tag.get("w:end")) ?? to.right;
  to.rightChars = hundredths(tag.get("w:rightChars") ?? tag.get("w:endChars")) ?? to.rightChars;
  to.firstLine = negative(points(tag.get("w:hanging"))) ?? points(tag.get("w:firstLine")) ?? to.firstLine;
  to.firstLineChars =
    negative(hundredths(tag.get("w:hangingChars"))) ?? hundredths(tag.get("w:firstLineChars")) ?? to.firstLineChars;
}

function readSpacing(to: ParagraphProperties, tag: Tag): void {
  to.line = spacingLine(tag.get("w:line")) ?? to.line;
  const rule = tag.get("w:lineRule");
  if (rule === "auto" || rule === "exact" || rule === "atLeast") to.lineRule = rule;
  to.before = points(tag.get("w:before")) ?? to.before;
  to.after = points(tag.get("w:after")) ?? to.after;
  to.beforeLines = hundredths(tag.get("w:beforeLines")) ?? to.beforeLines;
  to.afterLines = hundredths(tag.get("w:afterLines")) ?? to.afterLines;
  if (tag.get("w:beforeAutospacing") !== undefined) to.beforeAuto = isOn(tag, "w:beforeAutospacing");
  if (tag.get("w:afterAutospacing") !== undefined) to.afterAuto = isOn(tag, "w:afterAutospacing");
}

function spacingLine(value: string | undefined): number | undefined {
  const length = points(value);
  return length === undefined ? undefined : length * 20;
}

function hundredths(value: string | undefined): number | undefined {
  const plain = number(value);
  return plain === undefined ? undefined : plain / 100;
}

/** A hanging indent of 0 says nothing against a first-line indent beside it. */
function negative(value: number | undefined): number | undefined {
  return value ? -value : undefined;
}
