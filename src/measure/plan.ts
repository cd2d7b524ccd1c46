import type { OfficialDocument } from "../model/document.ts";
import { simplify } from "../model/simplify.ts";

/** Lines and cells of a plan that may name a matter. */
export function planEntries(document: OfficialDocument): string[] {
  return document.blocks.map((block) => block.text.trim()).filter((text) => text.length >= 4);
}

const NUMBERED = /^\s*[（(]?(?:\d+|[一二三四五六七八九十]+)[）)、.．]/;

/**
 * The matters of a plan, one each, so that they can be counted: of a table the longest cell of every row but the first;
 * else what is numbered; where nothing is, every paragraph behind the title.
 */
export function planItems({ blocks }: OfficialDocument): string[] {
  const rows = new Map<string, string>();
  for (const { cell, text } of blocks) {
    if (!cell || cell.row === 0) continue;
    const row = `${cell.table} ${cell.row}`;
    if (text.trim().length > (rows.get(row)?.length ?? 3)) rows.set(row, text.trim());
  }
  const lines = blocks
    .filter(({ cell, region }) => !cell && region === "body")
    .map(({ text, kind }) => ({ text, kind }));
  const numbered = lines.filter(({ text, kind }) => kind === "list-item" || NUMBERED.test(text));
  const rest = rows.size > 0 ? [] : lines.slice(1);
  const listed = (numbered.length > 0 ? numbered : rest).map(({ text }) => text.replace(NUMBERED, "").trim());
  return [...rows.values(), ...listed.filter((text) => text.length >= 4)];
}

/** What a title, in simplified characters, is about: without issuer, 关于, 印发 and the kind of document. */
export function titleSubject(title: string): string {
  return title
    .replace(/^.{0,40}?关于/, "")
    .replace(/^(?:印发|下发|转发|做好|召开|举办|开展)/, "")
    .replace(/[《》“”]/g, "")
    .replace(/的?(?:通知|函|意见|通报|决定)$/, "");
}

/** Pairs of neighbouring letters, by which a subject and the entry of a plan are compared. */
export function pairsOf(text: string): Set<string> {
  const letters = simplify(text).replace(/[^\p{L}\p{N}]/gu, "");
  const pairs = new Set<string>();
  for (let i = 0; i + 2 <= letters.length; i++) pairs.add(letters.slice(i, i + 2));
  return pairs;
}

/** How many of the pairs of the shorter of both stand in the other, 0–1. */
export function shareOfPairs(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let both = 0;
  for (const pair of one) if (other.has(pair)) both++;
  return both / Math.max(1, Math.min(one.size, other.size));
}
