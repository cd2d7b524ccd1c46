import type { Tag } from "../xml/tag.ts";
import { isOn } from "./measure.ts";
import { type ParagraphProperties, ParagraphPropertyReader } from "./paragraph-properties.ts";
import { type RunProperties, readRunProperty } from "./run-properties.ts";

export type StyleType = "paragraph" | "character" | "table" | "numbering";

export interface Style {
  id: string;
  /** As Word shows it, e.g. `heading 1`. */
  name: string;
  type: StyleType;
  basedOn?: string;
  paragraph: ParagraphProperties;
  run: RunProperties;
}

/** The styles part: document defaults, the styles, and what a style comes to with those it is based on. */
export class Styles {
  readonly defaults = { paragraph: {} as ParagraphProperties, run: {} as RunProperties };
  private readonly byId = new Map<string, Style>();
  private readonly whole = new Map<string, Style>();
  private readonly standard: Partial<Record<StyleType, string>> = {};
  private readonly grounds = new Map<Style | undefined, Map<Style | undefined, ParagraphProperties>>();
  private style: Style | null = null;
  private reader: ParagraphPropertyReader | null = null;
  private inRun = false;

  /** The style of this type with everything inherited; the default one for an unknown or missing id. */
  get(type: StyleType, id: string | undefined): Style | undefined {
    const own = id === undefined ? undefined : this.byId.get(id);
    if (own && own.type === type) return this.inherited(own);
    // Without a character or table style there is none: their default styles say nothing by definition.
    const standard = type === "paragraph" ? this.byId.get(this.standard.paragraph ?? "") : undefined;
    return standard && this.inherited(standard);
  }

  /** What a paragraph of this style in a table of that style starts from: document defaults, table, style. */
  ground(table: Style | undefined, paragraph: Style | undefined): ParagraphProperties {
    let inTable = this.grounds.get(table);
    if (!inTable) {
      inTable = new Map();
      this.grounds.set(table, inTable);
    }
    let ground = inTable.get(paragraph);
    if (!ground) {
      ground = merge(merge(this.defaults.paragraph, table?.paragraph ?? {}), paragraph?.paragraph ?? {});
      inTable.set(paragraph, ground);
    }
    return ground;
  }

  open(tag: Tag): boolean {
    if (this.reader) return this.reader.open(tag);
    if (this.inRun) {
      readRunProperty(this.style?.run ?? this.defaults.run, tag);
      return false;
    }
    switch (tag.name) {
      case "w:styles":
      case "w:docDefaults":
      case "w:rPrDefault":
      case "w:pPrDefault":
        return true;
      case "w:style":
        return this.openStyle(tag);
      case "w:pPr":
        this.reader = new ParagraphPropertyReader(this.style?.paragraph ?? this.defaults.paragraph, {});
        return true;
      case "w:rPr":
        this.inRun = true;
        return true;
      case "w:name":
        if (this.style) this.style.name = tag.get("w:val") ?? this.style.id;
        return false;
      case "w:basedOn":
        if (this.style) this.style.basedOn = tag.get("w:val");
        return false;
    }
    // Latent styles, and the parts of table styles that hold for the first row, the last column and so on.
    return false;
  }

  close(element: string): void {
    if (element === "w:pPr") this.reader = null;
    else if (this.reader) this.reader.close(element);
    else if (element === "w:rPr") this.inRun = false;
    else if (element === "w:style") {
      const { paragraph, id, name } = this.style!;
      if (paragraph.list !== undefined) paragraph.listStyle = id;
      // Word's own heading styles have their level by name; programs that write files often leave it out.
      const heading = /^(?:heading|标题) ([1-9])$/i.exec(name);
      if (heading) paragraph.outline ??= Number(heading[1]) - 1;
      this.style = null;
    }
  }

  text(): void {}

  private openStyle(tag: Tag): boolean {
    // A style in a style is nothing any program writes; what is in it belongs to neither.
    if (this.style) return false;
    const id = tag.get("w:styleId") ?? "";
    const type = (tag.get("w:type") ?? "paragraph") as StyleType;
    this.style = { id, name: id, type, paragraph: {}, run: {} };
    this.byId.set(id, this.style);
    if (tag.get("w:default") !== undefined && isOn(tag, "w:default")) this.standard[type] ??= id;
    return true;
  }

  /** Walks up to a style already worked out, then down again; a circle of styles ends where it closes. */
  private inherited(style: Style): Style {
    const known = this.whole.get(style.id);
    if (known) return known;
    const chain: Style[] = [];
    const seen = new Set<string>();
    let at: Style | undefined = style;
    while (at && !this.whole.has(at.id) && !seen.has(at.id)) {
      chain.push(at);
      seen.add(at.id);
      at = at.basedOn === undefined ? undefined : this.byId.get(at.basedOn);
    }
    let above = at && this.whole.get(at.id);
    for (const own of chain.reverse()) {
      above = { ...own, paragraph: merge(above?.paragraph, own.paragraph), run: merge(above?.run, own.run) };
      this.whole.set(own.id, above);
    }
    return above!;
  }
}

/** The lower level's properties over the upper one's; what the lower does not state stays. */
export function merge<T extends object>(upper: T | undefined, lower: T): T {
  if (!upper) return lower;
  const merged = { ...upper };
  for (const key in lower) if (lower[key] !== undefined) merged[key] = lower[key];
  return merged;
}
