import type * as zod from "zod";
import type { CheckKind, Zod } from "../../model/check.ts";
import type { Clause, LabelStyle, OfficialDocument, PartName } from "../../model/document.ts";
import type { Hit, Outcome } from "../../model/result.ts";
import { isSaved } from "../saved.ts";

/*
 * sequence: 层次序数。Ordinal labels follow each other.
 *
 *   skipped, repeated, order  the fault to look for (default true): 一、三、 · 二、二、 · 三、二、
 *   levels                    labels stand one inside the other as 一、 （一） 1. （1） (default true); leaving a level
 *                             out (1. straight below 一、) is usual and no fault
 *
 * Before: “一、… 二、… 四、…” is a hit at 四、, expected 3.
 * After:  items 1–3 below 一、 and 4–9 below 二、 run on and are none; so are items that begin again at 1, and a number
 *         that stands inside the text before (its line break was lost). In a text saved from a page, which loses lines
 *         and list numbers, every fault is an info.
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
    const hits = [...counted(document, numbered, options), ...nested(document, numbered, options)];
    return { hits: isSaved(document) ? hits.map((hit) => ({ ...hit, atMost: "info" })) : hits };
  },
};

/** 第十七条之一 was put in later and shares its number with 第十七条. */
function isCounted(clause: Clause): boolean {
  return clause.ordinal > 0 && !LOOSE.has(clause.style) && !clause.label.includes("之");
}

/** Faults in counting: against the sibling before; a first sibling begins at 1 or runs on from the last of its look. */
function counted(document: OfficialDocument, numbered: Clause[], options: Options): Hit[] {
  const looks = new Map<PartName, Map<string, Counted>>();
  const hits: Hit[] = [];
  for (const clause of numbered) {
    const alike = ofLook(looks, clause);
    const { last } = alike;
    const sibling = alike.siblings.get(clause.parent);
    alike.siblings.set(clause.parent, clause);
    alike.last = clause;
    const fault = sibling ? faultAfter(clause, sibling) : begins(clause, last) ? null : "start";
    if (!fault || clause.inline || !options[fault === "start" ? "skipped" : fault]) continue;
    const parent = clause.parent === null ? undefined : document.clauses[clause.parent];
    if (ranOn(document, clause, sibling ?? parent ?? last)) continue;
    hits.push(hit(clause, fault, sibling ?? null, (sibling?.ordinal ?? 0) + 1));
  }
  return hits;
}

/** The last clause of one look in a part, and the last below each parent. */
interface Counted {
  last: Clause | undefined;
  siblings: Map<number | null, Clause>;
}

/** By maps in maps: keys put together of part, look and parent took longer than all the counting. */
function ofLook(looks: Map<PartName, Map<string, Counted>>, { part, style, label }: Clause): Counted {
  const look = style === "chapter" ? (/[编章节分]/.exec(label)?.[0] ?? "") : style;
  const inPart = looks.get(part) ?? new Map<string, Counted>();
  const counted = inPart.get(look) ?? { last: undefined, siblings: new Map() };
  if (!counted.last) looks.set(part, inPart.set(look, counted));
  return counted;
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

/**
 * Whether the label missing before `clause` stands inside the text since `before`: a line break lost on the way
 * (…发展1.加强…, …机器人。 三、推进…) is no skipped number.
 */
function ranOn(document: OfficialDocument, clause: Clause, before: Clause | undefined): boolean {
  const label = clause.label.trim();
  const missing = label.replace(NUMBER, (digits) => (/[0-9]/.test(digits) ? String : chinese)(clause.ordinal - 1));
  if (missing === label) return false;
  for (let index = before?.span.block ?? 0; index <= clause.span.block; index++) {
    const text = document.blocks[index]?.text ?? "";
    const at = text.indexOf(missing, before?.span.block === index ? before.span.start + 1 : 0);
    if (at >= 0 && (index < clause.span.block || at < clause.span.start)) return true;
  }
  return false;
}

const NUMBER = /[0-9]+|[一二三四五六七八九十百]+/;
const DIGITS = [..."零一二三四五六七八九"];

/** 3 → 三, 12 → 十二, 38 → 三十八, 105 → 一百零五; labels go no further than the hundreds. */
function chinese(value: number): string {
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const unit = ones > 0 ? DIGITS[ones]! : "";
  if (hundreds === 0) return `${tens > 1 ? DIGITS[tens] : ""}${tens > 0 ? "十" : ""}${unit}`;
  return `${DIGITS[hundreds]}百${tens > 0 ? `${DIGITS[tens]}十` : ones > 0 ? "零" : ""}${unit}`;
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
