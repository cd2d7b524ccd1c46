import type * as zod from "zod";
import { type CheckKind, measuredPart, type Zod } from "../../model/check.ts";
import type { Clause, OfficialDocument, Span, Unit } from "../../model/document.ts";
import { measureClauses } from "../../model/measures.ts";
import type { Outcome } from "../../model/result.ts";
import { simplify } from "../../model/simplify.ts";
import { concernOptions, concernPatterns, outsideConcern } from "../concern.ts";

/*
 * single-lead: 一家牵头。A sign that a document could be issued in a lower name: one unit leads every measure.
 *
 *   lead   RE2 on the lead's name: e.g. a coordinating body (领导小组, 联席会议)
 *   unlike RE2 on the lead's name: not these
 *   least  measures that have to name a lead before anything is said (default 4)
 *   title, unless  RE2 on the titles: which documents are concerned
 *
 * Before: a plan of the city government whose nine measures all end in （市教育局牵头） is one hit at its title.
 * After:  the same plan with one measure led by 市财政局 is none.
 */
const options = (z: Zod) =>
  z.strictObject({
    lead: z.string().min(1).optional(),
    unlike: z.string().min(1).optional(),
    least: z.int().min(2).default(4),
    ...concernOptions(z),
  });

type Options = zod.infer<ReturnType<typeof options>>;

export const singleLead: CheckKind<Options> = {
  name: "single-lead",
  title: { zh: "一家牵头", en: "A single lead" },
  about: {
    zh: "看各条措施是不是都由同一家牵头：都由一家牵头，往往可以由它自己发文。lead、unlike 限定这家的名称。消息里可用 {unit}、{count}（由它牵头的条数）、{measures}。",
    en: "Whether one and the same unit leads every measure, a sign that it could issue the document itself. lead, unlike: RE2 on its name. Messages may use {unit}, {count}, {measures}.",
  },
  values: ["unit", "count", "measures"],
  options,
  patterns: (given) => [
    ...[given.lead, given.unlike].filter((source) => source !== undefined),
    ...concernPatterns(given),
  ],
  check(document, options, context): Outcome {
    const outside = outsideConcern(document, options, context);
    if (outside) return outside;
    const measures = measureClauses(document);
    const leads = measures.flatMap((clause) => leadOf(clause) ?? []);
    if (leads.length < options.least) {
      return { notApplicable: { because: "check.few-leads", values: { count: leads.length, least: options.least } } };
    }
    const unit = leads[0]!;
    const same = leads.every((one) => one === unit) && leads.length * 5 >= measures.length * 4;
    const { lead, unlike } = options;
    const meant =
      (lead === undefined || context.pattern(lead).test(unit)) &&
      (unlike === undefined || !context.pattern(unlike).test(unit));
    if (!same || !meant) return { hits: [] };
    const values = { unit, count: leads.length, measures: measures.length };
    return { hits: [{ span: titleSpan(document), values }] };
  },
};

/** The one unit that leads a measure, else the one that is responsible for it alone; null where there are several. */
function leadOf({ responsibility: { units, vague } }: Clause): string | null {
  if (vague || units.length === 0) return null;
  const leading = units.filter((unit) => unit.role === "牵头");
  const chosen = leading.length > 0 ? leading : units.filter((unit) => unit.role === "负责");
  const names = new Set(chosen.map(nameOf));
  return names.size === 1 ? [...names][0]! : null;
}

const nameOf = (unit: Unit) => simplify(unit.name).replace(/[\s\u3000]/g, "");

function titleSpan(document: OfficialDocument): Span | null {
  const part = document.parts.find((one) => one.name === measuredPart(document));
  return (document.elements.title ?? part?.title)?.spans[0] ?? null;
}
