import { createReadStream } from "node:fs";
import type { ScanLine } from "../model/scan.ts";
import { utf8 } from "./utf8.ts";

/** Bytes read at once. */
const CHUNK = 1 << 20;
const NEWLINE = 0x0a;

/**
 * Every line of `results.jsonl`, one at a time; its texts are UTF-8 (`utf8.ts`). A last line without an end is one that a
 * killed scan did not finish: it is passed over, as a resumed scan does.
 */
export async function* readMaster(path: string): AsyncGenerator<ScanLine> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let from = 0;
    for (let end = bytes.indexOf(NEWLINE, from); end >= 0; end = bytes.indexOf(NEWLINE, from)) {
      if (end > from) yield JSON.parse(lineText(bytes, from, end)) as ScanLine;
      from = end + 1;
    }
    rest = bytes.subarray(from);
  }
}

function lineText(bytes: Buffer, from: number, end: number): string {
  const text = bytes.toString("latin1", from, end);
  if (!text.includes("\\u")) return text;
  // An escaped character (of a master that another program wrote, half a surrogate) would stand among bytes.
  const whole = (_key: string, value: unknown) => (typeof value === "string" ? Buffer.from(value).toString() : value);
  return utf8(JSON.stringify(JSON.parse(bytes.toString("utf8", from, end)), whole));
}
