import { isOn } from "../format/measure.ts";
import type { Tag } from "../xml/tag.ts";

/** Hears the settings part for the two things the text depends on. */
export class Settings {
  /** Even pages have headers of their own. */
  evenHeaders = false;
  /** Language that the theme's East Asian fonts are chosen for. */
  eastAsianLanguage = "zh-CN";

  open(tag: Tag): boolean {
    if (tag.name === "w:evenAndOddHeaders") this.evenHeaders = isOn(tag);
    else if (tag.name === "w:themeFontLang") this.eastAsianLanguage = tag.get("w:eastAsia") ?? this.eastAsianLanguage;
    return tag.name === "w:settings";
  }

  close(): void {}
  text(): void {}
}
