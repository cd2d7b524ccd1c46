import type * as zod from "zod";
import type { CheckContext, CheckKind, Zod } from "../../model/check.ts";
import type { OfficialDocument, Span } from "../../model/document.ts";
import { clauseAt } from "../../model/place.ts";
import type { Hit, Outcome } from "../../model/result.ts";
import { simplify } from "../../model/simplify.ts";
import { concernOptions, concernPatterns, listOf, outsideConcern } from "../concern.ts";
import { demandedIn, demandingPieces, NOT_DEMANDING } from "../demanded.ts";
import { occurring } from "../occurring.ts";

/*
 * demand: 不该提的要求。Finds what a draft asks for though a provision keeps it from asking.
 *
 *   pattern  RE2, one or several: the demand, best begun with its verb (签订…责任状)
 *   beside   RE2; something of it has to stand in the same sentence too
 *   except   RE2; a sentence with a match is let go
 *   to       RE2; the sentence or the addressees have to match: who is asked
 *   cited    exempt (default): a sentence that cites a statute or the Centre, State Council or province for it is let go;
 *            report: it is a hit all the same, at most info
 *   unnamed  only where the clause names no unit of its own (default false)
 *   approved exempt (default false): 经…批准 lets it go too
 *   title, unless  RE2 on the titles: which documents are concerned
 *
 * Before: “各村要逐级签订目标责任状” is a hit at 签订目标责任状.
 * After:  “不得层层签责任状”, “清理‘责任状’”, “依照《安全生产法》签订责任书” and “一些地方层层签责任状” are none.
 * A report, request or summary asks nothing of those below and is not applicable.
 */
const options = (z: Zod) => {
  const patterns = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);
  return z.strictObject({
    pattern: patterns,
    beside: patterns.optional(),
    except: patterns.optional(),
    to: z.string().min(1).optional(),
    cited: z.enum(["exempt", "report"]).default("exempt"),
    approved: z.boolean().default(false),
    unnamed: z.boolean().default(false),
    ...concernOptions(z),
  });
};

type Options = zod.infer<ReturnType<typeof options>>;

export const demand: CheckKind<Options> = {
  name: "demand",
  title: { zh: "不该提的要求", en: "Undue demand" },
  about: {
    zh: "找文件里“提出要求”的话：被否定、被禁止、加引号、叙述情况的都不算，援引法律法规或者中央、省里明确要求的也不算（cited）。beside 是同一句里还要有的词，to 是要求谁（看这一句和主送机关），title、unless 限定标题。消息里可用 {match}、{count}。",
    en: "Finds what a draft asks for: not where it is negated, forbidden, quoted or told of, nor where a statute or the central or provincial document that asks for it is cited. beside: words the same sentence needs; to: who is asked (sentence or addressees); title, unless: which documents. Messages may use {match}, {count}.",
  },
  values: ["match", "count"],
  options,
  patterns: (given) => [
    ...listOf(given.pattern),
    ...listOf(given.beside),
    ...listOf(given.except),
    ...listOf(given.to),
    ...concernPatterns(given),
  ],
  check(document, options, context): Outcome {
    const outside = outsideConcern(document, options, context);
    if (outside) return outside;
    const { kind } = document.facts;
    const told = kind.origin === "unknown" ? undefined : NOT_DEMANDING.find((one) => one === kind.value);
    if (told) return { notApplicable: { because: "check.not-demanding", values: { kind: told } } };
    const hits = demandHits(document, options, context);
    return { hits: hits.map((hit) => ({ ...hit, values: { ...hit.values, count: hits.length } })) };
  },
};

function demandHits(document: OfficialDocument, options: Options, context: CheckContext): Hit[] {
  const some = (sources: string[], text: string) => sources.some((source) => context.pattern(source).test(text));
  const [beside, except, to] = [listOf(options.beside), listOf(options.except), listOf(options.to)];
  const addressed = to.length === 0 || some(to, simplify(document.elements.addressees?.text ?? ""));
  const pieces = demandingPieces(document, context);
  const patterns = occurring(listOf(options.pattern), pieces, "demanding pieces", context);
  if (patterns.length === 0) return [];
  return pieces.flatMap((piece): Hit[] => {
    const found = patterns.flatMap((source) => context.pattern(source).findAll(piece.text));
    const demands = demandedIn(piece.text, found).filter(
      ({ sentence, cited, approved }) =>
        !(cited && options.cited === "exempt") &&
        !(approved && options.approved) &&
        !some(except, sentence) &&
        (beside.length === 0 || some(beside, sentence)) &&
        (addressed || some(to, sentence)),
    );
    const last = { end: -1 };
    return demands
      .sort((one, other) => one.start - other.start)
      .flatMap(({ start, end, cited }): Hit[] => {
        if (start < last.end) return [];
        last.end = end;
        const span = piece.span(start, end);
        if (options.unnamed && namesUnit(document, span)) return [];
        const match = piece.text.slice(start, end);
        const note = cited ? { note: { key: "check.demand-cited" }, atMost: "info" as const } : {};
        return [{ span, values: { match }, evidence: [{ kind: "text", draft: span }], ...note }];
      });
  });
}

/** Whether the clause around a span names a unit that is not vague. */
function namesUnit(document: OfficialDocument, span: Span): boolean {
  return clauseAt(document, span)?.responsibility.units.some((unit) => !unit.vague) ?? false;
}
