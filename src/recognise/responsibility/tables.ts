import type { Block } from "../../model/block.ts";
import type { OfficialDocument, Role } from "../../model/document.ts";
import { simplify } from "../../model/simplify.ts";
import { leadsFirst, parseMark } from "./mark.ts";
import type { Found, Passage, Row } from "./passage.ts";
import { labelAt } from "./roles.ts";

/** What a column of a responsibility table holds. */
type Column = { units: Role; firstLeads: boolean } | "task" | "number" | "time" | null;

interface Table {
  columns: Column[];
  /** Row of the last header line. */
  header: number;
  rows: Map<number, Block[]>;
}

/** What a responsibility table gives a clause: the units and the cells that say when. */
export interface TableEntry {
  marks: Found[];
  times: Passage[];
}

/**
 * Marks that tables give: a table with a column 责任单位, 牵头部门 … (任务分解表, in the body or an attachment) names its
 * clauses by standing around them, by their words, or by their running number. Keyed by clause index.
 */
export function tableEntries(document: OfficialDocument, rows: Row[]): Map<number, TableEntry> {
  const entries = new Map<number, TableEntry>();
  const tables = tablesOf(document.blocks);
  if (tables.length === 0) return entries;
  const find = finder(document, rows);
  for (const table of tables) {
    const lines = [...table.rows]
      .filter(([at]) => at > table.header)
      .map(([, cells]) => ({
        cells,
        marks: unitsIn(table, cells),
        times: timesIn(table, cells),
        clauses: find(table, cells),
      }))
      .filter(({ marks }) => marks.length > 0);
    // A table that names no clause holds the tasks itself: they belong to the clause it stands in.
    const holder = lines.some(({ clauses }) => clauses.length > 0) ? undefined : holderOf(table, rows);
    for (const { marks, times, clauses } of lines) {
      for (const clause of holder === undefined ? clauses : [holder]) {
        const entry = entries.get(clause) ?? { marks: [], times: [] };
        entry.marks.push(...marks);
        entry.times.push(...times);
        entries.set(clause, entry);
      }
    }
  }
  return entries;
}

/** The leaf clause among whose blocks a table stands. */
function holderOf(table: Table, rows: Row[]): number | undefined {
  const block = table.rows.get(table.header)?.[0]?.index;
  const row = rows.find(({ clause, leaf }) => leaf && clause.own.some((span) => span.block === block));
  return row?.clause.index;
}

/** Rows that one merged cell may cover; more is a broken file. */
const LONGEST_SPAN = 200;

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
      for (let at = row; at < row + Math.min(rowSpan, LONGEST_SPAN); at++) {
        const line = rows.get(at);
        if (line) line.push(block);
        else rows.set(at, [block]);
      }
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
  if (words.length === 0 || words.length > 24) return null;
  if (
    /^(?:完成|办结|整改|责任)?(?:时限|期限)(?:要求)?$|^完成(?:时间|日期)$|^时间(?:节点|安排|进度)$|^进度安排$/.test(
      words,
    )
  )
    return "time";
  if (/^(?:序号|编号|条目|条款|条号)$/.test(words)) return "number";
  const firstLeads = leadsFirst(words);
  if (/^(?:责任|部门|任务|职责)?分工$/.test(words)) return { units: "负责", firstLeads };
  const label = labelAt(words, 0, words.length);
  if (label && !label.person && /^(?:$|[及和与、/（(])/.test(words.slice(label.end)))
    return { units: label.role, firstLeads };
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
      const firstLeads = mark.firstLeads || column.firstLeads;
      found.push({ ...mark, firstLeads, form: "table", block: block.index, start: 0, end: text.length });
    }
  }
  return found;
}

function timesIn(table: Table, cells: Block[]): Passage[] {
  return cells
    .filter((block) => table.columns[block.cell!.column] === "time")
    .map((block) => ({ block: block.index, start: 0, end: block.text.length, text: simplify(block.text) }));
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
