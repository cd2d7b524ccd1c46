import type { Block } from "../../model/block.ts";
import type { OfficialDocument } from "../../model/document.ts";
import { simplify } from "../../model/simplify.ts";
import { leadsFirst, parseMark } from "./mark.ts";
import type { Found, Passage, Row } from "./passage.ts";
import { labelAt } from "./roles.ts";
import { type Column, finder, type Table } from "./table-rows.ts";

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
  const holders = holdersOf(rows);
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
    const holder = lines.some(({ clauses }) => clauses.length > 0)
      ? undefined
      : holders.get(table.rows.get(table.header)?.[0]?.index ?? -1);
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

/** The leaf clause by the blocks that stand below it. */
function holdersOf(rows: Row[]): Map<number, number> {
  const holders = new Map<number, number>();
  for (const { clause, leaf } of rows) {
    if (leaf) for (const { block } of clause.own) holders.set(block, clause.index);
  }
  return holders;
}

/** Rows that one merged cell may cover; more is a broken file. */
const LONGEST_SPAN = 200;

/** The tables that have a column for units, each with its cells by row; a merged cell stands in every row it covers. */
export function tablesOf(blocks: readonly Block[]): Table[] {
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

export function unitsIn(table: Table, cells: Block[]): Found[] {
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

export function timesIn(table: Table, cells: Block[]): Passage[] {
  return cells
    .filter((block) => table.columns[block.cell!.column] === "time")
    .map((block) => ({ block: block.index, start: 0, end: block.text.length, text: simplify(block.text) }));
}
