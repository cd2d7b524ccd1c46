import type { TextPiece } from "../../read/docx/story/context.ts";
import { advance, type Cut, cutAt } from "./cut.ts";
import type { Text } from "./runs.ts";

/** Finds the `w:t` whose content holds an offset; texts stand in the order of the part and in no other. */
export function textAt(texts: readonly Text[], raw: number): Text | null {
  let low = 0;
  let high = texts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (texts[middle]!.textAt <= raw) low = middle + 1;
    else high = middle;
  }
  const found = texts[low - 1];
  return found && raw <= found.textEnd ? found : null;
}

/**
 * Marks around `start` to `end` of a block's text: both cuts, or null where none of it is written in a `w:t` (tabs and
 * line breaks at the edges are left out; they are no words). An empty stretch has both marks in one place.
 */
export function around(
  xml: string,
  texts: readonly Text[],
  pieces: readonly TextPiece[],
  start: number,
  end: number,
): { start: Cut; end: Cut } | null {
  const written = pieces.filter((piece) => piece.at >= 0 && textAt(texts, piece.at) !== null);
  if (start >= end) {
    const before = written.findLast((piece) => piece.start < start && piece.end >= start);
    const behind = written.find((piece) => piece.start <= start && piece.end > start);
    const piece = before ?? behind;
    if (!piece) return null;
    const cut = cutAt(
      xml,
      textAt(texts, piece.at)!,
      advance(xml, piece.at, start - piece.start),
      before ? "end" : "start",
    );
    return { start: cut, end: cut };
  }
  const first = written.find((piece) => piece.end > start);
  const last = written.findLast((piece) => piece.start < end);
  if (!first || !last || first.start >= end || last.end <= start) return null;
  const from = advance(xml, first.at, Math.max(0, start - first.start));
  const to = advance(xml, last.at, Math.min(end, last.end) - last.start);
  return {
    start: cutAt(xml, textAt(texts, first.at)!, from, "start"),
    end: cutAt(xml, textAt(texts, last.at)!, to, "end"),
  };
}
