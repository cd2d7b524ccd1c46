import type { Block } from "../../src/model/block.ts";
import type { Clause, OfficialDocument } from "../../src/model/document.ts";
import type { Format, SourceDocument } from "../../src/model/source.ts";
import { recognise } from "../../src/recognise/recognise.ts";

/** A source of plain lines, as the text reader gives it: one block a line, empty lines too. */
export function sourceOf(text: string, format: Format = "text"): SourceDocument {
  const blocks = text.split("\n").map((line, index): Block => {
    const heading = format === "markdown" ? (/^#+(?= )/.exec(line)?.[0].length ?? 0) : 0;
    return {
      index,
      kind: heading > 0 ? "heading" : "paragraph",
      region: "body",
      text: heading > 0 ? line.slice(heading + 1) : line,
      labelLength: 0,
      paragraph: index + 1,
      headingLevel: heading,
      segments: [{ at: 0, line: index + 1, column: heading > 0 ? heading + 2 : 1 }],
    };
  });
  return { format, blocks, declared: {}, traces: [], cut: [] };
}

export function draft(text: string, format: Format = "text"): OfficialDocument {
  return recognise(sourceOf(text, format), "draft.txt", {});
}

/** `line label level` of every row, inline labels left out: what `outline` prints. */
export function rows(document: OfficialDocument): string[] {
  return document.clauses
    .filter((clause) => !clause.inline)
    .map((clause) => `${document.blocks[clause.span.block]!.paragraph} ${clause.label.trim()} ${clause.level}`);
}

export const inlineRows = (document: OfficialDocument): Clause[] => document.clauses.filter((clause) => clause.inline);

/** First and last line of the body. */
export function bodyLines(document: OfficialDocument): [number, number] | null {
  const { body, blocks } = document;
  return body && [blocks[body.first]!.paragraph, blocks[body.last]!.paragraph];
}
