import type { Element, Nodes, Parents } from "hast";
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import type { Limits } from "../model/limits.ts";
import type { Cut, ReadFailure, SourceDocument } from "../model/source.ts";
import { flush, type HtmlWalk, htmlBlocks } from "./html-blocks.ts";
import { countText, isElement, isSilent, mainContent, type Statistics } from "./html-content.ts";
import { type BlockList, blockList, findComments } from "./mapped.ts";
import { cutCharacters } from "./text.ts";

const page = unified().use(rehypeParse);
const fragment = unified().use(rehypeParse, { fragment: true });
/** Deeper pages are not written by hand or by an office program; the parser recurses and gives up near 1,500. */
const MAX_DEPTH = 500;

/** A saved web page to blocks: the document found among menus and lists of links, one block a block element or line. */
export function readHtml(text: string, encoding: string, limits: Limits): SourceDocument | { failure: ReadFailure } {
  const depth = tagDepth(text);
  if (depth > MAX_DEPTH) {
    const values = { actual: depth, max: MAX_DEPTH };
    return { failure: { status: "rejected-unsafe", reason: "read.html-too-deep", values } };
  }
  const cut: Cut[] = [];
  const kept = cutCharacters(text, limits, cut);
  const list = blockList(kept, limits);
  findComments(kept, 0, list);
  const root = page.parse(unifyLineEnds(kept));
  const statistics = countText(root);
  const body = find(root, "body") ?? root;
  const content = mainContent(body, statistics);
  const walk = newWalk(kept, list, statistics);
  const title = content === body ? null : titleBefore(body, content);
  if (title) htmlBlocks(walk, { type: "root", children: [title] }, { kind: "paragraph" });
  flush(walk, { kind: "paragraph" });
  htmlBlocks(walk, content, { kind: "paragraph" });
  flush(walk, { kind: "paragraph" });
  cut.push(...list.cut);
  const { blocks, comments } = list;
  return { format: "html", blocks, declared: {}, traces: [], cut, encoding, comments };
}

/**
 * A piece of HTML amid Markdown into `list`; nothing is left out for being page furniture. Returns how many tables it
 * had. It stands from `base` to `end`; `exact` says that offsets into it hold from `base` on.
 */
export function readHtmlFragment(
  html: string,
  source: string,
  list: BlockList,
  { base, end, exact, tables }: { base: number; end: number; exact: boolean; tables: number },
): number {
  if (tagDepth(html) > MAX_DEPTH) return 0;
  const root = fragment.parse(unifyLineEnds(html));
  const walk = {
    ...newWalk(source, list, new Map()),
    base,
    cursor: base,
    end,
    exact,
    tables,
    linesAreParagraphs: true,
  };
  htmlBlocks(walk, root, { kind: "paragraph" });
  flush(walk, { kind: "paragraph" });
  return walk.tables - tables;
}

function newWalk(source: string, list: BlockList, statistics: Statistics): HtmlWalk {
  const open = { text: "", offsets: [] };
  return {
    source,
    list,
    base: 0,
    cursor: 0,
    end: source.length,
    exact: true,
    linesAreParagraphs: false,
    statistics,
    open,
    label: "",
    tables: 0,
    tableDepth: 0,
  };
}

/** Line ends as the parser counts them, every offset where it was. */
function unifyLineEnds(text: string): string {
  return text.replaceAll("\r\n", " \n").replaceAll("\r", "\n");
}

/** Elements whose end tag is often left out; the parser closes them itself. */
const SELF_CLOSING =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|tr|td|th|thead|tbody|tfoot|option|colgroup)$/i;

/** Most elements open at one time. An end tag closes only what is open under its name, as the parser takes it. */
function tagDepth(text: string): number {
  const open = new Map<string, number>();
  let depth = 0;
  let deepest = 0;
  for (const [tag, close, written] of text.matchAll(/<(\/?)([a-zA-Z][^\s<>/]*)[^<>]*>/g)) {
    const name = written!.toLowerCase();
    if (SELF_CLOSING.test(name) || tag.endsWith("/>")) continue;
    const count = open.get(name) ?? 0;
    if (close && count === 0) continue;
    open.set(name, count + (close ? -1 : 1));
    depth += close ? -1 : 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function find(node: Nodes, tagName: string): Element | null {
  if (isElement(node) && node.tagName === tagName) return node;
  if (!("children" in node)) return null;
  for (const child of node.children) {
    const found = find(child, tagName);
    if (found) return found;
  }
  return null;
}

/** The page's first `h1` where it stands before the content and outside it. */
function titleBefore(body: Parents, content: Parents): Element | null {
  let before = true;
  const visit = (node: Nodes): Element | null => {
    if (node === content) before = false;
    if (!before || isSilent(node)) return null;
    if (isElement(node) && node.tagName === "h1") return node;
    if (!("children" in node)) return null;
    for (const child of node.children) {
      const found = visit(child);
      if (found) return found;
    }
    return null;
  };
  return visit(body);
}
