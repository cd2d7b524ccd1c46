import type { Block } from "../../model/block.ts";
import type { OfficialDocument, Role } from "../../model/document.ts";
import { simplify } from "../../model/simplify.ts";
import type { Row } from "./passage.ts";

/** What a column of a responsibility table holds. */
export type Column = { units: Role; firstLeads: boolean } | "task" | "number" | "time" | null;

export interface Table {
  columns: Column[];
  /** Row of the last header line. */
  header: number;
  rows: Map<number, Block[]>;
}

/** Which clauses a table row names: those that stand in it, those whose words it repeats, else the one with its number. */
export function finder(document: OfficialDocument, rows: Row[]): (table: Table, cells: Block[]) => number[] {
  const byBlock = new Map<number, number[]>();
  const byWords = new Map<string, number>();
  const byNumber = new Map<number, number>();
  for (const { clause, passages, leaf } of rows) {
    byBlock.set(clause.span.block, [...(byBlock.get(clause.span.block) ?? []), clause.index]);
    for (const passage of passages) {
      for (const key of keysOf(passage.text.slice(passage.start, passage.end))) {
        if (!byWords.has(key)) byWords.set(key, clause.index);
      }
    }
    if (leaf && clause.ordinal > 0) byNumber.set(clause.ordinal, byNumber.has(clause.ordinal) ? -1 : clause.index);
  }
  return (table, cells) => {
    const inside = cells.flatMap((block) => byBlock.get(block.index) ?? []);
    if (inside.length > 0) return inside;
    const votes = new Map<number, number>();
    let number = 0;
    for (const block of cells) {
      const column = table.columns[block.cell!.column];
      if (column === "number") number = Number(/^\s*(\d{1,3})\s*[.、．]?\s*$/.exec(block.text)?.[1] ?? 0);
      if (column !== "task") continue;
      for (const key of keysOf(simplify(block.text))) {
        const clause = byWords.get(key);
        if (clause !== undefined) votes.set(clause, (votes.get(clause) ?? 0) + 1);
      }
    }
    if (votes.size > 0) return deepest(document, votes);
    const numbered = byNumber.get(number);
    return numbered !== undefined && numbered >= 0 ? [numbered] : [];
  };
}

/** A row repeats the heading of a section and the item itself: the item is meant. */
function deepest(document: OfficialDocument, votes: Map<number, number>): number[] {
  const level = Math.max(...[...votes.keys()].map((clause) => document.clauses[clause]!.level));
  const candidates = [...votes].filter(([clause]) => document.clauses[clause]!.level === level);
  const most = Math.max(...candidates.map(([, count]) => count));
  return candidates.filter(([, count]) => count * 2 >= most).map(([clause]) => clause);
}

/** The first eight characters of every phrase of at least four, labels and white space aside: what a table row is known by. */
function keysOf(text: string): string[] {
  const keys: string[] = [];
  for (const phrase of text.split(/[。；;，,：:\n]/)) {
    const words = phrase
      .replace(/[\s\u3000]/g, "")
      .replace(/^(?:[（(]?[一二三四五六七八九十百\d]{1,4}[）)、.．]|第[一二三四五六七八九十百\d]{1,5}条)/, "");
    if (words.length >= 4) keys.push(words.slice(0, 8));
  }
  return keys;
}
