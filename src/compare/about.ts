import type { Edit } from "../model/result.ts";
import { DIGITS, LEVEL, PLACE } from "./normalise.ts";
import { SYNONYMS } from "./synonyms.data.ts";
import type { Token } from "./tokens.ts";

/** Words that say at which level something is done; an edit made of them alone changes names and nothing else. */
const LEVEL_TERMS = [
  ..."党中央 国务院 中共中央 中央 国家 全国 我国 全党 自治区 自治州 自治县 直辖市 设区的 地级 县级 省级 市级 国家级 省部级 厅局级 县处级 部委 部门 厅 局 部 室 科".split(
    " ",
  ),
  ..."人民政府 政府 人民 党委 委员会 委 办公厅 办公室 全省 全市 全县 全区 本省 本市 本县 本区 我省 我市 我县 我区 各省 各市 各县 各区 各地 各级 省直 市直 县直".split(
    " ",
  ),
  ..."省 市 县 区 州 盟 旗 镇 乡 街道 办事处 村 级 地 国 家 各 本 我 全 和 及 以上 直属".split(" "),
];
const NUMBER_TERMS = [
  ..."年底 年 月底 月 日 号 个 项 次 名 家 人 件 元 万 亿 倍 天 小时 分钟 周 季度 页 字 条 款 章 节 户 亩 公里 吨 百分之 分之 个工作日 以上 以下 以内 左右 不少于 不低于 不超过 不高于 至少 约 超过 达到 达 前 后 末 初 上半年 下半年 第 底 至 到".split(
    " ",
  ),
];
const NUMERAL = /^[〇零一二三四五六七八九十百千两半\d.%]+/;

/** One side of an edit as the classifier reads it: what kinds of words it is made of. */
interface Side {
  place: boolean;
  level: boolean;
  number: boolean;
  other: boolean;
}

/**
 * What a change is about; undefined where only clause numbers changed. Both sides have to agree: a place for a place, a
 * number for a number.
 */
export function aboutEdit(allDraft: Token[], allSource: Token[]): Edit["about"] {
  const draft = allDraft.filter((token) => !token.enumerator);
  const source = allSource.filter((token) => !token.enumerator);
  if (draft.length === 0 && source.length === 0) return undefined;
  const names = [sideOf(draft, LEVEL_TERMS), sideOf(source, LEVEL_TERMS)] as const;
  if (names.every((side) => !side.other && !side.number)) return names.some((side) => side.place) ? "place" : "level";
  const numbers = [sideOf(draft, NUMBER_TERMS), sideOf(source, NUMBER_TERMS)] as const;
  if (numbers.every((side) => !side.other && !side.place) && numbers.some((side) => side.number)) return "number";
  return isSynonym(worded(draft), worded(source)) ? "synonym" : "wording";
}

function worded(side: Token[]): string {
  return side.map((token) => token.key).join("");
}

/** Reads a side from the left, longest word first; a letter that no word explains makes it `other`. */
function sideOf(side: Token[], terms: readonly string[]): Side {
  const kinds: Side = { place: false, level: false, number: false, other: false };
  let words = "";
  for (const token of side) {
    if (token.code === PLACE) kinds.place = true;
    else if (token.code === DIGITS) kinds.number = true;
    else if (token.code === LEVEL && terms === LEVEL_TERMS) kinds.level = true;
    else words += token.key;
  }
  while (words) {
    const numeral = NUMERAL.exec(words)?.[0];
    const term = numeral ?? terms.find((one) => words.startsWith(one));
    if (term === undefined) {
      kinds.other = true;
      return kinds;
    }
    if (numeral) kinds.number = true;
    else kinds.level = true;
    words = words.slice(term.length);
  }
  return kinds;
}

let synonyms: Set<string> | null = null;

function isSynonym(draft: string, source: string): boolean {
  synonyms ??= new Set(
    SYNONYMS.split("\n").flatMap((line) => {
      const words = line.split(" ");
      return words.flatMap((a) => words.map((b) => `${a}/${b}`));
    }),
  );
  return synonyms.has(`${draft}/${source}`);
}
