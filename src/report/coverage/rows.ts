import { type Language, say } from "../../language/say.ts";
import type { Coverage, CoverageChange, CoverageState } from "../../model/coverage.ts";
import type { OfficialDocument, Span } from "../../model/document.ts";
import { rowOf, textOf } from "../../model/place.ts";

/** One side of a row: a clause with its printed path, its line (docx: paragraph) and its opening words. */
export interface CoverageSide {
  name: string;
  path: string | null;
  line: number;
  text: string;
}

/** One row of the 承接对照表; a task nobody takes up has no draft, a clause of the draft's own no source. */
export interface CoverageRow {
  state: CoverageState | "new";
  source: CoverageSide | null;
  draft: CoverageSide | null;
  /** Share of the task's characters that stand in the draft, 0–1; null for rows read from the draft. */
  copied: number | null;
  /** Only units of the superior's own level are named for the task. */
  forAbove: boolean;
  changes: Pick<CoverageChange, "kind" | "direction" | "draft" | "source">[];
}

/** The table both ways round: the superiors' tasks and what became of them, the draft's clauses and where they come from. */
export interface CoverageRows {
  tasks: CoverageRow[];
  clauses: CoverageRow[];
  counts: Coverage["counts"];
}

/** Coverage → rows with words and lines instead of indexes and spans. */
export function coverageRows(
  coverage: Coverage,
  draft: OfficialDocument,
  superiors: readonly OfficialDocument[],
): CoverageRows {
  const side = (document: OfficialDocument, path: string | null, span: Span): CoverageSide => ({
    name: document.name,
    path,
    line: rowOf(document, span.block),
    text: flat(textOf(document, span)),
  });
  return {
    tasks: coverage.tasks.map((task) => {
      const superior = superiors[task.superior]!;
      return {
        state: task.state,
        source: { ...side(superior, task.path, task.span), text: flat(task.text) },
        draft: task.link && side(draft, task.link.path, task.link.span),
        copied: task.link?.copied ?? 0,
        forAbove: task.forAbove,
        changes: task.changes,
      };
    }),
    clauses: coverage.clauses.map((clause) => {
      const superior = clause.from && superiors[clause.from.superior]!;
      const origin = superior?.clauses[clause.from!.clause];
      return {
        state: clause.state,
        source: superior && origin ? side(superior, clause.from!.path, origin.span) : null,
        draft: side(draft, clause.path, clause.span),
        copied: null,
        forAbove: false,
        changes: [],
      };
    }),
    counts: coverage.counts,
  };
}

const flat = (text: string) => text.replace(/\s+/g, " ").trim();

/** 打折扣：指标低了（上级“95%”，草稿“80%”） */
export function changeText(change: CoverageRow["changes"][number], language: Language): string {
  return say(language, `coverage.${change.direction}`, {
    what: say(language, `check.change-${change.kind}`),
    source: flat(change.source.text),
    draft: flat(change.draft.text),
  });
}
