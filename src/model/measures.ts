import { measuredPart } from "./check.ts";
import type { Clause, OfficialDocument } from "./document.ts";

/**
 * The measure clauses that responsibility and time are asked of: those of the annexed plan where a notice prints one,
 * else of the notice or document. Labels inside running text (一是…；二是…) belong to the item they stand in.
 * What stands in chapters and articles (第一章, 第三条) lays down rules, and is left out: a rule binds whom it concerns.
 */
export function measureClauses(document: OfficialDocument): Clause[] {
  const part = measuredPart(document);
  return document.clauses.filter(
    (clause) => clause.measure && clause.part === part && !clause.inline && !isOfStatute(document, clause),
  );
}

function isOfStatute(document: OfficialDocument, clause: Clause): boolean {
  for (let at: Clause | undefined = clause; at; at = at.parent === null ? undefined : document.clauses[at.parent]) {
    if ((at.style === "article" || at.style === "chapter") && !at.label.includes("部分")) return true;
  }
  return false;
}
