import type { Passage, PassageClass } from "../model/passage.ts";
import type { Edit } from "../model/result.ts";
import { lettersIn } from "./normalise.ts";
import type { Pairs } from "./script.ts";
import type { Token } from "./tokens.ts";

/**
 * Equal characters of both sides: 2·equal ÷ (draft + source), units alone, punctuation left out. A moved piece is equal:
 * other places of the same words do not make them other words. `own` characters of the draft were put in between.
 */
export function identityOf(draft: Token[], source: Token[], pairs: Pairs, own = 0): number {
  const mine = new Uint8Array(draft.length);
  const theirs = new Uint8Array(source.length);
  for (const pair of pairs) {
    mine[pair.draft] = 1;
    theirs[pair.source] = 1;
  }
  const total = sizes(draft) + sizes(source) - own;
  return total === 0 ? 0 : (sizes(draft, mine) + sizes(source, theirs)) / total;
}

/** What an edit may be about without saying anything else. */
const SAME: readonly Edit["about"][] = ["moved", "level", "place", "number", "synonym"];

/** Share of a passage's letters that its source has too, names and numbers aside; what was put in between is left out. */
export function keptOf({ draft, own, edits }: Pick<Passage, "draft" | "own" | "edits">): number {
  let kept = 0;
  let all = 0;
  let at = draft.start;
  for (const edit of edits) {
    const letters = lettersIn(edit.draft);
    const inserted = own.some(({ start, end }) => at >= start && at < end);
    if (!inserted) all += letters;
    if (edit.kind === "equal" || SAME.includes(edit.about)) kept += letters;
    at += edit.draft.length;
  }
  return all === 0 ? 0 : kept / all;
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
