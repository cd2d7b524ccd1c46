import type { OfficialDocument } from "../model/document.ts";
import type { Exemption } from "../model/exemption.ts";
import { clauseAt, clausePath } from "../model/place.ts";
import type { Finding, Suppression } from "../model/result.ts";
import type { ExemptionMarks } from "../model/scan.ts";
import { decidedRules, isExemptible } from "./exemptible.ts";
import type { Filter } from "./filters.ts";
import type { OwnProblem } from "./own-finding.ts";

/** The exemption file at work: a filter for every document, and at the end what is wrong with its entries. */
export interface Exempting {
  filter: Filter;
  /** Expired entries and those that hid nothing. `whole` tells whether the run saw every file of a folder. */
  problems(whole: (folder: string) => boolean): OwnProblem[];
  /** Lines of the entries that documents met, and that hid something of them, since last asked. */
  marks(): ExemptionMarks;
  /** Takes in marks of documents that another process has filtered. */
  recall(marks: ExemptionMarks): void;
}

/**
 * `today` is an ISO day: an entry holds through its last day, after it the findings are back. `pathOf` gives a
 * document's path as the entries see it.
 */
export function exempting(
  entries: readonly Exemption[],
  today: string,
  pathOf: (document: OfficialDocument) => string,
): Exempting {
  const met = new Set<Exemption>();
  const used = new Set<Exemption>();
  const recent = { met: new Set<number>(), used: new Set<number>() };
  const filter: Filter = (findings, document, verdicts) => {
    const path = pathOf(document);
    const here = entries.filter((entry) => entry.matches(path));
    if (here.length === 0) return findings;
    const decided = decidedRules(verdicts);
    for (const entry of here) {
      if (!entry.rules.every((rule) => decided.has(rule))) continue;
      met.add(entry);
      recent.met.add(entry.line);
    }
    return here
      .filter((entry) => entry.until >= today)
      .reduce((kept, entry) => {
        const places = placesOf(entry, kept);
        return kept.map((finding) => {
          if (!isExemptible(finding) || !isMeant(entry, finding, document, places)) return finding;
          used.add(entry);
          recent.used.add(entry.line);
          return finding.suppressed ? finding : { ...finding, suppressed: suppressionBy(entry) };
        });
      }, findings);
  };
  return {
    filter,
    marks() {
      const marks = { met: [...recent.met], used: [...recent.used] };
      recent.met.clear();
      recent.used.clear();
      return marks;
    },
    recall(marks) {
      for (const entry of entries) {
        if (marks.met.includes(entry.line)) met.add(entry);
        if (marks.used.includes(entry.line)) used.add(entry);
      }
    },
    problems: (whole) =>
      entries.flatMap((entry): OwnProblem[] => {
        if (!met.has(entry) || used.has(entry)) return [];
        const expired = entry.until < today;
        if (!expired && entry.folder !== null && !whole(entry.folder)) return [];
        const values = { line: entry.line, rules: entry.rules.join("、"), until: entry.until };
        const key = expired ? "except.expired" : "except.unused";
        return [{ rule: "gwlint-exemption", severity: "warning", key, values, line: entry.line }];
      }),
  };
}

function suppressionBy({ reason, approvedBy, until }: Exemption): Suppression {
  return { kind: "exemption", reason, approvedBy, until };
}

/** Where the finding with the entry's fingerprint stands: other rules the entry names may have spoken there too. */
function placesOf({ fingerprint }: Exemption, findings: readonly Finding[]): Set<string> | null {
  if (fingerprint === null) return null;
  return new Set(findings.filter((finding) => finding.fingerprint === fingerprint).map(placeKey));
}

const placeKey = ({ part, span }: Finding) => (span ? `${part} ${span.block}:${span.start}:${span.end}` : part);

function isMeant(
  entry: Exemption,
  finding: Finding,
  document: OfficialDocument,
  places: ReadonlySet<string> | null,
): boolean {
  if (!entry.rules.includes(finding.rule)) return false;
  if (places && !places.has(placeKey(finding))) return false;
  return entry.clause === null || isInClause(document, finding, plain(entry.clause));
}

/** Whether the clause a finding stands in, or one above it, has that printed path. */
function isInClause(document: OfficialDocument, finding: Finding, wanted: string): boolean {
  let clause = clauseAt(document, finding.span);
  while (clause) {
    if (plain(clausePath(document, clause) ?? "") === wanted) return true;
    clause = clause.parent === null ? null : (document.clauses[clause.parent] ?? null);
  }
  return false;
}

/** A path as people type it: blanks, brackets of either width and the marks after a number make no difference. */
const plain = (path: string) =>
  path
    .replace(/[\s\u3000]/g, "")
    .replaceAll("(", "（")
    .replaceAll(")", "）")
    .replace(/[、.．，,：:]+$/, "");
