import type { OfficialDocument } from "../../model/document.ts";
import type { Hit } from "../../model/result.ts";

/** What is wrong with a point of layout, as the message says it. */
export interface Fault {
  actual: string;
  expected: string;
  note?: Hit["note"];
}

/**
 * The first page number that is not written so; a footer without a number may have one that only printing fills in. A
 * letter (信函格式) of one page bears none: its first page is apart and no footer follows.
 */
export function pageNumberFault({ blocks, source, facts }: OfficialDocument, size: number): Fault | null {
  const footers = blocks.filter((block) => block.region === "footer");
  const expected = `${size}`;
  if (footers.length === 0) {
    const letter =
      facts.kind.origin !== "unknown" && facts.kind.value === "函" && source.layout?.sections[0]?.titlePage;
    return letter ? null : { actual: "–", expected, note: { key: "check.no-page-number" } };
  }
  for (const { text, format } of footers) {
    if (!/[0-9]/.test(text) || /[\u4e00-\u9fff]{3}/.test(text)) continue;
    const run = format?.runs.find(({ start, end }) => /[0-9]/.test(text.slice(start, end)));
    const actual = text.trim();
    if (!/[-－—–―]\s*[0-9]+\s*[-－—–―]/.test(text)) {
      return { actual, expected, note: { key: "check.page-number-bare", values: { text: actual } } };
    }
    if (run?.size !== undefined && Math.abs(run.size - size) > 0.26) {
      return { actual, expected, note: { key: "check.page-number-size", values: { size: run.size } } };
    }
  }
  return null;
}

/** The first page shows its number: no section says that it has a footer of its own. */
export function firstPageFault({ blocks, source }: OfficialDocument): Fault | null {
  const numbered = blocks.find((block) => block.region === "footer" && /[0-9]/.test(block.text));
  if (!numbered || source.layout?.sections[0]?.titlePage) return null;
  return { actual: numbered.text.trim(), expected: "" };
}
