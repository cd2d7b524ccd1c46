import type * as zod from "zod";
import { estimatePages } from "../../measure/pages.ts";
import { type CheckKind, measuredPart, type Zod } from "../../model/check.ts";
import type { Hit, Outcome } from "../../model/result.ts";
import { concernOptions, concernPatterns, outsideConcern } from "../concern.ts";
import { unlessSaved } from "../saved.ts";

/*
 * pages: 页数。Holds the estimated number of printed pages to a cap.
 *
 *   max  largest number of pages allowed
 *   title, unless  RE2 on the titles: which documents are concerned
 *
 * Before: with { max: 10 } a document estimated at 12–14 pages is broken, one at 7–9 pages held.
 * A text saved from a page has lost its layout and brings its forms and tables along line by line: at most info.
 * After:  at 9–11 pages the cap lies inside the interval: not checked, with the way to settle it.
 */
const options = (z: Zod) => z.strictObject({ max: z.number().int().positive(), ...concernOptions(z) });

type Options = zod.infer<ReturnType<typeof options>>;

export const pages: CheckKind<Options> = {
  name: "pages",
  title: { zh: "页数", en: "Pages" },
  about: {
    zh: "按 GB/T 9704 版面（每页22行、每行28字）或文件自己的版面估算页数，给出区间。区间全部超过上限才报，跨着上限的算“未检查”。消息里可用 {max}、{best}、{low}、{high}。",
    en: "Estimates the pages by GB/T 9704 (22 lines of 28 characters) or by the document's own page set-up, as an interval. Broken only where the whole interval exceeds the cap. Messages may use {max}, {best}, {low}, {high}.",
  },
  values: ["max", "best", "low", "high"],
  options,
  patterns: concernPatterns,
  check(document, { max, ...concern }, context): Outcome {
    const outside = outsideConcern(document, concern, context);
    if (outside) return outside;
    const part = measuredPart(document);
    // The annexed plan is printed from a page of its own; a document that is one part is printed whole, elements too.
    const range = part === "annex" ? document.parts.find(({ name }) => name === part)?.range : undefined;
    const { low, best, high } = context.once(`pages ${part}`, () => estimatePages(document, range));
    const values = { max, low, best, high };
    if (high <= max) return { hits: [] };
    if (low <= max) return { notChecked: { reason: "check.pages-near", remedy: "check.pages-near.remedy", values } };
    const hits: Hit[] = [{ span: null, part, values, evidence: [{ kind: "count", draft: null, values }] }];
    return { hits: unlessSaved(document, hits) };
  },
};
