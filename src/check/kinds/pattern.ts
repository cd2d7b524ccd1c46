import type * as zod from "zod";
import type { CheckContext, CheckKind, Pattern, Zod } from "../../model/check.ts";
import type { OfficialDocument, Span } from "../../model/document.ts";
import type { Hit, Outcome } from "../../model/result.ts";
import { concernOptions, concernPatterns, listOf, outsideConcern } from "../concern.ts";
import { isDemanded, quoted, sentenceNear } from "../demand.ts";
import { occurring } from "../occurring.ts";
import { type Piece, piecesOf, SCOPES } from "../pieces.ts";

/*
 * pattern: 用语。Looks for words by linear-time patterns (RE2).
 *
 *   pattern   one pattern or several
 *   scope     body (default) | document | heads | measures | title, addressees … (an element)
 *   except    patterns: a match is let go where one of them matches in the same sentence
 *   position  any (default) | own: not inside “…” or 《…》 | demand: nor where the words are negated or forbidden
 *   present   forbidden (default): every match is a hit | required: no match at all is a hit
 *   max       matches allowed when forbidden (default 0)
 *   attached  same (default) | info: what a match in an attached paper is worth, which may be a form to fill in
 *   title, unless  RE2 on the titles: which documents are concerned
 *
 * Before: with { pattern: "照抄照搬", position: demand } “可照抄照搬上级文件” is a hit.
 * After:  “严禁照抄照搬、上下一般粗” and “‘照抄照搬’现象” are none.
 */
const options = (z: Zod) => {
  const patterns = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);
  return z.strictObject({
    pattern: patterns,
    scope: z.enum(SCOPES).default("body"),
    except: patterns.optional(),
    position: z.enum(["any", "own", "demand"]).default("any"),
    present: z.enum(["forbidden", "required"]).default("forbidden"),
    max: z.number().int().nonnegative().default(0),
    attached: z.enum(["same", "info"]).default("same"),
    ...concernOptions(z),
  });
};

type Options = zod.infer<ReturnType<typeof options>>;

export const pattern: CheckKind<Options> = {
  name: "pattern",
  title: { zh: "用语", en: "Wording" },
  about: {
    zh: "用线性时间的正则（RE2）在正文、全文、条目标题、措施或某个要素里找用语；可以要求不出现、出现，或不超过几次；可以不算加引号的（own），或者只看“提出要求”的位置（demand：被否定、被禁止、加引号的都不算）。消息里可用 {match}、{count}、{max}。",
    en: "Looks for wording by RE2 patterns in the body, the document, clause heads, measures or one element; forbidden, required or at most so often; optionally not where it is quoted (own), nor where it is negated or forbidden (demand). Messages may use {match}, {count}, {max}.",
  },
  values: ["match", "count", "max"],
  options,
  patterns: (given) => [...listOf(given.pattern), ...listOf(given.except), ...concernPatterns(given)],
  check(document, options, context): Outcome {
    const outside = outsideConcern(document, options, context);
    if (outside) return outside;
    const pieces = context.once(`pieces ${options.scope}`, () => piecesOf(document, options.scope));
    if (pieces.every((piece) => piece.text === "")) {
      return { notApplicable: { because: `check.no-${options.scope}`, values: {} } };
    }
    const patterns = occurring(listOf(options.pattern), pieces, options.scope, context);
    const matches =
      patterns.length === 0 ? [] : pieces.flatMap((piece) => matchesIn(piece, patterns, options, context));
    if (options.present === "required") {
      return { hits: matches.length > 0 ? [] : [{ span: null, values: { match: "", count: 0, max: options.max } }] };
    }
    if (matches.length <= options.max) return { hits: [] };
    const values = { count: matches.length, max: options.max };
    return {
      hits: matches.map(({ span, match }) => ({
        span,
        values: { ...values, match },
        evidence: [{ kind: "text", draft: span }],
        ...(options.attached === "info" && isAttached(document, span) ? ATTACHED : {}),
      })),
    };
  },
};

const ATTACHED: Pick<Hit, "atMost" | "note"> = { atMost: "info", note: { key: "check.attached" } };

/** In an attached paper, or in the name the 附件说明 gives it. */
function isAttached({ attachments, elements }: OfficialDocument, { block }: Span): boolean {
  return (
    attachments.some(({ range }) => block >= range.first && block <= range.last) ||
    elements.attachments.some(({ spans }) => spans.some((span) => span.block === block))
  );
}

function matchesIn(piece: Piece, patterns: readonly string[], options: Options, context: CheckContext) {
  const except: Pattern[] = listOf(options.except).map((source) => context.pattern(source));
  let quotes: Uint8Array | null = null;
  const found: { span: Span; match: string; at: number }[] = [];
  for (const source of patterns) {
    for (const { start, end } of context.pattern(source).findAll(piece.text)) {
      if (options.position !== "any") quotes ??= quoted(piece.text);
      if (end === start || quotes?.[start] === 1) continue;
      if (options.position === "demand" && !isDemanded(piece.text, start)) continue;
      if (except.some((one) => one.test(sentenceNear(piece.text, start, end)))) continue;
      found.push({ span: piece.span(start, end), match: piece.text.slice(start, end), at: start });
    }
  }
  return found.sort((one, other) => one.at - other.at);
}
