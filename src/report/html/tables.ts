import type { Block } from "../../model/block.ts";
import { html, type Markup, type Piece } from "./markup.ts";

export interface Table {
  rows: { cell: { rowSpan: number; columnSpan: number }; content: CellContent[] }[][];
}

/** What stands in a story or in a cell: a paragraph, or a table. */
export type CellContent = { block: Block } | { table: Table };

/** Blocks with those of each table gathered into it. Whatever lies between two blocks of a table lies in its open cell. */
export function tablesIn(blocks: readonly Block[]): CellContent[] {
  const last = new Map<number, number>();
  blocks.forEach((block, at) => {
    if (block.cell) last.set(block.cell.table, at);
  });
  return contentOf(blocks, 0, blocks.length, last, new Set());
}

function contentOf(
  blocks: readonly Block[],
  from: number,
  to: number,
  last: ReadonlyMap<number, number>,
  inside: ReadonlySet<number>,
): CellContent[] {
  const content: CellContent[] = [];
  for (let at = from; at < to; at++) {
    const block = blocks[at]!;
    if (!block.cell || inside.has(block.cell.table)) {
      content.push({ block });
      continue;
    }
    const end = Math.min(to, last.get(block.cell.table)! + 1);
    content.push({ table: tableOf(blocks, at, end, last, new Set([...inside, block.cell.table])) });
    at = end - 1;
  }
  return content;
}

function tableOf(
  blocks: readonly Block[],
  from: number,
  to: number,
  last: ReadonlyMap<number, number>,
  inside: ReadonlySet<number>,
): Table {
  const table = blocks[from]!.cell!.table;
  const rows: Table["rows"] = [];
  for (let at = from; at < to; ) {
    const cell = blocks[at]!.cell!;
    let end = at + 1;
    while (end < to && !isOther(blocks[end]!, table, cell)) end++;
    while (rows.length <= cell.row) rows.push([]);
    rows[cell.row]!.push({ cell, content: contentOf(blocks, at, end, last, inside) });
    at = end;
  }
  return { rows };
}

/** The block opens another cell of the table. */
function isOther({ cell }: Block, table: number, open: { row: number; column: number }): boolean {
  return cell?.table === table && (cell.row !== open.row || cell.column !== open.column);
}

export function tableMarkup(table: Table, shown: (content: CellContent) => Piece): Markup {
  const spanning = (name: string, count: number) => (count > 1 ? html` ${name}="${count}"` : "");
  return html`<table>${table.rows.map(
    (row) => html`<tr>${row.map(
      ({ cell, content }) =>
        html`<td${spanning("rowspan", cell.rowSpan)}${spanning("colspan", cell.columnSpan)}>${content.map(shown)}</td>`,
    )}</tr>
`,
  )}</table>
`;
}
