import type { OfficialDocument } from "../model/document.ts";
import type { OverlapReport } from "../model/overlap.ts";
import type { Mask } from "./masks.ts";
import { normalise } from "./normalise.ts";
import { rangeMask, type Side } from "./side.ts";

const FORWARDING = /转发|批转/;

/**
 * Text that a document rightly repeats: what a 转发 or 批转 passes on, and an annexed paper that bears a superior's own
 * title. Gives the masks and the reason.
 */
export function relayed(draft: Side, superiors: Side[]): { masks: Mask[]; reason: OverlapReport["relayed"] } {
  const { document } = draft;
  if (!document) return { masks: [], reason: null };
  const title = document.elements.title?.text ?? document.parts[0]?.title?.text ?? "";
  const annexes = document.parts.filter((part) => part.name === "annex");
  if (FORWARDING.test(title)) {
    return { masks: annexes.map((part) => rangeMask(draft, part.range)), reason: { reason: "forwarding", title } };
  }
  const theirs = superiors.flatMap((side) => titlesOf(side.document)).map(plain);
  const printed = annexes.filter((part) => part.title && theirs.includes(plain(part.title.text)));
  if (printed.length === 0) return { masks: [], reason: null };
  return {
    masks: printed.map((part) => rangeMask(draft, part.range)),
    reason: { reason: "printing", title: printed[0]!.title!.text },
  };
}

function titlesOf(document: OfficialDocument | null): string[] {
  if (!document) return [];
  return [document.elements.title?.text, ...document.parts.map((part) => part.title?.text)].filter(
    (title) => title !== undefined,
  );
}

function plain(title: string): string {
  return String.fromCharCode(...normalise(title).codes);
}
