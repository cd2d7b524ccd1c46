import { endsInKind } from "../shapes/kind.ts";
import type { Passage, Row } from "./passage.ts";

/**
 * Rows without the closing paragraphs of the text (各地区、各部门要…; 本政策自…执行), which stand below the last item of a list
 * and are not its own, and without the title and opening of a second text that follows. Where the items before it are
 * single paragraphs, the last one is taken to be as well.
 */
export function withoutClosing(rows: Row[]): Row[] {
  const begun = new Set<string>();
  return rows.map((row, i) => {
    if (isTop(row)) begun.add(styleOf(row));
    const next = rows[i + 1];
    const last = !next || next.clause.part !== row.clause.part;
    const another = !last && isTop(next) && next.clause.ordinal === 1 && begun.has(styleOf(next));
    if ((!last && !another) || row.passages.length < 2) return row;
    const title = another ? titleOfNext(row.passages) : row.passages.length;
    if (another && title === row.passages.length) return row;
    const end = Math.min(title, finalWords(row.passages));
    const kept = end < row.passages.length ? { ...row, passages: row.passages.slice(0, end) } : row;
    const longest = longestSibling(rows, i);
    const first = row.passages[0]!;
    const prose = first.text.slice(first.start, first.end).includes("。") || first.end - first.start > 40;
    if (longest === 0 || !prose || kept.passages.length <= longest) return kept;
    return { ...row, passages: row.passages.slice(0, longest) };
  });
}

const isTop = ({ clause }: Row) => clause.parent === null;
const styleOf = ({ clause }: Row) => `${clause.part} ${clause.style}`;
const wordsOf = ({ text, start, end }: Passage) => text.slice(start, end).trim();

/** Characters of the longest line of a title. */
const TITLE = 45;
const isLine = (words: string) => words.length <= TITLE && !/[。；;：:！!？?，,]/.test(words);

/** Where the title of a second text stands among the paragraphs below an item; their number where there is none. */
function titleOfNext(passages: readonly Passage[]): number {
  let at = passages.findLastIndex((one, i) => i > 0 && isLine(wordsOf(one)) && endsInKind(wordsOf(one)));
  if (at < 0) return passages.length;
  while (at > 1 && isLine(wordsOf(passages[at - 1]!))) at--;
  return at;
}

/** 本政策自2021年开始执行，由省经济和信息化厅负责解释。 */
const FINAL =
  /^(?:本|以上|上述)[^，。；]{0,12}?(?:自[^，。；]{1,24}(?:施行|执行|实施|生效)|由[^。；]{2,30}负责解释|有效期)/;

/** Where the first paragraph stands that only says from when the text holds; their number where there is none. */
function finalWords(passages: readonly Passage[]): number {
  const at = passages.findIndex((one, i) => i > 0 && FINAL.test(wordsOf(one)));
  return at < 0 ? passages.length : at;
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
