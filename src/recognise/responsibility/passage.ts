import type { Clause, OfficialDocument, Span } from "../../model/document.ts";
import { simplify } from "../../model/simplify.ts";
import type { Mark } from "./mark.ts";

/** A stretch of one block that belongs to a clause; `text` is the whole block in simplified characters, as long as the original. */
export interface Passage {
  block: number;
  start: number;
  end: number;
  text: string;
}

/** A clause with a row of its own, the labels inside its running text included. */
export interface Row {
  clause: Clause;
  /** Its text without the label it opens with. */
  passages: Passage[];
  /** No numbered paragraph below it. */
  leaf: boolean;
  inline: Clause[];
}

/** The rows of a document with their text. `texts` are blocks in simplified characters by their index, where known. */
export function rowsOf(document: OfficialDocument, texts: string[] = []): Row[] {
  const rows: Row[] = [];
  const textOf = (block: number) => (texts[block] ??= simplify(document.blocks[block]?.text ?? ""));
  const byIndex = new Map<number, Row>();
  for (const clause of document.clauses) {
    if (clause.inline) {
      const row = rowOver(document, clause, byIndex);
      if (row) {
        row.inline.push(clause);
        addSpans(row, ownCells(document, clause), textOf);
      }
      continue;
    }
    const row: Row = { clause, passages: [], leaf: true, inline: [] };
    addSpans(row, ownCells(document, clause), textOf);
    const first = row.passages[0];
    if (first?.block === clause.head.block) first.start = Math.max(first.start, Math.min(clause.head.start, first.end));
    byIndex.set(clause.index, row);
    rows.push(row);
    if (clause.parent !== null) {
      const parent = rowOver(document, clause, byIndex);
      if (parent) parent.leaf = false;
    }
  }
  return rows;
}

/** A clause's spans without the tables that stand among them: what a table says is read by its columns. */
function ownCells(document: OfficialDocument, clause: Clause): Span[] {
  if (!clause.own.some(({ block }) => document.blocks[block]?.cell)) return clause.own;
  const home = document.blocks[clause.span.block]?.cell;
  return clause.own.filter(({ block }) => {
    const cell = document.blocks[block]?.cell;
    if (!cell) return true;
    return home?.table === cell.table && home.row === cell.row && home.column === cell.column;
  });
}

/** The nearest ancestor with a row. */
function rowOver(document: OfficialDocument, clause: Clause, rows: Map<number, Row>): Row | undefined {
  for (let at = clause.parent; at !== null; ) {
    const row = rows.get(at);
    if (row) return row;
    at = document.clauses[at]?.parent ?? null;
  }
  return undefined;
}

/** Spans of one block grow together: the text between a label and the inline label after it is the clause's as well. */
function addSpans(row: Row, spans: Span[], textOf: (block: number) => string): void {
  for (const span of spans) {
    const last = row.passages.at(-1);
    if (last?.block === span.block) {
      last.start = Math.min(last.start, span.start);
      last.end = Math.max(last.end, span.end);
    } else row.passages.push({ block: span.block, start: span.start, end: span.end, text: textOf(span.block) });
  }
}

/** A mark found in a passage: where it stands in the block and whom it names. */
export interface Found extends Mark {
  form: "bracket" | "line" | "inline" | "table";
  block: number;
  start: number;
  end: number;
}

/** Marks by the block they stand in. */
export type FoundByBlock = ReadonlyMap<number, Found[]>;
