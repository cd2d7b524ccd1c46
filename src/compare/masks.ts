import { pageChrome } from "./chrome.ts";
import { quotations } from "./quotations.ts";

/**
 * Words that may be the same without having been copied. `title`, `citation`, `quotation` and `furniture` have to be
 * the same; `phrase` belongs to everybody; `definition` and `amount` are fixed above and may not be changed below.
 */
export type MaskKind = "title" | "citation" | "quotation" | "phrase" | "furniture" | "definition" | "amount";

export interface Mask {
  start: number;
  end: number;
  kind: MaskKind;
}

/** 国办发〔2020〕24号, 赣府发[2019]3号 */
const DOC_NUMBER = /[〔﹝[［（(]\s?\d{4}\s?[〕﹞\]］）)]\s?第?\d{1,5}号/g;
const ISSUER_CODE = 12;
const isHan = (code: number) => code >= 0x4e00 && code <= 0x9fff;
const AFTER_TITLE = /^\s?[（(]?[\u4e00-\u9fff]{0,12}[〔﹝[［（(]\s?\d{4}\s?[〕﹞\]］）)]\s?第?\d{1,5}号[）)]?/;
/** 第三条第二款、第四条的规定 */
const ARTICLE = /^(?:[、和及或]?第[零〇一二三四五六七八九十百千\d]{1,7}[条款项章节])+(?:的?规定)?/;
/** 规定: with the words of the article behind it, unquoted */
const RULED = /^[，,]?(?:明确)?规定[：:]/;
const DEFINITION = /所称的?[^。；;\n]{1,80}?(?:是指|，指|,指|，包括|,包括)[^。\n]{0,300}/g;
const AMOUNT =
  /[\d一二三四五六七八九十百千]{1,12}(?:\.\d{1,6})?(?:万|亿)?(?:元|倍|%|％|‰)(?:以上|以下|以内)?(?:[至到不满]{0,3}[\d一二三四五六七八九十百千]{1,12}(?:\.\d{1,6})?(?:万|亿)?(?:元|倍|%|％|‰)(?:以上|以下|以内)?)?(?:的?罚款)?/g;
/** 2019年3月1日 第…次会议通过: the enactment note under a statute's title */
const ENACTED =
  /\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日[^。\n]{0,60}?(?:会议|委员会|令|公告|公报)[^。\n]{0,100}?(?:通过|修正|修订|批准|公布|发布|施行|决定)/g;
/** 索引号：… 发文机关：…: the head that a government site puts over a document */
const SITE_HEAD =
  /(?:索\s?引\s?号|主题分类|主\s?题\s?词|发文机关|成文日期|发文字号|发布日期|公开日期|标[ \u3000]*题|文[ \u3000]*号)\s?[：:]\s{0,4}[^\n]{0,100}/g;
/** 附件：1.…: what is annexed bears the same title everywhere */
const ANNEXED =
  /(?<=^|\n)[ \u3000]{0,8}附[ \u3000]{0,4}件\s?\d{0,2}[：:][^\n]{0,160}(?:\n[ \u3000]{0,12}\d{1,2}[.．、][^\n。；]{1,80}(?=\n|$)){0,30}/g;
/** 现予印发, 现将《…》转发给你们: the sentence that passes a paper on says the same whoever passes it on. */
const ISSUES = /现(?:予|将|批转|转发|印发|下发)/g;
const PASSED_ON = /[》”](?:[^。\n]*[,，])?现(?:予以?)?(?:印发|转发|批转|下发)|现将[^。\n]*(?:印发|转发|批转|下发)/;
const TITLE_LENGTH = 160;
const SENTENCE = 300;

/** Masks that the text itself shows; offsets into `text`, in no particular order, overlaps allowed. Linear. */
export function textMasks(text: string): Mask[] {
  const masks = [...titles(text), ...quotations(text), ...notes(text)];
  const add = (pattern: RegExp, kind: MaskKind) => {
    for (const found of text.matchAll(pattern)) {
      masks.push({ start: found.index, end: found.index + found[0].length, kind });
    }
  };
  for (const found of text.matchAll(DOC_NUMBER)) {
    let start = found.index;
    while (start > 0 && found.index - start < ISSUER_CODE && isHan(text.charCodeAt(start - 1))) start--;
    masks.push({ start, end: found.index + found[0].length, kind: "title" });
  }
  for (const found of text.matchAll(ISSUES)) {
    const start = sentenceStart(text, found.index);
    const end = sentenceEnd(text, found.index);
    if (PASSED_ON.test(text.slice(start, end))) masks.push({ start, end, kind: "furniture" });
  }
  add(ANNEXED, "furniture");
  add(DEFINITION, "definition");
  add(AMOUNT, "amount");
  return masks;
}

/** Notes and heads of a text that are about itself; the one mask that a source needs: words found there are not copied from it. */
export function notes(text: string): Mask[] {
  const found = [ENACTED, SITE_HEAD].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((found) => ({
      start: found.index,
      end: found.index + found[0].length,
      kind: "furniture" as const,
    })),
  );
  return [...found, ...pageChrome(text)];
}

/** Marks of titles; the second is what scanned papers have. */
const OPENS = "《«";
const CLOSES = "》»";

function opening(text: string, from: number): number {
  const [first, second] = [text.indexOf(OPENS[0]!, from), text.indexOf(OPENS[1]!, from)];
  return first < 0 || second < 0 ? Math.max(first, second) : Math.min(first, second);
}

/** 《…》 with its 文号 and the articles named of it; titles in titles are closed by depth. */
function titles(text: string): Mask[] {
  const masks: Mask[] = [];
  for (let start = opening(text, 0); start >= 0; start = opening(text, start + 1)) {
    let depth = 0;
    let end = -1;
    for (let i = start; i < Math.min(text.length, start + TITLE_LENGTH); i++) {
      if (OPENS.includes(text[i]!)) depth++;
      else if (CLOSES.includes(text[i]!) && --depth <= 0) {
        end = i + 1;
        break;
      }
    }
    if (end < 0) continue;
    end += AFTER_TITLE.exec(text.slice(end, end + 40))?.[0].length ?? 0;
    masks.push({ start, end, kind: "title" });
    const article = ARTICLE.exec(text.slice(end, end + 60))?.[0] ?? "";
    if (article) {
      const behind = end + article.length;
      const words = RULED.test(`${article.endsWith("规定") ? "规定" : ""}${text.slice(behind, behind + 6)}`);
      masks.push({ start: end, end: words ? sentenceEnd(text, behind) : behind, kind: "citation" });
    }
    start = end - 1;
  }
  return masks;
}

function sentenceStart(text: string, from: number): number {
  const limit = Math.max(0, from - SENTENCE);
  for (let i = from; i > limit; i--) if (text[i - 1] === "。" || text[i - 1] === "\n") return i;
  return limit;
}

function sentenceEnd(text: string, from: number): number {
  const limit = Math.min(text.length, from + SENTENCE);
  for (let i = from; i < limit; i++) if (text[i] === "。" || text[i] === "\n") return i;
  return limit;
}
