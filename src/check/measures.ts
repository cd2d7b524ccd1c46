import { measuredPart } from "../model/check.ts";
import type { Clause, OfficialDocument } from "../model/document.ts";

/**
 * The measure clauses that responsibility and time are asked of: those of the annexed plan where a notice prints one,
 * else of the notice or document. Labels inside running text (一是…；二是…) belong to the item they stand in.
 */
export function measureClauses(document: OfficialDocument): Clause[] {
  const part = measuredPart(document);
  return document.clauses.filter((clause) => clause.measure && clause.part === part && !clause.inline);
}
