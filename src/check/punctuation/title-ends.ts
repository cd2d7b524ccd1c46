import type { LabelStyle, OfficialDocument, Span } from "../../model/document.ts";
import { textOf } from "../../model/place.ts";
import { type Place, printedBlocks } from "../printed.ts";

/**
 * B.4: a title, and a heading that stands alone above its text where the headings beside it bear no mark. A row
 * of short sentences is the drafter's way of listing, and articles of a statute are no headings.
 */
export function titleEnds(document: OfficialDocument): Place[] {
  const titles = document.parts.flatMap((part) => part.title?.spans.slice(-1) ?? []);
  const found = titles.flatMap((span) => endMark(document, span) ?? []);
  // A title that ends in a full stop is read as a sentence, and no title is recognised.
  const top = titles.length === 0 ? printedBlocks(document).find((block) => block.text.trim() !== "") : undefined;
  const stop = top && TITLE.exec(top.text);
  if (stop) found.push({ block: top, range: { start: stop[0].length - 1, end: stop[0].length } });
  const levels = new Map<string, { bare: number; ended: Place[] }>();
  for (const clause of document.clauses) {
    if (clause.inline || !HEADED.has(clause.style) || (clause.children.length === 0 && clause.own.length < 2)) continue;
    const siblings = `${clause.style} ${clause.parent}`;
    const level = levels.get(siblings) ?? { bare: 0, ended: [] };
    levels.set(siblings, level);
    const place = endMark(document, clause.span);
    if (place) level.ended.push(place);
    else if (!/[。；，]\s*$/.test(textOf(document, clause.span))) level.bare++;
  }
  for (const { bare, ended } of levels.values()) if (bare >= LEVEL * ended.length) found.push(...ended);
  return found;
}

/** 关于……的通知。 and the like, up to the mark. */
const TITLE =
  /^[^。；]{0,40}关于[^。；]{2,80}的(?:通知|意见|决定|通报|报告|请示|批复|函|公告|通告|方案)[。；，](?=\s*$)/;

/** Levels that head a text; below them stand items. */
const HEADED: ReadonlySet<LabelStyle> = new Set(["chapter", "chinese", "chinese-bracket", "heading"]);

/** So many headings without a mark for one with it make it a slip. */
const LEVEL = 2;

/** The point that ends a short line of its own without another point in it. */
function endMark(document: OfficialDocument, span: Span): Place | null {
  const text = textOf(document, span);
  const block = document.blocks[span.block]!;
  if (block.text.slice(0, span.start).trim() !== "" || span.end < block.text.trimEnd().length) return null;
  const end = text.length > HEADING ? null : /[。；]\s*$/.exec(text);
  if (!end || /[。；，]/.test(text.slice(0, end.index))) return null;
  return { block, range: { start: span.start + end.index, end: span.start + end.index + 1 } };
}

/** Headings are shorter; a longer line is a sentence. */
const HEADING = 30;
