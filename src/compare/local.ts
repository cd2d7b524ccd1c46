import { placeMentions } from "./places.ts";

const NUMBER =
  /\d|[〇零一二三四五六七八九十百千万两]{1,8}(?:个|项|次|名|家|人|件|元|天|日|月|年|倍|户|亩|公里|吨|小时|%)|百分之/;
const UNIT =
  /[\u4e00-\u9fff]{2,8}(?:局|委员会|办公室|厅|管委会|中心|公司|集团|学校|医院|街道|开发区|园区|支队|大队|研究院)/;
const VAGUE = /(?:有关|相关|各|其他|本|该)(?:单位|部门|局|委员会|办公室|厅|中心|街道|公司)/g;

/** Whether words that no source has say something of the place: a number, a date, a named unit, a place name. */
export function saysSomethingLocal(words: string): boolean {
  if (NUMBER.test(words) || placeMentions(words).length > 0) return true;
  return UNIT.test(words.replace(VAGUE, "，"));
}
