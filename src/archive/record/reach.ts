import type { Reach } from "../../model/archive.ts";

const REACHED: readonly (readonly [Reach, RegExp])[] = [
  ["central", /国务院|中央(?!企业)|国家[^、，]{2,12}(?:委|局)/],
  ["province", /省|自治区|直辖市/],
  ["city", /[市州盟](?!县|场|直|委|级|政府各)|地区/],
  ["county", /[县旗]|(?<![社园新])区(?!直|级|分局)/],
  ["town", /乡|镇|街道/],
  ["village", /村|社区/],
  ["company", /企业|公司|集团|厂矿/],
  ["school", /学校|院校|高校|中小学|幼儿园|大学/],
];

/** Whom the names of addressees reach: 各县（市、区）人民政府 → county; null where no name tells. */
export function reachOf(names: readonly string[]): Reach[] | null {
  const found = REACHED.flatMap(([reach, pattern]) => (names.some((name) => pattern.test(name)) ? [reach] : []));
  return found.length > 0 ? found : null;
}

/** Whom an inspection or demand goes to by the title: 对乡镇开展…督查. */
export function reachOfTitle(title: string): Reach[] | null {
  const object = /(?:对|深入|赴|到)([^，。]{2,24}?)(?:开展|进行|实施|的)/.exec(title)?.[1];
  return object === undefined ? null : reachOf([object]);
}
