import type * as zod from "zod";
import { type CheckContext, type CheckKind, measuredPart, type Zod } from "../../model/check.ts";
import type { OfficialDocument } from "../../model/document.ts";
import { REVIEWS } from "../../model/facts.ts";
import { measureClauses } from "../../model/measures.ts";
import type { Outcome } from "../../model/result.ts";
import { simplify } from "../../model/simplify.ts";
import { concernOptions, concernPatterns, outsideConcern } from "../concern.ts";
import { demandingPieces } from "../demanded.ts";

/*
 * facts-required: 前置程序。What has to be done before issuing and stands in no text: the fact `reviews` declares it.
 *
 *   reviews  steps needed: 合法性审查, 公平竞争审查, 征求意见, 会签, 风险评估, 集体审议
 *   any      one of them is enough (default false: all)
 *   text     RE2; only where the text matches (市场主体, 企业 …)
 *   units    only where so many different units are given tasks
 *   title, unless  RE2 on the titles: which documents are concerned
 *
 * Before: with { reviews: [合法性审查] } and the declared reviews [征求意见] one hit without a span.
 * After:  with [合法性审查, 征求意见] none; with nothing declared not checked, saying what to declare.
 */
const options = (z: Zod) =>
  z.strictObject({
    reviews: z.array(z.enum(REVIEWS)).min(1),
    any: z.boolean().default(false),
    text: z.string().min(1).optional(),
    units: z.int().min(2).optional(),
    ...concernOptions(z),
  });

type Options = zod.infer<ReturnType<typeof options>>;

export const factsRequired: CheckKind<Options> = {
  name: "facts-required",
  title: { zh: "前置程序", en: "Steps before issuing" },
  about: {
    zh: "看发文前该走的程序（合法性审查、公平竞争审查、征求意见、会签、风险评估、集体审议）有没有声明走过；文中看不出来，没有声明就是“未检查”。text 限定文中提到什么才管，units 限定涉及几个单位才管。消息里可用 {missing}、{declared}、{units}。",
    en: "Whether the steps needed before issuing are declared in the fact `reviews`; no text tells them, so where nothing is declared the rule is not checked. text, units: only where the text matches, or so many units are given tasks. Messages may use {missing}, {declared}, {units}.",
  },
  values: ["missing", "declared", "units"],
  options,
  patterns: (given) => [...(given.text === undefined ? [] : [given.text]), ...concernPatterns(given)],
  check(document, options, context): Outcome {
    const outside = outsideConcern(document, options, context) ?? outsideText(document, options, context);
    if (outside) return outside;
    const units = unitsOf(document);
    if (options.units !== undefined && units.length < options.units) {
      return { notApplicable: { because: "check.few-units", values: { count: units.length, least: options.units } } };
    }
    const wanted = options.reviews.join(options.any ? " / " : "、");
    const { reviews } = document.facts;
    if (reviews.origin === "unknown") {
      return {
        notChecked: {
          reason: "check.reviews-unknown",
          remedy: "check.reviews-unknown.remedy",
          values: { reviews: wanted },
          settledBy: ["reviews"],
        },
      };
    }
    const missing = options.reviews.filter((one) => !reviews.value.includes(one));
    const open = options.any ? missing.length === options.reviews.length : missing.length > 0;
    if (!open) return { hits: [] };
    const values = { missing: missing.join("、"), declared: reviews.value.join("、"), units: units.join("、") };
    return { hits: [{ span: null, part: measuredPart(document), values }] };
  },
};

function outsideText(document: OfficialDocument, { text }: Options, context: CheckContext): Outcome | null {
  if (text === undefined) return null;
  if (demandingPieces(document, context).some((piece) => context.pattern(text).test(piece.text))) return null;
  return { notApplicable: { because: "check.no-matter", values: {} } };
}

/** Different units that measures name. */
function unitsOf(document: OfficialDocument): string[] {
  const units = measureClauses(document).flatMap((clause) => clause.responsibility.units);
  return [...new Set(units.filter((unit) => !unit.vague).map((unit) => simplify(unit.name)))];
}
