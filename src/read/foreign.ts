import type { Block } from "../model/block.ts";
import type { ForeignKind, ForeignText } from "../model/foreign.ts";
import type { Limits } from "../model/limits.ts";
import type { Cut, ReadFailure, SourceDocument } from "../model/source.ts";
import { cutCharacters } from "./text.ts";

/** What a refused file is that others can get text from; null for all else. */
export function foreignKind({ reason }: ReadFailure): ForeignKind | null {
  return reason === "read.docx.old" ? "doc" : reason === "read.pdf" ? "pdf" : null;
}

/**
 * The text of an old Word document or a PDF as blocks, a paragraph each. Nothing of its look, its automatic numbers or
 * its changes is known, which `cut` says: such a document is checked in part.
 */
export function foreignSource(kind: ForeignKind, { text, pages }: ForeignText, limits: Limits): SourceDocument {
  const cut: Cut[] = [{ limit: kind, value: 0, max: 0 }];
  const kept = cutCharacters(text, limits, cut);
  const lines = kind === "pdf" ? paragraphsOf(kept) : kept.split(/\r\n|[\n\r\f\v\u2028\u2029]/);
  const blocks = lines.slice(0, limits.paragraphs).map((line, index): Block => {
    const words = line.replace(/[\u0000-\u0008\u000e-\u001f]/g, "");
    return {
      index,
      kind: "paragraph",
      region: "body",
      text: words,
      labelLength: 0,
      paragraph: index + 1,
      headingLevel: 0,
    };
  });
  if (lines.length > limits.paragraphs) cut.push({ limit: "paragraphs", value: lines.length, max: limits.paragraphs });
  return { format: "extracted", blocks, declared: {}, traces: [], cut, ...(pages === null ? {} : { pages }) };
}

/** — 3 —, - 3 -, 3 or 第3页 on a line of its own. */
const PAGE_NUMBER = /^\s*(?:[-—–－]{0,2}\s*\d{1,4}\s*[-—–－]{0,2}|第\s*\d{1,4}\s*页(?:\s*共\s*\d{1,4}\s*页)?)\s*$/;
/** A line that ends a paragraph whatever its length. */
const ENDS = /[。；：！？…”）:;!?]\s*$/;
/** A line that begins one: a number, a date of signature, an addressee's colon is at the end and caught above. */
const BEGINS =
  /^\s*(?:第?[一二三四五六七八九十百]+[、章节条]|[（(][一二三四五六七八九十\d]+[）)]|\d+[.．、]|附件|抄送|[一二三四五六七八九十]是)/;

/** Printed lines → paragraphs: a line as long as the page is wide goes on in the next, over a page's end too. */
function paragraphsOf(text: string): string[] {
  const lines = text
    .split(/[\n\r\f]+/)
    .map((line) => line.replace(/([\u2e80-\u9fff\uff00-\uffef]) +(?=[\u2e80-\u9fff\uff00-\uffef])/g, "$1").trimEnd())
    .filter((line) => line.trim() !== "" && !PAGE_NUMBER.test(line));
  const wide = widest(lines);
  const paragraphs: string[] = [];
  let open = false;
  for (const line of lines) {
    const last = paragraphs.length - 1;
    if (open && !BEGINS.test(line)) paragraphs[last] += line.trimStart();
    else paragraphs.push(line);
    open = line.length >= wide - 3 && !(ENDS.test(line) && line.length < wide);
  }
  return paragraphs;
}

/** Characters of a full line: what nine lines in ten do not exceed. */
function widest(lines: readonly string[]): number {
  const lengths = lines.map(({ length }) => length).sort((a, b) => a - b);
  return Math.max(12, lengths[Math.floor(lengths.length * 0.9)] ?? 0);
}
