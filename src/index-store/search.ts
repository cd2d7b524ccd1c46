import { prepareDraft } from "../compare/compare.ts";
import { documentSide } from "../compare/side.ts";
import type { OfficialDocument } from "../model/document.ts";
import { FIELD } from "./batch-writer.ts";
import { bodyRank, type DocumentEntry, entryOf, rankOf } from "./entry.ts";
import type { OpenIndex } from "./open.ts";
import { candidates } from "./query.ts";
import type { SearchOptions } from "./scope.ts";
import { citations, citedForm, nameHash, versionForm } from "./titles.ts";

export interface Found {
  id: number;
  entry: DocumentEntry;
  cited: boolean;
  score: number;
  /** Nearly identical documents that this one stands for. */
  same: DocumentEntry[];
}

export interface Search {
  found: Found[];
  /** Titles that the draft says it rests on, and that the index does not have. */
  missing: string[];
}

/** Where a draft may come from: what it cites, then what shares the most telling words with it. */
export function search(index: OpenIndex, draft: OfficialDocument, options: SearchOptions): Search {
  const mine = entryOf({ path: draft.name, sha256: "", document: draft });
  const own = new Set(options.ownVersions ? [] : ownVersions(index, mine));
  const side = documentSide(draft);
  const opening = draft.clauses[0] ? (side.starts[draft.clauses[0].span.block] ?? 0) : side.text.length;
  const cited = new Set<number>();
  const missing: string[] = [];
  for (const { title, basis } of citations(side.text, opening)) {
    const there = titled(index, title).filter((id) => !own.has(id));
    for (const id of there) cited.add(id);
    if (basis && there.length === 0 && !isOwnTitle(title, mine)) missing.push(title);
  }
  const { normalised, index: prepared } = prepareDraft(side.text, side.furniture);
  const inScope = scopeOf(index, mine, options.scope);
  const text = { codes: normalised.codes, proofless: prepared.apart };
  const found = candidates(index, text, [...cited], (id) => !own.has(id) && inScope(id));
  const entry = (id: number) => index.document(id);
  return { missing, found: found.map((one) => ({ ...one, entry: entry(one.id), same: one.same.map(entry) })) };
}

/** Documents by title: those printed exactly so, else those cited so with their issuer left off. */
function titled(index: OpenIndex, title: string): number[] {
  const form = citedForm(title);
  const found = numbersWith(index, FIELD.title, form).filter((id) => citedForm(titleOf(index, id)) === form);
  const exact = found.filter((id) => unspaced(titleOf(index, id)) === unspaced(title));
  return exact.length > 0 ? exact : found;
}

const titleOf = (index: OpenIndex, id: number) => index.document(id).title ?? "";
const unspaced = (text: string) => text.replace(/\s/g, "");

/** Documents whose record has the hash of a name; others may have it too. */
function numbersWith(index: OpenIndex, field: number, name: string): number[] {
  const hash = nameHash(name);
  if (hash === 0) return [];
  return index.parts.flatMap((part) => {
    const found: number[] = [];
    for (let id = part.entry.first; id < part.entry.end; id++) {
      if (part.field(id, field) === hash && !index.deleted.has(id)) found.push(id);
    }
    return found;
  });
}

type Mine = Omit<DocumentEntry, "length">;

const isOwnTitle = (title: string, mine: Mine) => mine.title !== null && versionForm(title) === versionForm(mine.title);

/** The draft's own file, and papers of its issuer under its title but for year and draft stage. */
function ownVersions(index: OpenIndex, mine: Mine): number[] {
  const form = versionForm(mine.title ?? "");
  const sameFile = numbersWith(index, FIELD.path, mine.path).filter((id) => index.document(id).path === mine.path);
  const sameTitle = numbersWith(index, FIELD.version, form).filter((id) => {
    const { title, issuer } = index.document(id);
    return (!issuer || !mine.issuer || issuer === mine.issuer) && versionForm(title ?? "") === form;
  });
  return [...sameFile, ...sameTitle];
}

/** Whether a document may be one that the draft has to follow. What has no level, or a draft without one, is told by nothing. */
function scopeOf(index: OpenIndex, mine: Mine, scope: SearchOptions["scope"]): (id: number) => boolean {
  const rank = rankOf(mine.level);
  if (scope === "all" || rank === 0) return () => true;
  const department = bodyRank("department");
  const below = (body: number) => bodyRank(mine.body) === department && body !== 0 && body < department;
  return (id) => {
    const part = index.partOf(id);
    const theirs = part.field(id, FIELD.rank);
    if (theirs === 0 || theirs < rank) return true;
    if (theirs > rank) return false;
    // 市政府 stands above 市教育局.
    return scope === "peers" || below(part.field(id, FIELD.body));
  };
}
