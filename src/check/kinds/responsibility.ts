import type * as zod from "zod";
import { type CheckKind, measuredPart, type Zod } from "../../model/check.ts";
import type { Clause, OfficialDocument } from "../../model/document.ts";
import { KINDS } from "../../model/facts.ts";
import { measureClauses } from "../../model/measures.ts";
import { textOf } from "../../model/place.ts";
import type { Hit, Outcome } from "../../model/result.ts";
import { concernOptions, concernPatterns, outsideConcern } from "../concern.ts";
import { doerOf, namedBeside } from "../doers.ts";
import { inBox, isStance } from "../no-task.ts";

/*
 * responsibility: 责任单位。Every measure clause names who does it.
 *
 *   form   forms that count: bracket （市教育局牵头）, line 责任单位：…, inline 由市教育局牵头, table, inherited from the
 *          heading above; default: all five
 *   vague  what to do where only 有关部门, 各单位 are named: accept | report (default; at most info) | reject
 *   lead   of several units one has to be named as 牵头 (default false); at most info: the first often leads by custom
 *   unsure 文种 whose items may be rules as well as tasks, where nobody declared a policy document (default 通知, 决定 and
 *          规划, whose tasks are divided by a paper of their own): at most info
 *   roles  roles of which each must be named, e.g. [牵头, 负责]; default: none in particular
 *   title, unless  RE2 on the titles: which documents are concerned
 *
 * Before: “1. 开展排查整治。” is a hit at its head.
 * After:  “1. 开展排查整治。（市应急局牵头，市消防救援支队配合）” is none.
 * “各级财政部门要…” says who acts without calling it responsible: an info. So is a ban (…的，不再发文), a principle or a fault named, which give no task.
 * A form that is wanted but that no measure of the document has is missed as an info: its issuer writes units another way.
 * A clause gives one hit at most, always at its head, so that rules of several packs meet there.
 */
const FORMS = ["bracket", "line", "inline", "table", "inherited"] as const;

type Form = (typeof FORMS)[number];
type Fault = Pick<Hit, "note" | "atMost">;

const VAGUE = "check.responsibility-vague";
const NOWHERE = { key: "check.responsibility-form-nowhere" } as const;

const options = (z: Zod) =>
  z.strictObject({
    form: z
      .array(z.enum(FORMS))
      .min(1)
      .default([...FORMS]),
    vague: z.enum(["accept", "report", "reject"]).default("report"),
    lead: z.boolean().default(false),
    unsure: z.array(z.enum(KINDS)).default(["通知", "决定", "规划"]),
    roles: z.array(z.enum(["牵头", "配合", "负责"])).default([]),
    ...concernOptions(z),
  });

type Options = zod.infer<ReturnType<typeof options>>;

