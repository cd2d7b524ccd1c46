import { type Range, rangesOf } from "../printed.ts";
import type { Pairs } from "./pairs.ts";

/** Scanners for one paragraph each; every pattern is linear. Clause numbers are those of GB/T 15834-2011. */
type Scan = (text: string, pairs: (text: string) => Pairs) => Range[];

/** 4.2.3.3, 4.3.3.3: question and exclamation marks are repeated three times at most. */
const repeated: Scan = (text) => rangesOf(/[？！?!]{4,}/g, text);

/** 4.10: ——; a row of dashes without Chinese on both sides is a rule or a place to fill in. */
const dash: Scan = (text) =>
  rangesOf(/(?<=[\u4e00-\u9fff”》）])(?:-{2,4}|－{2,4}|—{3})(?=[\u4e00-\u9fff“《（])/g, text);

/** 4.11: ……; leaders before a page number are none. */
const ellipsis: Scan = (text) =>
  rangesOf(/(?<=[\u4e00-\u9fff”》），、])(?:(?:。{3,}|\.{3,}|．{3,}|·{3,})(?![.．·\s]*(?:[0-9]|$))|…(?!…))/g, text);

/** A.9.2: …… and 等 say the same. */
const ellipsisEtc: Scan = (text) => rangesOf(/……等(?!级|次|待|候|同|额|价|效|距|于)/g, text);

/** Two points in a row: one of them was meant to go. Rows of 。 stand for an ellipsis. */
const doubled: Scan = (text) =>
  rangesOf(/(?:[，；、：][ \u3000]?[，。；、]|。[ \u3000]?[，；、]|(?<!。)。。(?!。))(?![。.])/g, text);

/** B.3.1: 第一, 首先 take a comma. */
const firstly: Scan = (text) =>
  rangesOf(/(?<=^[\s\u3000]*|[。；：])(?:第[一二三四五六七八九]|首先|其次|再次|最后)、(?!第|其次|再次|最后)/g, text);

/** B.3.2: 一 takes 、. */
const chineseLabel: Scan = (text) =>
  rangesOf(/^[\s\u3000]*[一二三四五六七八九十]{1,3}[，,.．。：:](?=\s*[\u4e00-\u9fff“《])/g, text);

/** B.3.3: 1 takes a full point at the foot; 1、2号 counts things and is no label. */
const arabicLabel: Scan = (text) => rangesOf(/^[\s\u3000]*[0-9０-９]{1,3}[、，,。](?=\s*[\u4e00-\u9fff“《])/g, text);

/** B.3.4: （一） takes nothing. */
const bracketLabel: Scan = (text) =>
  rangesOf(/^[\s\u3000]*[（(](?:[一二三四五六七八九十]{1,3}|[0-9０-９]{1,3})[）)][、，,.．。：:]/g, text);

/** B.1: 甲、乙、等: the closing 等 is joined without a mark. */
const etc: Scan = (text) =>
  rangesOf(
    /、等(?=[，。；：、）]|[\u4e00-\u9fff]{1,24}[，。；：、）,;])(?!级|次|待|候|同|额|价|效|距|于|比|分|离|保)/g,
    text,
  );

/** 4.15: the inner of two titles stands in 〈〉; a third one inside that is in 《》 again. */
const nestedTitle: Scan = (text, pairs) =>
  text.includes("《") ? pairs(text).pairs.filter((one) => one.mark === "《" && one.around.at(-1) === "《") : [];

/** 4.8: the inner of two quotations stands in ‘’. */
const nestedQuote: Scan = (text, pairs) =>
  text.includes("“") ? pairs(text).pairs.filter((one) => one.mark === "“" && one.around.at(-1) === "“") : [];

/** A bracket of three characters inside another (街道（镇）) reads well enough. */
const SHORT = 5;

/** 4.9: brackets of one form are best not put one inside the other. */
const nestedBracket: Scan = (text, pairs) =>
  /[（(]/.test(text)
    ? pairs(text).pairs.filter((one) => one.mark === "（" && one.around.at(-1) === "（" && one.end - one.start > SHORT)
    : [];

export const SCANS = {
  repeated,
  dash,
  ellipsis,
  "ellipsis-etc": ellipsisEtc,
  doubled,
  firstly,
  "chinese-label": chineseLabel,
  "arabic-label": arabicLabel,
  "bracket-label": bracketLabel,
  etc,
  "nested-title": nestedTitle,
  "nested-quote": nestedQuote,
  "nested-bracket": nestedBracket,
} satisfies Record<string, Scan>;

const HALF =
  /(?<=[\u4e00-\u9fff”》）])[,;:?!](?=[\u4e00-\u9fff“《（])|(?<=[\u4e00-\u9fff])(?:\((?=[\u4e00-\u9fff])|\)(?=[\u4e00-\u9fff，。；]))/g;

/** Half-width marks between Chinese characters, and the full-width ones of the same text. */
export function halfWidth(text: string): { half: Range[]; full: number } {
  const half = /[,;:?!()]/.test(text) ? rangesOf(HALF, text) : [];
  return { half, full: text.match(/[，；：？！（）]/g)?.length ?? 0 };
}

/** 4.5.3.5: neighbours in “” or 《》, with 、 between them and without. */
export function neighbours(text: string): { marked: Range[]; bare: Range[] } {
  return { marked: rangesOf(/”、“|》、《/g, text), bare: rangesOf(/”“|》《/g, text) };
}
