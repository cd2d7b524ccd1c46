import { nameHash } from "./name-hash.ts";

/** Names of a list kept: a meeting of more is like no other by a few names. */
const MOST = 60;
const ASKED = /(?:参会|参加|出席|与会|列席)(?:会议)?(?:的)?(?:人员|对象|范围|单位)[：:为是]?([^。]{2,400})/g;

/** Hashes of those asked to a meeting, by 参会人员 … and the addressees; null where neither names any. */
export function audienceOf(text: string, addressees: readonly string[]): number[] | null {
  const named = [...text.matchAll(ASKED)].flatMap((match) => match[1]!.split(/[、，；;,\n]|以及|[和及]/));
  const names = [...named, ...addressees]
    .map((name) => name.replace(/[^\u4e00-\u9fff]/g, ""))
    .filter((name) => name.length >= 2);
  const hashes = [...new Set(names)].slice(0, MOST).map(nameHash);
  return hashes.length > 0 ? hashes.sort((a, b) => a - b) : null;
}
