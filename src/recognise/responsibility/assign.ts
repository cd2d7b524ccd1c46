import { withoutBlanks } from "../../model/blank.ts";
import type { Clause, Deadline, OfficialDocument, Responsibility, Unit } from "../../model/document.ts";
import { textOf } from "../../model/place.ts";
import { simplify } from "../../model/simplify.ts";
import { isoDay } from "../facts/dates.ts";
import { bracketMarks, type KnownMarks } from "./brackets.ts";
import { withoutClosing } from "./closing.ts";
import { findDeadline } from "./deadline.ts";
import { inlineMarks } from "./inline.ts";
import { lineMarks } from "./lines.ts";
import { leadsFirst } from "./mark.ts";
import { grants, headExcludes, isMeasure, listsCases } from "./measure.ts";
import { isVague } from "./organs.ts";
import { type Found, type Passage, type Row, rowsOf } from "./passage.ts";
import { withoutInnerPosts } from "./posts.ts";
import { tableEntries } from "./tables.ts";

const NONE: Responsibility = { form: "none", vague: false, units: [], marks: [] };

/**
 * Fills `measure`, `deadline` and `responsibility` of the document's clauses, which have none yet. A row's marks are those of its own text
 * (labels inside its running text included) and of the tables that name it; a measure without any takes those of the
 * nearest clause above that has a bracket, a line or a table. A clause inside running text gets what stands in its own
 * span and is never a measure of its own: the row is.
 */
export function assignDuties(document: OfficialDocument, texts: string[] = []): void {
  const { clauses } = document;
  const rows = withoutClosing(rowsOf(document, texts));
  const byTable = tableEntries(document, rows);
  const issued = issuedOn(document);
  const excluded = new Set<number>();
  const inheritable: boolean[] = [];
  const known: Vagueness = new Map();
  const marks: KnownMarks = new Map();
  let firstLeads = saysFirstLeads(document, rows);
  for (const row of rows) {
    const clause = clauses[row.clause.index]!;
    const above = clause.parent !== null && excluded.has(clause.parent);
    const excludes = (above && !grants(row)) || headExcludes(headOf(row));
    if (excludes || listsCases(row)) excluded.add(clause.index);
    const found = marksOf(row, marks);
    const listed = byTable.get(clause.index);
    if (listed) found.push(...listed.marks);
    for (const mark of found) {
      firstLeads ||= mark.firstLeads;
      if (firstLeads) letFirstLead(mark);
    }
    clause.measure = isMeasure(row, excludes);
    clause.deadline = asWritten(
      document,
      findDeadline(row.passages, issued) ?? (listed ? findDeadline(listed.times, issued) : null),
    );
    clause.responsibility = responsibility(document, found, known);
    inheritable[clause.index] = found.some((mark) => mark.form !== "inline");
    if (clause.measure && clause.responsibility.form === "none")
      clause.responsibility = inherit(clauses, clause, inheritable);
    for (const inner of row.inline) {
      const own = clauses[inner.index]!;
      own.deadline = asWritten(document, findDeadline(passagesOf(row, inner), issued));
      own.responsibility = responsibility(
        document,
        found.filter((mark) => inside(inner, mark)),
        known,
      );
    }
  }
}

function headOf({ clause, passages }: Row): string {
  const { block, start, end } = clause.head;
  const first = passages[0];
  return first?.block === block ? first.text.slice(start, end) : "";
}

/** The day of issue the deadlines are counted from: the fact, else the date that stands under the text. */
function issuedOn(document: OfficialDocument): string | null {
  const fact = document.facts?.issuedOn;
  if (fact && fact.origin !== "unknown") return fact.value;
  return document.elements.date ? isoDay(document.elements.date.text) : null;
}

/** Whether the text outside its clauses (the notice, a note, the line above a table) says that the first of a list leads. */
export function saysFirstLeads({ blocks }: OfficialDocument, rows: Row[]): boolean {
  const own = new Set<number>();
  for (const { passages } of rows) for (const { block } of passages) own.add(block);
  return blocks.some(
    ({ text, cell, index }) => !cell && !own.has(index) && /[牵牽][头頭]/.test(text) && leadsFirst(simplify(text)),
  );
}

/** Marks in the order of the text: brackets, lines, running text. */
export function marksOf({ passages }: Row, known: KnownMarks): Found[] {
  const found: Found[] = [];
  const byBlock = new Map<number, Found[]>();
  const take = (marks: Found[]) => {
    for (const mark of marks) {
      found.push(mark);
      const list = byBlock.get(mark.block);
      if (list) list.push(mark);
      else byBlock.set(mark.block, [mark]);
    }
  };
  for (const passage of passages) take(bracketMarks(passage, known));
  take(lineMarks(passages, byBlock));
  for (const passage of passages) found.push(...inlineMarks(passage, byBlock.get(passage.block) ?? []));
  return found;
}

/** The text of a clause inside a row's running text. */
function passagesOf(row: Row, inner: Clause): Passage[] {
  return inner.own.flatMap(({ block, start, end }) => {
    const passage = row.passages.find((item) => item.block === block);
    return passage ? [{ block, start, end, text: passage.text }] : [];
  });
}

/** A deadline found in simplified characters, with its words as they are printed. */
function asWritten(document: OfficialDocument, deadline: Deadline | null): Deadline | null {
  if (deadline) deadline.text = textOf(document, deadline.span);
  return deadline;
}

function inside(inner: Clause, mark: Found): boolean {
  return inner.own.some((span) => span.block === mark.block && mark.start >= span.start && mark.start < span.end);
}

/** 排在第一位的为牵头单位: of a list of equals the first leads. */
export function letFirstLead(mark: Found): void {
  const [first, ...others] = mark.units;
  if (first?.role === "负责" && others.length > 0 && others.every((unit) => unit.role === "负责")) first.role = "牵头";
}

/** Whether names are vague, each name judged once: a document repeats a dozen of them in every clause. */
type Vagueness = Map<string, boolean>;

function judge(known: Vagueness, name: string): boolean {
  let vague = known.get(name);
  if (vague === undefined) {
    vague = isVague(simplify(name));
    known.set(name, vague);
  }
  return vague;
}

/** The units that marks name, each once in a role, and the form of the first mark that names one. */
export function responsibility(
  document: OfficialDocument,
  found: Found[],
  known: Vagueness = new Map(),
): Responsibility {
  const first = found.find((mark) => mark.units.length > 0);
  if (!first) return NONE;
  const units: Unit[] = [];
  const seen = new Set<string>();
  for (const mark of found) {
    const text = document.blocks[mark.block]!.text;
    for (const { start, end, role } of mark.units) {
      const name = text.slice(start, end);
      const key = role + withoutBlanks(name);
      if (seen.has(key)) continue;
      seen.add(key);
      units.push({ name, role, span: { block: mark.block, start, end }, vague: judge(known, name) });
    }
  }
  const kept = withoutInnerPosts(units);
  return {
    form: first.form,
    vague: kept.every((unit) => unit.vague),
    units: kept,
    marks: found.map(({ block, start, end }) => ({ block, start, end })),
  };
}

function inherit(clauses: Clause[], clause: Clause, inheritable: boolean[]): Responsibility {
  for (let at = clause.parent; at !== null; at = clauses[at]?.parent ?? null) {
    const above = clauses[at]?.responsibility;
    if (!above || above.units.length === 0 || !inheritable[at]) continue;
    const { form, vague, units, marks } = above;
    return { form: form === "table" ? "table" : "inherited", vague, units, marks };
  }
  return NONE;
}
