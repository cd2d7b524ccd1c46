import { expect } from "vitest";
import { DEFAULT_LIMITS, type Limits } from "../../src/model/limits.ts";
import { lineColumn, offsetAt } from "../../src/model/place.ts";
import type { ReadFailure, SourceDocument } from "../../src/model/source.ts";
import { read } from "../../src/read/read.ts";

/** A text or bytes read under a name; a refusal fails the test. */
export async function readAs(
  name: string,
  content: string | Uint8Array,
  limits: Partial<Limits> = {},
): Promise<SourceDocument> {
  const result = await read(bytesOf(content), name, { ...DEFAULT_LIMITS, ...limits });
  if (!result.ok) throw new Error(`refused: ${result.failure.reason}`);
  return result.source;
}

export async function refusal(
  name: string,
  content: string | Uint8Array,
  limits: Partial<Limits> = {},
): Promise<ReadFailure> {
  const result = await read(bytesOf(content), name, { ...DEFAULT_LIMITS, ...limits });
  if (result.ok) throw new Error("read");
  return result.failure;
}

export function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === "string" ? new TextEncoder().encode(content) : content;
}

export const textsOf = (source: SourceDocument): string[] => source.blocks.map((block) => block.text);

/** Every character of every block that the reader did not generate stands where its segment says, and is found there. */
export function expectExactPlaces(source: SourceDocument, text: string): void {
  const lines = text.split(/\r\n|\n|\r/);
  for (const block of source.blocks) {
    for (let at = block.labelLength; at < block.text.length; at++) {
      const place = lineColumn(block, at)!;
      const found = lines[place.line - 1]?.[place.column - 1];
      if (found === "&" || block.text[at] === "\n" || block.text[at] === " ") continue; // written out, or a line end
      expect({ at, found }).toEqual({ at, found: block.text[at] });
      expect(offsetAt(block, place.line, place.column)).toBe(at);
    }
  }
}
