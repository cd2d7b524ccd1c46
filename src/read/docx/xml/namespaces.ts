const OFFICE = "http://schemas.openxmlformats.org/";
const STRICT = "http://purl.oclc.org/ooxml/";
const MICROSOFT = "http://schemas.microsoft.com/office/";

/** The prefix under which the readers know a namespace, for the transitional and the strict form of ISO/IEC 29500. */
const CANONICAL = new Map<string, string>([
  ["http://www.w3.org/XML/1998/namespace", "xml"],
  ["http://www.w3.org/2000/xmlns/", "xmlns"],
  [`${OFFICE}wordprocessingml/2006/main`, "w"],
  [`${STRICT}wordprocessingml/main`, "w"],
  [`${OFFICE}officeDocument/2006/relationships`, "r"],
  [`${STRICT}officeDocument/relationships`, "r"],
  [`${OFFICE}officeDocument/2006/math`, "m"],
  [`${STRICT}officeDocument/math`, "m"],
  [`${OFFICE}drawingml/2006/main`, "a"],
  [`${STRICT}drawingml/main`, "a"],
  [`${OFFICE}markup-compatibility/2006`, "mc"],
  [`${OFFICE}package/2006/relationships`, "rel"],
  [`${OFFICE}package/2006/content-types`, "ct"],
  [`${OFFICE}officeDocument/2006/custom-properties`, "custom"],
  [`${STRICT}officeDocument/customProperties`, "custom"],
  [`${OFFICE}officeDocument/2006/docPropsVTypes`, "vt"],
  [`${STRICT}officeDocument/docPropsVTypes`, "vt"],
  [`${OFFICE}officeDocument/2006/extended-properties`, "app"],
  [`${STRICT}officeDocument/extendedProperties`, "app"],
  ["urn:schemas-microsoft-com:vml", "v"],
]);

/** Namespaces that Word understands, so that it shows an `mc:Choice` that requires them. */
export function isOffice(uri: string): boolean {
  return uri.startsWith(OFFICE) || uri.startsWith(STRICT) || uri.startsWith(MICROSOFT) || CANONICAL.has(uri);
}

/**
 * A name as the file writes it, and as the readers know it once asked: null where it is no name or its prefix is
 * undeclared.
 */
export interface Name {
  raw: string;
  element?: string | null;
  attribute?: string | null;
}

const SLOTS = 256;

/**
 * The prefixes that hold inside an element. Names are turned into `w:p`, `r:id` … whatever prefix the file uses;
 * a name of a namespace no reader knows becomes `{uri}local`. A table of names already worked out, found by a hash
 * that is taken while the name is read, spares cutting out and hashing 2,500 strings a page (a sixth of the time).
 */
export class Scope {
  private readonly parent: Scope | null;
  private readonly prefixes: Map<string, string>;
  private readonly inner = new Map<string, Scope>();
  private readonly known: (Name | undefined)[] = new Array(SLOTS).fill(undefined);

  constructor(parent: Scope | null, prefixes: Map<string, string>) {
    this.parent = parent;
    this.prefixes = prefixes;
  }

  /** The scope with `declared` added; the same declarations give the same scope, so its names stay worked out. */
  with(declared: Map<string, string>): Scope {
    const key = [...declared].join("\n");
    let scope = this.inner.get(key);
    if (!scope) {
      scope = new Scope(this, declared);
      this.inner.set(key, scope);
    }
    return scope;
  }

  /** Namespace of a prefix (`""` for the default one); undefined where it is not declared. */
  uri(prefix: string): string | undefined {
    for (let scope: Scope | null = this; scope; scope = scope.parent) {
      const uri = scope.prefixes.get(prefix);
      if (uri !== undefined) return uri;
    }
    return prefix === "" ? "" : undefined;
  }

  element(xml: string, from: number, end: number, hash: number): string | null {
    const name = this.name(xml, from, end, hash);
    if (name.element === undefined) name.element = this.resolve(name.raw, true);
    return name.element;
  }

  attribute(xml: string, from: number, end: number, hash: number): string | null {
    const name = this.name(xml, from, end, hash);
    if (name.attribute === undefined) name.attribute = this.resolve(name.raw, false);
    return name.attribute;
  }

  /** The name `xml.slice(from, end)`; `hash` is any number that depends on its characters alone. */
  private name(xml: string, from: number, end: number, hash: number): Name {
    const slot = hash & (SLOTS - 1);
    const found = this.known[slot];
    if (found !== undefined && sameText(found.raw, xml, from, end)) return found;
    const raw = xml.slice(from, end);
    const name: Name = { raw };
    this.known[slot] = name;
    return name;
  }

  private resolve(raw: string, takesDefault: boolean): string | null {
    const colon = raw.indexOf(":");
    const prefix = colon < 0 ? "" : raw.slice(0, colon);
    const local = raw.slice(colon + 1);
    if (colon === 0 || !isLocalName(local) || (colon > 0 && !isLocalName(prefix))) return null;
    if (colon < 0 && !takesDefault) return local;
    if (takesDefault && prefix === "xmlns") return null;
    const uri = this.uri(prefix);
    if (uri === undefined) return null;
    if (uri === "") return local;
    const known = CANONICAL.get(uri);
    return known ? `${known}:${local}` : `{${uri}}${local}`;
  }
}

function sameText(raw: string, xml: string, from: number, end: number): boolean {
  const length = end - from;
  if (raw.length !== length) return false;
  for (let i = 0; i < length; i++) if (raw.charCodeAt(i) !== xml.charCodeAt(from + i)) return false;
  return true;
}

/** What holds outside the root element. */
export const OUTERMOST = new Map([
  ["xml", "http://www.w3.org/XML/1998/namespace"],
  ["xmlns", "http://www.w3.org/2000/xmlns/"],
]);

/** NCName of Namespaces in XML 1.0: a Name (XML 1.0, 5th edition, production 4) without a colon. */
const NCNAME =
  /^[A-Z_a-z\u{C0}-\u{D6}\u{D8}-\u{F6}\u{F8}-\u{2FF}\u{370}-\u{37D}\u{37F}-\u{1FFF}\u{200C}\u{200D}\u{2070}-\u{218F}\u{2C00}-\u{2FEF}\u{3001}-\u{D7FF}\u{F900}-\u{FDCF}\u{FDF0}-\u{FFFD}\u{10000}-\u{EFFFF}][-.0-9A-Z_a-z\u{B7}\u{C0}-\u{D6}\u{D8}-\u{F6}\u{F8}-\u{37D}\u{37F}-\u{1FFF}\u{200C}\u{200D}\u{203F}\u{2040}\u{2070}-\u{218F}\u{2C00}-\u{2FEF}\u{3001}-\u{D7FF}\u{F900}-\u{FDCF}\u{FDF0}-\u{FFFD}\u{10000}-\u{EFFFF}]*$/u;

export function isLocalName(name: string): boolean {
  return /^[A-Za-z_][-.\w]*$/.test(name) || NCNAME.test(name);
}
