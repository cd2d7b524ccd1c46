import type { Limits } from "../../../model/limits.ts";
import { decodeXml } from "../xml/decode.ts";
import { newBudget, tokenize, type XmlBudget, type XmlHandler } from "../xml/tokenize.ts";
import { readDirectory, type ZipEntry } from "../zip/directory.ts";
import { type InflateBudget, inflateEntry } from "../zip/inflate.ts";
import { RelationshipReader, type Relationships, relationshipsPart } from "./relationships.ts";

/** The parts of an office file (ISO/IEC 29500-2). Only parts asked for are inflated. */
export class Package {
  readonly limits: Limits;
  private readonly bytes: Uint8Array;
  private readonly entries: Map<string, ZipEntry>;
  private readonly byFold: Map<string, ZipEntry>;
  private readonly inflated: InflateBudget = { packed: 0, inflated: 0 };
  private readonly events: XmlBudget = newBudget();

  constructor(bytes: Uint8Array, limits: Limits) {
    this.bytes = bytes;
    this.limits = limits;
    this.entries = readDirectory(bytes, limits);
    this.byFold = new Map([...this.entries].map(([name, entry]) => [name.toLowerCase(), entry]));
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
    const entry = this.entries.get(name) ?? this.byFold.get(name.toLowerCase());
    return entry ? inflateEntry(this.bytes, entry, this.limits, this.inflated) : null;
  }

  /** Tells `handler` of an XML part; false where there is none. */
  parse(name: string, handler: XmlHandler): boolean {
    const bytes = this.read(name);
    if (!bytes) return false;
    tokenize(decodeXml(bytes, name), name, handler, this.limits, this.events);
    return true;
  }

  /** What a part points to; empty where it has no relationships. `""` stands for the package itself. */
  relationships(source: string): Relationships {
    const reader = new RelationshipReader(source);
    this.parse(relationshipsPart(source), reader);
    return reader.found;
  }
}
