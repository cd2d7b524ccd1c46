import type * as zod from "zod";
import { valueOfNumber } from "../../compare/quantities.ts";
import type { CheckContext, CheckKind, Zod } from "../../model/check.ts";
import type { Hit, Outcome } from "../../model/result.ts";
import { concernOptions, concernPatterns, listOf, outsideConcern } from "../concern.ts";
import { demandingPieces } from "../demanded.ts";
import type { Piece } from "../pieces.ts";

/*
 * quantity: 数量上限。A number that the text states (people, days), or how often something is arranged, against a cap.
 *
 *   pattern  RE2, one or several; the first group is the number (300, 三百, 半), unless `count` is set
 *   max      largest number allowed
 *   count    the matches themselves are counted (default false): two speakers in an agenda
 *   except   RE2; a document with a match anywhere in its text is not concerned
 *   title, unless  RE2 on the titles: which documents are concerned
 *
 * Before: with { pattern: '会期([0-9一二两三半]+)天', max: 0.5 } “会期1天” is a hit at those words.
 * After:  “会期半天” is none.
 */
const options = (z: Zod) => {
  const patterns = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);
  return z.strictObject({
    pattern: patterns,
    max: z.number().nonnegative(),
    count: z.boolean().default(false),
    except: patterns.optional(),
    ...concernOptions(z),
  });
};

type Options = zod.infer<ReturnType<typeof options>>;

export const quantity: CheckKind<Options> = {
  name: "quantity",
  title: { zh: "数量上限", en: "Stated number" },
  about: {
    zh: "找文中写明的数（正则第一个括号里的数字，汉字数字也行），或者数某种安排出现几次（count），与上限比。消息里可用 {match}、{actual}、{max}。",
    en: "Holds a number stated in the text (the first group of the pattern, Arabic or Chinese), or the number of matches (count), to a cap. Messages may use {match}, {actual}, {max}.",
  },
  values: ["match", "actual", "max"],
  options,
  patterns: (given) => [...listOf(given.pattern), ...listOf(given.except), ...concernPatterns(given)],
  check(document, options, context): Outcome {
    const outside = outsideConcern(document, options, context);
    if (outside) return outside;
    const pieces = demandingPieces(document, context);
    const excepted = listOf(options.except).some((source) =>
      pieces.some((piece) => context.pattern(source).test(piece.text)),
    );
    if (excepted) return { notApplicable: { because: "check.excepted-words", values: {} } };
    const found = pieces.flatMap((piece) => numbersIn(piece, options, context));
    if (found.length === 0) return { notApplicable: { because: "check.no-number", values: {} } };
    if (options.count) {
      const beyond = found[options.max];
      return { hits: beyond ? [hitOf({ ...beyond, actual: found.length }, options.max)] : [] };
    }
    return { hits: found.filter(({ actual }) => actual > options.max).map((one) => hitOf(one, options.max)) };
  },
};

interface Found {
  span: NonNullable<Hit["span"]>;
  match: string;
  actual: number;
}

function numbersIn(piece: Piece, options: Options, context: CheckContext): Found[] {
  return listOf(options.pattern)
    .flatMap((source) => context.pattern(source).findAll(piece.text))
    .sort((one, other) => one.start - other.start)
    .flatMap(({ start, end, groups }) => {
      const actual = options.count ? 1 : numberOf(groups[1] ?? "");
      if (actual === null) return [];
      return [{ span: piece.span(start, end), match: piece.text.slice(start, end), actual }];
    });
}

/** 300, 1.5, 三百, 半, 一天半's 一; null for what is no number. */
function numberOf(text: string): number | null {
  if (text === "半" || text === "半个") return 0.5;
  return text === "" ? null : valueOfNumber(text);
}

function hitOf({ span, match, actual }: Found, max: number): Hit {
  const evidence = [{ kind: "count" as const, draft: span, values: { actual, max } }];
  return { span, values: { match, actual, max }, evidence };
}
