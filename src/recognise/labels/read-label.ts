import { arabic } from "./arabic-label.ts";
import { bracketed, letter } from "./bracket-label.ts";
import { compatibility, roman } from "./character-label.ts";
import { adverb, chinese, ordinalWord } from "./chinese-label.ts";
import type { Label } from "./label.ts";
import { isLatin, OPEN } from "./marks.ts";
import { isChineseDigit } from "./numeral.ts";

/**
 * The ordinal label that begins at `at`, or null. Reads all usual forms in either width, with spaces inside, and the
 * compatibility characters (㈠ ⒈ ⑴ ①); look-alikes (1.5万元, 2019年, 一、二线城市, 第三条规定) are no labels.
 */
export function readLabel(text: string, at: number): Label | null {
  const char = text[at];
  if (char === undefined) return null;
  const code = text.charCodeAt(at);
  if (char === "第") return ordinalWord(text, at);
  if (isChineseDigit(code)) return chinese(text, at);
  if (OPEN.includes(char)) return bracketed(text, at);
  if ((code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19)) return arabic(text, at);
  if (code >= 0x2460 && code <= 0x32bf) return compatibility(at, code);
  if (code >= 0x2160 && code <= 0x217b) return roman(text, at, code);
  if (char === "首" || char === "其" || char === "再" || char === "然" || char === "最") return adverb(text, at);
  if (isLatin(code)) return letter(text, at, code);
  return null;
}
