import type * as zod from "zod";
import type { Block } from "../../model/block.ts";
import type { CheckKind, Zod } from "../../model/check.ts";
import type { OfficialDocument } from "../../model/document.ts";
import type { Hit, Outcome } from "../../model/result.ts";
import { impossibleDays, wrongWeekdays } from "../consistency/dates.ts";
import { repeatedNames, type ShortName, shortNames, unusedNames } from "../consistency/short-names.ts";
import { wrongTotals } from "../consistency/totals.ts";
import { printedBlocks, rangesOf } from "../printed.ts";
import { isSaved } from "../saved.ts";

/*
 * consistency: 前后一致. What a document says agrees with itself and with the calendar.
 *
 *   fault  date  a day that does not exist · weekday  a day that is not that day of the week · total  a 合计 that is not
 *          the sum of its column · short-unused  a short name that is introduced and not used · short-twice  one that is
 *          introduced twice · cited-number  a 文号 cited in another form than 〔2026〕3号 · attachment  附件4 of three
 *
 * Before: with { fault: weekday } “2026年8月3日（星期二）” is a hit, expected 星期一.
 * After:  a day without a year is a hit only where it fits neither the document's year nor the next.
 */
const FAULTS = ["date", "weekday", "total", "short-unused", "short-twice", "cited-number", "attachment"] as const;

const options = (z: Zod) => z.strictObject({ fault: z.enum(FAULTS) });

type Options = zod.infer<ReturnType<typeof options>>;

export const consistency: CheckKind<Options> = {
  name: "consistency",
  title: { zh: "前后一致", en: "Consistency" },
  about: {
    zh: "看文稿自己和自己、和日历对不对得上：日期存不存在、星期对不对、表格合计对不对、简称有没有用上或者重复定义、引用的文号写法对不对、提到的附件有没有。消息里可用 {match}、{actual}、{expected}、{count}。",
    en: "Whether a document agrees with itself and with the calendar: days that exist, weekdays, totals of tables, short names used and introduced once, cited numbers well-formed, attachments mentioned listed. Messages may use {match}, {actual}, {expected}, {count}.",
  },
  values: ["match", "actual", "expected", "count"],
  options,
  check(document, { fault }, context): Outcome {
    const blocks = context.once("printed blocks", () => printedBlocks(document));
    switch (fault) {
      case "date":
      case "weekday":
        return { hits: dateHits(document, blocks, fault) };
      case "total":
        return { hits: wrongTotals(blocks).map((one) => hit(one.block, 0, one.block.text.length, one)) };
      case "short-unused":
      case "short-twice": {
        const names = context.once("short names", () => shortNames(blocks));
        const wrong = fault === "short-twice" ? repeatedNames(names) : unusedNames(blocks, names);
        return { hits: wrong.map((one: ShortName) => hit(one.block, one.start, one.end, { actual: one.name })) };
      }
      case "cited-number":
        return { hits: citedNumbers(document, blocks) };
      case "attachment":
        return attachmentOutcome(document, blocks);
    }
  },
};

function hit(block: Block, start: number, end: number, values: { actual?: string; expected?: string }, count = 1): Hit {
  const span = { block: block.index, start, end };
  return {
    span,
    values: {
      match: block.text.slice(start, end),
      actual: values.actual ?? "",
      expected: values.expected ?? "",
      count,
    },
    evidence: [{ kind: "text", draft: span }],
  };
}

function dateHits(document: OfficialDocument, blocks: Block[], fault: "date" | "weekday"): Hit[] {
  const issued = document.facts.issuedOn;
  const year = issued.origin === "unknown" ? null : Number(issued.value.slice(0, 4));
  return blocks.flatMap((block) => {
    if (!block.text.includes("月")) return [];
    const wrong = fault === "date" ? impossibleDays(block.text) : wrongWeekdays(block.text, year);
    return wrong.map((one) => hit(block, one.start, one.end, one));
  });
}

/** Numbers of this century in other brackets than 〔〕, with 第, a padding zero or half a year. Older ones are cited as printed. */
const CITED =
  /[\u4e00-\u9fff]{1,10}(?:[[［【（(]20[0-9]{2}[\]］】）)]|〔20[0-9]{2}[\]）)]|[（(]20[0-9]{2}〕)(?:第)?[0-9]{1,5}号|[\u4e00-\u9fff]{1,10}〔20[0-9]{2}〕(?:第[0-9]{1,5}|0[0-9]{1,4})号|[\u4e00-\u9fff]{1,10}〔[0-9]{2}〕[0-9]{1,5}号/g;

/** A page saved as text may have lost the hexagonal brackets: there one info says so. */
function citedNumbers(document: OfficialDocument, blocks: Block[]): Hit[] {
  const hits = blocks.flatMap((block) =>
    block.text.includes("号") ? rangesOf(CITED, block.text).map(({ start, end }) => hit(block, start, end, {})) : [],
  );
  if (!isSaved(document)) return hits;
  return hits.slice(0, 1).map((one) => ({
    ...one,
    values: { ...one.values, count: hits.length },
    atMost: "info",
    note: { key: "check.converted-brackets" },
  }));
}

/** 附件4 in a notice that lists three. An annexed plan has annexes of its own, and says nothing here. */
function attachmentOutcome(document: OfficialDocument, blocks: Block[]): Outcome {
  const listed = document.elements.attachments.length;
  const body = document.parts[0]?.body;
  if (listed === 0 || !body) return { notApplicable: { because: "check.no-attachments", values: {} } };
  const hits = blocks
    .filter((block) => block.index >= body.first && block.index <= body.last)
    .flatMap((block) =>
      [...block.text.matchAll(/(?:见|按|填写|填报|报送)[^。；，“《]{0,6}附件([0-9]{1,2})(?![0-9])/g)]
        .filter((match) => Number(match[1]) > listed)
        .map((match) =>
          hit(block, match.index, match.index + match[0].length, { actual: match[1], expected: String(listed) }),
        ),
    );
  return { hits };
}
