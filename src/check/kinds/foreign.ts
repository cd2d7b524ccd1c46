import type * as zod from "zod";
import type { CheckKind, Zod } from "../../model/check.ts";
import { textOf } from "../../model/place.ts";
import type { Outcome } from "../../model/result.ts";

/*
 * foreign: 外地地名. Place names outside the issuer's area that came along in a copied passage.
 *
 * Before: a paragraph copied from a superior of another province that still says “平乐县” is a hit at that name.
 * After:  a place of the issuer's own area, and one in a passage of the draft's own, is none.
 * Without an issuer whose area is known it cannot be told: not checked.
 */
const options = (z: Zod) => z.strictObject({});

type Options = zod.infer<ReturnType<typeof options>>;

/** The bounds of `overlap` by default, so that one comparison serves both. */
const BOUNDS = { minimum: 20, wholeClause: 0.8, textbook: 60 };

export const foreign: CheckKind<Options> = {
  name: "foreign",
  title: { zh: "外地地名", en: "Places of another area" },
  about: {
    zh: "与 --against 给的上级文件比对，看照抄的段落里有没有带来外地的地名。看不出本稿是哪个地方发的，算“未检查”。消息里可用 {match}。",
    en: "Looks, in passages copied from the superiors given with --against, for place names outside the issuer's area. Not checked where the issuer's area is unknown. Messages may use {match}.",
  },
  values: ["match"],
  needs: ["superior"],
  options,
  check(document, _, context): Outcome {
    const superiors = context.superiors.flatMap((superior) => ("document" in superior ? [superior.document] : []));
    const { comparison } = context;
    if (!comparison) throw new Error("superiors without a comparison");
    const { minimum, wholeClause, textbook } = BOUNDS;
    const report = context.once(`overlap ${minimum} ${wholeClause} ${textbook}`, () =>
      comparison.overlap(document, superiors, BOUNDS),
    );
    if (report.foreign === null) {
      return {
        notChecked: {
          reason: "check.area-unknown",
          remedy: "check.area-unknown.remedy",
          values: {},
          settledBy: ["issuer"],
        },
      };
    }
    return {
      hits: report.foreign.map(({ span }) => ({
        span,
        values: { match: textOf(document, span) },
        evidence: [{ kind: "text", draft: span }],
      })),
    };
  },
};
