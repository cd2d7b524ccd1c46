import type { OfficialDocument, Span } from "../../model/document.ts";
import { simplify } from "../../model/simplify.ts";
import { numberOf } from "../labels/numeral.ts";
import { daysAfter, monthsAfter } from "../shapes/day.ts";
import { isoDay } from "./dates.ts";

export interface Told<T> {
  value: T;
  span: Span;
}

/** Titles of the documents that this one repeals (《…》…同时废止, 停止执行) and where it says so. */
export function repealsOf(document: OfficialDocument): Told<string[]> | null {
  const names: string[] = [];
  let span: Span | null = null;
  for (const block of bodyBlocks(document)) {
    if (!/[废廢]止|停止[执執]行|同时失效|自行失效/.test(block.text)) continue;
    const text = simplify(block.text);
    for (const match of text.matchAll(
      /[^。]*(?:同时废止|予以废止|即行废止|相应废止|停止执行|同时停止|一并废止|废止《|文废止|废止。)[^。]*/g,
    )) {
      const sentence = match[0];
      const found = [...sentence.matchAll(/《([^》]{2,120})》/g)].map((name) => name[1]!);
      const start = match.index;
      // The sentence that dates the document names itself first: 本办法自…施行，《…》同时废止.
      const own = document.elements.title?.text.replace(/[\s\u3000]/g, "");
      const others = found.filter((name) => name !== own);
      if (others.length === 0 || /清理|修订或/.test(sentence)) continue;
      names.push(...others);
      span ??= { block: block.index, start, end: start + sentence.length };
    }
  }
  return span ? { value: [...new Set(names)], span } : null;
}

/** The last day the document is in force: 有效期至…, 有效期N年 from the day it takes effect (`issued` where it is 印发之日). */
export function inForceUntil(document: OfficialDocument, issued: string | null): Told<string> | null {
  for (const block of bodyBlocks(document)) {
    if (!/有效期|[执執]行期|[试試]行期|施行|[暂暫]定/.test(block.text)) continue;
    const text = simplify(block.text);
    const until =
      /(?:有效期|执行期|试行期|执行期限|实施期限|政策期限)[^。，；]{0,6}(?:至|到)(\d{4}年\d{1,2}月\d{1,2}日)|(?:施行|实施|执行|起)[^。]{0,8}至(\d{4}年\d{1,2}月\d{1,2}日)/.exec(
        text,
      );
    if (until) {
      const day = isoDay(until[1] ?? until[2]!);
      if (day)
        return { value: day, span: { block: block.index, start: until.index, end: until.index + until[0].length } };
    }
    const years =
      /(?:有效期|试行期|执行期|执行期限|暂定|实施期限)(?:限)?(?:暂定)?为?([一二两三四五六七八九十]|\d{1,2})年/.exec(
        text,
      );
    if (!years || !/本|自|施行|实施|印发|发布/.test(text.slice(Math.max(0, years.index - 40), years.index))) continue;
    const from = /自(\d{4}年\d{1,2}月\d{1,2}日)/.exec(text)?.[1];
    const start = from
      ? isoDay(from)
      : /自(?:印发|发布|公布|下发|颁布|本[^。，]{0,10}(?:印发|发布))之日/.test(text) || /印发之日/.test(text)
        ? issued
        : null;
    if (!start) continue;
    return {
      // The day before the anniversary.
      value: daysAfter(monthsAfter(start, 12 * numberOf(years[1]!)), -1),
      span: { block: block.index, start: years.index, end: years.index + years[0].length },
    };
  }
  return null;
}

function* bodyBlocks(document: OfficialDocument) {
  const range = document.body ?? { first: 0, last: document.blocks.length - 1 };
  for (let i = range.first; i <= range.last; i++) {
    const block = document.blocks[i];
    if (block) yield block;
  }
}
