import type { Block } from "../model/block.ts";
import type { BlockRange, OfficialDocument } from "../model/document.ts";
import type { Assumptions } from "./assumptions.ts";
import { breakPage, breakSection, type Flow, isFull, placeBox, placeLines, startOfPages } from "./flow.ts";
import { type PageGeometry, pageGeometries } from "./page-geometry.ts";
import { BODY_SIZE, paragraphRoom } from "./paragraph-lines.ts";
import { type StandardLook, standardLook } from "./standard-look.ts";
import type { Story } from "./story.ts";
import { rowRooms } from "./table-room.ts";

/** One layout: its pages, and the page each block of the document begins on (0 outside the range). */
export interface Layout {
  pages: number;
  starts: Uint32Array;
}

/** What stays the same for all blocks of one layout. */
interface Setting {
  assume: Assumptions;
  /** Null where the file has a page set-up of its own. */
  look: StandardLook | null;
  /** Font size where a block names none, in points. */
  size: number;
  story: Story;
  starts: Uint32Array;
}

/** Lays the blocks out in one pass, line by line, under one set of assumptions. `story` is the document's. */
export function layOut(document: OfficialDocument, story: Story, assume: Assumptions, range?: BlockRange): Layout {
  const { blocks, source } = document;
  const geometries = pageGeometries(document, assume.standard);
  const first = range?.first ?? 0;
  const last = Math.min(blocks.length - 1, range?.last ?? blocks.length - 1);
  const look = source.layout ? null : standardLook(document, assume.redHead);
  const setting = { assume, look, size: look ? BODY_SIZE : story.size, story, starts: new Uint32Array(blocks.length) };
  const flow = startOfPages();
  if (look && first === 0) flow.y = look.head * assume.standard.pitch;
  const notes: Block[] = [];
  let page: PageGeometry | null = null;
  for (let i = first; i <= last; i++) {
    const block = blocks[i]!;
    setting.starts[i] = flow.page;
    if (block.region === "footnote" || block.region === "endnote") notes.push(block);
    if (block.region !== "body" || look?.outside.has(i)) continue;
    // Blank lines part the paragraphs of a text; which of them are printed the standard says, not the file.
    if (look && block.text.trim() === "") continue;
    const next: PageGeometry = geometries[block.format?.section ?? -1] ?? page ?? geometries[0] ?? assume.standard;
    if (page && next !== page) breakSection(flow, next);
    if (assume.emptyBreakFits && carriesBreak(block, blocks[i + 1]) && isFull(flow, next, assume)) continue;
    page = next;
    if (block.format?.pageBreakBefore || look?.newPages.has(i)) breakPage(flow);
    if (block.cell) {
      const end = tableEnd(blocks, i, last);
      placeTable(blocks.slice(i, end + 1), flow, page, setting);
      i = end;
    } else placeParagraph(block, flow, page, setting);
  }
  // Which page a note belongs to is not known; at the end they take the room that they take from the pages together.
  for (const note of notes) placeParagraph(note, flow, page ?? assume.standard, setting);
  const pages = flow.page + edgePages(flow, page ?? assume.standard, assume);
  return { pages, starts: setting.starts };
}

/** Whether an empty paragraph stands there only to end its section. */
function carriesBreak(block: Block, following: Block | undefined): boolean {
  const section = block.format?.section;
  return block.text === "" && (following?.format?.section ?? section) !== section;
}

/** −1 or 1 where the end stands so near the turn of a page that the page is not certain. */
function edgePages(flow: Flow, page: PageGeometry, assume: Assumptions): number {
  const leeway = Math.abs(assume.edge) * (page.pitch || BODY_SIZE * assume.lineHeight) * Math.sqrt(flow.page);
  if (assume.edge < 0) return flow.page > 1 && flow.y <= leeway ? -1 : 0;
  return assume.edge > 0 && page.height - flow.y < leeway ? 1 : 0;
}

function placeParagraph(block: Block, flow: Flow, page: PageGeometry, setting: Setting): void {
  const { assume, look, story, starts } = setting;
  const { index, format } = block;
  const size = look?.sizes.get(index) ?? setting.size;
  const indent = look && !look.flush.has(index) ? indentOf(block) : 0;
  const room = paragraphRoom(block, story.signs(block), page, page.width, size, indent, assume);
  if (look) room.before = (look.blanks.get(index) ?? 0) * page.pitch;
  starts[index] = placeLines(flow, page, room, format?.keepNext === true, assume);
}

/** 两字 (GB/T 9704-2012 7.3.3), unless they are typed. */
function indentOf(block: Block): number {
  return /^\s/.test(block.text) ? 0 : 2;
}

/** Last block of the table (with the tables nested in it) that begins at `start`. */
function tableEnd(blocks: readonly Block[], start: number, last: number): number {
  const { table } = blocks[start]!.cell!;
  let end = start;
  for (let i = start + 1; i <= last; i++) {
    const cell = blocks[i]!.cell;
    if (!cell || (cell.depth <= 1 && cell.table !== table)) break;
    end = i;
  }
  return end;
}

function placeTable(cells: readonly Block[], flow: Flow, page: PageGeometry, setting: Setting): void {
  const { assume, size, story, starts } = setting;
  const pageOfRow = new Map<number, number>();
  for (const [row, room] of rowRooms(cells, story, page, size, assume)) {
    const first = assume.rowsBreak
      ? placeLines(flow, page, room, false, assume)
      : placeBox(flow, page, room.before + room.lines * room.height + room.after, assume);
    pageOfRow.set(row, first);
  }
  for (const block of cells) starts[block.index] = pageOfRow.get(block.cell!.row) ?? flow.page;
}
