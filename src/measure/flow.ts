import type { Assumptions } from "./assumptions.ts";
import type { PageGeometry } from "./page-geometry.ts";
import { BODY_SIZE, type ParagraphRoom } from "./paragraph-lines.ts";

/** Where the next line goes. `page` counts from 1, `y` in points from the top of the column. */
export interface Flow {
  page: number;
  column: number;
  y: number;
  /** Height of the paragraphs at the foot of the column that stay with what follows (与下段同页). */
  kept: number;
}

export function startOfPages(): Flow {
  return { page: 1, column: 0, y: 0, kept: 0 };
}

/** Goes to the head of the next column, or page after the last column. */
function turn(flow: Flow, page: PageGeometry, carried: number): void {
  if (flow.column + 1 < page.columns) flow.column++;
  else {
    flow.column = 0;
    flow.page++;
  }
  flow.y = carried;
  flow.kept = 0;
}

/** Begins a new page unless nothing stands on this one yet. */
export function breakPage(flow: Flow): void {
  if (flow.y === 0 && flow.column === 0) return;
  flow.page++;
  flow.column = 0;
  flow.y = 0;
  flow.kept = 0;
}

/** Whether no further line of the grid (or of 3号) fits. */
export function isFull(flow: Flow, page: PageGeometry, assume: Assumptions): boolean {
  return flow.y + (page.pitch || BODY_SIZE * assume.lineHeight) > page.height + assume.slack;
}

/** Begins a section's page, leaving one empty where it has to be even or odd. */
export function breakSection(flow: Flow, to: PageGeometry): void {
  if (to.breakType === "continuous" || to.breakType === "nextColumn") return;
  breakPage(flow);
  if (to.breakType === "evenPage" && flow.page % 2 === 1) flow.page++;
  if (to.breakType === "oddPage" && flow.page % 2 === 0) flow.page++;
}

/** Sets a paragraph, its lines running on over columns and pages. Returns the page its first line stands on. */
export function placeLines(
  flow: Flow,
  page: PageGeometry,
  room: ParagraphRoom,
  keepNext: boolean,
  assume: Assumptions,
): number {
  const limit = page.height + assume.slack;
  const { lines, height } = room;
  const full = Math.max(1, Math.floor(limit / height));
  const before = flow.y === 0 ? 0 : room.before;
  let free = Math.max(flow.y === 0 ? 1 : 0, Math.floor((limit - flow.y - before) / height));
  if (assume.widowControl && flow.y > 0) free = withoutStragglers(free, lines);
  let kept = flow.kept;
  if (free > 0) flow.y += before;
  else {
    turn(flow, page, kept);
    kept = 0;
    free = Math.max(1, Math.floor((limit - flow.y) / height));
  }
  const first = flow.page;
  let left = lines;
  for (; left > free; free = full) {
    left -= free;
    turn(flow, page, 0);
    kept = 0;
  }
  flow.y += left * height + room.after;
  const chain = kept + before + left * height + room.after;
  // A chain that fills half a page is no heading any more; Word gives up on it as well.
  flow.kept = keepNext && chain < page.height / 2 ? chain : 0;
  return first;
}

/** How many of `lines` stay on a page with room for `free`, so that none stands alone at the foot or the next head. */
function withoutStragglers(free: number, lines: number): number {
  if (free >= lines) return free;
  const staying = lines - free === 1 ? free - 1 : free;
  return staying < 2 ? 0 : staying;
}

/** Sets a box that is not torn, such as a table row; one higher than a page runs on. Returns its page. */
export function placeBox(flow: Flow, page: PageGeometry, height: number, assume: Assumptions): number {
  const limit = page.height + assume.slack;
  if (flow.y > 0 && flow.y + height > limit) turn(flow, page, flow.kept);
  const first = flow.page;
  let left = height;
  while (flow.y + left > limit && left > 1) {
    left -= Math.max(1, limit - flow.y);
    turn(flow, page, 0);
  }
  flow.y += left;
  flow.kept = 0;
  return first;
}
