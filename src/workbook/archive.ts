import { Zip, ZipDeflate } from "fflate";

/** Characters of XML gathered before they are compressed: calls of a few bytes cost more than the bytes. */
const BATCH = 1 << 16;
/** What the offsets of a zip without its 64-bit extension can say. */
const ZIP_BYTES = 0xffff_ffff;

/** A part being written. */
export interface Entry {
  write(xml: string): void;
  close(): void;
}

/** A zip archive written front to back. Equal text gives equal bytes: every entry bears the format's first day. */
export interface Archive {
  open(name: string): Entry;
  end(): void;
  /** The bytes that are ready and were not yet taken. */
  take(): Uint8Array;
}

/** Entries appear in the order they were opened; a later one that is still open waits compressed. */
export function archive(): Archive {
  let ready: Uint8Array[] = [];
  let written = 0;
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    written += bytes.length;
    if (written > ZIP_BYTES) throw new RangeError("a workbook of more than 4 GiB");
    ready.push(bytes);
  });
  const encoder = new TextEncoder();
  return {
    open(name) {
      // A report of 10,000 findings: level 1 takes 0.65 s of CPU, 4 takes 0.69 and is 9 % smaller, 6 takes 0.75.
      const file = new ZipDeflate(name, { level: 4 });
      file.mtime = new Date(1980, 0, 1);
      zip.add(file);
      let waiting = "";
      return {
        write(xml) {
          waiting += xml;
          if (waiting.length < BATCH) return;
          file.push(encoder.encode(waiting));
          waiting = "";
        },
        close: () => file.push(encoder.encode(waiting), true),
      };
    },
    end: () => zip.end(),
    take() {
      const bytes = joined(ready);
      ready = [];
      return bytes;
    },
  };
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
