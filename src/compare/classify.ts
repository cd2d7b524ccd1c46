import type { PassageClass } from "../model/passage.ts";
import type { Edit } from "../model/result.ts";
import type { Token } from "./tokens.ts";

/** Equal characters of both sides: 2·equal ÷ (draft + source), units alone, punctuation left out. */
export function identityOf(draft: Token[], source: Token[], edits: Edit[]): number {
  let total = 0;
  for (const token of draft) total += token.size;
  for (const token of source) total += token.size;
  let changed = 0;
  let a = 0;
  let b = 0;
  for (const edit of edits) {
    const mine = units(draft, a, edit.draft.length);
    const theirs = units(source, b, edit.source.length);
    a = mine.next;
    b = theirs.next;
    if (edit.kind !== "equal") changed += mine.size + theirs.size;
  }
  return total === 0 ? 0 : (total - changed) / total;
}

/** Tokens from `at` on that make up `length` characters of text, and the size of their units. */
function units(tokens: Token[], at: number, length: number): { next: number; size: number } {
  let next = at;
  let size = 0;
  for (let left = length; left > 0 && next < tokens.length; next++) {
    left -= tokens[next]!.text.length;
    size += tokens[next]!.size;
  }
  return { next, size };
}

/** How a passage was altered, by what its edits are about; beyond numbers the identity decides. */
export function classOf(edits: Edit[], identity: number, lightIdentity: number): PassageClass {
  const abouts = new Set(edits.filter((edit) => edit.kind !== "equal").map((edit) => edit.about));
  abouts.delete(undefined);
  if (abouts.size === 0) return "verbatim";
  abouts.delete("level");
  abouts.delete("place");
  if (abouts.size === 0) return "names";
  abouts.delete("number");
  if (abouts.size === 0) return "numbers";
  return identity >= lightIdentity ? "light" : "heavy";
}
