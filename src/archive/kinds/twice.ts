import type * as zod from "zod";
import type { ArchiveDocument, ArchiveKind } from "../../model/archive.ts";
import type { Zod } from "../../model/check.ts";
import { tally } from "../outcome.ts";
import { concerned, daysBetween, subjectKey, subjectLikeness, yearOf } from "../subject.ts";

/*
 * twice: 一事又开会又发文。A meeting and a document of one issuer on one matter, within so many days.
 *
 *   first    meeting: the meeting was called first · document: the document came first · either (default)
 *   days     how far apart they may be issued
 *   subject  least likeness of what the titles are about, 0–1
 */
const options = (z: Zod) =>
  z.strictObject({
    first: z.enum(["meeting", "document", "either"]).default("either"),
    days: z.int().min(1).max(366).default(30),
    subject: z.number().min(0).max(1).default(0.7),
  });

type Options = zod.infer<ReturnType<typeof options>>;

/** 文种 that deploy work. */
const DEPLOYING = ["通知", "意见", "方案", "措施", "要点", "计划", "决定"];
/** A subject of one character could be anything. */
const LEAST = 2;

interface Seen {
  document: ArchiveDocument;
  subject: string;
  meeting: boolean;
}

export const twice: ArchiveKind<Options> = {
  name: "twice",
  scope: "archive",
  order: "issuer",
  title: { zh: "一事又开会又发文", en: "A meeting and a document on one matter" },
  about: {
    zh: "同一发文机关在 days 天之内，就同一件事（事由相似度 subject）既发了会议通知，又发了部署的文件。first 定先开会再发文（meeting）还是先发文再开会（document）。消息里可用 {issuer}、{title}、{earlier}、{date}、{days}。",
    en: "The issuer called a meeting and issued a document on one matter (likeness of subjects) within so many days; first says which of the two came first. Messages may use {issuer}, {title}, {earlier}, {date}, {days}.",
  },
  values: ["issuer", "title", "earlier", "date", "days"],
  options,
  begin(given, context) {
    const found = tally();
    let window: Seen[] = [];
    return {
      document(document) {
        const { record } = document;
        if (record.title === null || record.matters === null) return context.uncounted("title");
        const meeting = record.matters.includes("meeting");
        if (!meeting && !DEPLOYING.includes(record.kind ?? ""))
          return record.kind === null ? context.uncounted("kind") : undefined;
        if (record.issuedOn === null) return context.uncounted("issuedOn");
        if (record.issuer === null) return context.uncounted("issuer");
        const { issuedOn } = record;
        const own = { document, subject: subjectKey(record.title, record.issuer), meeting };
        window = window.filter((seen) => daysBetween(seen.document.record.issuedOn!, issuedOn) <= given.days);
        const earlier = window.find((seen) => onOneMatter(seen, own));
        if (earlier) hit(earlier.document, document);
        else if (meeting) found.held();
        window.push(own);
      },
      issuer() {
        window = [];
      },
      end: () => found.outcome({ key: "archive.none-concerned" }),
    };

    function onOneMatter(earlier: Seen, later: Seen): boolean {
      if (earlier.meeting === later.meeting || later.subject.length < LEAST) return false;
      if (given.first !== "either" && earlier.meeting !== (given.first === "meeting")) return false;
      return subjectLikeness(earlier.subject, later.subject) >= given.subject;
    }

    function hit(earlier: ArchiveDocument, later: ArchiveDocument): void {
      const [one, other] = [earlier.record, later.record];
      const days = daysBetween(one.issuedOn!, other.issuedOn!);
      const values = { issuer: other.issuer!, title: other.title!, earlier: one.title!, date: one.issuedOn!, days };
      found.hit({
        issuer: other.issuer,
        year: yearOf(other),
        values,
        documents: [concerned(later), concerned(earlier)],
        total: 2,
      });
    }
  },
};
