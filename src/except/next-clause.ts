import type { Block } from "../model/block.ts";
import type { OfficialDocument } from "../model/document.ts";
import type { SourceComment } from "../model/source.ts";

/** Stands for the whole document among the blocks that a comment stands before. */
export const WHOLE = -1;

/**
 * Finds what follows a comment: the next block, where a clause begins in it that clause's own text down to its first
 * sub-clause, where a table begins all of it. Before the title it stands for the whole document too, which has no place
 * of its own. The blocks by number; none behind the last.
 */
export function nextClauses(document: OfficialDocument): (comment: SourceComment) => Set<number> {
  const starts = document.blocks.flatMap((block) => startOf(block)).sort(compare);
  const title = new Set(document.elements.title?.spans.map(({ block }) => block) ?? []);
  const clauseAt = new Map(document.clauses.flatMap((one) => (one.inline ? [] : [[one.span.block, one] as const])));
  return (comment) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(starts[middle]!, comment) <= 0) low = middle + 1;
      else high = middle;
    }
    const next = starts[low]?.block;
    if (next === undefined) return new Set();
    const own = clauseAt.get(next)?.own.map(({ block }) => block) ?? [];
    const table = document.blocks[next]?.cell?.table;
    const cells = table === undefined ? [] : cellsOf(document, next, table);
    return new Set([next, ...own, ...cells, ...(title.has(next) ? [WHOLE] : [])]);
  };
}

/** Cells of a table stand one behind the other. */
function cellsOf({ blocks }: OfficialDocument, first: number, table: number): number[] {
  const cells: number[] = [];
  for (let at = first; blocks[at]?.cell?.table === table; at++) cells.push(at);
  return cells;
}

interface Start {
  line: number;
  column: number;
  block: number;
}

/** Where a block with text begins in its file; blocks of a docx have no lines, and no comments either. */
function startOf({ index, text, segments }: Block): Start[] {
  const first = segments?.[0];
  return first && text.trim() !== "" ? [{ line: first.line, column: first.column, block: index }] : [];
}

const compare = (a: { line: number; column: number }, b: { line: number; column: number }) =>
  a.line - b.line || a.column - b.column;
