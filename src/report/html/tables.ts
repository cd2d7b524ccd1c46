import type { Block, TableCell } from "../../model/block.ts";
import { html, type Markup, type Piece } from "./markup.ts";

export interface Table {
  rows: { cell: { rowSpan: number; columnSpan: number }; content: CellContent[] }[][];
}

/** What stands in a story or in a cell: a paragraph, or a table. */
export type CellContent = { block: Block } | { table: Table };

/** Blocks with those of each table gathered into it, tables inside cells included. */
export function tablesIn(blocks: readonly Block[]): CellContent[] {
  const last = new Map<number, number>();
  blocks.forEach((block, at) => {
    if (block.cell) last.set(block.cell.table, at);
  });
  return contentOf({ blocks, last }, 0, blocks.length, []);
}

interface Story {
  blocks: readonly Block[];
  /** Where each table ends. */
  last: ReadonlyMap<number, number>;
}

/** `inside`: the tables that are open around blocks `from` … `to`. */
function contentOf(story: Story, from: number, to: number, inside: readonly number[]): CellContent[] {
  const content: CellContent[] = [];
  for (let at = from; at < to; at++) {
    const block = story.blocks[at]!;
    if (!block.cell || inside.includes(block.cell.table)) {
      content.push({ block });
      continue;
    }
    const table = outermost(story, at, to, inside.length + 1);
    const end = Math.min(to, story.last.get(table)! + 1);
    content.push({ table: tableOf(story, at, end, [...inside, table]) });
    at = end - 1;
  }
  return content;
}

/** A table may begin with one inside its first cell: the table at `depth` that ends after block `at`. */
function outermost({ blocks, last }: Story, at: number, to: number, depth: number): number {
  const { cell } = blocks[at]!;
  if (cell!.depth <= depth) return cell!.table;
  const after = last.get(cell!.table)! + 1;
  const next = after < to ? blocks[after]!.cell : undefined;
  return next && next.depth < cell!.depth ? outermost({ blocks, last }, after, to, depth) : cell!.table;
}

/**
 * What stands between two paragraphs of a table stands in the cell of the first, save a table: behind one its cell
 * always has a paragraph more, so it belongs to the second.
 */
function tableOf(story: Story, from: number, to: number, inside: readonly number[]): Table {
  const table = inside[inside.length - 1]!;
  const rows: Table["rows"] = [];
  let open: { cell: TableCell; from: number } | null = null;
  let nested = -1;
  const close = (end: number) => {
    if (!open) return;
    const { cell } = open;
    while (rows.length <= cell.row) rows.push([]);
    rows[cell.row]!.push({ cell, content: contentOf(story, open.from, end, inside) });
  };
  for (let at = from; at < to; at++) {
    const { cell } = story.blocks[at]!;
    if (cell?.table !== table) {
      if (cell && nested < 0) nested = at;
      continue;
    }
    if (!open || cell.row !== open.cell.row || cell.column !== open.cell.column) {
      const start = nested < 0 ? at : nested;
      close(start);
      open = { cell, from: start };
    }
    nested = -1;
  }
  close(to);
  return { rows };
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
