import type { Block } from "../model/block.ts";
import type { OfficialDocument } from "../model/document.ts";
import { simplify } from "../model/simplify.ts";

/** A table with the cells of its head: the first row, and the second where the first joins columns. */
export interface HeadedTable {
  head: Block[];
  /** The head's text in simplified characters without blanks, one entry a cell. */
  names: string[];
}

/** Tables of the main story with more than one row, in reading order. */
export function tablesOf(document: OfficialDocument): HeadedTable[] {
  const tables = new Map<number, Block[]>();
  for (const block of document.blocks) {
    if (!block.cell || block.region !== "body") continue;
    const cells = tables.get(block.cell.table);
    if (cells) cells.push(block);
    else tables.set(block.cell.table, [block]);
  }
  return [...tables.values()].flatMap((cells) => {
    if (cells.every((block) => block.cell!.row === 0)) return [];
    const joined = cells.some((block) => block.cell!.row === 0 && block.cell!.columnSpan > 1);
    const head = cells.filter((block) => block.cell!.row === 0 || (joined && block.cell!.row === 1));
    return [{ head, names: head.map((block) => bare(block.text)) }];
  });
}

/** Text in simplified characters without blanks: heads of columns are spread out (时　限). */
export const bare = (text: string) => simplify(text).replace(/[\s\u3000]/g, "");
