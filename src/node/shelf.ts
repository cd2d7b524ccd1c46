import { closeSync, openSync, readSync, writeSync } from "node:fs";
import type { Utf8 } from "./utf8.ts";

/** Bytes gathered before they are written. */
const BATCH = 1 << 20;

/** Texts one behind the other in a file of its own; memory holds none of them. */
export interface TextShelf {
  /** Takes a text; it lies from `start` on. */
  add(text: Utf8): { start: number; length: number };
  get(start: number, length: number): Utf8;
  close(): void;
}

export function textShelf(path: string): TextShelf {
  const file = openSync(path, "wx+", 0o600);
  const batch = Buffer.allocUnsafe(BATCH);
  let filled = 0;
  let written = 0;
  const write = (bytes: Buffer) => {
    for (let at = 0; at < bytes.length; ) {
      const count = writeSync(file, bytes, at, bytes.length - at, written);
      at += count;
      written += count;
    }
  };
  const flush = () => {
    write(batch.subarray(0, filled));
    filled = 0;
  };
  let read = Buffer.allocUnsafe(1 << 16);
  return {
    add(text) {
      if (filled + text.length > BATCH) flush();
      const start = written + filled;
      if (text.length > BATCH) write(Buffer.from(text, "latin1"));
      else filled += batch.write(text, filled, "latin1");
      return { start, length: text.length };
    },
    get(start, length) {
      if (filled > 0) flush();
      if (length > read.length) read = Buffer.allocUnsafe(length);
      for (let at = 0; at < length; ) at += readSync(file, read, at, length - at, start + at);
      return read.toString("latin1", 0, length);
    },
    close: () => closeSync(file),
  };
}
