import type { LabelStyle } from "../model/document.ts";
import { arabicNumber, chineseNumber, isChineseDigit } from "./numeral.ts";

/** An ordinal label as read at one place of a text. */
export interface Label {
  style: LabelStyle;
  /** Style and its variant (1. and 1、, 第一章 and 第一节): labels of one key count on in one sequence. */
  key: string;
  ordinal: number;
  /** `text.slice(start, end)` is the label with its mark. */
  start: number;
  end: number;
  /** Could as well be a decimal, a date or a list of numbers: a label only where it continues a sequence. */
  doubtful: boolean;
  /** Of a decimal label its first number: 3 of 3.1.2. */
  under?: number;
  /** What a doubtful decimal may be instead: 3. of 3.5月底前. */
  or?: Label;
}

/** Key of a number that only a blank follows. */
export const BARE = "arabic:blank";

const OPEN = "（(﹙〔[［";
const CLOSE = "）)﹚〕]］";
const DOTS = ".．。•";
const COMMA_MARKS = "、﹑";
/** What follows a number that is a quantity and not a label: 1.5万元, 3.5个百分点. */
const QUANTITY = "万亿千百倍%％‰个人元吨米公家天月日年周时分秒平立度℃名次版级号兆亩";

/**
 * The ordinal label that begins at `at`, or null. Reads all usual forms in either width, with spaces inside, and the
 * compatibility characters (㈠ ⒈ ⑴ ①); look-alikes (1.5万元, 2019年, 一、二线城市, 第三条规定) are no labels.
 */
export function readLabel(text: string, at: number): Label | null {
  const char = text[at];
  if (char === undefined) return null;
  const code = text.charCodeAt(at);
  if (char === "第") return ordinalWord(text, at);
  if (isChineseDigit(char)) return chinese(text, at);
  if (OPEN.includes(char)) return bracketed(text, at);
  if ((code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19)) return arabic(text, at);
  if (code >= 0x2460 && code <= 0x32bf) return compatibility(at, code);
  if (code >= 0x2160 && code <= 0x217b) return roman(text, at, code);
  if (char === "首" || char === "其" || char === "再" || char === "然" || char === "最") return adverb(text, at);
  if (isLatin(code)) return letter(text, at, code);
  return null;
}

const make = (
  style: LabelStyle,
  key: string,
  ordinal: number,
  start: number,
  end: number,
  doubtful = false,
): Label => ({
  style,
  key,
  ordinal,
  start,
  end,
  doubtful,
});

const isBlank = (char: string | undefined) => char === " " || char === "\u3000" || char === "\u00a0" || char === "\t";

function skipBlanks(text: string, at: number): number {
  while (isBlank(text[at])) at++;
  return at;
}

/** A Chinese number at `at`, blanks between its characters allowed; `end` is behind its last character. */
function chineseAt(text: string, at: number): { value: number; end: number } | null {
  let digits = "";
  let end = at;
  for (let i = at; i < text.length && i < at + 12; i++) {
    const char = text[i]!;
    if (isChineseDigit(char)) {
      digits += char;
      end = i + 1;
    } else if (!isBlank(char)) break;
  }
  const value = digits === "" ? 0 : chineseNumber(digits);
  return value > 0 ? { value, end } : null;
}

