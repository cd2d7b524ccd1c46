/** Families of Chinese type that GB/T 9704-2012 names, under the names Word, WPS and the font makers give them. */
export const FONT_FAMILIES = ["仿宋", "楷体", "黑体", "小标宋", "宋体"] as const;
export type FontFamily = (typeof FONT_FAMILIES)[number];

/** First match counts: 仿宋 and 标宋 have 宋 in their names, 雅黑 is no 黑体. */
const NAMES: readonly [RegExp, FontFamily | null][] = [
  [/仿宋|fang ?song|fzfs|fzfangsong/i, "仿宋"],
  [/标宋|xbs|biao ?song|华文中宋|stzhongsong/i, "小标宋"],
  [/楷|kai(?:ti|u)?\b|kaiti|fzkt/i, "楷体"],
  [/雅黑|yahei|等线|dengxian|苹方|pingfang/i, null],
  [/黑体|simhei|heiti|fzht|hei\b/i, "黑体"],
  [/宋体|sim ?sun|songti|stsong|书宋|fzss|nsimsun/i, "宋体"],
];

/** The family of a font by its name, null for all others. */
export function familyOf(font: string): FontFamily | null {
  return NAMES.find(([name]) => name.test(font))?.[1] ?? null;
}
