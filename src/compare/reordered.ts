import type { Edit } from "../model/result.ts";
import type { Hit } from "./hit.ts";
import type { Order } from "./order.ts";
import { alignTokens, type Pairs, told } from "./script.ts";
import type { Token } from "./tokens.ts";

/** An edit script and the tokens that stand on both sides, by index. */
export interface Script {
  edits: Edit[];
  pairs: Pairs;
}

/**
 * Script of a passage whose pieces were moved about: what keeps the source's order is aligned, a moved piece is deleted at
 * its old place and inserted at its new one, both about `moved`. `origin` are the units at which the tokens begin.
 */
export function reorderedScript(draft: Token[], source: Token[], origin: Pairs[number], order: Order): Script {
  const pairs: Pairs = [];
  const edits: Edit[] = [];
  const mine = marked(order.moved, draft.length, (hit) => [hit.draft - origin.draft, hit.draftEnd - origin.draft]);
  const theirs = marked(order.moved, source.length, (hit) => [
    hit.source - origin.source,
    hit.sourceEnd - origin.source,
  ]);
  const aligned = (a: number, aEnd: number, b: number, bEnd: number): Pairs =>
    alignTokens(draft.slice(a, aEnd), source.slice(b, bEnd)).map((pair) => ({
      draft: pair.draft + a,
      source: pair.source + b,
    }));
  const settle = (a: number, aEnd: number, b: number, bEnd: number) => {
    const found = aligned(a, aEnd, b, bEnd);
    pairs.push(...found);
    edits.push(...told(draft, source, found, { a, aEnd, b, bEnd }));
  };
  const between = (a: number, aEnd: number, b: number, bEnd: number) => {
    if (none(mine, a, aEnd) && none(theirs, b, bEnd)) return settle(a, aEnd, b, bEnd);
    for (const [from, to, moved] of runs(theirs, b, bEnd)) {
      edits.push(...about(told(draft, source, [], { a, aEnd: a, b: from, bEnd: to }), moved));
    }
    for (const [from, to, moved] of runs(mine, a, aEnd)) {
      edits.push(...about(told(draft, source, [], { a: from, aEnd: to, b: bEnd, bEnd }), moved));
    }
  };
  let a = 0;
  let b = 0;
  for (const hit of order.kept) {
    between(a, hit.draft - origin.draft, b, hit.source - origin.source);
    a = hit.draftEnd - origin.draft;
    b = hit.sourceEnd - origin.source;
    settle(hit.draft - origin.draft, a, hit.source - origin.source, b);
  }
  between(a, draft.length, b, source.length);
  for (const hit of order.moved) {
    const [x, y] = [hit.draft - origin.draft, hit.source - origin.source];
    pairs.push(...aligned(x, hit.draftEnd - origin.draft, y, hit.sourceEnd - origin.source));
  }
  return { edits: joined(movedAway(edits, source, theirs)), pairs };
}

function marked(hits: readonly Hit[], length: number, range: (hit: Hit) => [number, number]): Uint8Array {
  const marks = new Uint8Array(length);
  for (const hit of hits) marks.fill(1, ...range(hit));
  return marks;
}

function none(marks: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (marks[i] === 1) return false;
  return true;
}

/** Stretches of marked and of unmarked tokens. */
function runs(marks: Uint8Array, from: number, to: number): [from: number, to: number, moved: boolean][] {
  const out: [number, number, boolean][] = [];
  for (let i = from; i < to; ) {
    let end = i + 1;
    while (end < to && marks[end] === marks[i]) end++;
    out.push([i, end, marks[i] === 1]);
    i = end;
  }
  return out;
}

function about(edits: Edit[], moved: boolean): Edit[] {
  return moved ? edits.map((edit) => ({ ...edit, about: "moved" })) : edits;
}

/** A kept piece may run over the old place of a moved one: what it deletes there is moved too. */
function movedAway(edits: Edit[], source: Token[], marks: Uint8Array): Edit[] {
  let next = 0;
  return edits.map((edit) => {
    let moved = edit.kind === "delete";
    for (let left = edit.source.length; left > 0 && next < source.length; next++) {
      left -= source[next]!.text.length;
      if (marks[next] !== 1) moved = false;
    }
    return moved ? { ...edit, about: "moved" } : edit;
  });
}

/** Equal edits side by side are one. */
function joined(edits: Edit[]): Edit[] {
  const out: Edit[] = [];
  for (const edit of edits) {
    const last = out.at(-1);
    if (last?.kind === "equal" && edit.kind === "equal") {
      out[out.length - 1] = { ...last, draft: last.draft + edit.draft, source: last.source + edit.source };
    } else out.push(edit);
  }
  return out;
}
