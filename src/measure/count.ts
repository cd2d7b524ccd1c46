import { measuredPart } from "../model/check.ts";
import type { BlockRange, Clause, OfficialDocument, Part, PartName, Span } from "../model/document.ts";
import type { WireCounts } from "../model/result.ts";
import { characterClasses, HAN, HIGH, INVISIBLE, isHanSurrogate, JOINER, MARK, RUN, SPACE } from "./character-class.ts";

/** What is counted. `body` and `preamble` are of one part, `clause` of one item with everything below it. */
export type CountScope = "body" | "document" | "attachments" | "preamble" | "file" | { clause: number };

/**
 * Length of a text in code points.
 * `words` is Word's 字数 (each CJK character or mark one, each run of letters and digits one), `characters` is Word's
 * 字符数(不计空格), `han` ideographs alone. Marks in a run (3.5%, 2019/3) belong to it; spaces and invisible marks are nothing.
 */
export function countText(text: string): WireCounts {
  const counts = { words: 0, characters: 0, han: 0 };
  addText(counts, text, 0, text.length);
  return counts;
}

/**
 * Length of a scope of the document; a document without it (no body, no clause of that index) counts 0.
 * Numbers that Word generates, text boxes, headers, footers and notes are outside every scope but `file`, as they are
 * outside the number in Word's and WPS's status bar; tables are inside.
 * @param part the part whose body or preamble is meant; unset, the one that rules measure (the annexed plan, else the
 *   document). The other scopes are of the whole file.
 */
export function countScope(document: OfficialDocument, scope: CountScope = "body", part?: PartName): WireCounts {
  const counts = { words: 0, characters: 0, han: 0 };
  if (typeof scope === "object") addClause(counts, document, document.clauses[scope.clause]);
  else if (scope === "file") for (const block of document.blocks) addText(counts, block.text, 0, block.text.length);
  else if (scope === "attachments") for (const { range } of document.attachments) addRange(counts, document, range);
  else if (scope === "document") addWhole(counts, document);
  else {
    const measured = partOf(document, part);
    if (scope === "preamble") addPreamble(counts, document, measured);
    else addRange(counts, document, measured?.body ?? null);
  }
  return counts;
}

function partOf(document: OfficialDocument, name: PartName = measuredPart(document)): Part | undefined {
  return document.parts.find((part) => part.name === name);
}

/**
 * The blocks of a text less its chrome (a web page's navigation). A docx is counted whole: what stands in it is printed,
 * and the number has to be the one in the status bar.
 */
function addWhole(counts: WireCounts, document: OfficialDocument): void {
  let at = 0;
  for (const chrome of document.source.format === "docx" ? [] : document.chrome) {
    addRange(counts, document, { first: at, last: chrome.first - 1 });
    at = Math.max(at, chrome.last + 1);
  }
  addRange(counts, document, { first: at, last: document.blocks.length - 1 });
}

/** What stands in a part's body before its first clause; 0 for a body without clauses, which has no 导语. */
function addPreamble(counts: WireCounts, document: OfficialDocument, part: Part | undefined): void {
  const body = part?.body;
  if (!body) return;
  const first = document.clauses.find(({ span }) => span.block >= body.first && span.block <= body.last)?.span;
  if (!first) return;
  addRange(counts, document, { first: body.first, last: first.block - 1 });
  addSpan(counts, document, { block: first.block, start: 0, end: first.start });
}

/** A clause's own text and that of every clause below it, which follow it in reading order. */
function addClause(counts: WireCounts, document: OfficialDocument, clause: Clause | undefined): void {
  if (!clause) return;
  for (let i = clause.index; i < document.clauses.length; i++) {
    const below = document.clauses[i]!;
    if (i > clause.index && below.level <= clause.level) return;
    for (const span of below.own) addSpan(counts, document, span);
  }
}

function addRange(counts: WireCounts, document: OfficialDocument, range: BlockRange | null): void {
  if (!range) return;
  for (let i = range.first; i <= range.last; i++) {
    const block = document.blocks[i];
    if (block?.region === "body") addText(counts, block.text, block.labelLength, block.text.length);
  }
}

function addSpan(counts: WireCounts, document: OfficialDocument, span: Span): void {
  const block = document.blocks[span.block];
  if (block?.region !== "body") return;
  addText(counts, block.text, Math.max(span.start, block.labelLength), Math.min(span.end, block.text.length));
}

/** Whether a mark behind a word belongs to it, by what follows: 2018,2019 and “Hello, world” are two words, not three. */
const joins = (next: number) => next === RUN || next === SPACE;

/** One pass over the code units of `text.slice(start, end)`. */
function addText(counts: WireCounts, text: string, start: number, end: number): void {
  const classes = characterClasses();
  let inRun = false;
  let han = 0;
  let others = 0;
  let words = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    let kind = classes[code]!;
    // Nine of ten characters.
    if (kind === HAN) {
      han++;
      inRun = false;
      continue;
    }
    if (kind === INVISIBLE) continue;
    if (kind === SPACE) {
      inRun = false;
      continue;
    }
    if (kind === HIGH) kind = isHanSurrogate(code) ? HAN : MARK;
    else if (kind === JOINER)
      kind = inRun && joins(i + 1 < end ? classes[text.charCodeAt(i + 1)]! : SPACE) ? RUN : MARK;
    if (kind === HAN) han++;
    else {
      others++;
      if (kind !== RUN || !inRun) words++;
    }
    inRun = kind === RUN;
  }
  counts.characters += han + others;
  counts.han += han;
  counts.words += han + words;
}
