import type { Attachment, BlockRange, Element, Part } from "../../model/document.ts";
import type { Body } from "../clauses/clauses.ts";
import type { Line } from "../lines/line.ts";
import type { Paper } from "./papers.ts";

/** Blocks from line `first` to line `last`. */
export function blockRange(lines: Line[], first: number, last: number): BlockRange {
  return { first: lines[first]!.block, last: lines[last]!.block };
}

/** The parts of a file: one document, or a notice and the plan it prints. */
export function partsOf(lines: Line[], papers: Paper[], titles: (Element | null)[]): { parts: Part[]; bodies: Body[] } {
  const annex = papers.find((paper) => paper.kind === "annex");
  const parts: Part[] = [];
  const bodies: Body[] = [];
  papers.forEach((paper, index) => {
    if (paper.kind === "attachment") return;
    const name = paper.kind === "annex" ? "annex" : annex ? "notice" : "document";
    const body = paper.body && blockRange(lines, paper.body.first, paper.body.last);
    parts.push({ name, title: titles[index] ?? null, body, range: blockRange(lines, paper.first, paper.last) });
    if (paper.body) bodies.push({ part: name, first: paper.body.first, last: paper.body.last });
  });
  return { parts, bodies };
}

/** The attached papers, each with its own lines. */
export function attachmentsOf(lines: Line[], papers: Paper[], titles: (Element | null)[]): Attachment[] {
  return papers.flatMap((paper, index) =>
    paper.kind !== "attachment"
      ? []
      : [
          {
            label: paper.label === null ? "" : lines[paper.label]!.bare,
            title: titles[index] ?? null,
            range: blockRange(lines, paper.first, paper.last),
          },
        ],
  );
}

/** What is no part of the document: everything before the first paper and after the last. */
export function chromeOf(lines: Line[], papers: Paper[]): BlockRange[] {
  const ranges: BlockRange[] = [];
  const first = papers[0]?.first ?? 0;
  const last = papers[papers.length - 1]?.last ?? lines.length - 1;
  if (first > 0) ranges.push(blockRange(lines, 0, first - 1));
  if (last < lines.length - 1) ranges.push(blockRange(lines, last + 1, lines.length - 1));
  return ranges;
}
