import type { OfficialDocument, Span } from "../model/document.ts";
import type { OverlapPassage } from "../model/overlap.ts";
import { clauseAt, clausePath } from "../model/place.ts";
import type { Edit } from "../model/result.ts";

/** What of a copied passage stands in one block of the draft, with the source's side of it. */
export interface Piece {
  span: Span;
  /** Offsets into the source's text, as `Passage.source` has them. */
  source: { start: number; end: number; text: string };
  edits: Edit[];
  /** Letters, digits and Han that both sides have. */
  size: number;
}

/** A passage may run over several paragraphs; a finding stands in one. Cuts the edit script where the draft's blocks end. */
export function piecesOfPassage(document: OfficialDocument, passage: OverlapPassage): Piece[] {
  const pieces: Piece[] = [];
  const queue = [...passage.edits].reverse();
  let sourceAt = passage.source.start;
  let draftAt = 0;
  const first = passage.draftSpans[0];
  for (const span of passage.draftSpans) {
    // Blocks are joined by one line break each, empty ones too.
    const from = first ? distance(document, first, span) : 0;
    const skipped = take(queue, from - draftAt);
    sourceAt += sourceOf(skipped).length;
    const edits = take(queue, span.end - span.start);
    const text = sourceOf(edits);
    draftAt = from + span.end - span.start;
    pieces.push({
      span,
      source: { start: sourceAt, end: sourceAt + text.length, text },
      edits,
      size: edits.reduce((sum, edit) => sum + (edit.kind === "equal" ? lettersIn(edit.draft) : 0), 0),
    });
    sourceAt += text.length;
  }
  return pieces;
}

/** Characters of the joined text from where the passage begins to where `span` does. */
function distance(document: OfficialDocument, first: Span, span: Span): number {
  let count = span.start - first.start;
  for (let block = first.block; block < span.block; block++) count += document.blocks[block]!.text.length + 1;
  return count;
}

/** The next `length` characters of the draft's side, taken off the queue; a step that reaches beyond is cut. */
function take(queue: Edit[], length: number): Edit[] {
  const taken: Edit[] = [];
  for (let left = length; left > 0 && queue.length > 0; ) {
    const edit = queue.pop()!;
    if (edit.draft.length <= left) {
      taken.push(edit);
      left -= edit.draft.length;
      continue;
    }
    const cut = edit.kind === "equal" ? Math.min(left, edit.source.length) : edit.source.length;
    taken.push({ ...edit, draft: edit.draft.slice(0, left), source: edit.source.slice(0, cut) });
    queue.push({ ...edit, draft: edit.draft.slice(left), source: edit.source.slice(cut) });
    left = 0;
  }
  return taken;
}

function lettersIn(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

function sourceOf(edits: Edit[]): string {
  return edits.map((edit) => edit.source).join("");
}

/** Whether nothing but level words and place names was changed; punctuation and labels (no `about`) are no change. */
export function onlyNamesChanged(edits: Edit[]): boolean {
  return edits.every((edit) => edit.about === undefined || edit.about === "level" || edit.about === "place");
}

/** Where an offset of a passage's source stands in the source's blocks. */
function sourceSpot(source: OfficialDocument, passage: OverlapPassage, offset: number): { block: number; at: number } {
  const first = passage.sourceSpans[0] ?? { block: 0, start: 0 };
  let block = first.block;
  let at = first.start + offset - passage.source.start;
  while (block < source.blocks.length - 1 && at > source.blocks[block]!.text.length) {
    at -= source.blocks[block]!.text.length + 1;
    block++;
  }
  return { block, at };
}

/** Printed path of the clause of `source` that a piece comes from. */
export function sourceClause(source: OfficialDocument, passage: OverlapPassage, piece: Piece): string | null {
  const { block, at } = sourceSpot(source, passage, piece.source.start);
  return clausePath(source, clauseAt(source, { block, start: at, end: at }));
}

/**
 * The piece with the bracket before it and the mark behind it, where both sides have the same: passages are found
 * without punctuation and would begin at 一） and end before the full stop.
 */
export function withMarks(
  document: OfficialDocument,
  source: OfficialDocument,
  passage: OverlapPassage,
  piece: Piece,
): Piece {
  const { span, edits } = piece;
  const mine = document.blocks[span.block]!.text;
  const from = sourceSpot(source, passage, piece.source.start);
  const to = sourceSpot(source, passage, piece.source.end);
  const before = mark("（(“《", mine[span.start - 1], source.blocks[from.block]?.text[from.at - 1]);
  const behind = mark("）)”》。；", mine[span.end], source.blocks[to.block]?.text[to.at]);
  return {
    ...piece,
    span: { ...span, start: span.start - before.length, end: span.end + behind.length },
    source: {
      start: piece.source.start - before.length,
      end: piece.source.end + behind.length,
      text: before + piece.source.text + behind,
    },
    edits: [...equal(before), ...edits, ...equal(behind)],
  };
}

/** The sign both sides have here, where it is one of `marks`. */
function mark(marks: string, mine: string | undefined, theirs: string | undefined): string {
  return mine !== undefined && mine === theirs && marks.includes(mine) ? mine : "";
}

function equal(text: string): Edit[] {
  return text ? [{ kind: "equal", draft: text, source: text }] : [];
}
