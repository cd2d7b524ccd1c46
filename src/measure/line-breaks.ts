import type { RunFormat } from "../model/block.ts";
import type { Assumptions } from "./assumptions.ts";
import {
  BLANK,
  CLOSING,
  glyphKinds,
  isChineseFont,
  LATIN,
  latinWidths,
  NEWLINE,
  NOTHING,
  OPENING,
  TAB,
  WIDE,
} from "./glyph.ts";
import type { Signs } from "./story.ts";

/** Word's default tab stops, in points. */
const TAB_STOP = 21;

/** What a paragraph is broken into lines by; lengths in points. */
export interface LineRules {
  /** Room for text between the indents. */
  measure: number;
  /** First-line indent, negative for a hanging one. */
  first: number;
  /** Font size of text that no run covers. */
  size: number;
  /** What the character grid adds to each full-width character, 0 without one. */
  charSpace: number;
}

/**
 * Lines that `text` takes, by one greedy pass: full-width characters break anywhere, a Latin word does not, a closing mark
 * comes to the line before (hanging over or drawn in) or takes its neighbour along, an opening mark goes with what follows.
 * @param signs where `text` has other characters than ideographs
 */
export function countLines(
  text: string,
  signs: Signs,
  runs: readonly RunFormat[],
  rules: LineRules,
  assume: Assumptions,
): number {
  const { measure, size, charSpace } = rules;
  const kinds = glyphKinds();
  const give = charSpace === 0 ? assume.compress * size : 0;
  let next = 0;
  let until = 0;
  let em = size;
  let wide = size + charSpace;
  let half = false;
  let lines = 1;
  let x = rules.first;
  // Width of what may not be torn from the next character.
  let tied = 0;
  let before = BLANK;
  let hung = false;
  let marks = 0;
  let met = 0;
  let sign = signs[0] ?? text.length;
  for (let i = 0; i < text.length; i++) {
    if (i >= until) {
      const run = runs[next++];
      until = run?.end ?? text.length;
      em = run?.size ?? size;
      wide = em + charSpace;
      half = isChineseFont(run?.asciiFont);
    }
    // Ideographs not tied to what is before them: as many at once as the line holds.
    if (i < sign && before !== LATIN && before !== OPENING) {
      const room = wide > 0 ? Math.floor((measure - x) / wide) : x + wide <= measure ? 1 : 0;
      if (room > 0) {
        const count = Math.max(1, Math.min(room, until - i, sign - i));
        x += count * wide;
        tied = wide;
        before = WIDE;
        i += count - 1;
        continue;
      }
    }
    const code = text.charCodeAt(i);
    const kind = i < sign ? WIDE : kinds[code]!;
    if (i === sign) sign = ++met < signs.length ? signs[met]! : text.length;
    if (kind === NOTHING) continue;
    const isMark = kind === CLOSING || kind === OPENING;
    let width = wide;
    if (kind === LATIN || kind === BLANK) width = latinWidth(code, half, assume.latin) * em + charSpace / 2;
    else if (kind === TAB) width = TAB_STOP - (x % TAB_STOP);
    if ((kind === WIDE && before === LATIN) || (kind === LATIN && before === WIDE)) width += assume.gap * em;
    const joined = kind === CLOSING || before === OPENING || (kind === LATIN && before === LATIN);
    if (isMark) marks++;
    x += width;
    if (kind === NEWLINE) {
      lines++;
      x = 0;
      tied = 0;
      hung = false;
      marks = 0;
    } else if (x <= measure + marks * give) tied = joined ? tied + width : width;
    else if (kind === BLANK) tied = width;
    else if (kind === CLOSING && assume.hanging && !hung) {
      hung = true;
      tied = width;
    } else {
      lines++;
      x = joined && tied + width <= measure ? tied + width : width;
      tied = x;
      hung = false;
      marks = isMark ? 1 : 0;
    }
    before = kind;
  }
  return lines;
}

/** Width of a half-width character in ems; `scale` is how wide the unknown Latin font runs against the usual. */
function latinWidth(code: number, half: boolean, scale: number): number {
  return half || code > 0x7f ? 0.5 : latinWidths()[code]! * scale;
}
