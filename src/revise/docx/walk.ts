import { DEFAULT_LIMITS } from "../../model/limits.ts";
import { StartTagReader } from "../../read/docx/xml/start-tag.ts";
import { Tag } from "../../read/docx/xml/tag.ts";
import { newBudget } from "../../read/docx/xml/tokenize.ts";

/** Told of every tag of a part with the offsets it stands at; `name` is the known name (`w:p`), whatever the prefix. */
export interface Visitor {
  /** The tag fills `from` to `end`; `raw` is its name as written. Attributes are asked of `tag` during the call. */
  open(tag: Tag, from: number, end: number, raw: string): void;
  close(name: string, from: number, end: number): void;
}

/** A part that is no XML: one the reader has no need of, since it refuses the others. */
export class BrokenPart extends Error {}

/**
 * Walks an XML part that the reader has accepted. The reader's own tokenizer is not told where end tags stand; a writer
 * has to know. An empty element is opened and closed at its end. Throws BrokenPart on what the reader would have refused.
 */
export function walk(xml: string, visitor: Visitor): void {
  let { scope } = newBudget();
  const tag = new Tag(xml, scope);
  const start = new StartTagReader(xml, tag, DEFAULT_LIMITS);
  const open: { name: string; outer: typeof scope }[] = [];
  let at = xml.indexOf("<");
  while (at >= 0) {
    let end: number;
    if (xml.startsWith("<!--", at)) end = behind(xml, "-->", at + 4);
    else if (xml.startsWith("<![CDATA[", at)) end = behind(xml, "]]>", at + 9);
    else if (xml[at + 1] === "?") end = behind(xml, "?>", at + 2);
    else if (xml[at + 1] === "/") {
      end = behind(xml, ">", at);
      const closed = open.pop();
      if (!closed) throw new BrokenPart(`no element to close at ${at}`);
      scope = closed.outer;
      visitor.close(closed.name, at, end);
    } else {
      const problem = start.read(at, scope);
      if (problem !== null) throw new BrokenPart(`no start tag at ${at} (${problem})`);
      end = start.end;
      const { name } = tag;
      visitor.open(tag, at, end, xml.slice(at + 1, tag.nameEnd));
      if (start.empty) visitor.close(name, end, end);
      else {
        open.push({ name, outer: scope });
        scope = tag.scope;
      }
    }
    at = xml.indexOf("<", end);
  }
  if (open.length > 0) throw new BrokenPart(`${open.at(-1)!.name} is not closed`);
}

function behind(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  if (at < 0) throw new BrokenPart(`no ${mark} behind ${from}`);
  return at + mark.length;
}
