import type * as zod from "zod";
import type { ArchiveDocument, ArchiveKind } from "../../model/archive.ts";
import type { Zod } from "../../model/check.ts";
import { ISSUER_LEVELS } from "../../model/facts.ts";
import { tally } from "../outcome.ts";
import { concerned, daysBetween, subjectKey, subjectLikeness, yearOf } from "../subject.ts";

/*
 * echo: 对应开会。A meeting on the matter of a meeting that a higher level has just held.
 *
 *   days     how long after the superior's notice
 *   subject  least likeness of what the titles are about, 0–1
 */
const options = (z: Zod) =>
  z.strictObject({
    days: z.int().min(1).max(366).default(30),
    subject: z.number().min(0).max(1).default(0.8),
  });

type Options = zod.infer<ReturnType<typeof options>>;

interface Meeting {
  document: ArchiveDocument;
  subject: string;
  rank: number;
}

const LEAST = 2;

export const echo: ArchiveKind<Options> = {
  name: "echo",
  scope: "archive",
  order: "date",
  title: { zh: "层层对应开会", en: "Meetings echoed below" },
  about: {
    zh: "上级发了会议通知之后 days 天之内，下级就同一件事（事由相似度 subject）又通知开会。两级是不是一个地方的，由看报告的人判断。消息里可用 {issuer}、{title}、{superior}、{earlier}、{date}、{days}。",
    en: "Within so many days of a superior's meeting notice a lower level calls a meeting on the same matter. Whether the two belong to one place is for the reader to judge. Messages may use {issuer}, {title}, {superior}, {earlier}, {date}, {days}.",
  },
  values: ["issuer", "title", "superior", "earlier", "date", "days"],
  options,
  begin(given, context) {
    const found = tally();
    let window: Meeting[] = [];
    return {
      document(document) {
        const { record } = document;
        if (record.matters === null || record.title === null) return context.uncounted("title");
        if (!record.matters.includes("meeting")) return;
        if (record.issuedOn === null) return context.uncounted("issuedOn");
        if (record.issuerLevel === null) return context.uncounted("issuerLevel");
        const { issuedOn } = record;
        const own = {
          document,
          subject: subjectKey(record.title, record.issuer),
          rank: ISSUER_LEVELS.indexOf(record.issuerLevel),
        };
        window = window.filter((seen) => daysBetween(seen.document.record.issuedOn!, issuedOn) <= given.days);
        const above = window.find((seen) => echoes(own, seen));
        if (above) hit(above.document, document);
        else if (window.some(({ rank }) => rank < own.rank)) found.held();
        window.push(own);
      },
      end: () => found.outcome({ key: "archive.none-concerned" }),
    };

    function echoes(own: Meeting, above: Meeting): boolean {
      if (above.rank >= own.rank || own.subject.length < LEAST) return false;
      return subjectLikeness(own.subject, above.subject) >= given.subject;
    }

    function hit(above: ArchiveDocument, below: ArchiveDocument): void {
      const [one, other] = [above.record, below.record];
      const days = daysBetween(one.issuedOn!, other.issuedOn!);
      const names = { issuer: other.issuer ?? "", superior: one.issuer ?? "" };
      const values = { ...names, title: other.title!, earlier: one.title!, date: one.issuedOn!, days };
      found.hit({
        issuer: other.issuer,
        year: yearOf(other),
        values,
        documents: [concerned(below), concerned(above)],
        total: 2,
      });
    }
  },
};
