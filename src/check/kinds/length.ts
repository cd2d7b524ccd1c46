import type * as zod from "zod";
import { countScope } from "../../measure/count.ts";
import { type CheckKind, measuredPart, type Zod } from "../../model/check.ts";
import type { Clause, OfficialDocument } from "../../model/document.ts";
import type { Kind } from "../../model/facts.ts";
import type { Hit, Outcome, WireCounts } from "../../model/result.ts";
import { concernOptions, concernPatterns, outsideConcern } from "../concern.ts";

/*
 * length: 篇幅。Counts one scope of the annexed plan, else of the notice or document, in one unit.
 *
 *   unit   words (Word 的字数, default) | characters (不计空格) | han (汉字)
 *   scope  body (default) | document | attachments | preamble | clause (every leaf clause by itself)
 *   max    largest number allowed; min: smallest; at least one of the two
 *   documents  any (default) | local: 地方和部门 documents that deploy work, as the 2024 规定 art. 1(2) limits them. What
 *          the Centre or the State Council issues, and statutes, rules, speeches, minutes are not applicable where the
 *          facts say so; an unknown issuer is taken for local, since a draft seldom names its issuer. Without a title and a kind
 *          the hit is an info
 *   title, unless  RE2 on the titles: which documents are concerned
 *
 * Before: with { max: 4000 } a body of 4,213 words is one hit without a span, actual 4213, over 213.
 * After:  the same body cut to 3,990 words is held.
 * No provision says how 字 are counted, so where another unit would keep the limit the hit is an info with all three.
 */
const UNITS = ["words", "characters", "han"] as const;

const options = (z: Zod) =>
  z
    .strictObject({
      unit: z.enum(UNITS).default("words"),
      scope: z.enum(["body", "document", "attachments", "preamble", "clause"]).default("body"),
      max: z.number().int().positive().optional(),
      min: z.number().int().positive().optional(),
      documents: z.enum(["any", "local"]).default("any"),
      ...concernOptions(z),
    })
    .refine((given) => given.max !== undefined || given.min !== undefined, { error: "max or min is needed" });

type Options = zod.infer<ReturnType<typeof options>>;

export const length: CheckKind<Options> = {
  name: "length",
  title: { zh: "篇幅", en: "Length" },
  about: {
    zh: "按字数（Word 状态栏的“字数”）、字符数或汉字数计量正文、全文、附件、导语或各条。印发方案的通知，量的是所印方案。documents: local 只管地方和部门部署工作的文件。消息里可用 {actual}、{max}、{min}、{over}、{words}、{characters}、{han}。",
    en: "Counts words (as Word does), characters or Chinese characters of the body, document, attachments, preamble or each clause; of a notice that prints a plan, the plan. documents: local limits it to documents of localities and departments that deploy work. Messages may use {actual}, {max}, {min}, {over}, {words}, {characters}, {han}.",
  },
  values: ["actual", "max", "min", "over", "unit", "part", "words", "characters", "han"],
  options,
  patterns: concernPatterns,
  check(document, options, context): Outcome {
    const outside = options.documents === "local" ? outsideLocal(document) : null;
    if (outside) return { notApplicable: outside };
    const unconcerned = outsideConcern(document, options, context);
    if (unconcerned) return unconcerned;
    const part = measuredPart(document);
    if (options.scope === "clause") {
      const leaves = document.clauses.filter((clause) => clause.part === part && clause.leaf && !clause.inline);
      if (leaves.length === 0) return { notApplicable: { because: "check.no-clauses", values: {} } };
      return {
        hits: leaves.flatMap((clause) =>
          judge(countScope(document, { clause: clause.index }, part), options, part, clause),
        ),
      };
    }
    const scope = options.scope;
    const counts = context.once(`length ${scope} ${part}`, () =>
      countScope(document, scope, scope === "document" ? undefined : part),
    );
    if (counts.characters === 0) return { notApplicable: { because: `check.no-${scope}`, values: {} } };
    const hits = judge(counts, options, part, null);
    return { hits: options.documents === "local" && isUntold(document) ? untold(hits) : hits };
  },
};

/** Kinds that lay down rules or record what was said, and deploy no work. */
const NOT_DEPLOYING: readonly Kind[] = [
  "办法",
  "规定",
  "规则",
  "规划",
  "预案",
  "清单",
  "指南",
  "公报",
  "决议",
  "命令",
  "议案",
  "讲话",
  "纪要",
  "其他",
];

type Outside = { because: string; values: Record<string, string | number> };

function outsideLocal(document: OfficialDocument): Outside | null {
  const { kind, issuerLevel, issuerBody } = document.facts;
  const central = issuerLevel.origin !== "unknown" && issuerLevel.value === "central";
  const authority = issuerBody.origin !== "unknown" && ["party", "government"].includes(issuerBody.value);
  if (central && authority) return { because: "check.central-issuer", values: {} };
  const annexed = document.parts.find((part) => part.name === "annex")?.title?.text ?? "";
  const bare = annexed.replace(/[\s\u3000]/g, "").replace(/(?:[（(][^（()）]*[）)])+$/, "");
  const named = NOT_DEPLOYING.find((one) => bare.endsWith(one)) ?? (isInArticles(document) ? "细则" : undefined);
  const known = named ?? (kind.origin === "unknown" ? undefined : NOT_DEPLOYING.find((one) => one === kind.value));
  return known ? { because: "check.not-deploying", values: { kind: known } } : null;
}

/** Neither title nor text says what kind of document it is: a guide or a list of the web has no limit. */
const isUntold = ({ facts, elements }: OfficialDocument) => facts.kind.origin === "unknown" && elements.title === null;

const untold = (hits: Hit[]): Hit[] =>
  hits.map((hit) => ({ ...hit, atMost: "info", note: hit.note ?? { key: "check.length-untold" } }));

/** 第一条…: what is written in articles lays down rules, whatever it is called. */
function isInArticles({ clauses }: OfficialDocument): boolean {
  return clauses.filter(({ style }) => style === "article").length >= 3;
}

function judge(counts: WireCounts, options: Options, part: Hit["part"], clause: Clause | null): Hit[] {
  const { max = Number.POSITIVE_INFINITY, min = 0, unit } = options;
  const breaks = (value: number) => value > max || value < min;
  const actual = counts[unit];
  if (!breaks(actual)) return [];
  const limit = actual > max ? max : min;
  const values = { actual, unit, part: part ?? "document", ...counts, over: Math.abs(actual - limit) };
  const agreed = UNITS.every((other) => breaks(counts[other]));
  return [
    {
      span: clause?.head ?? null,
      part,
      values: { ...values, max: options.max ?? "", min: options.min ?? "" },
      evidence: [{ kind: "count", draft: null, values: { unit, actual, limit } }],
      ...(agreed ? {} : { atMost: "info" as const, note: { key: "check.length-units", values: { ...counts, limit } } }),
    },
  ];
}
