import { measuredPart } from "../model/check.ts";
import type { Clause, OfficialDocument, PartName, Role } from "../model/document.ts";
import { measureClauses } from "../model/measures.ts";
import { clausePath, rowOf, textOf } from "../model/place.ts";
import { withoutClosing } from "../recognise/responsibility/closing.ts";
import { type Row, rowsOf } from "../recognise/responsibility/passage.ts";
import { tabledRows } from "./tabled.ts";
import { type Target, targetsOf } from "./targets.ts";
import { type Task, tasksOf } from "./tasks.ts";
import { labelledTime, timesOf } from "./times.ts";

/** A heading a task stands under, label included. */
export interface LedgerHeading {
  path: string | null;
  text: string;
}

export interface LedgerUnit {
  name: string;
  role: Role;
  /** 有关部门, 各单位: names no one. */
  vague: boolean;
}

export interface LedgerTime {
  /** As printed. */
  text: string;
  /** Last day it allows, ISO; null where the words fix none. */
  until: string | null;
  recurring: boolean;
}

/** One task of a draft: what, who, by when, how much. */
export interface LedgerRow {
  /** Position of its clause in `OfficialDocument.clauses`; null for the row of a table that stands in none. */
  clause: number | null;
  /** Printed path of the clause, 三（二）2. */
  path: string | null;
  /** Line of a text, paragraph of a docx. */
  line: number;
  /** Headings above the clause, the topmost first. */
  headings: LedgerHeading[];
  /** The measure in its own words, without the words that name units. */
  task: string;
  units: LedgerUnit[];
  /** Path of the heading above whose units hold for this task; null where they are its own or there are none. */
  unitsFrom: string | null;
  times: LedgerTime[];
  /** The same for its time. */
  timesFrom: string | null;
  targets: Target[];
}

/** 责任清单 (任务分解表) of one document. */
export interface Ledger {
  title: string | null;
  docNumber: string | null;
  part: PartName;
  rows: LedgerRow[];
}

/**
 * The document's measures as a table. A clause is one row, or as many as the marks of responsibility that close its
 * sentences; units and times of a heading above hold where a task has none of its own, and say so. A plan whose tasks
 * all stand in a table with a column of units gives the rows of that table. What lays down rules in articles has no
 * measures: `of` says whether its duties are rows (`duties`) or it has none (`measures`).
 */
export function ledger(document: OfficialDocument, of: "measures" | "duties" = "duties"): Ledger {
  const part = measuredPart(document);
  const rows = new Map(withoutClosing(rowsOf(document)).map((row) => [row.clause.index, row]));
  const measures = measureClauses(document);
  const duties = of === "duties" ? document.clauses.filter((one) => one.measure && !one.inline) : [];
  const tabled = measures.length > 0 ? [] : tabledRows(document);
  const clauses = measures.length > 0 ? measures : tabled.length > 0 ? [] : duties;
  const listed = clauses.flatMap((clause) => {
    const row = rows.get(clause.index);
    return row ? rowsOfClause(document, clause, row) : [];
  });
  return {
    title: (document.parts.find(({ name }) => name === part)?.title ?? document.elements.title)?.text ?? null,
    docNumber: document.elements.docNumber?.text ?? null,
    part,
    rows: [...listed, ...tabled],
  };
}

function rowsOfClause(document: OfficialDocument, clause: Clause, row: Row): LedgerRow[] {
  const tasks = tasksOf(document, row);
  const from = clause.responsibility.form === "inherited" ? unitsAbove(document, clause) : null;
  return tasks.map((task) => {
    const own = timesOf(document, task.passages);
    const written = own.length > 0 || tasks.length > 1 ? own : ownTime(clause);
    const labelled = written.length > 0 ? written : labelledTime(document, task.marks);
    const above = labelled.length > 0 ? null : timeAbove(document, clause);
    return {
      clause: clause.index,
      path: clausePath(document, clause),
      line: rowOf(document, task.block),
      headings: headingsOf(document, clause, task.heading),
      task: task.text,
      units: unitsOf(clause, task),
      unitsFrom: from && clausePath(document, from),
      times: above ? ownTime(above) : labelled,
      timesFrom: above && clausePath(document, above),
      targets: targetsOf(task.text, labelled),
    };
  });
}

/** Units of the task's own marks in the roles the document gives them; those of the clause where it has no marks. */
function unitsOf(clause: Clause, task: Task): LedgerUnit[] {
  const { units, form } = clause.responsibility;
  const given = units.map(({ name, role, vague }) => ({ name: name.replace(/\s+/g, ""), role, vague }));
  if (form === "inherited" || form === "table") return given;
  return given.filter(({ name, role }) =>
    task.units.some(
      (unit) =>
        unit.name === name && (unit.role === role || !given.some((one) => one.name === name && one.role === unit.role)),
    ),
  );
}

const ownTime = ({ deadline }: Clause): LedgerTime[] =>
  deadline ? [{ text: deadline.text, until: deadline.until, recurring: deadline.recurring }] : [];

const ancestors = function* (document: OfficialDocument, clause: Clause) {
  for (let at = clause.parent; at !== null; at = document.clauses[at]!.parent) yield document.clauses[at]!;
};

function unitsAbove(document: OfficialDocument, clause: Clause): Clause | null {
  const [mark] = clause.responsibility.marks;
  for (const above of ancestors(document, clause)) {
    if (above.responsibility.marks.some(({ block, start }) => block === mark?.block && start === mark.start))
      return above;
  }
  return null;
}

function timeAbove(document: OfficialDocument, clause: Clause): Clause | null {
  for (const above of ancestors(document, clause)) if (above.deadline) return above;
  return null;
}

function headingsOf(document: OfficialDocument, clause: Clause, own: string | null): LedgerHeading[] {
  const above = [...ancestors(document, clause)].reverse().map((one) => ({
    path: clausePath(document, one),
    text: textOf(document, { ...one.head, start: one.span.start })
      .replace(/\s+/g, " ")
      .replace(/[。：:；]$/, "")
      .trim(),
  }));
  return own === null ? above : [...above, { path: clausePath(document, clause), text: `${clause.label}${own}` }];
}
