import type { Element, Nodes } from "hast";
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import { VFile } from "vfile";

/** HTML as a browser would read it, and everything its parser objects to. */
export function parsed(text: string, fragment = false): { root: Nodes; errors: string[] } {
  const file = new VFile(text);
  const root = unified().use(rehypeParse, { fragment, emitParseErrors: true }).parse(file);
  // Code points that mean nothing are no fault of the markup, and show as nothing.
  const faults = file.messages.filter(({ ruleId }) => ruleId !== "noncharacter-in-input-stream");
  return { root, errors: faults.map(({ ruleId, line }) => `${line}: ${ruleId}`) };
}

/** Elements in document order that match `.class`, `#id`, `tag` or `tag.class`; contents of templates too. */
export function all(node: Nodes, selector: string): Element[] {
  const [, tag, kind, name] = /^([a-z0-9]*)(?:([.#])([\w-]+))?$/.exec(selector)!;
  const fits = ({ tagName, properties }: Element) =>
    (!tag || tagName === tag) &&
    (!kind || (kind === "#" ? properties["id"] === name : [properties["className"]].flat().includes(name!)));
  return elements(node).filter(fits);
}

export function elements(node: Nodes): Element[] {
  const own = node.type === "element" ? [node] : [];
  const inner =
    node.type === "element" && node.content ? node.content.children : "children" in node ? node.children : [];
  return [...own, ...inner.flatMap((child) => elements(child as Nodes))];
}

export function words(node: Nodes | undefined): string {
  if (!node) return "";
  if (node.type === "text") return node.value;
  const inner =
    node.type === "element" && node.content ? node.content.children : "children" in node ? node.children : [];
  return inner.map((child) => words(child as Nodes)).join("");
}
