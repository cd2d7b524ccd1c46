import type * as zod from "zod";
import { workingDaysUntil } from "../../measure/working-days.ts";
import type { ArchiveKind } from "../../model/archive.ts";
import type { Zod } from "../../model/check.ts";
import { tally } from "../outcome.ts";
import { selectionOptions, selectionPatterns, selector, telling } from "../selection.ts";
import { concerned, yearOf } from "../subject.ts";

/*
 * promptness: 收文到发文。Working days from receiving the superior's document (receivedOn) to issuing one's own.
 *
 *   days                   how many working days are allowed; holidays and make-up work are known
 *   of, to, title, unless  which documents are judged
 */
const options = (z: Zod) => z.strictObject({ ...selectionOptions(z), days: z.int().min(0).max(60) });

type Options = zod.infer<ReturnType<typeof options>>;

export const promptness: ArchiveKind<Options> = {
  name: "promptness",
  scope: "archive",
  order: "issuer",
  title: { zh: "收文到发文的工作日", en: "Working days from receipt to issue" },
  about: {
    zh: "从收到上级文件（收文日期 receivedOn，要声明）到成文日期，超过 days 个工作日的报出。没有声明收文日期的不算，只数出来。消息里可用 {issuer}、{title}、{received}、{date}、{actual}、{days}。",
    en: "Reports documents issued more than so many working days after the superior's was received (receivedOn, which has to be declared). Those without are only counted. Messages may use {issuer}, {title}, {received}, {date}, {actual}, {days}.",
  },
  values: ["issuer", "title", "received", "date", "actual", "days"],
  options,
  patterns: selectionPatterns,
  begin(given, context) {
    const counted = telling(selector(given, context), context);
    const found = tally();
    let asked = 0;
    let judged = 0;
    return {
      document(document) {
        const { record } = document;
        if (!counted(record)) return;
        asked++;
        if (record.receivedOn === null) return context.uncounted("receivedOn");
        if (record.issuedOn === null) return context.uncounted("issuedOn");
        judged++;
        const actual = workingDaysUntil(record.receivedOn, record.issuedOn);
        if (actual <= given.days) return found.held();
        const values = {
          issuer: record.issuer ?? "",
          title: record.title ?? "",
          received: record.receivedOn,
          date: record.issuedOn,
          actual,
          days: given.days,
        };
        found.hit({ issuer: record.issuer, year: yearOf(record), values, documents: [concerned(document)], total: 1 });
      },
      end() {
        if (asked > 0 && judged === 0) {
          const why = {
            reason: "archive.no-received",
            remedy: "archive.no-received.remedy",
            values: { documents: asked },
          };
          found.undecided({ issuer: null, year: null, ...why });
        }
        return found.outcome({ key: "archive.none-concerned" });
      },
    };
  },
};
