import type { Element, Nodes, Parents } from "hast";

/** Elements whose text is not part of what a reader reads. */
const SILENT = new Set(
  "head script style noscript template nav aside button select textarea input iframe object embed svg canvas audio video dialog menu".split(
    " ",
  ),
);
/** Names that page builders give to what stands around the text; only small elements are left out for their name. */
const CLUTTER =
  /(?:^|[-_\s])(?:breadcrumbs?|crumbs?|nav|navbar|menu|share|sharing|sidebar|footer|copyright|pagination|pager|toolbar|login|search)(?:$|[-_\s])/i;
const CLUTTER_CHARACTERS = 200;
/** Links to files are annexes of the document, not ways to other pages. */
const ANNEX = /\.(?:docx?|wps|pdf|ofd|xlsx?|et|zip|rar)(?:$|[?#])/i;

/** Characters below a node, those of them in links, and the number of links. */
export interface TextStatistics {
  characters: number;
  linked: number;
  links: number;
}
export type Statistics = Map<Nodes, TextStatistics>;

export function isElement(node: Nodes): node is Element {
  return node.type === "element";
}

/** Counts the text of every node once, from the leaves up. */
export function countText(root: Nodes): Statistics {
  const statistics: Statistics = new Map();
  const visit = (node: Nodes, inLink: boolean): TextStatistics => {
    const sum = { characters: 0, linked: 0, links: 0 };
    if (node.type === "text") {
      sum.characters = node.value.replace(/\s+/g, "").length;
      sum.linked = inLink ? sum.characters : 0;
    } else if ("children" in node && !isSilent(node)) {
      const link = isElement(node) && node.tagName === "a" && !ANNEX.test(String(node.properties["href"] ?? ""));
      if (link) sum.links = 1;
      for (const child of node.children) {
        const part = visit(child, inLink || link);
        sum.characters += part.characters;
        sum.linked += part.linked;
        sum.links += part.links;
      }
    }
    statistics.set(node, sum);
    return sum;
  };
  visit(root, false);
  return statistics;
}

/** Never shown: scripts, menus, what the page itself hides. */
export function isSilent(node: Nodes): boolean {
  if (!isElement(node)) return false;
  const { hidden, style } = node.properties;
  if (hidden !== undefined && hidden !== false) return true;
  return SILENT.has(node.tagName) || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(String(style ?? ""));
}

/** Whether an element is left out: never shown, a list of ways to other pages, or small and named as page furniture. */
export function isLeftOut(node: Nodes, statistics: Statistics): boolean {
  if (isSilent(node)) return true;
  if (!isElement(node)) return false;
  const { characters, linked, links } = statistics.get(node) ?? { characters: 0, linked: 0, links: 0 };
  if (links >= 3 && linked > characters * 0.6) return true;
  const { className, id } = node.properties;
  const names = `${Array.isArray(className) ? className.join(" ") : ""} ${id ?? ""}`;
  return characters < CLUTTER_CHARACTERS && (node.tagName === "footer" || CLUTTER.test(names));
}

/** Share of a node's text that its child has to hold to be where the document stands. */
const MAIN_SHARE = 0.6;
/** Share of linked text beside the child that makes it page furniture; prose beside it means to stay. */
const FURNITURE_SHARE = 0.25;

/**
 * The element that holds the document of a saved page. Goes down from the body as long as one child has most of the
 * text and what stands beside it is mostly links: titles, addressees and signatures beside the text stop the way down.
 */
export function mainContent(body: Parents, statistics: Statistics): Parents {
  let node: Parents = body;
  for (;;) {
    const counts = node.children.map((child) => ({
      child,
      ...(statistics.get(child) ?? { characters: 0, linked: 0 }),
    }));
    const prose = counts.reduce((sum, { characters, linked }) => sum + characters - linked, 0);
    const main = counts.find(({ characters, linked }) => characters - linked > prose * MAIN_SHARE)?.child;
    if (!main || !isElement(main) || !holdsBlocks(main)) return node;
    const beside = counts.filter(({ child }) => child !== main && !isLeftOut(child, statistics));
    const characters = beside.reduce((sum, count) => sum + count.characters, 0);
    const linked = beside.reduce((sum, count) => sum + count.linked, 0);
    if (characters > 0 && linked < characters * FURNITURE_SHARE) return node;
    node = main;
  }
}

const BLOCKS = new Set(
  "address article blockquote body center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tbody td tfoot th thead tr ul".split(
    " ",
  ),
);

export function isBlock(node: Nodes): boolean {
  return isElement(node) && BLOCKS.has(node.tagName);
}

/** Inside an element of running text there is nothing to go down to. */
function holdsBlocks(node: Element): boolean {
  return node.children.some((child) => isBlock(child) || (isElement(child) && holdsBlocks(child)));
}
