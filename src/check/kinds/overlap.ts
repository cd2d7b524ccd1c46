import type * as zod from "zod";
import type { CheckKind, Zod } from "../../model/check.ts";
import type { OfficialDocument, Span } from "../../model/document.ts";
import type { OverlapPassage, OverlapReport } from "../../model/overlap.ts";
import { clauseAt } from "../../model/place.ts";
import type { Hit, Outcome } from "../../model/result.ts";
import { onlyNamesChanged, type Piece, piecesOfPassage, sourceClause, withMarks } from "../passages.ts";

/*
 * overlap: 照抄上级文件。Holds the draft's body against the superiors given with --against.
 *
 *   passage  characters of its own a copied passage needs (default 20)
 *   clause   share from which a clause is copied as a whole (default 0.8)
 *   textbook characters from which a passage with only names changed is an error, clause or not (default 60)
 *   advise   share of the body from which the document as a whole is a hit, as an info (default 0.25)
 *   warn     … with the rule's severity (default 0.5)
 *   error    … as an error (default 0.8); single passages are judged by their clause
 *
 * Before: “每年组织全市性集中培训不少于两次…” beside “每年组织全省性集中培训不少于两次…” is a hit: a whole clause with only
 *         names changed, an error whatever the rule's severity.
 * After:  a clause that names its own places, amounts and dates is none; cited titles, quotations, set phrases and
 *         definitions never are. A passage that is no whole clause is an info below `warn`.
 * A 转发 or 批转 repeats by its nature and is not applicable; the cover note of a printed plan is never a hit.
 */
const options = (z: Zod) => {
  const share = z.number().gt(0).max(1);
  return z.strictObject({
    passage: z.number().int().min(10).default(20),
    clause: share.default(0.8),
    textbook: z.number().int().min(20).default(60),
    advise: share.default(0.25),
    warn: share.default(0.5),
    error: share.default(0.8),
  });
};

type Options = zod.infer<ReturnType<typeof options>>;

export const overlap: CheckKind<Options> = {
  name: "overlap",
  title: { zh: "照抄上级文件", en: "Copying from a superior document" },
  about: {
    zh: "把正文与 --against 给的上级文件比对：逐处列出照抄的段落和改动，整条照抄、只改地名和层级的按错误报。比例都是规则作者定的。消息里可用 {source}（上级文件）、{copied}（照抄字数）、{share}（占正文百分比）、{whole}（整条照抄的条数）。",
    en: "Holds the body against the superiors given with --against: every copied passage with its edits; whole clauses with only names changed are errors. The shares are the pack author's. Messages may use {source}, {copied}, {share} (per cent), {whole}.",
  },
  values: ["source", "copied", "share", "whole"],
  needs: ["superior"],
  options,
  check(document, options, context): Outcome {
    const superiors = context.superiors.flatMap((superior) => ("document" in superior ? [superior.document] : []));
    const { comparison } = context;
    if (!comparison) throw new Error("superiors without a comparison");
    const { passage: minimum, clause: wholeClause, textbook } = options;
    const report = context.once(`overlap ${minimum} ${wholeClause} ${textbook}`, () =>
      comparison.overlap(document, superiors, { minimum, wholeClause, textbook }),
    );
    if (report.relayed?.reason === "forwarding") {
      return { notApplicable: { because: "check.forwards", values: { title: report.relayed.title } } };
    }
    const sources = new Map(superiors.map((superior) => [superior.name, superior]));
    const passages = report.passages.flatMap((passage) => passageHits(document, passage, report, sources, options));
    return { hits: [...wholeDocument(report, sources, options), ...passages] };
  },
};

type Sources = ReadonlyMap<string, OfficialDocument>;

/** Title of a superior as people know it; the file's name where it has none. */
function titleOf(sources: Sources, name: string): string {
  return sources.get(name)?.elements.title?.text ?? name;
}

/** The document as a whole, from the share that the rule calls noteworthy. */
function wholeDocument(report: OverlapReport, sources: Sources, options: Options): Hit[] {
  if (report.share < options.advise) return [];
  const copied = report.sources.filter((source) => source.copied > 0).map(({ name }) => titleOf(sources, name));
  return [
    {
      span: null,
      values: valuesOf(report, copied.join("》《"), report.copied),
      note: { key: "check.overlap-document", values: { whole: report.wholeClauses, local: report.localClauses } },
      ...(report.share >= options.error ? { atLeast: "error" as const } : belowWarn(report, options)),
    },
  ];
}

function belowWarn(report: OverlapReport, options: Options): Pick<Hit, "atMost"> {
  return report.share < options.warn ? { atMost: "info" } : {};
}

function valuesOf(report: OverlapReport, source: string, copied: number): NonNullable<Hit["values"]> {
  return { source, copied, share: Math.round(report.share * 100), whole: report.wholeClauses };
}

/** One hit a paragraph that a passage runs through; what is too short to say anything (制定以下措施) is left out. */
function passageHits(
  document: OfficialDocument,
  passage: OverlapPassage,
  report: OverlapReport,
  sources: Sources,
  options: Options,
): Hit[] {
  const source = sources.get(passage.source.name);
  const pieces = piecesOfPassage(document, passage).filter((piece) => !inCoverNote(document, piece.span));
  const longest = Math.max(0, ...pieces.map((piece) => piece.size));
  const least = longest >= options.passage ? options.passage : Math.max(longest, options.passage / 2);
  const telling = pieces
    .filter((piece) => piece.size >= least)
    .map((piece) => (source ? withMarks(document, source, passage, piece) : piece));
  return telling.map((piece) => ({
    span: piece.span,
    values: valuesOf(report, titleOf(sources, passage.source.name), piece.size),
    evidence: [
      {
        kind: "copy",
        draft: piece.span,
        other: {
          name: passage.source.name,
          clause: source ? sourceClause(source, passage, piece) : null,
          ...piece.source,
        },
        edits: piece.edits,
      },
    ],
    ...judged(document, piece, passage, report, options),
  }));
}

function judged(
  document: OfficialDocument,
  piece: Piece,
  passage: OverlapPassage,
  report: OverlapReport,
  options: Options,
): Pick<Hit, "atMost" | "atLeast" | "note"> {
  const clause = clauseAt(document, piece.span);
  const whole = clause !== null && report.clauses[clause.index]?.whole === true;
  const textbook = passage.textbook && piece.size >= options.textbook;
  if ((whole || textbook) && onlyNamesChanged(piece.edits)) {
    return { atLeast: "error", note: { key: "check.overlap-names" } };
  }
  return whole ? { note: { key: "check.overlap-whole" } } : belowWarn(report, options);
}

/** 现将…印发给你们: a notice that prints a plan says what all such notices say. */
function inCoverNote(document: OfficialDocument, span: Span): boolean {
  const notice = document.parts.find((part) => part.name === "notice");
  return notice !== undefined && span.block >= notice.range.first && span.block <= notice.range.last;
}
