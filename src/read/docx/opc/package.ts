import type { Limits } from "../../../model/limits.ts";
import { decodeXml } from "../xml/decode.ts";
import { countEvents, newBudget, tokenize, type XmlBudget, type XmlHandler } from "../xml/tokenize.ts";
import { readDirectory, type ZipEntry } from "../zip/directory.ts";
import { charge, type InflateBudget, inflateEntry, unpackEntry } from "../zip/inflate.ts";
import { KnownParts } from "./known-parts.ts";
import { NO_RELATIONSHIPS, RelationshipReader, type Relationships, relationshipsPart } from "./relationships.ts";

/** For all files of the process: see `KnownParts`. */
const KNOWN = new KnownParts();

/** The parts of an office file (ISO/IEC 29500-2). Only parts asked for are inflated. */
export class Package {
  readonly limits: Limits;
  private readonly bytes: Uint8Array;
  private readonly entries: Map<string, ZipEntry>;
  private readonly byFold: Map<string, ZipEntry>;
  private readonly inflated: InflateBudget = { packed: 0, inflated: 0 };
  private readonly events: XmlBudget = newBudget();
  /** Bounds that a part's wellformedness was judged by. */
  private readonly bounds: string;

  constructor(bytes: Uint8Array, limits: Limits) {
    this.bytes = bytes;
    this.limits = limits;
    this.entries = readDirectory(bytes, limits);
    this.byFold = new Map([...this.entries].map(([name, entry]) => [name.toLowerCase(), entry]));
    this.bounds = `${limits.xmlDepth} ${limits.xmlAttributes} ${limits.attributeBytes}`;
  }

  names(): string[] {
    return [...this.entries.keys()];
  }

  /** Part names are compared without regard to ASCII case (ISO/IEC 29500-2, 6.2.2.3). */
  has(name: string): boolean {
    return this.byFold.has(name.toLowerCase());
  }

  /** The bytes of a part, null where there is none. */
  read(name: string): Uint8Array | null {
    const entry = this.entry(name);
    return entry ? inflateEntry(this.bytes, entry, this.limits, this.inflated) : null;
  }

  /** Tells `handler` of an XML part that no other file is likely to have; false where there is none. */
  parse(name: string, handler: XmlHandler): boolean {
    const bytes = this.read(name);
    if (!bytes) return false;
    tokenize(decodeXml(bytes, name), name, handler, this.limits, this.events);
    return true;
  }

  /** Tells `handler` of an XML part that other files may have, too, such as a footer; false where there is none. */
  parseRepeated(name: string, handler: XmlHandler): boolean {
    const text = this.recall(name, String, (text) => text);
    if (text === null) return false;
    tokenize(text, name, handler, this.limits, this.events);
    return true;
  }

  /** What a `Hearer` makes of an XML part, null where there is none. It is shared with other files: never change it. */
  heard<T extends XmlHandler>(name: string, Hearer: new (part: string) => T): T | null {
    return this.recall(name, Hearer, (text) => {
      const hearer = new Hearer(name);
      tokenize(text, name, hearer, this.limits, this.events);
      return hearer;
    });
  }

  /** What a part points to; empty where it has no relationships. `""` stands for the package itself. */
  relationships(source: string): Relationships {
    return this.heard(relationshipsPart(source), RelationshipReader)?.found ?? NO_RELATIONSHIPS;
  }

  private entry(name: string): ZipEntry | undefined {
    return this.entries.get(name) ?? this.byFold.get(name.toLowerCase());
  }

  /** What `make` makes of a part's text, from memory where it is known. It is charged the same either way. */
  private recall<T>(name: string, kind: object, make: (text: string) => T): T | null {
    const entry = this.entry(name);
    if (!entry) return null;
    charge(entry, this.limits, this.inflated);
    const hearing = { kind, part: name, bounds: this.bounds };
    const known = KNOWN.find(this.bytes, entry, hearing);
    if (known) {
      countEvents(known.events, this.limits, this.events);
      return known.value as T;
    }
    const before = this.events.events;
    const value = make(decodeXml(unpackEntry(this.bytes, entry), name));
    KNOWN.add(this.bytes, entry, hearing, { value, events: this.events.events - before });
    return value;
  }
}
