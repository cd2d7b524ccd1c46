import type { RunFormat } from "../../../model/block.ts";
import type { RunProperties } from "./run-properties.ts";
import { merge, type Styles } from "./styles.ts";
import type { Fonts } from "./theme.ts";

export type Look = Omit<RunFormat, "start" | "end">;

/** How a run looks, and whether it is printed at all. One object a look, so that equal looks are the same object. */
export interface ResolvedRun {
  look: Look;
  hidden: boolean;
}

/** Properties that styles turn over instead of setting (ISO/IEC 29500-1, 17.7.3), as far as we read them. */
const TOGGLES = ["bold", "italic", "vanish"] as const;

/** Works out looks from ids of the table and paragraph style a run stands under and the properties of the run itself. */
export class Looks {
  private readonly styles: Styles;
  private readonly fonts: Fonts;
  private readonly bases = new Map<string, RunProperties>();
  private readonly looks = new Map<string, ResolvedRun>();
  /** The styles and the result of the last call: neighbouring runs mostly agree, and then nothing is built. */
  private table: string | undefined;
  private paragraph: string | undefined;
  private character: string | undefined;
  private lastBase: RunProperties | null = null;
  private direct: RunProperties | null = null;
  private directBase: RunProperties | null = null;
  private last: ResolvedRun | null = null;

  constructor(styles: Styles, fonts: Fonts) {
    this.styles = styles;
    this.fonts = fonts;
  }

  resolve(table: string | undefined, paragraph: string | undefined, direct: RunProperties): ResolvedRun {
    const base = this.baseOf(table, paragraph, direct.style);
    // Runs that repeat one before hand in the same object.
    if (this.direct === direct && this.directBase === base) return this.last!;
    this.direct = direct;
    this.directBase = base;
    const hidden = direct.vanish ?? base.vanish ?? false;
    const eastAsianFont = this.fonts.name(direct.eastAsia ?? base.eastAsia);
    const asciiFont = this.fonts.name(direct.ascii ?? base.ascii);
    const size = direct.size ?? base.size;
    const bold = direct.bold ?? base.bold;
    const italic = direct.italic ?? base.italic;
    const underline = direct.underline ?? base.underline;
    const color = (direct.color ?? base.color) || undefined;
    const look = this.last?.look;
    if (
      look !== undefined &&
      this.last!.hidden === hidden &&
      look.eastAsianFont === eastAsianFont &&
      look.asciiFont === asciiFont &&
      look.size === size &&
      look.bold === bold &&
      look.italic === italic &&
      look.underline === underline &&
      look.color === color
    ) {
      return this.last!;
    }
    const key = `${eastAsianFont}\n${asciiFont}\n${size}\n${bold}${italic}${underline}${hidden}${color}`;
    let known = this.looks.get(key);
    if (!known) {
      known = { look: { eastAsianFont, asciiFont, size, bold, italic, underline, color }, hidden };
      this.looks.set(key, known);
    }
    this.last = known;
    return known;
  }

  private baseOf(
    table: string | undefined,
    paragraph: string | undefined,
    character: string | undefined,
  ): RunProperties {
    if (this.lastBase && this.table === table && this.paragraph === paragraph && this.character === character) {
      return this.lastBase;
    }
    const key = `${table ?? ""}\n${paragraph ?? ""}\n${character ?? ""}`;
    let base = this.bases.get(key);
    if (!base) {
      base = this.base(table, paragraph, character);
      this.bases.set(key, base);
    }
    this.table = table;
    this.paragraph = paragraph;
    this.character = character;
    this.lastBase = base;
    return base;
  }

  private base(table: string | undefined, paragraph: string | undefined, character: string | undefined): RunProperties {
    const levels = [
      this.styles.get("table", table)?.run,
      this.styles.get("paragraph", paragraph)?.run,
      this.styles.get("character", character)?.run,
    ].filter((level) => level !== undefined);
    const { defaults } = this.styles;
    const base = levels.reduce((upper, lower) => merge(upper, lower), defaults.run);
    const result = { ...base };
    for (const toggle of TOGGLES) {
      const stated = levels.filter((level) => level[toggle] !== undefined);
      if (stated.length === 0) continue;
      const odd = stated.filter((level) => level[toggle]).length % 2 === 1;
      result[toggle] = odd || defaults.run[toggle] === true;
    }
    return result;
  }
}
