import type * as zod from "zod";
import type { ArchiveDocument, ArchiveKind } from "../../model/archive.ts";
import type { Zod } from "../../model/check.ts";
import { missingOf, type Run, runOf, sameRun } from "../number-runs.ts";
import { tally } from "../outcome.ts";
import { numberText } from "../record/doc-number.ts";
import { plainTitle } from "../selection.ts";
import { concerned, daysBetween } from "../subject.ts";

/*
 * serial: 发文字号。The run of an issuer's 文号 under one 代字 in one year.
 *
 *   fault   repeated: two documents bear one number · skipped: numbers are missing · order: a later number has an earlier day
 *   most    skipped: more than this share of a run missing (0–1) is an archive that is not complete, and not checked
 *   days    order: so many days back are let go
 */
const options = (z: Zod) =>
  z.strictObject({
    fault: z.enum(["repeated", "skipped", "order"]),
    most: z.number().min(0).max(1).default(0.1),
    days: z.int().min(0).max(366).default(0),
  });

type Options = zod.infer<ReturnType<typeof options>>;

export const serial: ArchiveKind<Options> = {
  name: "serial",
  scope: "archive",
  order: "number",
  title: { zh: "发文字号的重号、跳号、倒号", en: "Runs of document numbers" },
  about: {
    zh: "同一发文机关、同一代字、同一年的发文字号：重号（repeated）、跳号（skipped）、倒号（order）。缺号超过 most 的，是档案不全，跳号不算查清。消息里可用 {issuer}、{code}、{year}、{number}、{numbers}、{missing}、{last}、{title}、{earlier}、{date}、{days}。",
    en: "The numbers of an issuer under one 代字 in a year: repeated, skipped, or out of order. Where more than a share is missing the archive is not complete and skipping is not checked. Messages may use {issuer}, {code}, {year}, {number}, {numbers}, {missing}, {last}, {title}, {earlier}, {date}, {days}.",
  },
  values: ["issuer", "code", "year", "number", "numbers", "missing", "last", "title", "earlier", "date", "days"],
  options,
  begin(given, context) {
    const found = tally();
    let run: Run | null = null;
    let broken = false;
    let missing = missingOf();
    let previous: ArchiveDocument | null = null;
    let latest: ArchiveDocument | null = null;
    const close = () => {
      if (run) {
        const count = missing.missing();
        const base = { issuer: run.issuer, code: run.code, year: run.year };
        const values = {
          ...base,
          numbers: missing.words(),
          missing: count,
          last: missing.last(),
          found: missing.found(),
        };
        if (given.fault === "skipped" && count > given.most * missing.last()) {
          const why = { reason: "archive.sample", remedy: "archive.sample.remedy", values };
          found.undecided({ issuer: run.issuer, year: run.year, ...why });
        } else if (given.fault === "skipped" && count > 0) {
          found.hit({ issuer: run.issuer, year: run.year, values, documents: [], total: 0 });
        } else if (!broken) found.held();
      }
      missing = missingOf();
      broken = false;
      previous = null;
      latest = null;
    };
    return {
      document(document) {
        const next = runOf(document);
        if (!sameRun(run, next)) {
          close();
          run = next;
        }
        if (!run) return context.uncounted(document.record.issuer === null ? "issuer" : "number");
        missing.add(document.record.number!.serial);
        if (given.fault === "repeated") repeated(document, run);
        if (given.fault === "order") outOfOrder(document, run);
        previous = document;
      },
      end() {
        close();
        return found.outcome({ key: "archive.no-numbers" });
      },
    };

    function repeated(document: ArchiveDocument, { issuer, code, year }: Run): void {
      const { number, title } = document.record;
      if (!previous || previous.record.number!.serial !== number!.serial || isCopy(previous, document)) return;
      const values = {
        issuer,
        code,
        year,
        number: numberText(number!),
        title: title ?? "",
        earlier: previous.record.title ?? "",
      };
      found.hit({ issuer, year, values, documents: [concerned(previous), concerned(document)], total: 2 });
      broken = true;
    }

    function outOfOrder(document: ArchiveDocument, { issuer, code, year }: Run): void {
      const { issuedOn, number, title } = document.record;
      if (issuedOn === null) {
        context.uncounted("issuedOn");
        return;
      }
      if (latest && latest.record.number!.serial < number!.serial) {
        const days = daysBetween(issuedOn, latest.record.issuedOn!);
        if (days > given.days) {
          const names = {
            issuer,
            code,
            year,
            number: numberText(number!),
            title: title ?? "",
            earlier: numberText(latest.record.number!),
          };
          const values = { ...names, date: latest.record.issuedOn!, days };
          found.hit({ issuer, year, values, documents: [concerned(latest), concerned(document)], total: 2 });
          broken = true;
          return;
        }
      }
      if (!latest || issuedOn > latest.record.issuedOn!) latest = document;
    }
  },
};

/** One document kept twice: the same bytes, or the same title and day under the number. */
function isCopy(a: ArchiveDocument, b: ArchiveDocument): boolean {
  if (a.sha256 !== "" && a.sha256 === b.sha256) return true;
  const [one, other] = [a.record, b.record];
  if (one.title === null || other.title === null) return one.issuedOn === other.issuedOn;
  const [left, right] = [plainTitle(one.title), plainTitle(other.title)];
  return left === right || left.includes(right) || right.includes(left);
}
