import { isBlank } from "../../model/blank.ts";
import type { Clause, PartName, Responsibility, Span } from "../../model/document.ts";
import { isContents } from "../elements/contents-table.ts";
import { inlineLabels } from "../labels/inline-labels.ts";
import { BARE, type Label } from "../labels/label.ts";
import type { Line } from "../lines/line.ts";
import { closeFor, closeForHeading, continuesSequence, enter, innermost, type Nesting, newNesting } from "./nesting.ts";

/** A part's body as line indexes, both included. */
export interface Body {
  part: PartName;
  first: number;
  last: number;
}

const NO_MARK: Responsibility = { form: "none", vague: false, units: [], marks: [] };

/**
 * The clause tree of the bodies, in reading order, parents before children. Every line that begins with an ordinal
 * label gets a clause, every unnumbered heading of a document that has at least two of them, and every label inside
 * running text an inline clause below the row it stands in. Duties are filled in later.
 */
export function clausesOf(lines: Line[], bodies: Body[], plains: readonly string[]): Clause[] {
  const clauses: Clause[] = [];
  for (const body of bodies) addPart(clauses, lines, body);
  finish(clauses, plains);
  return clauses;
}

function addPart(clauses: Clause[], lines: Line[], body: Body): void {
  const nesting = newNesting();
  const headings = countHeadings(lines, body) >= 2;
  const bare = bareLabels(lines, body);
  let row: Clause | null = null;
  for (let at = body.first; at <= body.last; at++) {
    const line = lines[at]!;
    const label = bare.has(at) ? line.label : rowLabel(line, nesting);
    if (label) {
      closeFor(nesting, label, line.heading);
      row = addRow(clauses, nesting, line, label, body.part);
    } else if (headings && isHeading(line)) {
      closeForHeading(nesting, line.heading);
      row = addRow(clauses, nesting, line, headingLabel(line), body.part);
    } else {
      if (row) row.own.push({ block: line.block, start: line.from, end: line.to });
      if (!line.cell && line.prose)
        addInline(clauses, row, row?.own[row.own.length - 1] ?? null, line, line.start, body.part);
      continue;
    }
    addInline(clauses, row, row.own[0]!, line, label ? label.end : line.start, body.part);
  }
}

function rowLabel(line: Line, nesting: Nesting): Label | null {
  const { label } = line;
  if (!label || label.key === BARE || isContents(line)) return null;
  if (!label.doubtful || continuesSequence(nesting, label)) return label;
  return label.or && continuesSequence(nesting, label.or) ? label.or : null;
}

/** Lines 1 总则, 2 职责 … that count on from one, in a document with decimals (1.1, 1.2) below them. */
function bareLabels(lines: Line[], body: Body): Set<number> {
  const found = new Map<number, number>();
  const above = new Set<number>();
  for (let at = body.first; at <= body.last; at++) {
    const { label, prose, bare } = lines[at]!;
    if (label?.key === BARE && label.ordinal === found.size + 1 && !prose && bare.length <= 30)
      found.set(label.ordinal, at);
    else if (label?.under !== undefined) above.add(label.under);
  }
  let witnessed = 0;
  for (const ordinal of found.keys()) if (above.has(ordinal)) witnessed++;
  return new Set(witnessed > 0 && witnessed * 3 >= found.size ? found.values() : []);
}

const isHeading = (line: Line) => line.heading > 0 && !line.cell && !line.prose && line.bare.length <= 80;

function countHeadings(lines: Line[], body: Body): number {
  let count = 0;
  for (let at = body.first; at <= body.last; at++) if (!lines[at]!.label && isHeading(lines[at]!)) count++;
  return count;
}

const headingLabel = (line: Line): Label => ({
  style: "heading",
  key: `heading:${line.heading}`,
  ordinal: 0,
  start: line.start,
  end: line.start,
  doubtful: false,
});

function addRow(clauses: Clause[], nesting: Nesting, line: Line, label: Label, part: PartName): Clause {
  const parent = innermost(nesting.open)?.clause ?? null;
  const clause = newClause(
    clauses,
    label,
    parent,
    part,
    { block: line.block, start: label.start, end: line.to },
    line.plain,
  );
  enter(nesting, label, line.heading, line.prose, clause.index);
  return clause;
}

function newClause(
  clauses: Clause[],
  label: Label,
  parent: number | null,
  part: PartName,
  span: Span,
  plain: string,
): Clause {
  const clause: Clause = {
    index: clauses.length,
    part,
    label: plain.slice(label.start, label.end),
    style: label.style,
    ordinal: label.ordinal,
    level: parent === null ? 1 : clauses[parent]!.level + 1,
    parent,
    children: [],
    span,
    head: span,
    own: [span],
    lastBlock: span.block,
    inline: false,
    leaf: true,
    measure: false,
    deadline: null,
    responsibility: NO_MARK,
  };
  clauses.push(clause);
  if (parent !== null) clauses[parent]!.children.push(clause.index);
  return clause;
}

/** Cuts the running text of `within` (a span of the row's own text, or of a body without rows) at its inline labels. */
function addInline(
  clauses: Clause[],
  row: Clause | null,
  within: Span | null,
  line: Line,
  from: number,
  part: PartName,
): void {
  const labels = inlineLabels(line.plain, from, line.to);
  if (labels.length === 0) return;
  if (within) within.end = labels[0]!.start;
  const nesting = newNesting();
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    closeFor(nesting, label, 0);
    const span = { block: line.block, start: label.start, end: labels[i + 1]?.start ?? line.to };
    const clause = newClause(
      clauses,
      label,
      innermost(nesting.open)?.clause ?? row?.index ?? null,
      part,
      span,
      line.plain,
    );
    clause.inline = true;
    enter(nesting, label, 0, true, clause.index);
  }
}

/** Heads, leaves and last blocks, once all clauses stand. */
function finish(clauses: Clause[], plains: readonly string[]): void {
  for (let i = clauses.length - 1; i >= 0; i--) {
    const clause = clauses[i]!;
    clause.head = headOf(clause, plains[clause.span.block]!);
    clause.leaf = clause.children.every((child) => clauses[child]!.inline);
    for (const span of clause.own) clause.lastBlock = Math.max(clause.lastBlock, span.block);
    if (clause.parent === null) continue;
    const parent = clauses[clause.parent]!;
    parent.lastBlock = Math.max(parent.lastBlock, clause.lastBlock);
  }
}

const HEAD_ENDS = new Set(Array.from("。；！？;\n", (mark) => mark.charCodeAt(0)));

/** Heading or first sentence after the label, without the full stop. */
function headOf(clause: Clause, plain: string): Span {
  let start = clause.span.start + clause.label.length;
  while (start < clause.span.end && isBlank(plain.charCodeAt(start))) start++;
  let end = start;
  while (end < clause.span.end && !HEAD_ENDS.has(plain.charCodeAt(end))) end++;
  while (end > start && isBlank(plain.charCodeAt(end - 1))) end--;
  return { block: clause.span.block, start, end };
}
