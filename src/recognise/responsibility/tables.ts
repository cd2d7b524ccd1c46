import type { Block } from "../../model/block.ts";
import type { OfficialDocument, Role } from "../../model/document.ts";
import { simplify } from "../../model/simplify.ts";
import { parseMark } from "./mark.ts";
import type { Found, Row } from "./passage.ts";
import { labelAt } from "./roles.ts";

/** What a column of a responsibility table holds. */
type Column = { units: Role } | "task" | "number" | null;

interface Table {
  columns: Column[];
  /** Row of the last header line. */
  header: number;
  rows: Map<number, Block[]>;
}

/**
 * Marks that tables give: a table with a column 责任单位, 牵头部门 … (任务分解表, in the body or an attachment) names its
 * clauses by standing around them, by their words, or by their running number. Keyed by clause index.
 */
export function tableMarks(document: OfficialDocument, rows: Row[]): Map<number, Found[]> {
  const marks = new Map<number, Found[]>();
  const tables = tablesOf(document.blocks);
  if (tables.length === 0) return marks;
  const find = finder(document, rows);
  for (const table of tables) {
    for (const [at, cells] of table.rows) {
      if (at <= table.header) continue;
      const found = unitsIn(table, cells);
      if (found.length === 0) continue;
      for (const clause of find(table, cells)) marks.set(clause, [...(marks.get(clause) ?? []), ...found]);
    }
  }
  return marks;
}

/** The tables that have a column for units, each with its cells by row; a merged cell stands in every row it covers. */
function tablesOf(blocks: Block[]): Table[] {
  const cells = new Map<number, Block[]>();
  for (const block of blocks) {
    if (block.cell) {
      const list = cells.get(block.cell.table);
      if (list) list.push(block);
      else cells.set(block.cell.table, [block]);
    }
  }
  const tables: Table[] = [];
  for (const list of cells.values()) {
    const rows = new Map<number, Block[]>();
    for (const block of list) {
      const { row, rowSpan } = block.cell!;
      for (let at = row; at < row + Math.min(rowSpan, 200); at++) rows.set(at, [...(rows.get(at) ?? []), block]);
    }
    const columns: Column[] = [];
    let header = -1;
    for (let at = 0; at < 3; at++) {
      for (const block of rows.get(at) ?? []) {
        const column = columnOf(simplify(block.text));
        if (column === null || block.cell!.row !== at) continue;
        if (typeof column === "object") header = at + block.cell!.rowSpan - 1;
        columns[block.cell!.column] ??= column;
      }
      if (header >= 0) break;
    }
    if (header >= 0) tables.push({ columns, header, rows });
  }
  return tables;
}

function columnOf(text: string): Column {
  const words = text.replace(/[\s\u3000]/g, "");
  if (words.length === 0 || words.length > 16) return null;
  if (/^(?:序号|编号|条目|条款|条号)$/.test(words)) return "number";
  if (/^(?:责任|部门|任务|职责)?分工$/.test(words)) return { units: "负责" };
  const label = labelAt(words, 0, words.length);
  if (label && !label.person && label.end >= words.length - 2) return { units: label.role };
  return /任务|措施|内容|事项|工作|要点|举措|项目|目标|类别|政策|要求|名称|主题|领域/.test(words) ? "task" : null;
}

function unitsIn(table: Table, cells: Block[]): Found[] {
  const found: Found[] = [];
  for (const block of cells) {
    const column = table.columns[block.cell!.column];
    if (!column || typeof column === "string") continue;
    const text = simplify(block.text);
    const mark = parseMark(text, 0, text.length, { role: column.units });
    if (mark && mark.units.length > 0) {
      found.push({ ...mark, form: "table", block: block.index, start: 0, end: text.length });
    }
  }
  return found;
}

/** Which clauses a table row names: those that stand in it, those whose words it repeats, else the one with its number. */
function finder(document: OfficialDocument, rows: Row[]): (table: Table, cells: Block[]) => number[] {
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
