import type { Edit } from "../model/result.ts";
import type { Found, PreparedDraft } from "./compare.ts";

/** Per character of the draft: 1 where it is its own, where it is its own and copied, and where a source says the same, names aside. */
export interface Marks {
  own: Uint8Array;
  copied: Uint8Array;
  same: Uint8Array;
  /** 1 in titles, quotations, furniture and clause numbers. */
  masked: Uint8Array;
}

/** Marks every character by what the comparison found; gaps that a passage only bridges are not copied. */
export function markCopies(draft: PreparedDraft, found: Found[]): Marks {
  const { starts, ends, codes, enumerators } = draft.normalised;
  const size = draft.text.length;
  const marks: Marks = {
    own: new Uint8Array(size),
    copied: new Uint8Array(size),
    same: new Uint8Array(size),
    masked: new Uint8Array(size),
  };
  for (let i = 0; i < codes.length; i++) {
    if (draft.index.apart[i] === 0) marks.own.fill(1, starts[i]!, ends[i]!);
    if (draft.index.masked[i] === 1 || enumerators[i] === 1) marks.masked.fill(1, starts[i]!, ends[i]!);
  }
  for (const { passage, stretch } of found) {
    for (const hit of stretch.hits) {
      for (let i = hit.draft; i < hit.draftEnd; i++) {
        if (draft.index.apart[i] === 0) marks.copied.fill(1, starts[i]!, ends[i]!);
      }
    }
    let at = passage.draft.start;
    for (const edit of passage.edits) {
      if (!saysNew(edit)) marks.same.fill(1, at, at + edit.draft.length);
      at += edit.draft.length;
    }
  }
  return marks;
}

/** Whether an edit says something the source does not; another name in the same place and a moved piece do not. */
export function saysNew(edit: Edit): boolean {
  if (edit.kind === "equal" || edit.about === undefined || edit.about === "level" || edit.about === "moved")
    return false;
  return edit.about !== "place" || edit.kind === "insert";
}

/** How many characters of a stretch are marked. */
export function total(flags: Uint8Array, start = 0, end = flags.length): number {
  let count = 0;
  for (let i = start; i < end; i++) count += flags[i]!;
  return count;
}
