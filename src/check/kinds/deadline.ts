import type * as zod from "zod";
import { type CheckKind, measuredPart, type Zod } from "../../model/check.ts";
import type { Clause, OfficialDocument } from "../../model/document.ts";
import { measureClauses } from "../../model/measures.ts";
import { textOf } from "../../model/place.ts";
import type { Hit, Outcome } from "../../model/result.ts";
import { DATE_UNKNOWN } from "../date-unknown.ts";

/*
 * deadline: 完成时限。Every measure clause says by when; no time limit lies before the document's own date.
 *
 *   missing    report measures without a time limit (default true); one above the clause counts for it
 *   recurring  whether 每年, 每季度 count as a time limit (default true)
 *   past       report time limits that ended before 成文日期 (default false)
 *
 * Before: “2. 完善预案。” is a hit at its head; with past, “3月底前完成” in a document of 12 April is a hit at those words.
 * After:  “2. 6月底前完善预案。” is none.
 */
const options = (z: Zod) =>
  z.strictObject({
    missing: z.boolean().default(true),
    recurring: z.boolean().default(true),
    past: z.boolean().default(false),
  });

type Options = zod.infer<ReturnType<typeof options>>;

export const deadline: CheckKind<Options> = {
  name: "deadline",
  title: { zh: "完成时限", en: "Time limit" },
  about: {
    zh: "逐条看措施有没有完成时限；也可以看时限是不是早于成文日期。消息里可用 {label}、{head}、{deadline}、{until}、{date}、{missing}、{measures}。",
    en: "Looks for a time limit in every measure clause; and, if asked, for time limits earlier than the document's date. Messages may use {label}, {head}, {deadline}, {until}, {date}, {missing}, {measures}.",
  },
  values: ["label", "head", "deadline", "until", "date", "missing", "measures"],
  options,
  check(document, options): Outcome {
    const measures = measureClauses(document);
    const dated = document.clauses.filter((clause) => clause.deadline?.until);
    if (options.missing ? measures.length === 0 : dated.length === 0) {
      return { notApplicable: { because: options.missing ? "check.no-measures" : "check.no-deadlines", values: {} } };
    }
    const late = options.past && dated.length > 0 ? pastHits(document, dated) : [];
    if (late === null) {
      return { notChecked: DATE_UNKNOWN };
    }
    return { hits: [...(options.missing ? missingHits(document, measures, options) : []), ...late] };
  },
};

function missingHits(document: OfficialDocument, measures: Clause[], options: Options): Hit[] {
  const open = measures.filter((clause) => !hasDeadline(document, clause, options.recurring));
  return open.map((clause) =>
    hit(document, clause, clause.head, { missing: open.length, measures: measures.length, deadline: "", until: "" }),
  );
}

/** A time limit of the clause itself or of a heading above it. */
function hasDeadline(document: OfficialDocument, clause: Clause, recurring: boolean): boolean {
  for (let at: Clause | undefined = clause; at; at = at.parent === null ? undefined : document.clauses[at.parent]) {
    if (at.deadline && (recurring || !at.deadline.recurring)) return true;
  }
  return false;
}

function pastHits(document: OfficialDocument, dated: Clause[]): Hit[] | null {
  const issued = document.facts.issuedOn;
  if (issued.origin === "unknown") return null;
  return dated.flatMap((clause) => {
    const { text, span, until } = clause.deadline!;
    if (until === null || until >= issued.value) return [];
    return [hit(document, clause, span, { deadline: text, until, date: issued.value, missing: "", measures: "" })];
  });
}

function hit(document: OfficialDocument, clause: Clause, span: Clause["head"], values: Hit["values"]): Hit {
  const date = document.facts.issuedOn.origin === "unknown" ? "" : document.facts.issuedOn.value;
  return {
    span,
    part: clause.part ?? measuredPart(document),
    values: { date, label: clause.label, head: textOf(document, clause.head), ...values },
  };
}
