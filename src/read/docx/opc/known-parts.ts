import type { ZipEntry } from "../zip/directory.ts";

/** What was made of a part: what was heard in it and the events that took. */
export interface KnownPart {
  value: unknown;
  events: number;
}

/** What the value depends on besides the part's bytes: who heard it, as which part, within which bounds. */
export interface Hearing {
  kind: object;
  part: string;
  bounds: string;
}

interface Kept extends KnownPart, Hearing {
  size: number;
  method: number;
  packed: Uint8Array;
  weight: number;
}

/** Together, and of one part; in bytes, an event counted as the objects it may leave behind. */
const MAX_WEIGHT = 16 * 1024 * 1024;
const MAX_PART = 1024 * 1024;
const EVENT_WEIGHT = 128;

/**
 * Parts read before, the least recently used ones forgotten. The papers of one office share theme, styles, content
 * types and relationships to the byte: of 83 issued documents from many offices nine in ten themes, eight in ten lists
 * of types and relationships and a third of the styles were there before, of drafts from one template all. A part is
 * known by its packed bytes, compared one by one (the directory's CRC only finds the candidate), so that its content
 * is the same, too. What is handed out is shared between files: nobody changes it.
 */
export class KnownParts {
  private readonly kept = new Map<string, Kept>();
  private weight = 0;

  find(bytes: Uint8Array, entry: ZipEntry, hearing: Hearing): KnownPart | null {
    const key = keyOf(entry, hearing);
    const known = this.kept.get(key);
    if (
      known === undefined ||
      known.kind !== hearing.kind ||
      known.bounds !== hearing.bounds ||
      known.size !== entry.size ||
      known.method !== entry.method ||
      !sameBytes(known.packed, bytes, entry)
    ) {
      return null;
    }
    this.kept.delete(key);
    this.kept.set(key, known);
    return known;
  }

  /** Keeps what was made of a part that passed every check. */
  add(bytes: Uint8Array, entry: ZipEntry, hearing: Hearing, { value, events }: KnownPart): void {
    // A value may hold on to the text it was cut from, two bytes a character.
    const weight = entry.packed + 2 * entry.size + events * EVENT_WEIGHT;
    if (weight > MAX_PART) return;
    const key = keyOf(entry, hearing);
    this.forget(key);
    const { size, method } = entry;
    // A copy, also of a Buffer, whose `slice` would hold on to the whole file.
    const packed = new Uint8Array(bytes.subarray(entry.dataAt, entry.dataAt + entry.packed));
    this.kept.set(key, { ...hearing, value, events, size, method, packed, weight });
    this.weight += weight;
    for (const oldest of this.kept.keys()) {
      if (this.weight <= MAX_WEIGHT) break;
      this.forget(oldest);
    }
  }

  private forget(key: string): void {
    this.weight -= this.kept.get(key)?.weight ?? 0;
    this.kept.delete(key);
  }
}

/** Empty relationships are the same bytes for every part of a file, hence the part's name. */
function keyOf({ crc }: ZipEntry, { part }: Hearing): string {
  return `${crc} ${part}`;
}

function sameBytes(packed: Uint8Array, bytes: Uint8Array, { dataAt, packed: length }: ZipEntry): boolean {
  if (packed.length !== length) return false;
  for (let i = 0; i < length; i++) if (packed[i] !== bytes[dataAt + i]) return false;
  return true;
}
