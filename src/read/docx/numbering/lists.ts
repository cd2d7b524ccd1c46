import type { Styles } from "../format/styles.ts";
import type { ListLevel, Numbering } from "./definitions.ts";

/** A list as a paragraph uses it: lists of one `counters` key count together. */
export interface List {
  id: string;
  counters: string;
  /** First number of a level where this use of the list states one. */
  starts: ReadonlyMap<number, number>;
  level(index: number): ListLevel | undefined;
  /** Level tied to a paragraph style, −1 where none is. */
  levelOfStyle(style: string): number;
}

/** The lists of one document: what its numbering part defines, followed through its styles. */
export class Lists {
  private readonly numbering: Numbering;
  private readonly styles: Styles;
  private readonly known = new Map<string, List | null>();

  constructor(numbering: Numbering, styles: Styles) {
    this.numbering = numbering;
    this.styles = styles;
  }

  /** The list with this `w:numId`, followed through numbering styles; null where nothing defines it. */
  get(id: string): List | null {
    let list = this.known.get(id);
    if (list === undefined) {
      list = this.find(id);
      this.known.set(id, list);
    }
    return list;
  }

  private find(id: string): List | null {
    const { abstracts, uses } = this.numbering;
    const use = uses.get(id);
    if (!use) return null;
    let abstract = abstracts.get(use.abstract);
    for (let hops = 0; abstract?.seeStyle && abstract.levels.size === 0 && hops < 8; hops++) {
      const next = this.styles.get("numbering", abstract.seeStyle)?.paragraph.list;
      abstract = abstracts.get(uses.get(next ?? "")?.abstract ?? "");
    }
    if (!abstract) return null;
    const { levels } = abstract;
    const level = (index: number) => use.levels.get(index) ?? levels.get(index);
    const levelOfStyle = (style: string) =>
      [0, 1, 2, 3, 4, 5, 6, 7, 8].find((index) => level(index)?.style === style) ?? -1;
    return { id, counters: abstract.id, starts: use.starts, level, levelOfStyle };
  }
}
