import type * as zod from "zod";
import { pairsOf, planEntries, shareOfPairs, titleSubject } from "../../measure/plan.ts";
import type { CheckContext, CheckKind, Zod } from "../../model/check.ts";
import type { Outcome } from "../../model/result.ts";
import { simplify } from "../../model/simplify.ts";
import { concernOptions, concernPatterns, listOf, outsideConcern, titlesOf } from "../concern.ts";
import { demandingPieces } from "../demanded.ts";

/*
 * listed: 列入计划。The draft's subject stands in the year's plan (`plans:` in gwlint.yaml).
 *
 *   plan    RE2 on a plan's file name and title: which of the plans (发文计划, 会议计划 …)
 *   share   share of the subject's pairs of characters that an entry has to have (default 0.6); the pack author's
 *   except  RE2; a draft with a match in its text is let go: 报经…批准
 *   title, unless  RE2 on the titles: which documents are concerned
 *
 * Before: with a plan that has no entry like it, “关于举办龙舟赛的通知” is a hit at its title.
 * After:  with the entry “印发城市更新实施方案” the “关于印发《某某市城市更新实施方案》的通知” is none. Without a plan of that
 *         name: not checked, saying how to give it.
 */
const options = (z: Zod) => {
  const patterns = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);
  return z.strictObject({
    plan: z.string().min(1),
    share: z.number().gt(0).max(1).default(0.6),
    except: patterns.optional(),
    ...concernOptions(z),
  });
};

type Options = zod.infer<ReturnType<typeof options>>;

export const listed: CheckKind<Options> = {
  name: "listed",
  title: { zh: "列入计划", en: "Listed in a plan" },
  about: {
    zh: "看文稿的事由在不在年度计划里（gwlint.yaml 的 plans 给计划文件，Word、Markdown、文本都行，一行或一格一项）。没有给计划就是“未检查”。消息里可用 {subject}（事由）、{plan}（计划文件名）、{nearest}（最接近的一项）。",
    en: "Whether the draft's subject stands in the year's plan given under `plans` in gwlint.yaml (a line or cell an entry). Without such a plan the rule is not checked. Messages may use {subject}, {plan}, {nearest}.",
  },
  values: ["subject", "plan", "nearest"],
  options,
  patterns: (given) => [given.plan, ...listOf(given.except), ...concernPatterns(given)],
  check(document, options, context): Outcome {
    const outside = outsideConcern(document, options, context);
    if (outside) return outside;
    const title = document.elements.title;
    const subject = title ? subjectOf(titlesOf(document)) : "";
    if (subject.length < 4) return { notApplicable: { because: "check.no-title", values: {} } };
    const pieces = demandingPieces(document, context);
    const excepted = listOf(options.except).some((source) =>
      pieces.some((piece) => context.pattern(source).test(piece.text)),
    );
    if (excepted) return { notApplicable: { because: "check.excepted-words", values: {} } };
    const plans = plansNamed(options, context);
    const unread = plans.find((plan) => "problem" in plan);
    if (unread && "problem" in unread) {
      const values = { name: unread.name, problem: unread.problem };
      return { notChecked: { reason: "check.plan-unread", remedy: "check.plan-unread.remedy", values } };
    }
    if (plans.length === 0) {
      return { notChecked: { reason: "check.no-plan", remedy: "check.no-plan.remedy", values: {} } };
    }
    const wanted = pairsOf(subject);
    let nearest = { text: "", share: 0, plan: plans[0]!.name };
    for (const plan of plans) {
      for (const text of "document" in plan ? planEntries(plan.document) : []) {
        const share = shareOfPairs(wanted, pairsOf(text));
        if (share > nearest.share) nearest = { text, share, plan: plan.name };
      }
    }
    if (nearest.share >= options.share) return { hits: [] };
    const values = { subject, plan: nearest.plan, nearest: nearest.text };
    return { hits: [{ span: title?.spans[0] ?? null, values }] };
  },
};

function plansNamed({ plan }: Options, context: CheckContext) {
  const pattern = context.pattern(plan);
  return context.plans.filter(
    (one) =>
      pattern.test(one.name) ||
      ("document" in one &&
        (titlesOf(one.document).some((title) => pattern.test(title)) ||
          one.document.blocks.slice(0, 3).some((block) => pattern.test(simplify(block.text))))),
  );
}

/** The longest title says most. */
function subjectOf(titles: string[]): string {
  const [longest = ""] = [...titles].sort((one, other) => other.length - one.length);
  return titleSubject(longest);
}
