import { createReadStream } from "node:fs";

const NEWLINE = 10;

/** Whole lines of a file as bytes, newline included, with where each begins; what follows the last newline is torn. */
export async function* fileLines(path: string): AsyncGenerator<{ bytes: Buffer; offset: number }> {
  let rest: Buffer[] = [];
  let offset = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    let from = 0;
    const piece = chunk as Buffer;
    for (let end = piece.indexOf(NEWLINE); end >= 0; end = piece.indexOf(NEWLINE, from)) {
      const last = piece.subarray(from, end + 1);
      const bytes = rest.length > 0 ? Buffer.concat([...rest, last]) : last;
      rest = [];
      yield { bytes, offset };
      offset += bytes.length;
      from = end + 1;
    }
    if (from < piece.length) rest.push(piece.subarray(from));
  }
}
