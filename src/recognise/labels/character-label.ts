import { type Label, label } from "./label.ts";
import { COMMA_MARKS, DOTS, skipBlanks } from "./marks.ts";

/** ① ⑴ ⒈ ㈠ ㊀ ❶: one character each. */
export function compatibility(at: number, code: number): Label | null {
  const within = (first: number, count: number) => code >= first && code < first + count;
  if (within(0x2460, 20)) return label("circled", "circled", code - 0x245f, at, at + 1);
  if (within(0x2474, 20)) return label("arabic-bracket", "arabic-bracket", code - 0x2473, at, at + 1);
  if (within(0x2488, 20)) return label("arabic", "arabic:.", code - 0x2487, at, at + 1);
  if (within(0x24f5, 10)) return label("circled", "circled", code - 0x24f4, at, at + 1);
  if (within(0x2776, 10)) return label("circled", "circled", code - 0x2775, at, at + 1);
  if (within(0x3220, 10)) return label("chinese-bracket", "chinese-bracket", code - 0x321f, at, at + 1);
  if (within(0x3251, 15)) return label("circled", "circled", code - 0x323c, at, at + 1);
  if (within(0x3280, 10)) return label("circled", "circled", code - 0x327f, at, at + 1);
  return null;
}

/** Ⅰ. ⅱ、 at `at`, or null. */
export function roman(text: string, at: number, code: number): Label | null {
  const next = skipBlanks(text, at + 1);
  const mark = text[next] ?? "";
  if (mark === "" || !(DOTS + COMMA_MARKS).includes(mark)) return null;
  return label("letter", "roman", ((code - 0x2160) % 16) + 1, at, next + 1);
}
