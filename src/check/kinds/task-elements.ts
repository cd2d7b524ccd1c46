import type * as zod from "zod";
import { quantities } from "../../compare/quantities.ts";
import { type CheckContext, type CheckKind, measuredPart, type Zod } from "../../model/check.ts";
import type { Clause, OfficialDocument } from "../../model/document.ts";
import { measureClauses } from "../../model/measures.ts";
import { textOf } from "../../model/place.ts";
import type { Hit, Outcome } from "../../model/result.ts";
import { simplify } from "../../model/simplify.ts";
import { concernOptions, concernPatterns, outsideConcern, titlesOf } from "../concern.ts";
import { demandingPieces } from "../demanded.ts";
import { bare, tablesOf } from "../tables.ts";

/*
 * task-elements: 任务要素。What every task of a plan says, and what the plan as a whole says.
 *
 *   each   elements every measure clause needs: amount (a target number), time, unit, person; a list in the list means
 *          one of them: [[amount, time]] is 能量化的量化，不能量化的提出进度
 *   mild   elements whose absence alone makes at most an info: not everything can be counted
 *   parts  name → RE2: content the plan as a whole needs, by its words and not by its headings
 *   cites  RE2; the plan concerns only where its text before the first clause, or its title, matches
 *          or a superior given has such a title
 *   title, unless  RE2 on the titles: which documents are concerned
 *
 * Before: with { each: [amount, time, unit] } “2. 完善预案。” is a hit at its head: 工作量、时限、责任单位 are missing.
 * After:  “2. 6月底前修订预案3部。（市应急局牵头）” is none.
 * A plan that is a table is judged by the columns of the table.
 */
const ELEMENTS = ["amount", "time", "unit", "person"] as const;
type TaskElement = (typeof ELEMENTS)[number];

const options = (z: Zod) => {
  const one = z.enum(ELEMENTS);
  return z
    .strictObject({
      each: z.array(z.union([one, z.array(one).min(2)])).default([]),
      mild: z.array(one).default([]),
      parts: z.record(z.string().min(1), z.string().min(1)).default({}),
      cites: z.string().min(1).optional(),
      ...concernOptions(z),
    })
    .refine((given) => given.each.length > 0 || Object.keys(given.parts).length > 0, { error: "each or parts" });
};

type Options = zod.infer<ReturnType<typeof options>>;

export const taskElements: CheckKind<Options> = {
  name: "task-elements",
  title: { zh: "任务要素", en: "Elements of a task" },
  about: {
    zh: "逐条看任务有没有工作量（amount）、时限（time）、责任单位（unit）、责任人（person）；或者看整个方案有没有该有的内容（parts：名称 → 正则，看内容不看标题）。列成表的看表头。cites 限定承接上级文件的方案。消息里可用 {label}、{head}、{missing}、{open}（不全的条数）、{measures}。",
    en: "Looks in every task for a target number (amount), a time, a unit, a person; or in the whole plan for the content it needs (parts: name → RE2). A plan in a table is judged by its columns. Messages may use {label}, {head}, {missing}, {open}, {measures}.",
  },
  values: ["label", "head", "missing", "open", "measures"],
  options,
  patterns: (given) => [
    ...Object.values(given.parts),
    ...(given.cites === undefined ? [] : [given.cites]),
    ...concernPatterns(given),
  ],
  check(document, options, context): Outcome {
    const outside = outsideConcern(document, options, context);
    if (outside) return outside;
    if (options.cites !== undefined && !carriesOut(document, options.cites, context)) {
      return { notApplicable: { because: "check.no-cited", values: {} } };
    }
    const whole = missingParts(document, options, context);
    if (options.each.length === 0) return { hits: whole };
    const measures = measureClauses(document);
    const tabled = measures.length === 0 ? tableHits(document, options) : null;
    if (measures.length === 0 && tabled === null) {
      return { notApplicable: { because: "check.no-measures", values: {} } };
    }
    return { hits: [...whole, ...(tabled ?? clauseHits(document, measures, options))] };
  },
};

/** Whether the opening of the plan, or a superior given, is such a document. */
function carriesOut(document: OfficialDocument, cites: string, context: CheckContext): boolean {
  const pattern = context.pattern(cites);
  const above = context.superiors.flatMap((superior) => ("document" in superior ? titlesOf(superior.document) : []));
  return pattern.test(opening(document)) || above.some((title) => pattern.test(title));
}

