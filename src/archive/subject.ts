import type { ArchiveDocument, ArchiveRecord, Concerned } from "../model/archive.ts";
import { numberText } from "./record/doc-number.ts";
import { plainTitle } from "./selection.ts";

/** Documents that a finding lists; the rest are counted. */
export const LISTED = 10;

/** The year a document counts for: of its day, else of its 文号. */
export function yearOf({ issuedOn, number }: ArchiveRecord): number | null {
  return issuedOn === null ? (number?.year ?? null) : Number(issuedOn.slice(0, 4));
}

export function concerned({ path, record }: ArchiveDocument): Concerned {
  const { title, number, issuedOn } = record;
  return { path, title, number: number && numberText(number), issuedOn };
}

const FORMULAS =
  /召开|举行|举办|开展|做好|切实|进一步|全面|深入|扎实|加强|推进|推动|促进|组织|实施|落实|贯彻|印发|下发|转发|公布|发布|关于|有关|相关|问题|事项|事宜|情况|工作|会议|大会|推进会|座谈会|视频|电视电话|动员|部署|调度|全省|全市|全县|全区|全国|我省|我市|我县|我区|年度|方案|通知|通告|公告|通报|决定|命令|批复|复函|意见|办法|措施|细则|规定|计划|要点|安排|修订|试行|暂行|紧急|预备|补充/g;

/** What a title is about, without issuer, years, numbers and the words every title has; empty where nothing is left. */
export function subjectKey(title: string, issuer: string | null): string {
  const words = plainTitle(title).replace(/^中华人民共和国/, "");
  const at = words.indexOf("关于");
  const about = at >= 0 && at <= 60 ? words.slice(at + 2) : words.replace(issuer ?? "", "");
  return about
    .replace(FORMULAS, "")
    .replace(/[^\u3400-\u9fff]/g, "")
    .replace(/[年月日的和与及等第号]|[〇一二三四五六七八九十]{2,}/g, "");
}

/** Pairs of neighbouring characters that two subjects share, of all (Dice), 0–1. */
export function subjectLikeness(a: string, b: string): number {
  if (a === "" || b === "") return 0;
  if (a === b) return 1;
  const pairs = pairsOf(a);
  const others = pairsOf(b);
  let both = 0;
  for (const pair of others) if (pairs.has(pair)) both++;
  return pairs.size + others.size === 0 ? 0 : (2 * both) / (pairs.size + others.size);
}

function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>();
  for (let i = 0; i + 2 <= text.length; i++) pairs.add(text.slice(i, i + 2));
  return pairs;
}

/** Days from one ISO day to another. */
export const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
