import type { Witness } from "../../../model/source.ts";
import type { Tag } from "../xml/tag.ts";

/** Hears `docProps/custom.xml`: facts that a unit declares in the file's own properties. */
export class CustomProperties {
  private readonly values = new Map<string, unknown>();
  private name: string | null = null;
  private type = "";
  private value = "";

  open(tag: Tag): boolean {
    if (tag.name === "custom:property") this.name = tag.get("name") ?? "";
    else if (this.name !== null) {
      this.type = tag.name;
      this.value = "";
    }
    return true;
  }

  close(name: string): void {
    if (name === "custom:property") this.name = null;
    else if (this.name !== null && name === this.type) {
      this.values.set(this.name, typed(this.value, this.type));
      this.type = "";
    }
  }

  text(value: string): void {
    if (this.type !== "") this.value += value;
  }

  /** By name; own properties only, so that a property called `__proto__` is one like any other. */
  declared(): Record<string, unknown> {
    return Object.fromEntries(this.values);
  }
}

function typed(value: string, type: string): unknown {
  if (type === "vt:bool") return value === "true" || value === "1";
  if (/^vt:(u?i[1248n]?|u?int|r[48]|decimal)$/.test(type)) {
    const number = Number(value);
    return value.trim() !== "" && Number.isFinite(number) ? number : value;
  }
  return value;
}

/** Hears `docProps/app.xml`: what Word or WPS counted when it last saved. */
export class AppProperties {
  readonly witness: Witness = {};
  private name = "";
  private value = "";

  open(tag: Tag): boolean {
    this.name = tag.name;
    this.value = "";
    return true;
  }

  close(name: string): void {
    if (name !== this.name) return;
    this.name = "";
    if (name === "app:Application") this.witness.application = this.value;
    else if (!/^[0-9]{1,9}$/.test(this.value)) return;
    else if (name === "app:Pages") this.witness.pages = Number(this.value);
    else if (name === "app:Words") this.witness.words = Number(this.value);
    else if (name === "app:Characters") this.witness.characters = Number(this.value);
  }

  text(value: string): void {
    if (this.name !== "") this.value += value;
  }
}
