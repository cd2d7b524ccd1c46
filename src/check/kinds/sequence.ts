import type * as zod from "zod";
import type { CheckKind, Zod } from "../../model/check.ts";
import type { Clause, LabelStyle, OfficialDocument } from "../../model/document.ts";
import { textOf } from "../../model/place.ts";
import type { Hit, Outcome } from "../../model/result.ts";

/*
 * sequence: 层次序数。Ordinal labels follow each other.
 *
 *   skipped, repeated, order  the fault to look for (default true): 一、三、 · 二、二、 · 三、二、
 *   levels                    labels stand one inside the other as 一、 （一） 1. （1） (default true); leaving a level
 *                             out (1. straight below 一、) is usual and no fault
 *
 * Before: “一、… 二、… 四、…” is a hit at 四、, expected 3.
 * After:  items 1–3 below 一、 and 4–9 below 二、 run on and are none; so are items that begin again at 1.
 */
const options = (z: Zod) =>
  z.strictObject({
    skipped: z.boolean().default(true),
    repeated: z.boolean().default(true),
    order: z.boolean().default(true),
    levels: z.boolean().default(true),
  });

type Options = zod.infer<ReturnType<typeof options>>;
type Fault = "skipped" | "repeated" | "order" | "levels" | "start";

/** Rank of a label in GB/T 9704-2012 7.3.3; styles outside it have none. */
const RANK: Partial<Record<LabelStyle, number>> = {
  chinese: 1,
  "chinese-bracket": 2,
  arabic: 3,
  "arabic-bracket": 4,
};

/** Styles without an ordinal of their own, or whose ordinals (一是, 2.3.1) are not held to a sequence. */
const LOOSE: ReadonlySet<LabelStyle> = new Set(["heading", "enumerated", "decimal", "letter"]);

export const sequence: CheckKind<Options> = {
  name: "sequence",
  title: { zh: "层次序数", en: "Ordinal labels" },
  about: {
    zh: "看层次序数有没有跳号、重号、倒号，层次有没有倒用（如“1.”下面又用“（一）”）。跨章连续编号是允许的。消息里可用 {label}、{previous}、{expected}（应为第几）。",
    en: "Whether ordinal labels skip, repeat, go back, or stand one inside the other the wrong way round. Numbering that runs on across sections is fine. Messages may use {label}, {previous}, {expected}.",
  },
  values: ["label", "previous", "expected"],
  options,
  check(document, options): Outcome {
    const numbered = document.clauses.filter(isCounted);
    if (numbered.length === 0) return { notApplicable: { because: "check.no-clauses", values: {} } };
    return { hits: [...counted(document, numbered, options), ...nested(document, numbered, options)] };
  },
};

/** 第十七条之一 was put in later and shares its number with 第十七条. */
function isCounted(clause: Clause): boolean {
  return clause.ordinal > 0 && !LOOSE.has(clause.style) && !clause.label.includes("之");
}

/** Faults in counting: against the sibling before; a first sibling begins at 1 or runs on from the last of its look. */
function counted(document: OfficialDocument, numbered: Clause[], options: Options): Hit[] {
  const siblings = new Map<string, Clause>();
  const looks = new Map<string, Clause>();
  const hits: Hit[] = [];
  for (const clause of numbered) {
    const look = `${clause.part} ${clause.style === "chapter" ? /[编章节分]/.exec(clause.label)?.[0] : clause.style}`;
    const own = `${look} ${clause.parent}`;
    const sibling = siblings.get(own);
    const last = looks.get(look);
    siblings.set(own, clause);
    looks.set(look, clause);
    const fault = sibling ? faultAfter(clause, sibling) : begins(clause, last) ? null : "start";
    if (!fault || clause.inline || !options[fault === "start" ? "skipped" : fault]) continue;
    const parent = clause.parent === null ? undefined : document.clauses[clause.parent];
    if (ranOn(document, clause, sibling ? [sibling] : [parent, last])) continue;
    hits.push(hit(clause, fault, sibling ?? null, (sibling?.ordinal ?? 0) + 1));
  }
  return hits;
}

function begins(clause: Clause, last: Clause | undefined): boolean {
  return clause.ordinal === 1 || (last !== undefined && clause.ordinal === last.ordinal + 1);
}

/** A list that begins anew at 1 below a heading without a number is usual, and no going back. */
function faultAfter(clause: Clause, previous: Clause): Fault | null {
  if (clause.ordinal === previous.ordinal + 1) return null;
  if (clause.ordinal === previous.ordinal) return "repeated";
  if (clause.ordinal === 1) return null;
  return clause.ordinal > previous.ordinal ? "skipped" : "order";
}

/** Whether the number missing before `clause` stands inside the text before it: a line break lost on the way (…发展1.加强…). */
function ranOn(document: OfficialDocument, clause: Clause, before: (Clause | undefined)[]): boolean {
  const label = clause.label.trim();
  const missing = label.replace(/[0-9]+/, String(clause.ordinal - 1));
  if (missing === label) return false;
  return before.some((one) => one?.own.some((span) => textOf(document, span).indexOf(missing, 1) > 0));
}

function nested(document: OfficialDocument, numbered: Clause[], options: Options): Hit[] {
  if (!options.levels) return [];
  return numbered.flatMap((clause) => {
    const parent = clause.parent === null ? null : (document.clauses[clause.parent] ?? null);
    const outer = parent && RANK[parent.style];
    const inner = RANK[clause.style];
    return outer && inner && inner < outer && !clause.inline ? [hit(clause, "levels", parent, clause.ordinal)] : [];
  });
}

function hit(clause: Clause, fault: Fault, previous: Clause | null, expected: number): Hit {
  const { block, start } = clause.span;
  const values = { label: clause.label.trim(), previous: previous?.label.trim() ?? "", expected };
  return {
    span: { block, start, end: start + clause.label.length },
    part: clause.part,
    values,
    note: { key: `check.sequence-${fault}`, values },
  };
}
