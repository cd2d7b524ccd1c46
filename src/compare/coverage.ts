import type { Coverage, CoverageClause, CoverageLink, CoverageTask } from "../model/coverage.ts";
import type { Clause, OfficialDocument } from "../model/document.ts";
import { clausePath } from "../model/place.ts";
import { changesOf, type Demand } from "./changes.ts";
import { findPassages, prepare, prepareDraft } from "./compare.ts";
import { type Link, linksOf, type Task } from "./links.ts";
import { saysSomethingLocal } from "./local.ts";
import { saysNew } from "./marks.ts";
import { COMPARE_DEFAULTS, type CompareOptions } from "./options.ts";
import { editScript } from "./script.ts";
import { documentSide, offsetOf, type Side } from "./side.ts";
import { tokens } from "./tokens.ts";

/** Bounds of the coverage; the pack author's. */
export interface CoverageOptions extends CompareOptions {
  /** Share of a task that has to stand in the draft for it to be taken up word for word. */
  copiedShare: number;
  /** Likeness from which a clause takes a task up in other words. */
  likeness: number;
}

export const COVERAGE_DEFAULTS: CoverageOptions = { ...COMPARE_DEFAULTS, copiedShare: 0.5, likeness: 0.22 };

/** 承接对照表: what of the superiors' tasks the draft takes up and how, and where each clause of the draft comes from. */
export function coverage(
  draft: OfficialDocument,
  superiors: readonly OfficialDocument[],
  options: Partial<CoverageOptions> = {},
): Coverage {
  const settings = { ...COVERAGE_DEFAULTS, ...options };
  const mine = documentSide(draft);
  const theirs = superiors.map(documentSide);
  const prepared = prepareDraft(mine.text, mine.furniture);
  const sources = theirs.map((side) => ({ ...side, ...prepare(side.text) }));
  const clauses = demandsOf(mine, draft);
  const tasks = superiors.flatMap((document, superior) =>
    demandsOf(theirs[superior]!, document).map((demand): Task => ({ ...demand, superior })),
  );
  const links = linksOf(tasks, clauses, {
    mine,
    theirs,
    texts: { prepared, sources },
    found: findPassages(prepared, sources, settings),
  });
  const best = bestLinks(links, tasks.length, settings);
  const rows = tasks.map((task, at) => taskRow(task, best[at]!, clauses, draft, superiors[task.superior]!, settings));
  const froms = clauseRows(clauses, tasks, links, draft, superiors, settings);
  const counts = { copied: 0, localised: 0, reworded: 0, missing: 0, new: 0 };
  for (const row of rows) counts[row.state]++;
  for (const row of froms) if (row.state === "new") counts.new++;
  return { tasks: rows, clauses: froms, counts };
}

/** Measures of a document; where it has none (a statute), its leaves. */
function demandsOf(side: Side, document: OfficialDocument): Demand[] {
  const measures = document.clauses.filter((clause) => clause.measure);
  const chosen = measures.length > 0 ? measures : document.clauses.filter((clause) => clause.leaf);
  return chosen.map((clause) => ({
    clause,
    text: clause.own
      .map((span) => side.text.slice(offsetOf(side, span.block, span.start), offsetOf(side, span.block, span.end)))
      .join("\n"),
  }));
}

function isLink(link: Link, options: CoverageOptions): boolean {
  return link.copied >= options.copiedShare || link.likeness >= options.likeness;
}

function bestLinks(links: Link[], count: number, options: CoverageOptions): (Link | null)[] {
  const best = new Array<Link | null>(count).fill(null);
  for (const link of links) {
    const before = best[link.task];
    if (isLink(link, options) && (!before || rank(link) > rank(before))) best[link.task] = link;
  }
  return best;
}

const rank = (link: Link) => link.copied * 2 + link.likeness;

function stateOf(
  link: Link,
  clause: Demand,
  task: Demand,
  options: CoverageOptions,
): "copied" | "localised" | "reworded" {
  if (link.copied < options.copiedShare) return "reworded";
  const rest = without(clause.text, task.text);
  return saysSomethingLocal(rest) ? "localised" : "copied";
}

/** What the clause says that the task does not, names aside. */
function without(text: string, other: string): string {
  const [mine, theirs] = [prepare(text), prepare(other)];
  const { edits } = editScript(
    tokens(mine.text, mine.normalised, 0, mine.normalised.codes.length),
    tokens(theirs.text, theirs.normalised, 0, theirs.normalised.codes.length),
  );
  return edits
    .filter(saysNew)
    .map((edit) => edit.draft)
    .join("，");
}

function taskRow(
  task: Task,
  link: Link | null,
  clauses: Demand[],
  draft: OfficialDocument,
  superior: OfficialDocument,
  options: CoverageOptions,
): CoverageTask {
  const counterpart = link ? clauses[link.clause]! : null;
  const linked: CoverageLink | null =
    link && counterpart
      ? {
          clause: counterpart.clause.index,
          path: clausePath(draft, counterpart.clause),
          span: counterpart.clause.span,
          copied: link.copied,
          likeness: link.likeness,
        }
      : null;
  return {
    superior: task.superior,
    name: superior.name,
    clause: task.clause.index,
    path: clausePath(superior, task.clause),
    span: task.clause.span,
    text: task.text,
    state: link && counterpart ? stateOf(link, counterpart, task, options) : "missing",
    link: linked,
    forAbove: isForAbove(task.clause),
    changes: counterpart ? changesOf(counterpart, task, link?.copied ?? 0) : [],
  };
}

/** Every unit is named, and none of them is one below: 各地, 各市县, 地方. */
function isForAbove(clause: Clause): boolean {
  const { units } = clause.responsibility;
  return units.length > 0 && units.every((unit) => !unit.vague && !/各|地方|区|县|乡|镇/.test(unit.name));
}

function clauseRows(
  clauses: Demand[],
  tasks: Task[],
  links: Link[],
  draft: OfficialDocument,
  superiors: readonly OfficialDocument[],
  options: CoverageOptions,
): CoverageClause[] {
  const best = bestLinks(
    links.map((link) => ({ ...link, task: link.clause, clause: link.task })),
    clauses.length,
    options,
  );
  return clauses.map((clause, at) => {
    const link = best[at];
    const task = link ? tasks[link.clause] : undefined;
    const place = { clause: clause.clause.index, path: clausePath(draft, clause.clause), span: clause.clause.span };
    if (!link || !task) return { ...place, state: "new", from: null };
    const superior = superiors[task.superior]!;
    return {
      ...place,
      state: stateOf(link, clause, task, options),
      from: {
        superior: task.superior,
        name: superior.name,
        clause: task.clause.index,
        path: clausePath(superior, task.clause),
      },
    };
  });
}
