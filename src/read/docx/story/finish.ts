import type { Block, BlockKind, Region, TableCell } from "../../../model/block.ts";
import type { Look } from "../format/looks.ts";
import {
  paragraphFormat,
  type ResolvedParagraph,
  resolveParagraph,
  setLineSpaces,
  withListIndent,
} from "../format/paragraph-format.ts";
import { merge } from "../format/styles.ts";
import type { List } from "../numbering/lists.ts";
import { cut, type Reading } from "./context.ts";
import { type Draft, runOf } from "./draft.ts";

/** Where a paragraph stands. */
export interface Place {
  region: Region;
  part: string;
  cell: TableCell | undefined;
  tableStyle: string | undefined;
  /** A page break stood at the end of the paragraph before. */
  newPage: boolean;
}

/** The paragraph's list and level; null where it has none. */
interface Numbered {
  list: List;
  level: number;
}

/** Turns a paragraph that has been read into a block: number in front, looks of the text, format. */
export function finish(reading: Reading, draft: Draft, place: Place): Block {
  const resolved = resolveParagraph(reading.styles, place.tableStyle, draft.properties);
  const numbered = findList(reading, resolved);
  let { properties } = resolved;
  let label = draft.label;
  if (numbered) {
    const level = numbered.list.level(numbered.level)!;
    properties = withListIndent(properties, level.paragraph, resolved.style?.paragraph, draft.properties);
    if (label === "") label = counted(reading, reading.labels.next(numbered.list, numbered.level));
  }
  if (label !== "") putLabel(reading, draft, place, label, numbered);
  else if (draft.text === "") draft.runs.push(runOf(markLook(reading, draft, place), 0, 0));
  const headingLevel = properties.outline !== undefined && properties.outline < 9 ? properties.outline + 1 : 0;
  const format = paragraphFormat(properties, resolved.style?.name, reading.sections.length, draft.runs);
  if (properties.beforeLines || properties.afterLines) reading.inLines.push({ format, properties });
  if (place.newPage || (draft.breakAt === 0 && draft.text !== "")) format.pageBreakBefore = true;
  const block: Block = {
    index: 0,
    kind: kindOf(place, headingLevel, numbered !== null),
    region: place.region,
    text: label + draft.text,
    labelLength: label.length,
    paragraph: draft.paragraph,
    headingLevel,
    format,
  };
  if (place.cell) block.cell = place.cell;
  for (const trace of draft.traces) trace.block = block;
  if (reading.tracer) {
    const shift = label.length;
    const pieces = draft.pieces.map(({ start, end, at }) => ({ start: start + shift, end: end + shift, at }));
    reading.tracer(place.part, block, pieces);
  }
  return block;
}

/** Generated text counts against the limit like typed text; beyond it there are no labels. */
function counted(reading: Reading, label: string): string {
  const { limits } = reading;
  reading.characters += label.length;
  if (reading.characters <= limits.textCharacters) return label;
  cut(reading, "textCharacters", reading.characters, limits.textCharacters);
  return "";
}

/** Settles the spacing given in lines once the section that ends is known. */
export function endSection(reading: Reading): void {
  const page = reading.sections.at(-1)?.page;
  for (const { format, properties } of reading.inLines) setLineSpaces(format, properties, page);
  reading.inLines = [];
}

/** A label for a paragraph that goes on behind its hidden mark (Word's style separator). */
export function labelAlone(reading: Reading, draft: Draft, tableStyle: string | undefined): string {
  const numbered = findList(reading, resolveParagraph(reading.styles, tableStyle, draft.properties));
  return numbered ? reading.labels.next(numbered.list, numbered.level) : "";
}

function findList(reading: Reading, { properties, style }: ResolvedParagraph): Numbered | null {
  const id = properties.list;
  if (id === undefined || id === "0" || id === "") return null;
  const list = reading.lists()?.get(id) ?? null;
  if (!list) return null;
  let level = properties.level ?? 0;
  if (properties.listStyle !== undefined) {
    // A style takes the level that names it (17.9.23); one that inherits the list takes its ancestor's.
    const own = list.levelOfStyle(style?.id ?? "");
    const named = own >= 0 ? own : list.levelOfStyle(properties.listStyle);
    if (named >= 0) level = named;
  }
  return list.level(level) ? { list, level } : null;
}

function putLabel(reading: Reading, draft: Draft, place: Place, label: string, numbered: Numbered | null): void {
  for (const run of draft.runs) {
    run.start += label.length;
    run.end += label.length;
  }
  const level = numbered?.list.level(numbered.level);
  const look = level ? markLook(reading, draft, place, level.run) : markLook(reading, draft, place);
  draft.runs.unshift(runOf(look, 0, label.length));
}

/** How the paragraph mark looks, which is also how an empty line and, over it, a number look. */
function markLook(reading: Reading, draft: Draft, place: Place, over = {}): Look {
  return reading.looks.resolve(place.tableStyle, draft.properties.style, merge(draft.mark, over)).look;
}

function kindOf(place: Place, headingLevel: number, isNumbered: boolean): BlockKind {
  if (place.cell) return "table-cell";
  if (headingLevel > 0) return "heading";
  return isNumbered ? "list-item" : "paragraph";
}
