import type { Nodes, Root } from "mdast";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import type { Limits } from "../model/limits.ts";
import type { Cut, ReadFailure, SourceDocument } from "../model/source.ts";
import { readFrontMatter } from "./front-matter.ts";
import { blockList } from "./mapped.ts";
import { markdownBlock, plainLines } from "./markdown-blocks.ts";
import { tooComplexLine } from "./markdown-guard.ts";
import { cutCharacters } from "./text.ts";

// A single tilde is a range in Chinese (10~20个), never a deletion.
const parser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(remarkFrontmatter, ["yaml"]);

/**
 * Markdown to blocks: marks of emphasis and links taken away, ordinals of lists as typed, tables by cell, front matter
 * as declared facts, comments by line.
 */
export async function readMarkdown(
  text: string,
  encoding: string,
  limits: Limits,
): Promise<SourceDocument | { failure: ReadFailure }> {
  const line = tooComplexLine(text);
  if (line > 0)
    return { failure: { status: "rejected-unsafe", reason: "read.markdown-too-complex", values: { line } } };
  const cut: Cut[] = [];
  const source = cutCharacters(text, limits, cut);
  const list = blockList(source, limits);
  const root: Root = parser.parse(source);
  const document: SourceDocument = {
    format: "markdown",
    blocks: list.blocks,
    declared: {},
    traces: [],
    cut,
    encoding,
    comments: list.comments,
  };
  const readHtml = holdsHtml(root) ? (await import("./html.ts")).readHtmlFragment : null;
  const walk = { source, list, label: { text: "", offsets: [] }, tables: 0, readHtml };
  for (const child of root.children) {
    if (child.type !== "yaml") markdownBlock(walk, child, { region: "body", kind: "paragraph" });
    else {
      const front = await readFrontMatter(child.value);
      if (front.kind === "facts") document.declared = front.declared;
      else if (front.kind === "broken") document.problems = [front.problem];
      // Two rules with text between them look like front matter and are none.
      else plainLines(walk, child, child.value, "body");
    }
  }
  cut.push(...list.cut);
  return document;
}

/** Whether there is HTML with words in it; comments alone do not need its parser. */
function holdsHtml(node: Nodes): boolean {
  if (node.type === "html") return !/^<!--[^>]*-->\s*$/.test(node.value);
  return "children" in node && node.children.some((child) => holdsHtml(child));
}
