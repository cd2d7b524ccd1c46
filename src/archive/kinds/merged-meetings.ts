import type * as zod from "zod";
import type { ArchiveDocument, ArchiveKind } from "../../model/archive.ts";
import type { Zod } from "../../model/check.ts";
import { tally } from "../outcome.ts";
import { concerned, daysBetween, subjectKey, subjectLikeness, yearOf } from "../subject.ts";

/*
 * merged-meetings: 该合并的会议。Meetings of one issuer near in time or in subject, with mostly the same people asked.
 *
 *   days      near in time: notices at most so many days apart
 *   within    near in subject: at most so many days apart, subjects as like as `subject`
 *   subject   least likeness of what the titles are about, 0–1
 *   audience  least share of those asked that both have, 0–1
 */
const options = (z: Zod) => {
  const share = z.number().min(0).max(1);
  return z.strictObject({
    days: z.int().min(0).max(366).default(7),
    within: z.int().min(0).max(366).default(30),
    subject: share.default(0.7),
    audience: share.default(0.7),
  });
};

type Options = zod.infer<ReturnType<typeof options>>;

export const mergedMeetings: ArchiveKind<Options> = {
  name: "merged-meetings",
  scope: "archive",
  order: "issuer",
  title: { zh: "可以合并的会议", en: "Meetings to be merged" },
  about: {
    zh: "同一发文机关的会议通知，发出时间相差不超过 days 天，或者 within 天之内事由相近（subject），而且通知参会的单位和人员基本相同（audience）的。消息里可用 {issuer}、{title}、{earlier}、{date}、{days}、{share}。",
    en: "Meeting notices of one issuer at most so many days apart, or on like subjects within a longer time, that ask mostly the same people. Messages may use {issuer}, {title}, {earlier}, {date}, {days}, {share}.",
  },
  values: ["issuer", "title", "earlier", "date", "days", "share"],
  options,
  begin(given, context) {
    const found = tally();
    const reach = Math.max(given.days, given.within);
    let window: ArchiveDocument[] = [];
    return {
      document(document) {
        const { record } = document;
        if (record.matters === null) return context.uncounted("title");
        if (!record.matters.includes("meeting")) return;
        if (record.issuedOn === null) return context.uncounted("issuedOn");
        if (record.issuer === null) return context.uncounted("issuer");
        if (record.audience === null) return context.uncounted("audience");
        const { issuedOn } = record;
        window = window.filter((seen) => daysBetween(seen.record.issuedOn!, issuedOn) <= reach);
        const earlier = window.find((seen) => couldBeOne(seen, document));
        if (earlier) hit(earlier, document);
        else found.held();
        window.push(document);
      },
      issuer() {
        window = [];
      },
      end: () => found.outcome({ key: "archive.none-concerned" }),
    };

    function couldBeOne(earlier: ArchiveDocument, later: ArchiveDocument): boolean {
      const [one, other] = [earlier.record, later.record];
      if (sameAudience(one.audience!, other.audience!) < given.audience) return false;
      const days = daysBetween(one.issuedOn!, other.issuedOn!);
      if (days <= given.days) return true;
      const subjects = [subjectKey(one.title!, one.issuer), subjectKey(other.title!, other.issuer)] as const;
      return days <= given.within && subjectLikeness(...subjects) >= given.subject;
    }

    function hit(earlier: ArchiveDocument, later: ArchiveDocument): void {
      const [one, other] = [earlier.record, later.record];
      const days = daysBetween(one.issuedOn!, other.issuedOn!);
      const share = Math.round(sameAudience(one.audience!, other.audience!) * 100);
      const values = {
        issuer: other.issuer!,
        title: other.title!,
        earlier: one.title!,
        date: one.issuedOn!,
        days,
        share,
      };
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

/** Share of the names of either that both have. */
function sameAudience(a: readonly number[], b: readonly number[]): number {
  const names = new Set(a);
  const both = b.filter((name) => names.has(name)).length;
  return both / (a.length + b.length - both);
}
