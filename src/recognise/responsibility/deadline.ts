import { isBlank } from "../../model/blank.ts";
import type { Deadline } from "../../model/document.ts";
import { isHan } from "./names.ts";
import type { Passage } from "./passage.ts";
import { endOfPeriod } from "./period.ts";

interface Around {
  word: string;
  /** The time is all there is (a table cell), or 完成时限： stands before it. */
  stated: boolean;
  /** Up to 12 characters before and 24 after the time. */
  before: string;
  after: string;
  /** Year of issue, null where unknown. */
  year: number | null;
}

interface Kind {
  /** A character without which the pattern cannot match; looked for first, those of all kinds in one go. */
  sign: string;
  /** Most characters of a match that stand before the sign. */
  lead: number;
  pattern: RegExp;
  recurring?: boolean;
  binds(around: Around): boolean;
}

/** Printed pages taken as text set a blank between digits and the word behind them: 3 个工作日内, 2025 年 6 月底前. */
const COUNT = "(?:[一二两三四五六七八九十半]{1,3}|\\d{1,3} ?)";
/** 每年不超过1次 caps; 每月300元 and 每人每年 measure an amount. */
const CAPPED = /^[^，。；]{0,14}?(?:不超过|不得超过|不多于|至多|最多|不高于)/;
const AMOUNT =
  /^(?:(?:最低|基本|失业|平均|工资|标准|生活|缴费)|每?[人户亩名家个]|(?:给予|按|补助|补贴|发放|最高|不少于|不低于)?[^，。；]{0,6}?\d[\d.,，]*(?:万|亿)?元)/;
/** A clause or sentence opens here, or a preposition stands here. */
const OPENS = /(?:^|[，,。；;：:、\s\u3000（(]|[到至在于自从前年]|力争|确保|争取|截至|截止|底前)$/;

const KINDS: Kind[] = [
  {
    sign: "每",
    lead: 0,
    pattern: new RegExp(
      `每${COUNT}?个?(?:学期|季度|季|年|月|周|星期|天|日|旬)(?:年?[初底末])?(?!均|度[^计报工考])`,
      "g",
    ),
    recurring: true,
    binds: ({ before, after }) => !/[人户亩名家次]$/.test(before) && !CAPPED.test(after) && !AMOUNT.test(after),
  },
  {
    sign: "按",
    lead: 0,
    pattern:
      /按(?:季度?|月|周|旬|半年)(?=统计|分析|调度|通报|报送|报告|公布|上报|监测|汇总|督查|督促|评估|考核|总结|组织|开展)/g,
    recurring: true,
    binds: () => true,
  },
  {
    sign: "年",
    lead: 5,
    pattern:
      /\d{4} ?年(?: ?\d{1,2} ?月(?: ?\d{1,2} ?日|[上中下]旬|[底初末])?(?:之?前|以前)?|年?[底末初](?:之?前|以前)?|年?[底]?(?:之?前|以前)|[上下]半年|内|年底)?/g,
    binds: ({ word, before, after, year, stated }) => {
      if (stated) return true;
      if (/[前底末内]$|半年$/.test(word)) return !/^[，,]?已|^的存量/.test(after);
      if (/[月日]$/.test(word))
        return (
          /(?:到|至|截至|截止)$/.test(before) ||
          (/^(?:起|开始)/.test(after)
            ? false
            : OPENS.test(before) &&
              year !== null &&
              Number(word.slice(0, 4)) >= year &&
              !/[自从]$/.test(before) &&
              /^[，,]/.test(after))
        );
      if (
        /^(?:度|工作基础|基础上|同期|相比|水平|以来|以后|之后|来|修订|版|第|印发|发布|实施的|至|[—\-~～]|[》〉])/.test(
          after,
        ) ||
        !OPENS.test(before)
      )
        return false;
      if (/[自从]$/.test(before)) return /^起[，,]?每/.test(after);
      return year === null || Number(word.slice(0, 4)) >= year;
    },
  },
  {
    sign: "至",
    lead: 17,
    pattern: /(?:\d{4} ?年 ?)?\d{1,2} ?月 ?\d{1,2} ?日起?至 ?(?:(?:\d{4} ?年 ?)?\d{1,2} ?月 ?)?\d{1,2} ?日/g,
    binds: () => true,
  },
  {
    sign: "年",
    lead: 1,
    pattern:
      /(?:今年|明年|本年|当年)(?:\d{1,2}月|年)?(?:[底末]|上半年|下半年)?(?:之?前|以前|内)?|年[底内末终](?:之?前|以前)?/g,
    binds: ({ word, before, after }) => {
      if (/^[今明]年/.test(word)) return !/^(?:以来|来|度|起|适当)/.test(after);
      if (/^[本当]年$/.test(word)) return false;
      if (/^年内/.test(word)) return !/[\d一二两三四五六七八九十几数多半]$/.test(before);
      return !/[\d往去上历每近]$/.test(before);
    },
  },
  {
    sign: "月",
    lead: 3,
    pattern: /\d{1,2} ?月(?: ?\d{1,2} ?日|[上中下]旬|[底初末])?(?:之?前|以前)?/g,
    binds: ({ word, before, after }) =>
      !/[年\d] ?$/.test(before) &&
      (/前$|底$/.test(word) || (/旬$|日$/.test(word) && OPENS.test(before) && !/^[—\-至起~～]/.test(after))),
  },
  {
    sign: "内",
    lead: 10,
    pattern: new RegExp(`${COUNT}个?(?:工作日|日|天|个月|月|年|小时|周)(?:之|以)?内`, "g"),
    binds: ({ word, before, after }) =>
      !/\d月内$/.test(word) &&
      !/(?:近|连续|过去|最近|前|有效期|毕业|离校|每|第|超过)$/.test(before) &&
      !/^(?:的|未|无|没有|累计|有[^关])/.test(after),
  },
  {
    sign: "五",
    lead: 3,
    pattern: /“?十[四五六七]五”?(?:规划)?(?:时期)?(?:期?末)/g,
    binds: () => true,
  },
];

/** A bit for each kind whose sign a code unit is. */
const SIGNS = new Uint8Array(0x10000);
KINDS.forEach(({ sign }, i) => {
  SIGNS[sign.charCodeAt(0)]! |= 1 << i;
});

/** Where each kind's sign stands first in `text.slice(start, end)`, into `first`; returns the bits of those that do. */
function findSigns(text: string, start: number, end: number, first: Int32Array): number {
  let found = 0;
  for (let i = start; i < end; i++) {
    let fresh = SIGNS[text.charCodeAt(i)]! & ~found;
    found |= fresh;
    for (; fresh !== 0; fresh &= fresh - 1) first[31 - Math.clz32(fresh & -fresh)] = i;
  }
  return found;
}

const first = new Int32Array(KINDS.length);

/** The first time limit of a clause in the order of the text. `issued` is the document's day, ISO, where it is known. */
export function findDeadline(passages: Passage[], issued: string | null): Deadline | null {
  const year = issued ? Number(issued.slice(0, 4)) : null;
  for (const { text, block, start, end } of passages) {
    let best: { start: number; end: number; recurring: boolean } | null = null;
    const found = findSigns(text, start, end, first);
    for (let i = 0; i < KINDS.length; i++) {
      if ((found & (1 << i)) === 0) continue;
      const kind = KINDS[i]!;
      kind.pattern.lastIndex = Math.max(start, first[i]! - kind.lead);
      for (let match = kind.pattern.exec(text); match; match = kind.pattern.exec(text)) {
        const at = match.index;
        const stop = at + match[0].length;
        if (stop > end || (best && at >= best.start)) break;
        const before = text.slice(Math.max(start, at - 12), at);
        const stated =
          (allBlank(text, start, at) && allBlank(text, stop, end)) ||
          (/[:：]/.test(before) && /(?:时限|时间|期限|节点)[:：]\s*$/.test(before));
        const around = { word: unspaced(match[0]), stated, before, after: text.slice(stop, stop + 24), year };
        if (!kind.binds(around) || quoted(text, start, at)) continue;
        const { start: from, end: to } = widen(text, start, at, stop, end);
        best = { start: from, end: to, recurring: kind.recurring ?? false };
        break;
      }
    }
    if (!best) continue;
    const words = text.slice(best.start, best.end);
    const span = { block, start: best.start, end: best.end };
    return {
      text: words,
      span,
      until: best.recurring ? null : endOfPeriod(unspaced(words), issued),
      recurring: best.recurring,
    };
  }
  return null;
}

const unspaced = (words: string) => (words.includes(" ") ? words.replaceAll(" ", "") : words);

function allBlank(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!isBlank(text.charCodeAt(i))) return false;
  return true;
}

