import type { OfficialDocument } from "../../model/document.ts";
import type { Hit } from "../../model/result.ts";

/** What is wrong with a point of layout, as the message says it. */
export interface Fault {
  actual: string;
  expected: string;
  note?: Hit["note"];
}

/** The first page number that is not written so; a footer without a number may have one that only printing fills in. */
export function pageNumberFault({ blocks }: OfficialDocument, size: number): Fault | null {
  const footers = blocks.filter((block) => block.region === "footer");
  const expected = `${size}`;
  if (footers.length === 0) return { actual: "–", expected, note: { key: "check.no-page-number" } };
  for (const { text, format } of footers) {
    if (!/[0-9]/.test(text) || /[\u4e00-\u9fff]{3}/.test(text)) continue;
    const run = format?.runs.find(({ start, end }) => /[0-9]/.test(text.slice(start, end)));
    const dashed = /[-－—–―]\s*[0-9]+\s*[-－—–―]/.test(text);
    const sized = run?.size === undefined || Math.abs(run.size - size) <= 0.26;
    if (!dashed || !sized) return { actual: sized ? text.trim() : `${text.trim()}，${run?.size} pt`, expected };
  }
  return null;
}
