import type * as zod from "zod";
import type { CheckKind, Zod } from "../../model/check.ts";
import { CHANGE_KINDS, type Coverage, type CoverageTask } from "../../model/coverage.ts";
import type { OfficialDocument } from "../../model/document.ts";
import { textOf } from "../../model/place.ts";
import type { Hit, Outcome } from "../../model/result.ts";

/*
 * coverage: 承接上级任务。Holds the draft against the tasks of the superiors given with --against.
 *
 *   report  missing: tasks of the superior that no clause of the draft takes up | discount: in clauses that do, a lower
 *           target, a later deadline, a narrower scope, a weaker obligation
 *   stricter  with discount: report what goes beyond the superior too, at most info (default true)
 *   changes   with discount: the changes looked for, e.g. [deadline-later] (default all)
 *   most      with missing: where more tasks than this are missing, one hit names them all (default 10)
 *   forAbove  report tasks that only units of the superior's own level are named for (default false)
 *
 * Before: “2027年底前完成” beside the superior's “2026年底前完成” is a hit at the clause: the deadline is later.
 * After:  a clause that says the same in other words is none. 层层加码 (earlier, higher) is an info.
 */
const options = (z: Zod) =>
  z.strictObject({
    report: z.enum(["missing", "discount"]),
    stricter: z.boolean().default(true),
    changes: z.array(z.enum(CHANGE_KINDS)).min(1).optional(),
    most: z.int().positive().default(10),
    forAbove: z.boolean().default(false),
  });

type Options = zod.infer<ReturnType<typeof options>>;

export const coverage: CheckKind<Options> = {
  name: "coverage",
  title: { zh: "承接上级任务", en: "Taking up the superior's tasks" },
  about: {
    zh: "对照 --against 给的上级文件：missing 报没有承接的任务，discount 报承接时打了折扣的地方（指标低了、时限晚了、范围窄了、要求软了），比上级更严的按提示报。消息里可用 {task}（上级的话）、{path}（上级的条目）、{source}（上级文件）、{mine}（本稿的话）、{missing}（没有承接的项数）、{tasks}（上级任务项数）、{new}（本稿新增的条数）。",
    en: "Holds the draft against the superiors given with --against: missing reports tasks nobody takes up, discount clauses that ask for less; what is stricter than above is info. Messages may use {task}, {path}, {source}, {mine}, {missing}, {tasks}, {new}.",
  },
  values: ["task", "path", "source", "mine", "missing", "tasks", "new"],
  needs: ["superior"],
  options,
  check(document, options, context): Outcome {
    const superiors = context.superiors.flatMap((superior) =>
      "document" in superior && !superior.alike ? [superior.document] : [],
    );
    const table = context.once("coverage of what binds", () => context.comparison!.coverage(document, superiors));
    const tasks = table.tasks.filter((task) => options.forAbove || !task.forAbove);
    if (tasks.length === 0) return { notApplicable: { because: "check.no-aligned", values: {} } };
    const around = { document, superiors, table, tasks: tasks.length };
    if (options.report === "discount") {
      return { hits: tasks.flatMap((task) => changeHits(task, options, around)) };
    }
    const missing = tasks.filter((task) => task.state === "missing");
    if (missing.length > options.most) return { hits: [summaryHit(missing, around)] };
    return { hits: missing.map((task) => missingHit(task, missing.length, around)) };
  },
};

interface Around {
  document: OfficialDocument;
  superiors: readonly OfficialDocument[];
  table: Coverage;
  tasks: number;
}

function missingHit(task: CoverageTask, missing: number, around: Around): Hit {
  const superior = around.superiors[task.superior]!;
  const words = textOf(superior, task.span).trim();
  return {
    span: null,
    values: valuesOf(task, around, { task: words.slice(0, 60), mine: "", missing }),
    evidence: [{ kind: "text", draft: null, other: { name: task.name, clause: task.path, ...within(words) } }],
  };
}

/** One hit for a draft that leaves most of the superior alone: a list of its own is no help in forty findings. */
function summaryHit(missing: CoverageTask[], around: Around): Hit {
  const hits = missing.map((task) => missingHit(task, missing.length, around));
  const names = (key: "path" | "task", count: number) => {
    const shown = hits.slice(0, count).map((hit) => hit.values![key]);
    return shown.join(key === "path" ? "、" : "”“") + (key === "path" && hits.length > count ? "……" : "");
  };
  return {
    ...hits[0]!,
    values: { ...hits[0]!.values, path: names("path", 12), task: names("task", 3) },
    evidence: hits.flatMap((hit) => hit.evidence!),
  };
}

/** The superior's words as a text of their own. */
const within = (text: string) => ({ start: 0, end: text.length, text });

function changeHits(task: CoverageTask, { stricter, changes }: Options, around: Around): Hit[] {
  return task.changes.flatMap((change): Hit[] => {
    const discount = change.direction === "discount";
    if ((!discount && !stricter) || changes?.includes(change.kind) === false) return [];
    return [
      {
        span: change.draft.span,
        values: valuesOf(task, around, { task: change.source.text, mine: change.draft.text, missing: "" }),
        note: { key: `check.change-${change.kind}` },
        evidence: [
          {
            kind: "text",
            draft: change.draft.span,
            other: { name: task.name, clause: task.path, ...within(change.source.text) },
          },
        ],
        ...(discount ? {} : { atMost: "info" as const }),
      },
    ];
  });
}

function valuesOf(
  task: CoverageTask,
  { superiors, table, tasks }: Around,
  own: Record<"task" | "mine" | "missing", string | number>,
): NonNullable<Hit["values"]> {
  const source = superiors[task.superior]?.elements.title?.text ?? task.name;
  return { ...own, source, path: task.path ?? "", tasks, new: table.counts.new };
}