/** Inside 《》 or 〔〕 a year belongs to a name. */
function quoted(text: string, from: number, at: number): boolean {
  const least = Math.max(from, at - 60);
  for (let i = at - 1; i >= least; i--) {
    const code = text.charCodeAt(i);
    if (isHan(code)) continue;
    if (code === 0x300b || code === 0x3015) return false;
    if (code === 0x300a || code === 0x3014) return true;
  }
  return false;
}

/** 自2024年起，, 本文印发后, 受理之日起 … at the end of the words before a time: they belong to it. */
const LEAD =
  /自(?!治)[^，,。；;]{1,20}起[，,]?$|(?:本[^，,。；;、]{1,8}|[^，,。；;、于在应须当要将的自]{2,8})(?:后|之日起|以后|起)$/;

/** 到2025年, 自2024年起，每年, 于本文印发后3个月内: the words that belong to the time as it is written. */
function widen(text: string, from: number, at: number, stop: number, end: number): { start: number; end: number } {
  const near = at > from && text[at - 1] === " " ? at - 1 : at;
  const length = near > from ? leadLength(text, from, near) : 0;
  const start = length > 0 ? near - length : at;
  const tail = text[stop] === "起" ? /^起[，,]?每(?:年|季度|月)/.exec(text.slice(stop, Math.min(end, stop + 6))) : null;
  return { start, end: tail ? stop + tail[0].length : stop };
}

/** How many characters before a time belong to it. The last one tells whether any may. */
function leadLength(text: string, from: number, to: number): number {
  const last = text[to - 1]!;
  if (last === "到" || last === "至") return 1;
  const comma = last === "，" || last === ",";
  if (comma ? text[to - 2] !== "起" : last !== "起" && last !== "后") return 0;
  return LEAD.exec(text.slice(Math.max(from, to - 24), to))?.[0].length ?? 0;
}
