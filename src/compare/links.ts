import type { Demand } from "./changes.ts";
import type { Found, Prepared } from "./compare.ts";
import { likeness } from "./likeness.ts";
import { orderOf } from "./order.ts";
import { alignTokens } from "./script.ts";
import { offsetOf, type Side } from "./side.ts";
import { tokens } from "./tokens.ts";

/** A task of one of the superiors. */
export interface Task extends Demand {
  superior: number;
}

/** How much of a task stands in a clause, and how alike the two are. */
export interface Link {
  task: number;
  clause: number;
  copied: number;
  likeness: number;
}

/** Every pair of a task and a clause that share copied words or look alike. */
export function linksOf(
  tasks: Task[],
  clauses: Demand[],
  sides: { mine: Side; theirs: Side[]; texts: { prepared: Prepared; sources: Prepared[] }; found: Found[] },
): Link[] {
  const links = new Map<number, Link>();
  const at = (task: number, clause: number): Link => {
    const key = task * clauses.length + clause;
    let link = links.get(key);
    if (!link) {
      link = { task, clause, copied: 0, likeness: 0 };
      links.set(key, link);
    }
    return link;
  };
  const clauseOf = owners(sides.mine, clauses);
  const taskOf = sides.theirs.map((side, superior) => owners(side, tasks, superior));
  const same = (superior: number, mine: number, theirs: number) => {
    const clause = clauseOf[mine]!;
    const task = taskOf[superior]![theirs]!;
    if (clause >= 0 && task >= 0) at(task, clause).copied++;
  };
  for (const found of sides.found) {
    const { passage, source } = found;
    for (const [mine, theirs] of movedPairs(found, sides.texts)) same(source, mine, theirs);
    let a = passage.draft.start;
    let b = passage.source.start;
    for (const edit of passage.edits) {
      if (edit.kind === "equal") {
        for (let i = 0; i < Math.min(edit.draft.length, edit.source.length); i++) same(source, a + i, b + i);
      }
      a += edit.draft.length;
      b += edit.source.length;
    }
  }
  for (const link of links.values()) link.copied /= Math.max(1, tasks[link.task]!.text.length);
  likeness(
    tasks.map((task) => task.text),
    clauses.map((clause) => clause.text),
    (task, clause, cosine) => {
      if (cosine >= LEAST) at(task, clause).likeness = cosine;
    },
  );
  return [...links.values()];
}

/** Equal characters of a passage's moved pieces, which its edit script tells as deleted here and inserted there. */
function movedPairs(
  { stretch, source }: Found,
  { prepared, sources }: { prepared: Prepared; sources: Prepared[] },
): [draft: number, source: number][] {
  const order = orderOf(stretch.hits, stretch.source, stretch.sourceEnd);
  const other = sources[source]!;
  return (order?.moved ?? []).flatMap((hit) => {
    const mine = tokens(prepared.text, prepared.normalised, hit.draft, hit.draftEnd);
    const theirs = tokens(other.text, other.normalised, hit.source, hit.sourceEnd);
    return alignTokens(mine, theirs).map((pair): [number, number] => [
      prepared.normalised.starts[hit.draft + pair.draft]!,
      other.normalised.starts[hit.source + pair.source]!,
    ]);
  });
}

/** Likeness below which two clauses have nothing to do with each other. */
const LEAST = 0.1;

/** For every character of a side, the demand it belongs to, −1 for none. */
function owners(side: Side, demands: (Demand & { superior?: number })[], superior?: number): Int32Array {
  const owner = new Int32Array(side.text.length + 1).fill(-1);
  demands.forEach((demand, at) => {
    if (superior !== undefined && demand.superior !== superior) return;
    for (const span of demand.clause.own) {
      owner.fill(at, offsetOf(side, span.block, span.start), offsetOf(side, span.block, span.end));
    }
  });
  return owner;
}
