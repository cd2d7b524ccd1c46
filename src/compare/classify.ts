import type { PassageClass } from "../model/passage.ts";
import type { Edit } from "../model/result.ts";
import type { Pairs } from "./script.ts";
import type { Token } from "./tokens.ts";

/**
 * Equal characters of both sides: 2·equal ÷ (draft + source), units alone, punctuation left out. A moved piece is equal:
 * other places of the same words do not make them other words.
 */
export function identityOf(draft: Token[], source: Token[], pairs: Pairs): number {
  const mine = new Uint8Array(draft.length);
  const theirs = new Uint8Array(source.length);
  for (const pair of pairs) {
    mine[pair.draft] = 1;
    theirs[pair.source] = 1;
  }
  const total = sizes(draft) + sizes(source);
  return total === 0 ? 0 : (sizes(draft, mine) + sizes(source, theirs)) / total;
}

function sizes(tokens: Token[], marks?: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < tokens.length; i++) if (!marks || marks[i] === 1) sum += tokens[i]!.size;
  return sum;
}

/**
 * How a passage was altered, by what its edits are about; beyond names and numbers the identity decides, so that pieces
 * in another order are `light`.
 */
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
