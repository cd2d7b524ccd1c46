import type { Tag } from "../xml/tag.ts";
import type { FontChoice } from "./run-properties.ts";

interface ThemeFonts {
  latin: string;
  eastAsian: string;
  /** Font by script, for an empty `eastAsian`. */
  scripts: Map<string, string>;
}

/** The two font sets of a theme part (`a:fontScheme`). */
export class Theme {
  private readonly sets: Record<"major" | "minor", ThemeFonts> = {
    major: { latin: "", eastAsian: "", scripts: new Map() },
    minor: { latin: "", eastAsian: "", scripts: new Map() },
  };
  private set: ThemeFonts | null = null;

  open(tag: Tag): boolean {
    switch (tag.name) {
      case "a:theme":
      case "a:themeElements":
      case "a:fontScheme":
        return true;
      case "a:majorFont":
        this.set = this.sets.major;
        return true;
      case "a:minorFont":
        this.set = this.sets.minor;
        return true;
    }
    if (!this.set) return false;
    const face = tag.get("typeface") ?? "";
    if (tag.name === "a:latin") this.set.latin = face;
    else if (tag.name === "a:ea") this.set.eastAsian = face;
    else if (tag.name === "a:font") this.set.scripts.set(tag.get("script") ?? "", face);
    return false;
  }

  close(name: string): void {
    if (name === "a:majorFont" || name === "a:minorFont") this.set = null;
  }

  text(): void {}

  /** Name of the font in a slot such as `minorEastAsia`; `language` decides where the theme leaves the script open. */
  font(slot: string, language: () => string): string | undefined {
    const set = slot.startsWith("major") ? this.sets.major : this.sets.minor;
    if (!slot.endsWith("EastAsia")) return set.latin || undefined;
    return set.eastAsian || set.scripts.get(script(language())) || undefined;
  }
}

/** Script tag of a language in a theme: Hans unless the language says Traditional Chinese, Japanese or Korean. */
function script(language: string): string {
  if (/^zh-(TW|HK|MO|Hant)/i.test(language)) return "Hant";
  if (/^ja/i.test(language)) return "Jpan";
  if (/^ko/i.test(language)) return "Hang";
  return "Hans";
}

/** Resolves font choices; the theme and the language are read when the first slot is met. */
export class Fonts {
  private readonly theme: () => Theme | null;
  private readonly language: () => string;

  constructor(theme: () => Theme | null, language: () => string) {
    this.theme = theme;
    this.language = language;
  }

  name(choice: FontChoice | undefined): string | undefined {
    if (!choice) return undefined;
    if (!choice.slot) return choice.name;
    return this.theme()?.font(choice.slot, this.language) ?? choice.name;
  }
}
