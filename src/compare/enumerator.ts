const NUMERAL = "〇零一二三四五六七八九十百千";
/** 第七条 （三） 二、 1. 1．2 ① 一是, with the blanks around it. */
const ENUMERATOR = new RegExp(
  `[ \\t\\u3000]*(?:第[${NUMERAL}\\d]{1,7}[条章节编]|[（(][${NUMERAL}\\d]{1,4}[)）]|[${NUMERAL}]{1,4}(?:、|是(?=[^${NUMERAL}]))|` +
    "\\d{1,3}(?:[.．]\\d{1,3}){0,3}[.．、)）](?!\\d)|[①-⑳])[ \\t\\u3000]*",
  "y",
);

/** End of the enumerator that a line or an item at `at` begins with, or `at`. A renumbered clause is the same clause. */
export function enumeratorEnd(text: string, at: number): number {
  ENUMERATOR.lastIndex = at;
  return ENUMERATOR.test(text) ? ENUMERATOR.lastIndex : at;
}
