import type { LabelStyle } from "../../model/document.ts";
import { type Label, label } from "./label.ts";
import { CLOSE, COMMA_MARKS, chineseAt, DOTS, skipBlanks } from "./marks.ts";
import { arabicNumber } from "./numeral.ts";

const UNITS: [string, LabelStyle][] = [
  ["部分", "chapter"],
  ["编", "chapter"],
  ["章", "chapter"],
  ["节", "chapter"],
  ["条", "article"],
];
/** 第三条规定, 第三条第二款, 第十条至第十二条 speak of an article and do not open it. */
const REFERENCE = /^(?:第|款|项|规定|所|的|中|至|到|和|及|与|、第|[“"》）)])/;

/** 第一章, 第一条, 第一， at `at`, or null. */
export function ordinalWord(text: string, at: number): Label | null {
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
    return label(style, `${style}:${unit}`, number.value, at, end);
  }
  const mark = text[unitAt];
  const listed = text[unitAt + 1] === "第";
  if (number.value <= 20 && (mark === "，" || mark === "," || mark === "、" || mark === "：") && !listed)
    return label("enumerated", "enumerated:第", number.value, at, unitAt + 1);
  return null;
}

/** 一、 一. 一） 一是 一要 at `at`, or null. */
export function chinese(text: string, at: number): Label | null {
  const number = chineseAt(text, at);
  if (!number) return null;
  const next = skipBlanks(text, number.end);
  const mark = text[next];
  if (mark === undefined) return null;
  if (COMMA_MARKS.includes(mark)) {
    const after = skipBlanks(text, next + 1);
    if (chineseAt(text, after) && listGoesOn(text, after)) return null;
    return label("chinese", "chinese", number.value, at, next + 1);
  }
  if (DOTS.includes(mark)) return label("chinese", "chinese", number.value, at, next + 1);
  if (CLOSE.includes(mark)) return label("chinese-bracket", "chinese-bracket", number.value, at, next + 1);
  if ((mark === "是" || mark === "要") && next === number.end && number.value <= 20 && text[at] !== "百")
    return label("enumerated", `enumerated:${mark}`, number.value, at, next + 1);
  return null;
}

/** 一、二、三产业 and 一、二级: the number after the mark is followed by another mark or by what is counted. */
function listGoesOn(text: string, at: number): boolean {
  const end = chineseAt(text, at)!.end;
  return /^[、线级类等季期产次号楼]/.test(text.slice(end, end + 1));
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

/** 首先， 其次， 最后， 其一， at `at`, or null. */
export function adverb(text: string, at: number): Label | null {
  for (const [word, ordinal] of ADVERBS) {
    if (!text.startsWith(word, at)) continue;
    const mark = text[at + 2] ?? "";
    if (mark === "" || !"，,是要：:、".includes(mark)) return null;
    return label(
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
