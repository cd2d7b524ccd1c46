import type { Limits } from "../../../model/limits.ts";
import { decodeReferences } from "./entities.ts";
import { isLocalName, type Scope } from "./namespaces.ts";
import type { Tag } from "./tag.ts";

const XML_URI = "http://www.w3.org/XML/1998/namespace";
const XMLNS_URI = "http://www.w3.org/2000/xmlns/";
/** Distinct sets of namespace declarations in a part; office files have some dozens. */
const MAX_SCOPES = 1000;

/** Characters that end a name: blanks, `=`, `/`, `>`, `<`, quotes. Which may stand in one, `Scope.name` checks. */
const ENDS_NAME = new Uint8Array(128);
for (const code of [0x20, 0x0a, 0x0d, 0x09, 0x3d, 0x2f, 0x3e, 0x3c, 0x22, 0x27]) ENDS_NAME[code] = 1;

/** Reads start tags into one `Tag`. What `read` leaves here: the offset behind `>` and whether the tag ends in `/>`. */
export class StartTagReader {
  end = 0;
  empty = false;
  private readonly xml: string;
  private readonly tag: Tag;
  private readonly limits: Limits;
  /** Counted by the part, so that no verdict depends on what was read before. */
  private readonly scopes = new Set<Scope>();
  private hash = 0;

  constructor(xml: string, tag: Tag, limits: Limits) {
    this.xml = xml;
    this.tag = tag;
    this.limits = limits;
  }

  /** Null where all is well, `""` where the tag is not wellformed, else the name of the limit that is passed. */
  read(at: number, outer: Scope): string | null {
    const { xml, tag, limits } = this;
    const nameEnd = this.nameEnd(at + 1);
    const nameHash = this.hash;
    tag.at = at;
    tag.count = 0;
    tag.scope = outer;
    let declared: Map<string, string> | null = null;
    let i = nameEnd;
    let code = xml.charCodeAt(i);
    for (;;) {
      const gap = i;
      while (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) code = xml.charCodeAt(++i);
      if (code === 0x3e || code === 0x2f) break;
      if (i === gap) return "";
      if (tag.count === limits.xmlAttributes) return "xmlAttributes";
      const from = i;
      const end = this.nameEnd(from);
      const hash = this.hash;
      i = this.skipBlanks(end);
      if (xml.charCodeAt(i) !== 0x3d) return "";
      i = this.skipBlanks(i + 1);
      const quote = xml.charCodeAt(i);
      if (quote !== 0x22 && quote !== 0x27) return "";
      const start = ++i;
      let referenced = false;
      code = xml.charCodeAt(i);
      while (code !== quote) {
        if (code === 0x26) referenced = true;
        else if (code === 0x3c || Number.isNaN(code)) return "";
        code = xml.charCodeAt(++i);
      }
      if (i - start > limits.attributeBytes) return "attributeBytes";
      if (referenced && decodeReferences(xml.slice(start, i)) === null) return "";
      if (this.isDeclaration(from, end)) {
        declared ??= new Map();
        if (declared.size === limits.xmlAttributes) return "xmlAttributes";
        const prefix = xml.slice(from + 6, end);
        if (end - from > 5 && !isLocalName(prefix)) return "";
        if (!declare(declared, prefix, xml.slice(start, i))) return "";
      } else tag.add(from, end, hash, start, i);
      code = xml.charCodeAt(++i);
    }
    this.empty = code === 0x2f;
    if (this.empty && xml.charCodeAt(++i) !== 0x3e) return "";
    this.end = i + 1;
    if (declared) {
      tag.scope = outer.with(declared);
      if (this.scopes.add(tag.scope).size > MAX_SCOPES) return "namespaces";
    }
    const name = tag.scope.element(xml, at + 1, nameEnd, nameHash);
    if (name === null) return "";
    tag.name = name;
    tag.nameEnd = nameEnd;
    return tag.resolve() ? null : "";
  }

  /** `xmlns` or `xmlns:…` */
  private isDeclaration(from: number, end: number): boolean {
    const { xml } = this;
    if (xml.charCodeAt(from) !== 0x78 || end - from < 5 || !xml.startsWith("xmlns", from)) return false;
    return end - from === 5 || xml.charCodeAt(from + 5) === 0x3a;
  }

  private nameEnd(from: number): number {
    const { xml } = this;
    let hash = 0;
    for (let i = from; ; i++) {
      const code = xml.charCodeAt(i);
      if (code < 128 ? ENDS_NAME[code] === 1 : Number.isNaN(code)) {
        this.hash = hash ^ (hash >>> 8);
        return i;
      }
      hash = (Math.imul(hash, 31) + code) | 0;
    }
  }

  private skipBlanks(from: number): number {
    let i = from;
    for (;;) {
      const code = this.xml.charCodeAt(i);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return i;
      i++;
    }
  }
}

/** Adds a namespace declaration; false where Namespaces in XML forbids it or the tag has it already. */
function declare(declared: Map<string, string>, prefix: string, value: string): boolean {
  const uri = decodeReferences(value) ?? value;
  if (declared.has(prefix)) return false;
  if (prefix !== "" && uri === "") return false;
  if (prefix === "xmlns" || uri === XMLNS_URI || (prefix === "xml") !== (uri === XML_URI)) return false;
  declared.set(prefix, uri);
  return true;
}
