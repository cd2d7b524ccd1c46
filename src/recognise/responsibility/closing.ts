import type { Row } from "./passage.ts";

/**
 * Rows without the closing paragraphs of the text (各地区、各部门要…), which stand below the last item of a list and are
 * not its own. Where the items before it are single paragraphs, the last one is taken to be as well.
 */
export function withoutClosing(rows: Row[]): Row[] {
  return rows.map((row, i) => {
    const next = rows[i + 1];
    if ((next && next.clause.part === row.clause.part) || row.passages.length < 2) return row;
    const longest = longestSibling(rows, i);
    const first = row.passages[0]!;
    const prose = first.text.slice(first.start, first.end).includes("。") || first.end - first.start > 40;
    if (longest === 0 || !prose || row.passages.length <= longest) return row;
    return { ...row, passages: row.passages.slice(0, longest) };
  });
}

/** Most passages of any leaf beside the last one, or of the leaf before it where it stands alone; 0 where there is none. */
function longestSibling(rows: Row[], last: number): number {
  const { level, part, parent } = rows[last]!.clause;
  let most = 0;
  let before = 0;
  for (let i = last - 1; i >= 0; i--) {
    const { clause, leaf, passages } = rows[i]!;
    if (clause.part !== part) break;
    if (leaf && clause.level === level && before === 0) before = passages.length;
    if (clause.parent !== parent && clause.level <= level) break;
    if (leaf && clause.parent === parent) most = Math.max(most, passages.length);
  }
  return most || before;
}
