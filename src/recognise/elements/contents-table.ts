import type { Line } from "../lines/line.ts";
import { behindPassage } from "../shapes/passage.ts";

/** A line of a table of contents: 一、总体要求……3, the page number after dots or a tab. */
export function isContents(line: Line): boolean {
  const { plain } = line;
  let at = line.end;
  while (at > line.start && /[0-9０-９\s—-]/.test(plain[at - 1]!)) {
    if (plain[at - 1] === "\t" && at < line.end) return true;
    at--;
  }
  let leaders = 0;
  while (at > line.start && ".．·…。⋯ ".includes(plain[at - 1]!)) {
    at--;
    if (plain[at] !== " ") leaders += plain[at] === "…" ? 2 : 1;
  }
  return leaders >= 3;
}

export const isContentsHead = (line: Line) => line.bare === "目录" || line.bare === "目次";

/**
 * A table of contents within the next forty lines: the line of 目录 and the first line after it. Entries either carry
 * page numbers, or end where the first of them comes again.
 */
export function contentsTable(lines: Line[], from: number): { at: number; end: number } | null {
  for (let at = from; at < Math.min(lines.length, from + 40); at++) {
    if (isContentsHead(lines[at]!)) return { at, end: endOfTable(lines, at + 1) };
    if (lines[at]!.prose && lines[at]!.bare.length > 60 && behindPassage(lines, at) === at) return null;
  }
  return null;
}

function endOfTable(lines: Line[], from: number): number {
  let end = from;
  for (let at = from; at < lines.length && at < end + 4; at++) if (isContents(lines[at]!)) end = at + 1;
  const first = lines[from];
  if (end > from || !first) return end;
  const last = Math.min(lines.length, from + 300);
  let prose = -1;
  for (let at = from + 1; at < last; at++) {
    if (lines[at]!.bare === first.bare) return prose < 0 ? at : prose;
    if (prose < 0 && lines[at]!.prose) prose = at;
  }
  return from;
}
