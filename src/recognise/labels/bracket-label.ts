import { type Label, label } from "./label.ts";
import { CLOSE, COMMA_MARKS, chineseAt, isLatin, OPEN, skipBlanks } from "./marks.ts";
import { arabicNumber } from "./numeral.ts";

/** （一） （1） （a） at `at`, or null. */
export function bracketed(text: string, at: number): Label | null {
  const from = skipBlanks(text, at + 1);
  const chineseValue = chineseAt(text, from);
  const number = chineseValue ?? arabicNumber(text, from);
  if (number) {
    const close = skipBlanks(text, number.end);
    if (!CLOSE.includes(text[close] ?? " ") || number.value > 99 || number.value === 0) return null;
    let end = close + 1;
    if (refersToItem(text, end)) return null;
    if (COMMA_MARKS.includes(text[end] ?? " ") || text[end] === "." || text[end] === "．") end++;
    return chineseValue
      ? label("chinese-bracket", "chinese-bracket", number.value, at, end)
      : label("arabic-bracket", "arabic-bracket", number.value, at, end);
  }
  const code = text.charCodeAt(from);
  const close = from + 1;
  if (isLatin(code) && CLOSE.includes(text[close] ?? " "))
    return label("letter", "letter-bracket", code & 0x1f || 0, at, close + 1);
  return null;
}

/** （一）至（五）, （一）、（二）项, （一）项规定. */
function refersToItem(text: string, at: number): boolean {
  const char = text[at];
  const next = text[at + 1] ?? "";
  if (char === "至" || char === "到" || char === "、" || char === "和" || char === "-" || char === "—" || char === "，")
    return OPEN.includes(next) && next !== "";
  return char === "项" && "规的、所中和至，".includes(next) && next !== "";
}

/** a. A、 b） at `at`, or null. */
export function letter(text: string, at: number, code: number): Label | null {
  const mark = text[at + 1] ?? "";
  if (mark === "" || !".．、)）".includes(mark)) return null;
  const next = text.charCodeAt(at + 2);
  if (isLatin(next) || (next >= 0x30 && next <= 0x39)) return null;
  return label(
    "letter",
    `letter:${code & 0x20 ? "a" : "A"}${mark === ")" || mark === "）" ? ")" : ""}`,
    code & 0x1f,
    at,
    at + 2,
  );
}
