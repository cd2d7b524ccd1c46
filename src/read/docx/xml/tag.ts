import { decodeReferences } from "./entities.ts";
import type { Scope } from "./namespaces.ts";

/**
 * The start tag a handler is being shown. One object serves a whole part, so it is only good during the call.
 * Attribute values are cut out when asked for: most of what Word writes (`w:rsidR` …) never is.
 */
export class Tag {
  name = "";
  /** Offset of `<` in the part's text. */
  at = 0;
  /** Offset behind the name as the file writes it. */
  nameEnd = 0;
  /** What prefixes mean inside the element. */
  scope: Scope;
  count = 0;
  private readonly xml: string;
  private readonly names: string[] = [];
  /** Five numbers an attribute: its name's start, end and hash, its value's start and end. */
  private readonly places: number[] = [];

  constructor(xml: string, scope: Scope) {
    this.xml = xml;
    this.scope = scope;
  }

  /** Value of an attribute by its known name (`w:val`), references resolved; undefined where it is missing. */
  get(name: string): string | undefined {
    for (let i = 0; i < this.count; i++) if (this.names[i] === name) return this.value(i);
    return undefined;
  }

  /** Namespace that a prefix stands for here. */
  namespace(prefix: string): string | undefined {
    return this.scope.uri(prefix);
  }

  add(nameAt: number, nameEnd: number, hash: number, valueAt: number, valueEnd: number): void {
    const { places } = this;
    const at = this.count++ * 5;
    places[at] = nameAt;
    places[at + 1] = nameEnd;
    places[at + 2] = hash;
    places[at + 3] = valueAt;
    places[at + 4] = valueEnd;
  }

  /** Works out the attributes' names once the tag's own declarations are known; false for a wrong or repeated one. */
  resolve(): boolean {
    const { places, names, count, scope, xml } = this;
    for (let k = 0; k < count; k++) {
      const at = k * 5;
      const attribute = scope.attribute(xml, places[at]!, places[at + 1]!, places[at + 2]!);
      if (attribute === null) return false;
      names[k] = attribute;
    }
    if (count > 16) return new Set(names.slice(0, count)).size === count;
    for (let k = 1; k < count; k++) for (let j = 0; j < k; j++) if (names[j] === names[k]) return false;
    return true;
  }

  private value(index: number): string {
    const raw = this.xml.slice(this.places[index * 5 + 3]!, this.places[index * 5 + 4]!);
    const plain = /[\t\n\r]/.test(raw) ? raw.replace(/\r\n|[\t\n\r]/g, " ") : raw;
    return plain.includes("&") ? (decodeReferences(plain) ?? plain) : plain;
  }
}
