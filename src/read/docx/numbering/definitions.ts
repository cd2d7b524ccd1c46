import { integer, isOn } from "../format/measure.ts";
import { type ParagraphProperties, ParagraphPropertyReader } from "../format/paragraph-properties.ts";
import { type RunProperties, readRunProperty } from "../format/run-properties.ts";
import type { Tag } from "../xml/tag.ts";

/** One level of a list as `w:lvl` defines it. */
export interface ListLevel {
  start: number;
  format: string;
  /** `%1.%2` and what stands around it. */
  text: string;
  /** Digits whatever the levels' formats say (`w:isLgl`). */
  legal: boolean;
  suffix: string;
  /** Level (from 1) whose use restarts this one; 0 never; undefined any higher one. */
  restart?: number;
  style?: string;
  paragraph: ParagraphProperties;
  run: RunProperties;
}

export interface AbstractList {
  id: string;
  levels: Map<number, ListLevel>;
  /** Numbering style that holds the definition instead. */
  seeStyle?: string;
}

export interface ListUse {
  abstract: string;
  starts: Map<number, number>;
  levels: Map<number, ListLevel>;
}

/** The numbering part: what lists there are, by their ids. `Lists` follows them. */
export class Numbering {
  readonly abstracts = new Map<string, AbstractList>();
  readonly uses = new Map<string, ListUse>();
  private abstract: AbstractList | null = null;
  private use: ListUse | null = null;
  private overridden = 0;
  private level: ListLevel | null = null;
  private reader: ParagraphPropertyReader | null = null;
  private inRun = false;

  open(tag: Tag): boolean {
    if (this.reader) return this.reader.open(tag);
    if (this.inRun) {
      readRunProperty(this.level!.run, tag);
      return false;
    }
    if (this.level) return this.openInLevel(tag, this.level);
    switch (tag.name) {
      case "w:numbering":
        return true;
      case "w:abstractNum":
        this.abstract = { id: tag.get("w:abstractNumId") ?? "", levels: new Map() };
        this.abstracts.set(this.abstract.id, this.abstract);
        return true;
      case "w:numStyleLink":
        if (this.abstract) this.abstract.seeStyle = tag.get("w:val");
        return false;
      case "w:num":
        this.use = { abstract: "", starts: new Map(), levels: new Map() };
        this.uses.set(tag.get("w:numId") ?? "", this.use);
        return true;
      case "w:abstractNumId":
        if (this.use) this.use.abstract = tag.get("w:val") ?? "";
        return false;
      case "w:lvlOverride":
        this.overridden = integer(tag.get("w:ilvl")) ?? 0;
        return true;
      case "w:startOverride":
        this.use?.starts.set(this.overridden, integer(tag.get("w:val")) ?? 1);
        return false;
      case "w:lvl":
        return this.openLevel(tag);
    }
    return false;
  }

  close(name: string): void {
    if (name === "w:pPr") this.reader = null;
    else if (this.reader) this.reader.close(name);
    else if (name === "w:rPr") this.inRun = false;
    else if (name === "w:lvl") this.level = null;
    else if (name === "w:abstractNum") this.abstract = null;
    else if (name === "w:num") this.use = null;
  }

  text(): void {}

  private openLevel(tag: Tag): boolean {
    const index = integer(tag.get("w:ilvl")) ?? 0;
    // ISO/IEC 29500-1, 17.9: a level without these elements starts at 0, counts in digits and is followed by a tab.
    this.level = { start: 0, format: "decimal", text: "", legal: false, suffix: "tab", paragraph: {}, run: {} };
    (this.use ?? this.abstract)?.levels.set(index, this.level);
    return true;
  }

  private openInLevel(tag: Tag, level: ListLevel): boolean {
    const value = tag.get("w:val");
    switch (tag.name) {
      case "w:start":
        level.start = integer(value) ?? 0;
        return false;
      case "w:numFmt":
        level.format = value === "custom" ? customFormat(tag.get("w:format") ?? "") : (value ?? "decimal");
        return false;
      case "w:lvlText":
        // Word itself takes no longer ones; every paragraph of the list repeats it.
        level.text = (value ?? "").slice(0, 255);
        return false;
      case "w:isLgl":
        level.legal = isOn(tag);
        return false;
      case "w:suff":
        level.suffix = value ?? "tab";
        return false;
      case "w:lvlRestart":
        level.restart = integer(value);
        return false;
      case "w:pStyle":
        level.style = value;
        return false;
      case "w:pPr":
        this.reader = new ParagraphPropertyReader(level.paragraph, {});
        return true;
      case "w:rPr":
        this.inRun = true;
        return true;
      // A custom format stands in a Choice, its nearest standard one in the Fallback, which then must not win.
      case "mc:AlternateContent":
      case "mc:Choice":
        return true;
    }
    return false;
  }
}

/** `001, 002, 003, ...` pads with zeros to the width of its first number; other custom formats count in digits. */
function customFormat(format: string): string {
  const width = /^0+[1-9](?=,|$)/.exec(format)?.[0].length ?? 1;
  return width > 1 ? `zeros:${width}` : "decimal";
}
