import type { OfficialDocument } from "../../model/document.ts";
import { lineColumn } from "../../model/place.ts";
import { lineStarts } from "../../read/lines.ts";
import type { Fix } from "./fix.ts";

/** A fix by offsets in the text of the file. */
export interface TextEdit {
  at: number;
  remove: number;
  insert: string;
}

/**
 * Where fixes stand in a text or Markdown file. `left` are those whose characters the file writes in another way (a
 * reference, an escape), where a careless edit would change what it says.
 */
export function locateFixes(
  text: string,
  document: OfficialDocument,
  fixes: readonly Fix[],
): { edits: TextEdit[]; done: Fix[]; left: Fix[] } {
  const starts = lineStarts(text);
  const edits: TextEdit[] = [];
  const done: Fix[] = [];
  const left: Fix[] = [];
  for (const fix of fixes) {
    const { block: index, start, end } = fix.span;
    const block = document.blocks[index]!;
    const isComing = start === end;
    const place = lineColumn(block, isComing ? start - 1 : start);
    const at = place ? (starts[place.line - 1] ?? text.length) + place.column - 1 : -1;
    const isPlain = at >= 0 && text[at] === block.text[isComing ? start - 1 : start] && text[at - 1] !== "\\";
    if (!isPlain) {
      left.push(fix);
      continue;
    }
    edits.push(
      isComing ? { at: at + 1, remove: 0, insert: fix.replacement } : { at, remove: 1, insert: fix.replacement },
    );
    done.push(fix);
  }
  return { edits, done, left };
}
