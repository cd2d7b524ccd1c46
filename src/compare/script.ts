import type { Edit } from "../model/result.ts";
import { aboutEdit } from "./about.ts";
import { anchors } from "./anchors.ts";
import type { Token } from "./tokens.ts";

/** Cells of one alignment table; a larger stretch without an anchor is told as replaced. */
const CELLS = 60_000;

/** Equal tokens of two texts, by index. */
export type Pairs = { draft: number; source: number }[];

/**
 * Pairs of equal tokens in rising order on both sides. Anchors (runs that occur once on both sides) divide the texts,
 * small gaps are aligned fully; time is linear in the length for texts that agree.
 */
export function alignTokens(draft: Token[], source: Token[]): Pairs {
  const pairs: Pairs = [];
  divide(draft, source, { a: 0, aEnd: draft.length, b: 0, bEnd: source.length }, 0, pairs);
  return pairs;
}

/** Edit script that turns the source's tokens into the draft's. */
export function editScript(draft: Token[], source: Token[]): { edits: Edit[]; pairs: Pairs } {
  const pairs = alignTokens(draft, source);
  return { edits: told(draft, source, pairs, { a: 0, aEnd: draft.length, b: 0, bEnd: source.length }), pairs };
}

/** Tokens `a` … `aEnd` of the draft and `b` … `bEnd` of the source. */
export interface Box {
  a: number;
  aEnd: number;
  b: number;
  bEnd: number;
}

/** Lengths of anchor tried one after the other. */
const ANCHORS = [12, 6, 3];

function divide(draft: Token[], source: Token[], box: Box, depth: number, pairs: Pairs): void {
  let { a, aEnd, b, bEnd } = box;
  while (a < aEnd && b < bEnd && draft[a]!.key === source[b]!.key) pairs.push({ draft: a++, source: b++ });
  const tail: Pairs = [];
  while (a < aEnd && b < bEnd && draft[aEnd - 1]!.key === source[bEnd - 1]!.key) {
    tail.push({ draft: --aEnd, source: --bEnd });
  }
  if (a < aEnd && b < bEnd) {
    if ((aEnd - a) * (bEnd - b) <= CELLS) alignBox(draft, source, { a, aEnd, b, bEnd }, pairs);
    else if (depth < ANCHORS.length) {
      let last = { a, b };
      for (const anchor of anchors(draft, source, { a, aEnd, b, bEnd }, ANCHORS[depth]!)) {
        divide(draft, source, { a: last.a, aEnd: anchor.draft, b: last.b, bEnd: anchor.source }, depth + 1, pairs);
        for (let i = 0; i < anchor.length; i++) pairs.push({ draft: anchor.draft + i, source: anchor.source + i });
        last = { a: anchor.draft + anchor.length, b: anchor.source + anchor.length };
      }
      divide(draft, source, { a: last.a, aEnd, b: last.b, bEnd }, depth + 1, pairs);
    }
  }
  pairs.push(...tail.reverse());
}

/** Full alignment of a small box: equal 2, of one class (place with place) 1, otherwise −1, a token left out −1. */
function alignBox(draft: Token[], source: Token[], box: Box, pairs: Pairs): void {
  const rows = box.aEnd - box.a;
  const columns = box.bEnd - box.b;
  const width = columns + 1;
  const came = new Uint8Array((rows + 1) * width);
  let above = Int16Array.from({ length: width }, (_, j) => -j);
  let row = new Int16Array(width);
  for (let i = 1; i <= rows; i++) {
    const token = draft[box.a + i - 1]!;
    row[0] = -i;
    for (let j = 1; j <= columns; j++) {
      const other = source[box.b + j - 1]!;
      const straight = above[j - 1]! + (token.key === other.key ? 2 : token.code === other.code ? 1 : -1);
      const up = above[j]! - 1;
      const left = row[j - 1]! - 1;
      const best = Math.max(straight, up, left);
      row[j] = best;
      came[i * width + j] = best === straight ? 0 : best === up ? 1 : 2;
    }
    const swap = above;
    above = row;
    row = swap;
  }
  const found: Pairs = [];
  for (let i = rows, j = columns; i > 0 && j > 0; ) {
    const from = came[i * width + j]!;
    if (from === 0) {
      i--;
      j--;
      if (draft[box.a + i]!.key === source[box.b + j]!.key) found.push({ draft: box.a + i, source: box.b + j });
    } else if (from === 1) i--;
    else j--;
  }
  pairs.push(...found.reverse());
}

/** Runs of equal pairs in a box and what lies between them. */
export function told(draft: Token[], source: Token[], pairs: Pairs, box: Box): Edit[] {
  const edits: Edit[] = [];
  let { a, b } = box;
  const text = (tokens: Token[], from: number, to: number) => {
    let joined = "";
    for (let i = from; i < to; i++) joined += tokens[i]!.text;
    return joined;
  };
  const change = (aEnd: number, bEnd: number) => {
    if (a === aEnd && b === bEnd) return;
    const mine = text(draft, a, aEnd);
    const theirs = text(source, b, bEnd);
    const kind = a === aEnd ? "delete" : b === bEnd ? "insert" : "replace";
    edits.push({ kind, draft: mine, source: theirs, about: aboutEdit(draft.slice(a, aEnd), source.slice(b, bEnd)) });
  };
  for (let i = 0; i < pairs.length; ) {
    const { draft: x, source: y } = pairs[i]!;
    change(x, y);
    let length = 1;
    while (pairs[i + length]?.draft === x + length && pairs[i + length]?.source === y + length) length++;
    edits.push({ kind: "equal", draft: text(draft, x, x + length), source: text(source, y, y + length) });
    a = x + length;
    b = y + length;
    i += length;
  }
  change(box.aEnd, box.bEnd);
  return edits;
}
