import type { Heading, List, Nodes, Paragraph, PhrasingContent, Table, TableCell } from "mdast";
import type { BlockKind, Region } from "../model/block.ts";
import { align, type Syntax } from "./align.ts";
import type { readHtmlFragment } from "./html.ts";
import {
  append,
  appendSlice,
  type BlockList,
  type BlockProperties,
  findComments,
  type Mapped,
  slice,
} from "./mapped.ts";
import { splitSoftBreaks } from "./soft-break.ts";

/** What all of one walk through the tree shares. */
export interface MarkdownWalk {
  source: string;
  list: BlockList;
  /** Typed ordinals of list items that wait for their first block. */
  label: Mapped;
  tables: number;
  /** Reader of HTML amid Markdown; null where the file has none and it was not loaded. */
  readHtml: typeof readHtmlFragment | null;
}

interface Place {
  region: Region;
  kind: BlockKind;
}

const start = (node: Nodes): number => node.position?.start.offset ?? 0;
const end = (node: Nodes): number => node.position?.end.offset ?? 0;

/** Adds the blocks of a flow node. Rules, definitions and the like have no text. */
export function markdownBlock(walk: MarkdownWalk, node: Nodes, place: Place): void {
  switch (node.type) {
    case "heading":
      prose(walk, node, { ...place, kind: "heading", headingLevel: node.depth });
      break;
    case "paragraph":
      prose(walk, node, place);
      break;
    case "list":
      listItems(walk, node, place.region);
      break;
    case "table":
      table(walk, node, place.region);
      break;
    case "code":
      plainLines(walk, node, node.value, place.region);
      break;
    case "html":
      html(walk, node, node.value);
      break;
    case "footnoteDefinition":
      for (const child of node.children) markdownBlock(walk, child, { region: "footnote", kind: "paragraph" });
      return;
    case "blockquote":
      for (const child of node.children) markdownBlock(walk, child, place);
      return;
  }
}

/** Lines of a code block, or of what only looked like front matter, each a paragraph. */
export function plainLines(walk: MarkdownWalk, node: Nodes, value: string, region: Region): void {
  const all: Mapped = { text: "", offsets: [] };
  const fence = walk.source.startsWith("```", start(node)) || walk.source.startsWith("~~~", start(node));
  const from = fence ? lineEndFrom(walk.source, start(node)) : start(node);
  align(all, value, walk.source, from, end(node), "literal");
  for (const match of value.matchAll(/[^\r\n]+/g)) {
    const line = slice(all, match.index, match.index + match[0].length);
    if (line.text.trim()) walk.list.add(line, { kind: "paragraph", region });
  }
}

function listItems(walk: MarkdownWalk, list: List, region: Region): void {
  for (const item of list.children) {
    const first = item.children[0];
    if (list.ordered) {
      const behind = first ? start(first) : end(item);
      appendSlice(walk.label, walk.source, start(item), Math.min(behind, lineEndFrom(walk.source, start(item))));
    }
    item.children.forEach((child, i) => {
      markdownBlock(walk, child, { region, kind: i === 0 ? "list-item" : "paragraph" });
    });
    // An item without a block of its own still prints its number.
    if (walk.label.text.trim()) walk.list.add(takeLabel(walk), { kind: "list-item", region });
  }
}

function takeLabel(walk: MarkdownWalk): Mapped {
  const { label } = walk;
  walk.label = { text: "", offsets: [] };
  return label;
}

function table(walk: MarkdownWalk, node: Table, region: Region): void {
  const ordinal = ++walk.tables;
  node.children.forEach((row, r) => {
    row.children.forEach((cell, c) => {
      const mapped = inline(walk, cell).mapped;
      const place = { table: ordinal, row: r, column: c, rowSpan: 1, columnSpan: 1, depth: 1 };
      walk.list.add(mapped, { kind: "table-cell", region, cell: place, offset: start(cell) });
    });
  });
}

/** HTML amid Markdown: comments are kept aside, text in tags is text. */
function html(walk: MarkdownWalk, node: Nodes, value: string): void {
  const base = start(node);
  findComments(value, base, walk.list);
  // Inside quotations and lists the parser took line prefixes away, and offsets into `value` no longer hold.
  const exact = walk.source.startsWith(value, base);
  if (walk.readHtml)
    walk.tables += walk.readHtml(value, walk.source, walk.list, { base, end: end(node), exact, tables: walk.tables });
}

/** More lines than a title has, over a rule of dashes, are a text and a rule. */
const TITLE_LINES = 3;

function prose(walk: MarkdownWalk, node: Heading | Paragraph, properties: BlockProperties): void {
  const { mapped, breaks } = inline(walk, node, takeLabel(walk));
  if (properties.kind === "heading" && breaks.length < TITLE_LINES) {
    const title = joined(mapped, breaks);
    if (title.text.trim()) walk.list.add(title, properties);
    return;
  }
  splitSoftBreaks(mapped, breaks).forEach((paragraph, i) => {
    const kind = properties.kind === "list-item" && i === 0 ? "list-item" : "paragraph";
    if (paragraph.text.trim()) walk.list.add(paragraph, { ...properties, kind, headingLevel: 0 });
  });
}

function joined(mapped: Mapped, breaks: readonly number[]): Mapped {
  if (breaks.length === 0) return mapped;
  const gone = new Set(breaks);
  const kept = mapped.offsets.map((_, i) => i).filter((i) => !gone.has(i));
  return { text: kept.map((i) => mapped.text[i]).join(""), offsets: kept.map((i) => mapped.offsets[i]!) };
}

/** Text of phrasing content. `breaks` are the indices of soft line ends; hard ones are a plain `\n`. */
function inline(
  walk: MarkdownWalk,
  container: Heading | Paragraph | TableCell,
  mapped: Mapped = { text: "", offsets: [] },
): { mapped: Mapped; breaks: number[] } {
  const breaks: number[] = [];
  // Addresses that become links on their own leave nodes without a place: they follow what came before.
  let cursor = start(container);
  const text = (node: PhrasingContent, value: string, mode: Syntax): void => {
    const from = node.position ? start(node) + (mode === "literal" ? 1 : 0) : cursor;
    cursor = align(mapped, value, walk.source, from, node.position ? end(node) : end(container), mode);
  };
  const visit = (node: PhrasingContent): void => {
    switch (node.type) {
      case "text": {
        const before = mapped.text.length;
        // CR LF counts as one line end.
        text(node, node.value.replaceAll("\r\n", "\n").replaceAll("\r", "\n"), "markdown");
        for (let at = mapped.text.indexOf("\n", before); at >= 0; at = mapped.text.indexOf("\n", at + 1))
          breaks.push(at);
        break;
      }
      case "inlineCode":
        text(node, node.value.replace(/\r\n|[\r\n]/g, " "), "literal");
        break;
      case "break":
        append(mapped, "\n", [lineEndFrom(walk.source, start(node))]);
        break;
      case "html":
        findComments(node.value, start(node), walk.list);
        if (/^<br\b/i.test(node.value)) append(mapped, "\n", [start(node)]);
        break;
      case "emphasis":
      case "strong":
      case "delete":
      case "link":
      case "linkReference":
        for (const child of node.children) visit(child);
        break;
    }
    if (node.position) cursor = Math.max(cursor, end(node));
  };
  for (const child of container.children) visit(child);
  return { mapped, breaks };
}

function lineEndFrom(source: string, from: number): number {
  let at = from;
  while (at < source.length && source[at] !== "\n" && source[at] !== "\r") at++;
  return at;
}
