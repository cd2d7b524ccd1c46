import { simplify } from "../model/simplify.ts";
import type { Extent } from "./edges.ts";
import type { Normalised } from "./normalise.ts";

/** A unit of a normalised text as it is worded: alignment folds places and levels, an edit script may not. */
export interface Token {
  /** Equal for the same wording (simplified, half width, lower case). */
  key: string;
  /** A number that is the same for the same key; others may share it. */
  id: number;
  /** Class of the normaliser: places have one code, level words have one. */
  code: number;
  /** Part of a clause's number. */
  enumerator: boolean;
  /** The words of the original, with the punctuation and blanks behind them. */
  text: string;
  /** Characters of the unit itself. */
  size: number;
}

/** Tokens of units `from` … `to`. Their texts joined are the original within `bounds`, by default from the first unit to the last. */
export function tokens(text: string, normalised: Normalised, from: number, to: number, bounds?: Extent): Token[] {
  const { codes, starts, ends, enumerators } = normalised;
  const out: Token[] = [];
  for (let i = from; i < to; i++) {
    const start = starts[i]!;
    const end = ends[i]!;
    const key = end - start === 1 && codes[i]! > 0xff ? String.fromCharCode(codes[i]!) : folded(text.slice(start, end));
    out.push({
      key,
      id: idOf(key),
      code: codes[i]!,
      enumerator: enumerators[i] === 1,
      text: text.slice(i === from && bounds ? bounds.start : start, i + 1 < to ? starts[i + 1]! : (bounds?.end ?? end)),
      size: end - start,
    });
  }
  return out;
}

function idOf(key: string): number {
  let id = key.charCodeAt(0);
  for (let i = 1; i < key.length; i++) id = (Math.imul(id, 31) + key.charCodeAt(i)) | 0;
  return id;
}

function folded(words: string): string {
  let out = "";
  for (const character of simplify(words)) {
    const code = character.charCodeAt(0);
    const half = code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code;
    if (half > 0x20 && character !== "、" && character !== "\u3000") out += String.fromCharCode(half);
  }
  return out.toLowerCase();
}
