import type { OfficialDocument } from "../model/document.ts";
import type { Facts } from "../model/facts.ts";
import type { SourceDocument } from "../model/source.ts";
import { clausesOf } from "./clauses/clauses.ts";
import { elementsOf, titleOf } from "./elements/elements.ts";
import { recogniseFacts } from "./facts/recognise-facts.ts";
import { type Line, linesOf } from "./lines/line.ts";
import { papersOf } from "./papers/papers.ts";
import { attachmentsOf, chromeOf, partsOf } from "./papers/parts.ts";
import { assignDuties } from "./responsibility/assign.ts";
import { isFurniture } from "./shapes/furniture.ts";

/**
 * Blocks → 公文: what each block is, the parts, the clause tree with its duties, the facts. `name` is the name shown to
 * people; `declared` are the facts that need no recognising. Linear in the text; never throws on any text.
 */
export function recognise(source: SourceDocument, name: string, declared: Partial<Facts>): OfficialDocument {
  const { blocks } = source;
  const lines = linesOf(source);
  const papers = papersOf(lines, mayBePage(source, lines));
  const titles = papers.map((paper) => titleOf(lines, blocks, paper));
  const elements = elementsOf(lines, linesOf(source, "text-box"), blocks, papers, titles);
  const { parts, bodies } = partsOf(lines, papers, titles);
  const written = parts.flatMap((part) => part.body ?? []);
  const body = written.length === 0 ? null : { first: written[0]!.first, last: written[written.length - 1]!.last };
  const chrome = chromeOf(lines, papers);
  const attachments = attachmentsOf(lines, papers, titles);
  const plains: string[] = [];
  for (const line of lines) plains[line.block] = line.plain;
  const clauses = clausesOf(lines, bodies, plains);
  const facts = { ...declared } as Facts;
  const document: OfficialDocument = {
    name,
    source,
    blocks,
    elements,
    body,
    chrome,
    parts,
    attachments,
    clauses,
    facts,
  };
  assignDuties(document, plains);
  document.facts = recogniseFacts(document, declared);
  return document;
}

/**
 * Whether menus and bylines of a web page may stand around the text: always in a text or HTML file; in a Word or Markdown
 * file when two lines of it say so (a page copied into Word). An office's own draft has at most one such line.
 */
function mayBePage(source: SourceDocument, lines: Line[]): boolean {
  if (source.format !== "docx" && source.format !== "markdown") return true;
  return lines.filter((line) => !line.cell && /[\u4e00-\u9fff]/.test(line.bare) && isFurniture(line)).length >= 2;
}
