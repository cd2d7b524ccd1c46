/** 发文字号 standing alone: 国发〔2019〕3号, with all the bracket forms that occur in drafts; 令 and 公告 numbers too. */
export function isDocNumber(bare: string): boolean {
  if (bare.length < 4 || bare.length > 40 || bare.includes("关于") || !bare.replace(/[）)]$/, "").endsWith("号"))
    return false;
  return (
    /^[（(]?[\u4e00-\u9fff]{0,16}[A-Za-z0-9-]{0,8}[\u4e00-\u9fff]{0,8}[〔[［【（(﹝][^〕\]］】）)﹞]{2,6}[〕\]］】）)﹞]第?[\d０-９一二三四五六七八九十×xX_＿*]{0,6}号[）)]?$/.test(
      bare,
    ) || /^[（(]?第[\d０-９一二三四五六七八九十百]{1,5}号[）)]?$/.test(bare)
  );
}
