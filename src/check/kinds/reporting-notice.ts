import type * as zod from "zod";
import { knowsYear } from "../../measure/working-days.ts";
import type { CheckContext, CheckKind, Zod } from "../../model/check.ts";
import type { OfficialDocument } from "../../model/document.ts";
import type { Hit, Outcome } from "../../model/result.ts";
import { simplify } from "../../model/simplify.ts";
import { concernOptions, concernPatterns, listOf, outsideConcern, titlesOf } from "../concern.ts";
import { DATE_UNKNOWN } from "../date-unknown.ts";
import { demandedIn, demandingPieces, NOT_DEMANDING } from "../demanded.ts";
import { type Due, dueIn } from "../due-days.ts";
import { occurring } from "../occurring.ts";

/*
 * reporting-notice: 报送时间。Working days between 成文日期 and the day by which something has to be reported.
 *
 *   object  RE2, one or several: what is to be reported, with its verb (报送…贯彻落实情况)
 *   except  RE2; a sentence with a match is let go (名单, 回执 …)
 *   days    working days that have to lie between (the pack author's; statutory holidays are known)
 *   urgent  RE2 on titles and 紧急程度: such documents are not concerned (default 特急|加急|紧急|应急|突发|抢险|救灾)
 *   title, unless  RE2 on the titles: which documents are concerned
 *
 * Before: with { days: 5 } “请于3月8日前报送贯彻落实情况” in a notice of 6 March 2026 is a hit: one working day.
 * After:  “请于3月31日前报送” is none; a demand without a date is none; without 成文日期 the rule is not checked.
 */
const options = (z: Zod) => {
  const patterns = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);
  return z.strictObject({
    object: patterns,
    except: patterns.optional(),
    days: z.int().positive(),
    urgent: z.string().min(1).default("特急|加急|紧急|应急|突发|抢险|救灾"),
    ...concernOptions(z),
  });
};

type Options = zod.infer<ReturnType<typeof options>>;

export const reportingNotice: CheckKind<Options> = {
  name: "reporting-notice",
  title: { zh: "报送时间", en: "Time to report" },
  about: {
    zh: "看要求报送的东西（object）离成文日期留了几个工作日（扣除法定节假日）。几天算少，是规则作者定的；紧急文件不管。消息里可用 {match}、{deadline}、{until}、{date}、{days}（留了几个工作日）、{least}。",
    en: "Counts the working days (statutory holidays taken out) between the date of issue and the day by which something has to be reported. How many are too few is the pack author's; urgent documents are exempt. Messages may use {match}, {deadline}, {until}, {date}, {days}, {least}.",
  },
  values: ["match", "deadline", "until", "date", "days", "least"],
  options,
  patterns: (given) => [...listOf(given.object), ...listOf(given.except), given.urgent, ...concernPatterns(given)],
  check(document, options, context): Outcome {
    const outside = outsideConcern(document, options, context);
    if (outside) return outside;
    const { kind, issuedOn } = document.facts;
    const told = kind.origin === "unknown" ? undefined : NOT_DEMANDING.find((one) => one === kind.value);
    if (told) return { notApplicable: { because: "check.not-demanding", values: { kind: told } } };
    const urgency = [...titlesOf(document), simplify(document.elements.urgency?.text ?? "")];
    if (urgency.some((text) => context.pattern(options.urgent).test(text))) {
      return { notApplicable: { because: "check.urgent", values: {} } };
    }
    const day = issuedOn.origin === "unknown" ? ANY_DAY : issuedOn.value;
    const asked = reportsIn(document, options, context).filter(({ sentence }) => dueIn(sentence, day).length > 0);
    if (asked.length === 0) return { notApplicable: { because: "check.no-report-asked", values: {} } };
    if (issuedOn.origin === "unknown") {
      return { notChecked: DATE_UNKNOWN };
    }
    return { hits: asked.flatMap((one) => shortNotice(one, issuedOn.value, options)) };
  },
};

/** A demand without a time is none whatever the day of issue; to see that, any day will do. */
const ANY_DAY = "2000-01-03";

interface Asked {
  span: NonNullable<Hit["span"]>;
  match: string;
  sentence: string;
}

function reportsIn(document: OfficialDocument, options: Options, context: CheckContext): Asked[] {
  const pieces = demandingPieces(document, context);
  const objects = occurring(listOf(options.object), pieces, "demanding pieces", context);
  return pieces.flatMap((piece) => {
    const found = objects.flatMap((source) => context.pattern(source).findAll(piece.text));
    return demandedIn(piece.text, found).flatMap(({ start, end, sentence }) => {
      if (listOf(options.except).some((source) => context.pattern(source).test(sentence))) return [];
      return [{ span: piece.span(start, end), match: piece.text.slice(start, end), sentence }];
    });
  });
}

/** The earliest day the sentence names, where it leaves too few working days. */
function shortNotice({ span, match, sentence }: Asked, date: string, { days: least }: Options): Hit[] {
  const counted = dueIn(sentence, date).filter((due): due is Due & { days: number } => due.days !== null);
  const [first] = counted.sort((one, other) => one.days - other.days);
  if (!first || first.days >= least || (first.until !== null && first.until < date)) return [];
  const values = { match, deadline: first.text, until: first.until ?? "", date, days: first.days, least };
  const unknown = knowsYear(date) ? {} : { note: { key: "check.no-calendar", values: { year: date.slice(0, 4) } } };
  const evidence = [{ kind: "count" as const, draft: span, values: { days: first.days, least } }];
  return [{ span, values, evidence, ...unknown }];
}
