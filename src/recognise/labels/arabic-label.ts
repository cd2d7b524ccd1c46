import { BARE, type Label, label } from "./label.ts";
import { CLOSE, COMMA_MARKS, DOTS, skipBlanks } from "./marks.ts";
import { arabicNumber } from "./numeral.ts";

/** What follows a number that is a quantity and not a label: 1.5万元, 3.5个百分点. */
const QUANTITY = "万亿千百倍%％‰个人元吨米公家天月日年周时分秒平立度℃名次版级号兆亩";

/** 1. 1、 1） 1.1 at `at`, or null. */
export function arabic(text: string, at: number): Label | null {
  const number = arabicNumber(text, at)!;
  if (number.value === 0 || number.digits > 3 || number.value > 300) return null;
  const next = skipBlanks(text, number.end);
  const mark = text[next];
  if (mark === undefined) return null;
  // Fonts of some editors keep the dot of 1. in the private-use area.
  if (mark >= "\ue000" && mark <= "\uf8ff") return label("arabic", "arabic:.", number.value, at, next + 1);
  if (DOTS.includes(mark)) return dotted(text, at, number, next);
  if (COMMA_MARKS.includes(mark)) {
    const listed = arabicNumber(text, skipBlanks(text, next + 1)) !== null;
    return label("arabic", "arabic:、", number.value, at, next + 1, listed);
  }
  if (CLOSE.includes(mark) && mark !== "]") return label("arabic-bracket", "arabic:)", number.value, at, next + 1);
  // 1 总则 above 1.1 目的: a number and a blank; a label only in a document that has the decimals.
  const bare = next > number.end && number.digits <= 2 && mark >= "\u4e00" && mark <= "\u9fff";
  return bare && !QUANTITY.includes(mark) ? label("arabic", BARE, number.value, at, number.end, true) : null;
}

function dotted(text: string, at: number, number: { value: number; end: number }, dot: number): Label | null {
  const key = "arabic:.";
  const after = arabicNumber(text, dot + 1);
  if (!after) return label("arabic", key, number.value, at, dot + 1);
  if (after.digits === 4 && /^\s*年/.test(text.slice(after.end, after.end + 2)))
    return label("arabic", key, number.value, at, dot + 1);
  let depth = 2;
  let last = after;
  while (DOTS.includes(text[last.end] ?? " ")) {
    const deeper = arabicNumber(text, last.end + 1);
    if (!deeper) break;
    last = deeper;
    depth++;
  }
  const follower = text[skipBlanks(text, last.end)] ?? "";
  const plain = label("arabic", key, number.value, at, dot + 1, true);
  if (follower === "" || "-—~～至/".includes(follower) || last.value === 0 || last.digits > 2) return plain;
  const marked = DOTS.includes(text[last.end] ?? " ") || COMMA_MARKS.includes(text[last.end] ?? " ");
  const decimal = label(
    "decimal",
    `decimal:${depth}`,
    last.value,
    at,
    marked ? last.end + 1 : last.end,
    last.value !== 1,
  );
  decimal.under = number.value;
  if (!QUANTITY.includes(follower)) return decimal;
  return { ...decimal, doubtful: true, or: plain };
}
