import type { Element, Nodes, Parents } from "hast";
import type { TableCell } from "../model/block.ts";
import { align } from "./align.ts";
import { isBlock, isElement, isLeftOut, type Statistics } from "./html-content.ts";
import { isLayoutTable, tableCells } from "./html-table.ts";
import { append, type BlockList, type BlockProperties, type Mapped } from "./mapped.ts";
import { isWide } from "./soft-break.ts";

/** What one walk through a page or a piece of HTML shares. */
export interface HtmlWalk {
  source: string;
  list: BlockList;
  /** Source offset at which the parsed text begins. */
  base: number;
  /** Offsets of the parser hold in `source`; otherwise texts are looked for one behind another, from `cursor` to `end`. */
  exact: boolean;
  cursor: number;
  end: number;
  /** Amid Markdown people type a line a paragraph; in a page a line end is a blank. */
  linesAreParagraphs: boolean;
  statistics: Statistics;
  /** Text since the last block ended. */
  open: Mapped;
  /** Automatic number of a list item that waits for its text. */
  label: string;
  tables: number;
  tableDepth: number;
}

const start = (walk: HtmlWalk, node: Nodes): number =>
  walk.base + (walk.exact ? (node.position?.start.offset ?? 0) : 0);

/** Adds the blocks below `parent` in reading order; text outside block elements makes blocks too. */
export function htmlBlocks(walk: HtmlWalk, parent: Parents, properties: BlockProperties): void {
  for (const node of parent.children) {
    if (node.type === "text") text(walk, node.value, node, properties);
    else if (isElement(node) && !isLeftOut(node, walk.statistics)) element(walk, node, properties);
  }
}

function element(walk: HtmlWalk, node: Element, properties: BlockProperties): void {
  if (node.tagName !== "br" && !isBlock(node)) {
    htmlBlocks(walk, node, properties);
    return;
  }
  if (node.tagName === "br" && properties.kind === "heading") {
    // A title broken into lines is one title.
    append(walk.open, "\n", [start(walk, node)]);
    return;
  }
  flush(walk, properties);
  const heading = /^h([1-6])$/.exec(node.tagName);
  if (node.tagName === "table" && !isLayoutTable(node, walk.statistics)) table(walk, node);
  else if (node.tagName === "ol") orderedList(walk, node, properties);
  else if (node.tagName === "li")
    inside(walk, node, { ...properties, kind: properties.cell ? "table-cell" : "list-item" });
  else if (heading && !properties.cell) inside(walk, node, { kind: "heading", headingLevel: Number(heading[1]) });
  else inside(walk, node, properties);
}

function inside(walk: HtmlWalk, node: Parents, properties: BlockProperties): void {
  htmlBlocks(walk, node, properties);
  flush(walk, properties);
}

function text(walk: HtmlWalk, value: string, node: Nodes, properties: BlockProperties): void {
  // In `pre`, and wherever people type full-width indents into one element, a line is a paragraph.
  const lines = value.split(walk.linesAreParagraphs ? /\n/ : /\n(?=[ \t]*\u3000)/);
  const all: Mapped = { text: "", offsets: [] };
  const from = walk.exact ? referenceStart(walk.source, start(walk, node), value) : walk.cursor;
  const to = walk.exact ? walk.base + (node.position?.end.offset ?? 0) : walk.end;
  walk.cursor = align(all, value, walk.source, from, to, "html");
  let at = 0;
  lines.forEach((line, i) => {
    if (i > 0) flush(walk, properties);
    append(walk.open, line, all.offsets.slice(at, at + line.length));
    at += line.length + 1;
  });
}

/** The parser lets a text that begins with a reference behind dropped blanks start at the end of the reference. */
function referenceStart(source: string, from: number, value: string): number {
  if (source[from] === value[0]) return from;
  let at = from;
  while (at > from - 40 && at > 0 && /[#;0-9A-Za-z]/.test(source[at] ?? "")) at--;
  return source[at] === "&" ? at : from;
}

/** Ends the open block: blanks collapsed as a browser shows them, the automatic number put before. */
export function flush(walk: HtmlWalk, properties: BlockProperties): void {
  const collapsed = collapse(walk.open);
  walk.open = { text: "", offsets: [] };
  if (collapsed.text.trim() === "") return;
  const { label } = walk;
  walk.label = "";
  const labelled: Mapped = { text: "", offsets: [] };
  append(
    labelled,
    label,
    Array.from(label, () => collapsed.offsets[0]!),
  );
  append(labelled, collapsed.text, collapsed.offsets);
  walk.list.add(labelled, { ...properties, labelLength: label.length });
}

/** Runs of blanks become one, and none where a line ends between two Chinese characters. */
function collapse({ text, offsets }: Mapped): Mapped {
  const kept: Mapped = { text: "", offsets: [] };
  for (const match of text.matchAll(/[ \t\n\r\f]+|[^ \t\n\r\f]+/g)) {
    const { index } = match;
    const run = match[0];
    const until = index + run.length;
    if (run.trim() !== "" || /^[^ \t\n\r\f]/.test(run)) append(kept, run, offsets.slice(index, until));
    else if (index > 0 && until < text.length && !joins(text, index, until, run)) append(kept, " ", [offsets[index]!]);
  }
  return kept;
}

function joins(text: string, from: number, to: number, run: string): boolean {
  return run.includes("\n") && isWide(text[from - 1]!) && isWide(text[to]!);
}

function orderedList(walk: HtmlWalk, list: Element, properties: BlockProperties): void {
  let number = Number(list.properties["start"] ?? 1);
  for (const child of list.children) {
    if (!isElement(child) || child.tagName !== "li") continue;
    number = Number(child.properties["value"] ?? number);
    walk.label = `${ordinal(number++, String(list.properties["type"] ?? "1"))}. `;
    element(walk, child, properties);
    walk.label = "";
  }
}

function ordinal(number: number, type: string): string {
  if ((type === "a" || type === "A") && number >= 1 && number <= 26) {
    return String.fromCharCode((type === "a" ? 96 : 64) + number);
  }
  return String(number);
}

function table(walk: HtmlWalk, node: Element): void {
  const ordinal = ++walk.tables;
  const depth = ++walk.tableDepth;
  for (const { element: content, ...grid } of tableCells(node)) {
    const cell: TableCell = { table: ordinal, ...grid, depth };
    const before = walk.list.blocks.length;
    inside(walk, content, { kind: "table-cell", cell });
    if (walk.list.blocks.length === before) {
      walk.list.add({ text: "", offsets: [] }, { kind: "table-cell", cell, offset: start(walk, content) });
    }
  }
  walk.tableDepth--;
}
