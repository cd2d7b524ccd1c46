const CHINESE_DATE = /^[〇○ＯO0零一二三四五六七八九]{4}年[一二三四五六七八九十元]{1,3}月[一二三四五六七八九十]{1,3}日$/;
const ARABIC_DATE = /^[\d０-９]{4}年[\d０-９]{1,2}月[\d０-９]{1,2}日$/;
const BLANK_DATE =
  /^(?:[\d０-９]{4}|[×xXＸ_＿]{2,4}|[\d０-９]{2}[×xXＸ]{2})年[\d０-９×xXＸ_＿]{0,4}月[\d０-９×xXＸ_＿]{0,4}日$/;

/** A line that is nothing but a day in words: 2019年1月12日, 二〇一九年一月十二日, 2024年×月×日 of a draft. */
export function isDate(bare: string): boolean {
  if (bare.length > 16 || !bare.endsWith("日")) return false;
  return ARABIC_DATE.test(bare) || CHINESE_DATE.test(bare) || BLANK_DATE.test(bare);
}

/** Where a day begins that ends the line (交通运输部办公厅2013年9月24日), −1 where there is none. */
export function trailingDate(bare: string): number {
  if (!bare.endsWith("日") || bare.length > 60) return -1;
  const year = bare.lastIndexOf("年");
  if (year < 4) return -1;
  for (const length of [4, 2]) if (isDate(bare.slice(year - length))) return year - length;
  return -1;
}

/** A day and time, a number, a page mark: nothing a document says. */
export function isStamp(bare: string): boolean {
  return bare.length <= 24 && /^[\d０-９\-–—－/:：.年月日时分第页共【】()（）]+$/.test(bare) && !isDate(bare);
}
