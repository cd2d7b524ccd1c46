import type { Block } from "../model/block.ts";
import type { OfficialDocument } from "../model/document.ts";
import type { Finding } from "../model/result.ts";
import { type Anchor, type AnchorKind, anchorOf } from "./anchor.ts";
import { extendComments, freeIds, newCommentsPart } from "./docx/comments.ts";
import type { Cut } from "./docx/cut.ts";
import { applyEdits } from "./docx/edit.ts";
import { inLongFrame } from "./docx/frame.ts";
import { around, textAt } from "./docx/locate.ts";
import { type Marked, markEdits } from "./docx/marks.ts";
import {
  addCommentsPart,
  closePackage,
  commentsPart,
  openComments,
  openPackage,
  type Refusal,
  refusal,
} from "./docx/package-edit.ts";
import { piecesOf } from "./docx/pieces.ts";
import { mapRuns } from "./docx/runs.ts";

/** A comment that was written, its number, and what it stands on. */
export interface Placed {
  finding: Finding;
  id: number;
  kind: AnchorKind;
}

export type Annotated = { ok: true; bytes: Uint8Array; placed: Placed[] } | Refusal;

/** What a comment says, a line a paragraph. */
export type CommentWords = (finding: Finding, kind: AnchorKind) => readonly string[];

/**
 * The draft with one Word comment on the words of each finding. `bytes` are what `document` was read from; comments and
 * revisions that are there stay. In the main part nothing but marks is put in and runs are split; all parts besides the
 * comments, their content type and relationship keep their bytes. Refused: what is no docx, signed documents (a change
 * would break the signature), a body without words.
 */
export function annotate(
  bytes: Uint8Array,
  document: OfficialDocument,
  findings: readonly Finding[],
  words: CommentWords,
): Annotated {
  if (document.source.format !== "docx") return refusal("revise.not-docx");
  if (document.source.traces.some(({ kind }) => kind === "signature")) return refusal("revise.signed");
  const pieces = piecesOf(bytes, document);
  if (!pieces) return refusal("revise.other-bytes");
  const editing = openPackage(bytes);
  if ("ok" in editing) return editing;
  const xml = editing.main.text;
  const map = mapRuns(xml);
  const known = commentsPart(editing);
  const before = known === null ? null : openComments(editing, known);
  if (before && "ok" in before) return before;
  const taken = new Set([...map.commentIds, ...(before?.ids ?? [])]);
  const ids = freeIds(taken, findings.length);
  const isWritten = ({ index }: Block) =>
    (pieces.get(index) ?? []).some(({ at }) => at >= 0 && textAt(map.texts, at) !== null && !inLongFrame(xml, at));
  const place = ({ from, to }: Anchor): { start: Cut; end: Cut } | null => {
    const first = around(
      xml,
      map.texts,
      pieces.get(from.block) ?? [],
      from.at,
      from.block === to.block ? to.at : Number.MAX_SAFE_INTEGER,
    );
    if (from.block === to.block) return first;
    const last = around(xml, map.texts, pieces.get(to.block) ?? [], 0, to.at);
    return first && last && { start: first.start, end: last.end };
  };
  const placed: Placed[] = [];
  const marked: Marked[] = [];
  for (const finding of findings) {
    const anchor = anchorOf(document, finding.span, isWritten);
    if (!anchor) return refusal("revise.no-body");
    const exact = place(anchor);
    const block = document.blocks[anchor.from.block]!;
    const cuts =
      exact ??
      place({ ...anchor, from: { block: block.index, at: 0 }, to: { block: block.index, at: block.text.length } });
    if (!cuts) return refusal("revise.no-body");
    const id = ids[placed.length]!;
    const met = exact !== null && !cuts.start.widened && !cuts.end.widened;
    placed.push({ finding, id, kind: met || anchor.kind !== "words" ? anchor.kind : "around" });
    marked.push({ id, ...cuts });
  }
  editing.contents.set(editing.name, editing.main.encode(applyEdits(xml, markEdits(xml, map, marked))));
  const comments = placed.map(({ finding, id, kind }) => ({ id, lines: words(finding, kind) }));
  if (before && known !== null)
    editing.contents.set(known, before.part.encode(extendComments(before.part.text, map.uri, comments)));
  else {
    const problem = addCommentsPart(editing, newCommentsPart(map.uri, comments));
    if (problem) return problem;
  }
  return { ok: true, bytes: closePackage(editing), placed };
}
