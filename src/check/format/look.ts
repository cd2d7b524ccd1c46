import type { RunFormat } from "../../model/block.ts";
import { type FontFamily, familyOf } from "./fonts.ts";
import type { Fault } from "./page-number.ts";
import type { Placed } from "./roles.ts";

/** What a rule asks of a paragraph's look; `size` in points, `indent` in characters. */
export interface Wanted {
  fonts?: readonly FontFamily[] | undefined;
  size?: number | undefined;
  alignment?: "left" | "center" | "right" | undefined;
  indent?: number | undefined;
  black?: boolean | undefined;
}

/** A paragraph in its role with its look: a dozen rules ask for both. */
export interface Looked extends Placed {
  own: Partial<RunFormat>;
}

export const looked = (one: Placed): Looked => ({ ...one, own: look(one) });

/** The look of most Chinese characters of the paragraph. */
function look({ block, span }: Placed): Partial<RunFormat> {
  const [only, ...others] = block.format?.runs ?? [];
  if (only && others.length === 0) return /[\u4e00-\u9fff]/.test(block.text.slice(span.start, span.end)) ? only : {};
  let best: RunFormat | undefined;
  let length = 0;
  for (const run of block.format?.runs ?? []) {
    const text = block.text.slice(Math.max(run.start, span.start), Math.min(run.end, span.end));
    const size = text.match(/[\u4e00-\u9fff]/g)?.length ?? 0;
    if (size > length) [best, length] = [run, size];
  }
  return best ?? {};
}

/** The first point in which the paragraph looks otherwise; what the file does not say is no fault. */
export function faultOf(one: Looked, options: Wanted): Fault | null {
  const { fonts, size, alignment, indent, black } = options;
  const { own } = one;
  if (fonts && own.eastAsianFont !== undefined) {
    const family = familyOf(own.eastAsianFont);
    if (!family || !fonts.includes(family)) return { actual: own.eastAsianFont, expected: fonts.join("、") };
  }
  if (size && own.size !== undefined && Math.abs(own.size - size) > 0.26) {
    return { actual: String(own.size), expected: String(size) };
  }
  if (black && own.color !== undefined && !/^0{6}$/.test(own.color)) return { actual: own.color, expected: "000000" };
  if (alignment && !isAligned(one, alignment)) {
    return { actual: one.block.format?.alignment ?? "left", expected: alignment };
  }
  return indent === undefined ? null : indentFault(one, indent, own.size);
}

/** Blanks typed before a line, and an indent of a third of the line, put it to the right or the middle as well. */
function isAligned({ block }: Placed, wanted: "left" | "center" | "right"): boolean {
  const { alignment, left = 0, leftChars = 0 } = block.format ?? {};
  const pushed = /^[\s\u3000]{4,}/.test(block.text) || leftChars >= 8 || left >= 120;
  if (wanted === "left") return alignment !== "center" && alignment !== "right" && !pushed;
  return alignment === wanted || pushed;
}

/** First-line indent in characters of the paragraph's own size; typed blanks count. Half a character is not seen. */
function indentFault({ block }: Placed, wanted: number, size: number | undefined): Fault | null {
  const { firstLineChars, firstLine, leftChars, left } = block.format ?? {};
  const typed = /^[\u3000 ]*/.exec(block.text)![0];
  const blanks = [...typed].reduce((sum, blank) => sum + (blank === "\u3000" ? 1 : 0.5), 0);
  const lines = firstLineChars ?? (firstLine !== undefined && size ? firstLine / size : 0);
  const body = leftChars ?? (left !== undefined && size ? left / size : 0);
  const actual = Math.round((lines + body + blanks) * 10) / 10;
  return Math.abs(actual - wanted) <= 0.5 ? null : { actual: String(actual), expected: String(wanted) };
}