export const responsibility: CheckKind<Options> = {
  name: "responsibility",
  title: { zh: "责任单位", en: "Responsible unit" },
  about: {
    zh: "逐条看措施有没有写明责任单位：括注、单列一行、行文中“由…牵头”、责任分工表、上级标题统管，五种写法可选。只写“有关部门”“各单位”的另行提示。消息里可用 {label}、{head}、{units}、{missing}（缺的条数，不含只写“有关部门”的）、{measures}（措施条数）。",
    en: "Looks in every measure clause for a responsible unit: in a bracket, on its own line, in running text, in a table, or inherited from a heading. Clauses that name only 有关部门 and the like are reported apart. Messages may use {label}, {head}, {units}, {missing}, {measures}.",
  },
  values: ["label", "head", "units", "missing", "measures"],
  options,
  patterns: concernPatterns,
  check(document, options, context): Outcome {
    const outside = outsideConcern(document, options, context);
    if (outside) return outside;
    const clauses = measureClauses(document);
    if (clauses.length === 0) return { notApplicable: { because: "check.no-measures", values: {} } };
    const part = measuredPart(document);
    // A rule that wants a certain form asks how the unit is written, not whether one can tell who acts.
    const anyForm = options.form.includes("inline");
    const unsure = isUnsure(document, options);
    const faults = clauses.flatMap((clause) => {
      const fault = faultOf(clause, options);
      return fault ? [{ clause, fault: anyForm ? doubtful(document, clause, unsure, fault) : fault }] : [];
    });
    // Where no measure of the document has that form, its issuer writes the unit another way.
    const elsewhere =
      !anyForm && !clauses.some(({ responsibility }) => options.form.includes(responsibility.form as Form));
    const missing = faults.filter(({ fault }) => fault.note?.key !== VAGUE).length;
    return {
      hits: faults.map(({ clause, fault }) => {
        const { units } = clause.responsibility;
        const hit: Hit = {
          span: clause.head,
          part,
          values: {
            missing,
            measures: clauses.length,
            label: clause.label,
            head: textOf(document, clause.head),
            units: units.map((unit) => unit.name).join("、"),
          },
          evidence: units.map((unit) => ({ kind: "unit", draft: unit.span })),
        };
        const note = fault.note ?? (elsewhere ? NOWHERE : undefined);
        if (note) hit.note = note;
        if (elsewhere) hit.atMost = "info";
        else if (fault.atMost) hit.atMost = fault.atMost;
        return hit;
      }),
    };
  },
};

/**
 * A notice or decision that itself holds the clauses, or a plan for years, taken for a policy document by its clauses; and
 * an opinion of the Centre or the State Council, which speaks to localities: its tasks are divided by a paper of its own.
 */
function isUnsure({ facts, parts }: OfficialDocument, { unsure }: Options): boolean {
  const { kind, policyDocument, issuerLevel, issuerBody } = facts;
  if (policyDocument.origin === "declared" || kind.origin === "unknown") return false;
  if (parts.some(({ name }) => name === "annex")) return false;
  const central = issuerLevel.origin !== "unknown" && issuerLevel.value === "central";
  const authority = issuerBody.origin !== "unknown" && ["party", "government"].includes(issuerBody.value);
  return unsure.includes(kind.value) || (kind.value === "意见" && central && authority);
}

/** A missing mark in a clause that says otherwise who acts, or that may give nobody a task: an info with the reason. */
function doubtful(document: OfficialDocument, clause: Clause, unsure: boolean, fault: Fault): Fault {
  if (clause.responsibility.form !== "none" || fault.note) return fault;
  const doer = doerOf(document, clause);
  if (doer) return { atMost: "info", note: { key: "check.responsibility-doer", values: { doer } } };
  if (namedBeside(document, clause)) return { atMost: "info", note: { key: "check.responsibility-beside" } };
  if (isStance(document, clause)) return { atMost: "info", note: { key: "check.responsibility-stance" } };
  if (inBox(document, clause)) return { atMost: "info", note: { key: "check.responsibility-box" } };
  return unsure ? { atMost: "info", note: { key: "check.responsibility-unsure" } } : fault;
}

/** What is wrong with the clause's mark: null where nothing is, an empty object where there is none that counts. */
function faultOf(clause: Clause, options: Options): Fault | null {
  const { form, units, vague } = clause.responsibility;
  if (!options.form.includes(form as Form)) {
    return form === "none" ? {} : { note: { key: `check.responsibility-form-${form}` } };
  }
  if (vague && options.vague !== "accept") {
    const note = { key: VAGUE };
    return options.vague === "report" ? { note, atMost: "info" } : { note };
  }
  const several = new Set(units.filter((unit) => !unit.vague).map((unit) => unit.name)).size > 1;
  if (options.lead && several && !units.some((unit) => unit.role === "牵头")) {
    return { note: { key: "check.responsibility-lead" }, atMost: "info" };
  }
  const absent = options.roles.filter((role) => !units.some((unit) => unit.role === role));
  if (absent.length > 0) return { note: { key: "check.responsibility-role", values: { roles: absent.join("、") } } };
  return null;
}
