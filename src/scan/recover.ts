import { existsSync } from "node:fs";
import type { ScanLine } from "../model/scan.ts";
import { fileLines } from "./lines.ts";

/**
 * Reads the results of a run that was cut off, hands on every whole line, and returns the bytes they take: what follows
 * (a torn line, or a piece of the disk that a power cut left unwritten) is not to be trusted and done again.
 */
export async function recover(results: string, take: (line: ScanLine) => void): Promise<number> {
  if (!existsSync(results)) return 0;
  let size = 0;
  for await (const { bytes, offset } of fileLines(results)) {
    const line = parseLine(bytes);
    if (!line) break;
    take(line);
    size = offset + bytes.length;
  }
  return size;
}

/** A line of results, null where the bytes are none. */
export function parseLine(bytes: Buffer): ScanLine | null {
  try {
    const line = JSON.parse(bytes.toString("utf8")) as ScanLine | null;
    return line && typeof line.path === "string" && line.file ? line : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
