import { simplify } from "../model/simplify.ts";

/** 行政层级 of an organ by its name, from the top; null where the name does not tell. */
export type Rank = 1 | 2 | 3 | 4 | 5;

const CENTRAL = /^(?:中共中央|中央|国务院|全国|国家|最高人民|[\u4e00-\u9fff]{2,8}(?:部|总局)(?:办公厅)?$)/;
/** 直辖市 rank with provinces. */
const PROVINCE = /^(?:中共)?(?:(?:北京|天津|上海|重庆)市|[\u4e00-\u9fff]{0,4}(?:省(?!市)|自治区))/;
const TOWN = /(?:镇|乡|街道)(?:人民政府|政府|党委|党工委|办事处)$/;
const COUNTY = /(?:县|旗|(?<![地社园辖城])区)(?=委|人民|政府|党|[\u4e00-\u9fff]{0,12}(?:局|办|委|厅|院|中心|办公室)$)/;
const CITY = /(?:市(?!场)|州|盟|地区)(?=委|人民|政府|党|行署|[\u4e00-\u9fff]{0,12}(?:局|办|委|厅|院|中心|办公室)$)/;

/** 1 中央, 2 省, 3 市, 4 县, 5 乡镇: 省人民政府 → 2, 天水市教育局 → 3, 城关区人民政府 → 4. The last level named counts. */
export function rankOf(organ: string): Rank | null {
  const name = simplify(organ).replace(/[\s\u3000]/g, "");
  if (/^各|有关|相关/.test(name)) return null;
  if (CENTRAL.test(name)) return 1;
  if (TOWN.test(name)) return 5;
  const province = PROVINCE.exec(name)?.[0] ?? "";
  const rest = name.slice(province.length);
  if (COUNTY.test(rest)) return 4;
  if (CITY.test(rest)) return 3;
  return province === "" ? null : 2;
}

/** 党委 or 政府 itself or its office, not a department of it: the head of the name decides (各县区教育局 is none). */
export function isCommitteeOrGovernment(organ: string): boolean {
  const name = simplify(organ)
    .replace(/[\s\u3000]/g, "")
    .replace(/[（(][^）)]*[）)]$/, "");
  return /(?:人民政府|(?<=[省市县区州盟旗乡镇])政府|党委|党工委|(?<=[省市县区州])委|行署|(?<!管理)办事处)(?:办公厅|办公室|办)?$/.test(
    name,
  );
}
