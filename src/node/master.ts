import { closeSync, createReadStream, openSync, readSync } from "node:fs";
import type { ScanLine } from "../model/scan.ts";

/** Bytes read at once. */
const CHUNK = 1 << 20;
const NEWLINE = 0x0a;

/** A line of the master and where it lies. */
export interface MasterLine {
  line: ScanLine;
  start: number;
  length: number;
}

/**
 * Every line of `results.jsonl`, one at a time. A last line without an end is one that a killed scan did not finish: it is
 * passed over, as a resumed scan does.
 */
export async function* readMaster(path: string): AsyncGenerator<MasterLine> {
  let rest: Buffer = Buffer.alloc(0);
  let start = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let from = 0;
    for (let end = bytes.indexOf(NEWLINE, from); end >= 0; end = bytes.indexOf(NEWLINE, from)) {
      const length = end - from;
      if (length > 0) {
        const line = JSON.parse(bytes.toString("utf8", from, end)) as ScanLine;
        yield { line, start: start + from, length };
      }
      from = end + 1;
    }
    start += from;
    rest = bytes.subarray(from);
  }
}

/** Lines of the master by where they lie. */
export function lineReader(path: string): { line(start: number, length: number): ScanLine; close(): void } {
  const file = openSync(path, "r");
  return {
    line(start, length) {
      const bytes = Buffer.allocUnsafe(length);
      for (let at = 0; at < length; ) {
        const read = readSync(file, bytes, at, length - at, start + at);
        if (read === 0) throw new Error(`${path} became shorter while it was read`);
        at += read;
      }
      return JSON.parse(bytes.toString("utf8")) as ScanLine;
    },
    close: () => closeSync(file),
  };
}
