import type * as zod from "zod";
import type { ArchiveDocument, ArchiveKind } from "../../model/archive.ts";
import type { Zod } from "../../model/check.ts";
import { tally } from "../outcome.ts";
import { plainTitle, selectionOptions, selectionPatterns, selector, telling } from "../selection.ts";
import { concerned, daysBetween, subjectKey, subjectLikeness, yearOf } from "../subject.ts";

/*
 * repeat: 重复发文。An earlier document of the same issuer on the same matter, still in force.
 *
 *   text     least likeness of wording, 0–1 (0: wording does not matter)
 *   subject  least likeness of what the titles are about, 0–1
 *   years    how long a document without 有效期 is taken to be in force
 *   revised  exempt: a later document that revises or repeals earlier ones is let go (default) · report: it is not
 *   to, title, unless  which later documents are judged; `unless` is where yearly ones are named (放假, 要点 …)
 *
 * A yearly series (the same title of another year) and the same document saved twice are no repetition.
 */
const options = (z: Zod) => {
  const share = z.number().min(0).max(1);
  return z.strictObject({
    ...selectionOptions(z),
    text: share.default(0.8),
    subject: share.default(0.6),
    years: z.int().min(1).max(50).default(5),
    revised: z.enum(["exempt", "report"]).default("exempt"),
  });
};

type Options = zod.infer<ReturnType<typeof options>>;

export const repeat: ArchiveKind<Options> = {
  name: "repeat",
  scope: "archive",
  order: "issuer",
  title: { zh: "重复发文", en: "Repeated issuance" },
  about: {
    zh: "同一发文机关先前有内容相近（text 文字相似度，subject 事由相似度）、还在有效期内的文件，又发一份，没有修订或者废止原来那份的。没有写有效期的按 years 年算；年年发的（题目只差年份）、同一份文件的副本不算。消息里可用 {issuer}、{title}、{earlier}、{number}、{date}、{share}。",
    en: "The issuer has an earlier document alike in wording (text) and subject (subject), still in force, and the later one neither revises nor repeals it. Without 有效期 a document is taken to be in force for so many years; yearly series and copies do not count. Messages may use {issuer}, {title}, {earlier}, {number}, {date}, {share}.",
  },
  values: ["issuer", "title", "earlier", "number", "date", "share"],
  options,
  patterns: selectionPatterns,
  begin(given, context) {
    const counted = selector(given, context);
    const asked = telling(counted, context);
    const found = tally();
    /** 标题 of repealed documents of an issuer and the first day one said so. */
    const repealed = new Map<string, string>();
    let last: { later: ArchiveDocument; earlier: ArchiveDocument; likeness: number } | null = null;
    let hits = 0;
    let judged = 0;
    const close = () => {
      if (!last) return;
      const { earlier, later, likeness } = last;
      const [one, other] = [earlier.record, later.record];
      const { number } = concerned(earlier);
      const values = {
        issuer: other.issuer ?? "",
        title: other.title ?? "",
        earlier: one.title ?? "",
        number: number ?? "",
        date: one.issuedOn ?? "",
        share: Math.round(likeness * 100),
      };
      const note =
        one.inForceUntil === null ? { note: { key: "archive.assumed-in-force", values: { years: given.years } } } : {};
      const documents = [concerned(later), concerned(earlier)];
      found.hit({ issuer: other.issuer, year: yearOf(other), values, documents, total: 2, ...note });
      hits++;
      last = null;
    };
    return {
      document(document) {
        const { record } = document;
        if (record.issuer === null) return context.uncounted("issuer");
        for (const title of record.repeals) {
          const key = `${record.issuer} ${plainTitle(title)}`;
          if (record.issuedOn !== null && !repealed.has(key)) repealed.set(key, record.issuedOn);
        }
        if (!asked(record)) return;
        if (record.issuedOn === null) return context.uncounted("issuedOn");
        if (record.title === null) return context.uncounted("title");
        if (record.sketch === null && given.text > 0) return context.uncounted("sketch");
        judged++;
      },
      pair(earlier, later, likeness) {
        if (last && last.later.path !== later.path) close();
        if (!repeats(earlier, later, likeness)) return;
        if (last === null || likeness > last.likeness) last = { earlier, later, likeness };
      },
      end() {
        close();
        for (let i = hits; i < judged; i++) found.held();
        return found.outcome({ key: "archive.none-concerned" });
      },
    };

    function repeats(earlier: ArchiveDocument, later: ArchiveDocument, likeness: number): boolean {
      const [one, other] = [earlier.record, later.record];
      if (likeness < given.text || counted(other) !== true || counted(one) !== true) return false;
      if (one.issuedOn === null || other.issuedOn === null || one.title === null || other.title === null) return false;
      if (given.revised === "exempt" && other.revises) return false;
      if (subjectLikeness(subjectKey(one.title, one.issuer), subjectKey(other.title, other.issuer)) < given.subject)
        return false;
      if (isSeries(one.title, other.title) || isCopy(earlier, later)) return false;
      if (
        one.inForceUntil === null
          ? daysBetween(one.issuedOn, other.issuedOn) > given.years * 366
          : one.inForceUntil < other.issuedOn
      )
        return false;
      const end = repealed.get(`${one.issuer} ${plainTitle(one.title)}`);
      return end === undefined || end > other.issuedOn;
    }
  },
};

/** Titles that differ in numbers alone: of another year, another month, another batch. */
function isSeries(a: string, b: string): boolean {
  const [one, other] = [plainTitle(a), plainTitle(b)];
  const bare = (title: string) => title.replace(/[\d〇零一二三四五六七八九十]+/g, "0");
  return one !== other && bare(one) === bare(other);
}

/** The same document kept twice, e.g. as docx and as a web page. */
function isCopy(a: ArchiveDocument, b: ArchiveDocument): boolean {
  const [one, other] = [a.record, b.record];
  if (a.sha256 !== "" && a.sha256 === b.sha256) return true;
  const sameNumber = one.number !== null && other.number !== null && concerned(a).number === concerned(b).number;
  return (
    plainTitle(one.title ?? "") === plainTitle(other.title ?? "") && (sameNumber || one.issuedOn === other.issuedOn)
  );
}
