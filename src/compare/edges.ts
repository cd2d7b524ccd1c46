import type { Normalised } from "./normalise.ts";

/** Marks of a pair, full and half width as one: （ and ), “ and ”. */
const PAIRS = ["（）", "“”", "‘’", "「」", "『』", "《》", "〈〉", "【】", "〔〕"];
const FINAL = "。；！？…";
const WIDE: Record<string, string> = { "(": "（", ")": "）", ";": "；", "!": "！", "?": "？" };
/** Marks taken in at either end. */
const MOST = 3;

/** A stretch of a text. */
export interface Extent {
  start: number;
  end: number;
}

/**
 * The extents of a passage on both sides with the marks that belong to it, where both have the same: the bracket that its
 * first words close, the bracket that its last words left open, its final mark. Passages are found without punctuation
 * and would begin at 一） and end before the full stop.
 */
export function withMarks(draft: string, source: string, mine: Extent, theirs: Extent): [Extent, Extent] {
  const words = draft.slice(mine.start, mine.end);
  let before = 0;
  let behind = 0;
  for (; before < MOST; before++) {
    const mark = same(draft[mine.start - before - 1], source[theirs.start - before - 1]);
    const pair = PAIRS.find((one) => one[0] === mark);
    if (!pair || balance(words, pair).unopened <= before) break;
  }
  for (; behind < MOST; behind++) {
    const mark = same(draft[mine.end + behind], source[theirs.end + behind]);
    const pair = PAIRS.find((one) => one[1] === mark);
    if (!mark || (pair ? balance(words, pair).unclosed <= behind : !FINAL.includes(mark))) break;
  }
  return [
    { start: mine.start - before, end: mine.end + behind },
    { start: theirs.start - before, end: theirs.end + behind },
  ];
}

function same(mine: string | undefined, theirs: string | undefined): string | undefined {
  const wide = (mark: string | undefined) => mark && (WIDE[mark] ?? mark);
  return wide(mine) === wide(theirs) ? wide(mine) : undefined;
}

/** Closing marks without an opening one, and the other way about. */
function balance(words: string, pair: string): { unopened: number; unclosed: number } {
  let unopened = 0;
  let unclosed = 0;
  for (const character of words) {
    const mark = WIDE[character] ?? character;
    if (mark === pair[0]) unclosed++;
    else if (mark === pair[1] && unclosed > 0) unclosed--;
    else if (mark === pair[1]) unopened++;
  }
  return { unopened, unclosed };
}

/** Units to be left out at the end of a stretch because they number what comes next: …牵头）（二. */
export function trailingNumber(normalised: Normalised, from: number, to: number): number {
  let end = to;
  while (end > from + 1 && normalised.enumerators[end - 1] === 1) end--;
  return end > from + 1 ? to - end : 0;
}
