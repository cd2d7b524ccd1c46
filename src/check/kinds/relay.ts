import type * as zod from "zod";
import { type CheckContext, type CheckKind, measuredPart, type Zod } from "../../model/check.ts";
import type { OfficialDocument, Span } from "../../model/document.ts";
import type { Outcome } from "../../model/result.ts";
import { simplify } from "../../model/simplify.ts";
import { concernOptions, concernPatterns, outsideConcern, titlesOf } from "../concern.ts";
import { whyUnread } from "../unread.ts";

/*
 * relay: 层层发文、层层开会。A document that only passes on what a superior already said to those concerned.
 *
 *   asked    RE2: words of the superior that ask for such a document (制定…实施细则); with them the draft is let go
 *   cited    RE2: words of the draft that say the superior asks for it; with them the draft is let go
 *   reaches  RE2 on the superior's addressees: it was sent so far down; else it says nothing
 *   fresh    share of the draft's clauses that stand in no superior, from which the draft is let go (default 1: never)
 *   alike    RE2 on the superior's title: it is of the same sort (会议通知) and on the same subject
 * What an index found by its wording alone is no superior; a cited one that is not there leaves it not checked.
 *
 *   beside   required (default): needs a superior | optional: judges by the draft alone where none is given,
 *            at most info
 *   title, unless  RE2 on the titles: which documents are concerned
 *
 * Before: a 实施细则 beside a superior that went to the counties, asks for none, and says nine tenths of it is one hit at
 *         the title.
 * After:  a superior that says 各市要制定实施细则, or a draft half of which is its own, is none.
 */
const options = (z: Zod) => {
  const pattern = z.string().min(1).optional();
  return z.strictObject({
    asked: pattern,
    cited: pattern,
    reaches: pattern,
    fresh: z.number().gt(0).max(1).default(1),
    alike: pattern,
    beside: z.enum(["required", "optional"]).default("required"),
    ...concernOptions(z),
  });
};

type Options = zod.infer<ReturnType<typeof options>>;

export const relay: CheckKind<Options> = {
  name: "relay",
  title: { zh: "层层发文、层层开会", en: "Passing on from level to level" },
  about: {
    zh: "看贯彻意见、实施细则、会议通知是不是只把上级已经直接部署的再部署一遍：上级要求制定（asked、cited）的、有自己内容（fresh）的不算。消息里可用 {title}、{source}（上级文件）、{new}（本稿自有条目占百分之几）。",
    en: "Whether an implementing paper or a meeting only repeats what a superior said to all concerned: not where the superior asks for it (asked, cited), nor where enough of it is its own (fresh). Messages may use {title}, {source}, {new}.",
  },
  values: ["title", "source", "new"],
  options,
  patterns: (given) => [
    ...[given.asked, given.cited, given.reaches, given.alike].filter((source) => source !== undefined),
    ...concernPatterns(given),
  ],
  check(document, options, context): Outcome {
    const outside = outsideConcern(document, options, context);
    if (outside) return outside;
    const matches = (source: string | undefined, text: string) =>
      source !== undefined && context.pattern(source).test(text);
    if (textsOf(document).some((text) => matches(options.cited, text))) {
      return { notApplicable: { because: "check.relay-demanded", values: {} } };
    }
    const superiors = context.superiors.flatMap((superior) =>
      "document" in superior && !superior.alike ? [superior.document] : [],
    );
    const [title = ""] = titlesOf(document);
    const unread = whyUnread(context.superiors);
    if (superiors.length === 0) {
      if (unread) return { notChecked: unread };
      if (options.beside === "required") {
        return { notChecked: { reason: "check.no-superior", remedy: "check.no-superior.remedy", values: {} } };
      }
      const alone = { atMost: "info" as const, note: { key: "check.relay-alone" } };
      return { hits: [{ span: titleSpan(document), values: { title, source: "", new: "" }, ...alone }] };
    }
    if (superiors.some((superior) => textsOf(superior).some((text) => matches(options.asked, text)))) {
      return { notApplicable: { because: "check.relay-demanded", values: {} } };
    }
    const meant = superiors.filter((superior) => isMeant(superior, title, options, context));
    if (meant.length === 0) {
      // The one that could not be read may have gone to all, or ask for this paper.
      if (unread) return { notChecked: unread };
      const because = options.alike === undefined ? "check.relay-not-reaching" : "check.no-meeting-above";
      return { notApplicable: { because, values: {} } };
    }
    const share = options.fresh < 1 ? freshShare(document, superiors, context) : 0;
    if (options.fresh < 1 && share >= options.fresh) return { hits: [] };
    const source = titlesOf(meant[0]!)[0] ?? meant[0]!.name;
    return { hits: [{ span: titleSpan(document), values: { title, source, new: Math.round(share * 100) } }] };
  },
};

/** Paragraphs of the parts and what stands about their addressees, in simplified characters. */
function textsOf(document: OfficialDocument): string[] {
  return document.blocks.filter((block) => block.region === "body").map((block) => simplify(block.text));
}

function isMeant(superior: OfficialDocument, title: string, options: Options, context: CheckContext): boolean {
  const addressees = simplify(superior.elements.addressees?.text ?? "");
  if (options.reaches !== undefined && !context.pattern(options.reaches).test(addressees)) return false;
  if (options.alike === undefined) return true;
  return titlesOf(superior).some((one) => context.pattern(options.alike!).test(one) && isOnSame(title, one));
}

/** Half of the pairs of characters of the shorter title stand in the other. */
function isOnSame(one: string, other: string): boolean {
  const [mine, theirs] = [pairsOf(one), pairsOf(other)];
  const both = [...mine].filter((pair) => theirs.has(pair)).length;
  return both * 2 >= Math.min(mine.size, theirs.size);
}

/** Pairs of characters of what a title is about. */
function pairsOf(title: string): Set<string> {
  const text = title
    .replace(/^.{0,40}?关于/, "")
    .replace(/召开|举办|收听|收看|会议|的|通知|全省|全市|全县|全国|电视电话|视频/g, "");
  const pairs = new Set<string>();
  for (let i = 0; i + 2 <= text.length; i++) pairs.add(text.slice(i, i + 2));
  return pairs;
}

function freshShare(document: OfficialDocument, superiors: OfficialDocument[], context: CheckContext): number {
  const { counts, clauses } = context.once("coverage of what binds", () =>
    context.comparison!.coverage(document, superiors),
  );
  return clauses.length === 0 ? 0 : counts.new / clauses.length;
}

function titleSpan(document: OfficialDocument): Span | null {
  const part = document.parts.find((one) => one.name === measuredPart(document));
  return (document.elements.title ?? part?.title)?.spans[0] ?? null;
}