/** Titles and the first paragraphs before the first clause, where a plan says what it carries out. */
function opening(document: OfficialDocument): string {
  const body = document.parts.find((part) => part.name === measuredPart(document))?.body ?? document.body;
  const first = body?.first ?? 0;
  const clause = document.clauses.find(({ span }) => span.block >= first)?.span.block ?? first + 3;
  const blocks = document.blocks.slice(first, Math.max(first + 1, Math.min(clause, first + 6)));
  const titles = document.parts.flatMap((part) => (part.title ? [part.title.text] : []));
  return simplify([...titles, ...blocks.map((block) => block.text)].join("\n"));
}

function missingParts(document: OfficialDocument, options: Options, context: CheckContext): Hit[] {
  const names = Object.entries(options.parts);
  if (names.length === 0) return [];
  const texts = demandingPieces(document, context).map((piece) => piece.text);
  const missing = names.filter(([, source]) => !texts.some((text) => context.pattern(source).test(text)));
  if (missing.length === 0) return [];
  const values = { missing: missing.map(([name]) => name).join("、"), label: "", head: "", open: "", measures: "" };
  return [{ span: null, part: measuredPart(document), values }];
}

const NAMES: Record<TaskElement, string> = { amount: "工作量", time: "完成时限", unit: "责任单位", person: "责任人" };

function clauseHits(document: OfficialDocument, measures: Clause[], options: Options): Hit[] {
  const faults = measures.flatMap((clause) => {
    const text = clause.own.map((span) => simplify(textOf(document, span))).join("\n");
    const missing = options.each.filter((wanted) => ![wanted].flat().some((one) => has(one, clause, text, document)));
    return missing.length > 0 ? [{ clause, missing }] : [];
  });
  return faults.map(({ clause, missing }) => ({
    span: clause.head,
    part: clause.part,
    values: {
      label: clause.label,
      head: textOf(document, clause.head),
      missing: missing.map(nameOf).join("、"),
      open: faults.length,
      measures: measures.length,
    },
    ...(missing.every((wanted) => [wanted].flat().every((one) => options.mild.includes(one)))
      ? { atMost: "info" as const }
      : {}),
  }));
}

const nameOf = (wanted: TaskElement | TaskElement[]) =>
  [wanted]
    .flat()
    .map((one) => NAMES[one])
    .join("或");

/** 分三步, 每季度, 按月: a time is said even where no day is. */
const PROGRESS =
  /分[两二三四五六七八九]?[步期批]|每[年季月周日]|按[年季月周]|逐[年月]|阶段|[上下]半年|年内|当年|月底|年底/;
const PERSON = /责任人|负责人|主任|局长|书记|市长|县长|区长|镇长|乡长|处长|科长|秘书长|同志|组长|站长|专人|专员/;

function has(element: TaskElement, clause: Clause, text: string, document: OfficialDocument): boolean {
  if (element === "unit") return clause.responsibility.form !== "none" && !clause.responsibility.vague;
  if (element === "person") return PERSON.test(text);
  if (element === "amount") return isCounted(text);
  for (let at: Clause | undefined = clause; at; at = at.parent === null ? undefined : document.clauses[at.parent]) {
    if (at.deadline) return true;
  }
  return PROGRESS.test(text);
}

/** A number with a unit that is a target: 一个, 一次 in words are none, nor is a time. */
function isCounted(text: string): boolean {
  return quantities(text).some(
    ({ unit, value, text: words }) => !/年|月|天|日|小时|分钟/.test(unit) && !(value === 1 && /^[一]/.test(words)),
  );
}

const COLUMNS: Record<TaskElement, RegExp> = {
  amount: /指标|标准|目标|数量|工作量|要求|内容/,
  time: /时限|时间|期限|进度|节点|月/,
  unit: /单位|部门|责任|牵头|岗位|主体/,
  person: /责任人|负责人|责任领导|姓名|人员|联系人/,
};

/** A plan in a table: one hit at its head. Null where no table is a list of tasks. */
function tableHits(document: OfficialDocument, options: Options): Hit[] | null {
  const table = tablesOf(document).find(({ names }) =>
    names.some((name) => /任务|工作|项目|事项|措施|内容/.test(name)),
  );
  const first = table?.head[0];
  if (!table || !first) return null;
  const meets = (one: TaskElement) => table.names.some((name) => COLUMNS[one].test(name));
  const missing = options.each.filter((wanted) => ![wanted].flat().some(meets));
  if (missing.length === 0) return [];
  const values = { label: "", head: bare(first.text), missing: missing.map(nameOf).join("、"), open: "", measures: "" };
  return [{ span: { block: first.index, start: 0, end: first.text.length }, values }];
}
