import { isBlank } from "./blank.ts";
import type { Block } from "./block.ts";
import type { Clause, OfficialDocument, Span } from "./document.ts";
import type { WirePosition } from "./result.ts";

/** Line and column (1-based) of offset `at` in a block that has lines; null in docx. */
export function lineColumn(block: Block, at: number): { line: number; column: number } | null {
  const segments = block.segments;
  if (!segments || segments.length === 0) return null;
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (segments[middle]!.at <= at) low = middle;
    else high = middle - 1;
  }
  const segment = segments[low]!;
  return { line: segment.line, column: segment.column + Math.max(0, at - segment.at) };
}

/** Offset in the block's text that stands at `line`:`column`, or −1; the inverse of `lineColumn`. */
export function offsetAt(block: Block, line: number, column: number): number {
  const segments = block.segments ?? [];
  for (let i = segments.length - 1; i >= 0; i--) {
    const segment = segments[i]!;
    const end = segments[i + 1]?.at ?? block.text.length;
    const at = segment.at + column - segment.column;
    if (segment.line === line && at >= segment.at && at <= end) return at;
  }
  return -1;
}

/** Where a span begins, as the wire types say it. */
export function position(document: OfficialDocument, span: Span | null): WirePosition {
  const block = span ? document.blocks[span.block] : undefined;
  if (!span || !block) return { paragraph: null, line: null, column: null };
  const at = lineColumn(block, span.start);
  return { paragraph: block.paragraph || null, line: at?.line ?? null, column: at?.column ?? null };
}

export function textOf(document: OfficialDocument, span: Span | null): string {
  return span ? (document.blocks[span.block]?.text.slice(span.start, span.end) ?? "") : "";
}

/** The innermost clause a span stands in. Clauses lie in reading order, so the last that starts before it and reaches it. */
export function clauseAt(document: OfficialDocument, span: Span | null): Clause | null {
  if (!span) return null;
  const { clauses } = document;
  let low = 0;
  let high = clauses.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = clauses[middle]!.span;
    if (start.block < span.block || (start.block === span.block && start.start <= span.start)) low = middle + 1;
    else high = middle;
  }
  for (
    let clause = clauses[low - 1] ?? null;
    clause;
    clause = clause.parent === null ? null : clauses[clause.parent]!
  ) {
    const inlineEnd = clause.inline && (clause.span.block !== span.block || clause.span.end <= span.start);
    if (!inlineEnd && clause.lastBlock >= span.block) return clause;
  }
  return null;
}

/** Printed path of a clause from the top: 三（二）2. Marks after a number are left out, brackets kept. */
export function clausePath(document: OfficialDocument, clause: Clause | null): string | null {
  const labels: string[] = [];
  for (let at = clause; at; at = at.parent === null ? null : document.clauses[at.parent]!) {
    const label = at.label.replace(/[\s\u3000]/g, "").replace(/[、.．，,：:]+$/, "");
    if (label) labels.unshift(label);
  }
  if (labels.length === 0) return null;
  return labels.reduce((path, label) => path + (/[0-9]$/.test(path) && /^[0-9]/.test(label) ? `.${label}` : label), "");
}

/** 。；！？, their half-width twins and a line break end a sentence. */
const endsSentence = (code: number): boolean =>
  code === 0x3002 ||
  code === 0xff1b ||
  code === 0x0a ||
  code === 0x3b ||
  code === 0x21 ||
  code === 0x3f ||
  code === 0xff01 ||
  code === 0xff1f;

/** The sentence around a span, without the blanks at its ends. By code units: with patterns it was a tenth of a check. */
export function sentenceSpan(document: OfficialDocument, span: Span): Span {
  const text = document.blocks[span.block]?.text ?? "";
  let start = span.start;
  while (start > 0 && !endsSentence(text.charCodeAt(start - 1))) start--;
  let end = Math.max(span.end, start);
  while (end < text.length && !endsSentence(text.charCodeAt(end - 1))) end++;
  while (start < span.start && isBlank(text.charCodeAt(start))) start++;
  while (end > span.end && isBlank(text.charCodeAt(end - 1))) end--;
  return { block: span.block, start, end };
}

/** Words of the sentence around a span, for the reader and for the fingerprint; empty for the whole document. */
export function sentenceAround(document: OfficialDocument, span: Span | null): string {
  return span ? textOf(document, sentenceSpan(document, span)) : "";
}

/** Line of a text or paragraph of a docx that a block stands on: the `line` of `outline`. */
export function rowOf(document: OfficialDocument, block: number): number {
  return document.blocks[block]?.paragraph ?? 0;
}