const UNITS: [string, LabelStyle][] = [
  ["部分", "chapter"],
  ["编", "chapter"],
  ["章", "chapter"],
  ["节", "chapter"],
  ["条", "article"],
];
/** 第三条规定, 第三条第二款, 第十条至第十二条 speak of an article and do not open it. */
const REFERENCE = /^(?:第|款|项|规定|所|的|中|至|到|和|及|与|、第|[“"》）)])/;

function ordinalWord(text: string, at: number): Label | null {
  const from = skipBlanks(text, at + 1);
  const number = chineseAt(text, from) ?? arabicNumber(text, from);
  if (!number) return null;
  const unitAt = skipBlanks(text, number.end);
  for (const [unit, style] of UNITS) {
    if (!text.startsWith(unit, unitAt)) continue;
    let end = unitAt + unit.length;
    if (text[end] === "之") end = chineseAt(text, end + 1)?.end ?? end;
    if (REFERENCE.test(text.slice(end, end + 2))) return null;
    if (COMMA_MARKS.includes(text[end] ?? " ") || text[end] === "：" || text[end] === ":") end++;
    return make(style, `${style}:${unit}`, number.value, at, end);
  }
  const mark = text[unitAt];
  const listed = text[unitAt + 1] === "第";
  if (number.value <= 20 && (mark === "，" || mark === "," || mark === "、" || mark === "：") && !listed)
    return make("enumerated", "enumerated:第", number.value, at, unitAt + 1);
  return null;
}

function chinese(text: string, at: number): Label | null {
  const number = chineseAt(text, at);
  if (!number) return null;
  const next = skipBlanks(text, number.end);
  const mark = text[next];
  if (mark === undefined) return null;
  if (COMMA_MARKS.includes(mark)) {
    const after = skipBlanks(text, next + 1);
    if (chineseAt(text, after) && listGoesOn(text, after)) return null;
    return make("chinese", "chinese", number.value, at, next + 1);
  }
  if (DOTS.includes(mark)) return make("chinese", "chinese", number.value, at, next + 1);
  if (CLOSE.includes(mark)) return make("chinese-bracket", "chinese-bracket", number.value, at, next + 1);
  if ((mark === "是" || mark === "要") && next === number.end && number.value <= 20 && text[at] !== "百")
    return make("enumerated", `enumerated:${mark}`, number.value, at, next + 1);
  return null;
}

/** 一、二、三产业 and 一、二级: the number after the mark is followed by another mark or by what is counted. */
function listGoesOn(text: string, at: number): boolean {
  const end = chineseAt(text, at)!.end;
  return /^[、线级类等季期产次号楼]/.test(text.slice(end, end + 1));
}

function bracketed(text: string, at: number): Label | null {
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
      ? make("chinese-bracket", "chinese-bracket", number.value, at, end)
      : make("arabic-bracket", "arabic-bracket", number.value, at, end);
  }
  const code = text.charCodeAt(from);
  const close = from + 1;
  if (isLatin(code) && CLOSE.includes(text[close] ?? " "))
    return make("letter", "letter-bracket", code & 0x1f || 0, at, close + 1);
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

function arabic(text: string, at: number): Label | null {
  const number = arabicNumber(text, at)!;
  if (number.value === 0 || number.digits > 3 || number.value > 300) return null;
  const next = skipBlanks(text, number.end);
  const mark = text[next];
  if (mark === undefined) return null;
  // Fonts of some editors keep the dot of 1. in the private-use area.
  if (mark >= "\ue000" && mark <= "\uf8ff") return make("arabic", "arabic:.", number.value, at, next + 1);
  if (DOTS.includes(mark)) return dotted(text, at, number, next);
  if (COMMA_MARKS.includes(mark)) {
    const listed = arabicNumber(text, skipBlanks(text, next + 1)) !== null;
    return make("arabic", "arabic:、", number.value, at, next + 1, listed);
  }
  if (CLOSE.includes(mark) && mark !== "]") return make("arabic-bracket", "arabic:)", number.value, at, next + 1);
  // 1 总则 above 1.1 目的: a number and a blank; a label only in a document that has the decimals.
  const bare = next > number.end && number.digits <= 2 && mark >= "\u4e00" && mark <= "\u9fff";
  return bare && !QUANTITY.includes(mark) ? make("arabic", BARE, number.value, at, number.end, true) : null;
}

function dotted(text: string, at: number, number: { value: number; end: number }, dot: number): Label | null {
  const key = "arabic:.";
  const after = arabicNumber(text, dot + 1);
  if (!after) return make("arabic", key, number.value, at, dot + 1);
  if (after.digits === 4 && /^\s*年/.test(text.slice(after.end, after.end + 2)))
    return make("arabic", key, number.value, at, dot + 1);
  let depth = 2;
  let last = after;
  while (DOTS.includes(text[last.end] ?? " ")) {
    const deeper = arabicNumber(text, last.end + 1);
    if (!deeper) break;
    last = deeper;
    depth++;
  }
  const follower = text[skipBlanks(text, last.end)] ?? "";
  const plain = make("arabic", key, number.value, at, dot + 1, true);
  if (follower === "" || "-—~～至/".includes(follower) || last.value === 0 || last.digits > 2) return plain;
  const marked = DOTS.includes(text[last.end] ?? " ") || COMMA_MARKS.includes(text[last.end] ?? " ");
  const label = make("decimal", `decimal:${depth}`, last.value, at, marked ? last.end + 1 : last.end, last.value !== 1);
  label.under = number.value;
  if (!QUANTITY.includes(follower)) return label;
  return { ...label, doubtful: true, or: plain };
}

/** ① ⑴ ⒈ ㈠ ㊀ ❶: one character each. */
function compatibility(at: number, code: number): Label | null {
  const within = (first: number, count: number) => code >= first && code < first + count;
  if (within(0x2460, 20)) return make("circled", "circled", code - 0x245f, at, at + 1);
  if (within(0x2474, 20)) return make("arabic-bracket", "arabic-bracket", code - 0x2473, at, at + 1);
  if (within(0x2488, 20)) return make("arabic", "arabic:.", code - 0x2487, at, at + 1);
  if (within(0x24f5, 10)) return make("circled", "circled", code - 0x24f4, at, at + 1);
  if (within(0x2776, 10)) return make("circled", "circled", code - 0x2775, at, at + 1);
  if (within(0x3220, 10)) return make("chinese-bracket", "chinese-bracket", code - 0x321f, at, at + 1);
  if (within(0x3251, 15)) return make("circled", "circled", code - 0x323c, at, at + 1);
  if (within(0x3280, 10)) return make("circled", "circled", code - 0x327f, at, at + 1);
  return null;
}

function roman(text: string, at: number, code: number): Label | null {
  const next = skipBlanks(text, at + 1);
  const mark = text[next] ?? "";
  if (mark === "" || !(DOTS + COMMA_MARKS).includes(mark)) return null;
  return make("letter", "roman", ((code - 0x2160) % 16) + 1, at, next + 1);
}

const ADVERBS: [string, number][] = [
  ["首先", 1],
  ["其次", 2],
  ["再次", 3],
  ["然后", 3],
  ["最后", 4],
  ["其一", 1],
  ["其二", 2],
  ["其三", 3],
];

function adverb(text: string, at: number): Label | null {
  for (const [word, ordinal] of ADVERBS) {
    if (!text.startsWith(word, at)) continue;
    const mark = text[at + 2] ?? "";
    if (mark === "" || !"，,是要：:、".includes(mark)) return null;
    return make(
      "enumerated",
      word[0] === "其" && word[1] !== "次" ? "enumerated:其" : "enumerated:首先",
      ordinal,
      at,
      at + 3,
      ordinal > 1,
    );
  }
  return null;
}

const isLatin = (code: number) =>
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0xff21 && code <= 0xff3a) ||
  (code >= 0xff41 && code <= 0xff5a);

function letter(text: string, at: number, code: number): Label | null {
  const mark = text[at + 1] ?? "";
  if (mark === "" || !".．、)）".includes(mark)) return null;
  const next = text.charCodeAt(at + 2);
  if (isLatin(next) || (next >= 0x30 && next <= 0x39)) return null;
  return make(
    "letter",
    `letter:${code & 0x20 ? "a" : "A"}${mark === ")" || mark === "）" ? ")" : ""}`,
    code & 0x1f,
    at,
    at + 2,
  );
}
