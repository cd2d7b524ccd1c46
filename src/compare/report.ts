import type { OfficialDocument } from "../model/document.ts";
import type { ClauseOverlap, ForeignPlace, OverlapPassage, OverlapReport } from "../model/overlap.ts";
import type { CompareSource, Passage } from "../model/passage.ts";
import { clauseAt, clausePath } from "../model/place.ts";
import { type Found, findPassages, prepare, prepareDraft } from "./compare.ts";
import { isForeign, issuerArea } from "./foreign.ts";
import { saysSomethingLocal } from "./local.ts";
import { type Marks, markCopies, total } from "./marks.ts";
import { maskedCopies } from "./masked-copies.ts";
import { lettersIn } from "./normalise.ts";
import { COMPARE_DEFAULTS, type CompareOptions } from "./options.ts";
import { placeMentions } from "./places.ts";
import { relayed } from "./relayed.ts";
import { offsetOf, type Side, type SideClause, sideOf, spansOf } from "./side.ts";
import { splitByParagraph } from "./split.ts";

/** Bounds of the report; like those of the comparison they are the pack author's. */
export interface ReportOptions extends CompareOptions {
  /** Characters and identity from which a passage with only names changed is the textbook case. */
  textbook: number;
  textbookIdentity: number;
  /** Copied share from which a clause is copied as a whole, and the least own characters it needs. */
  wholeClause: number;
  wholeClauseLeast: number;
}

export const REPORT_DEFAULTS: ReportOptions = {
  ...COMPARE_DEFAULTS,
  textbook: 60,
  textbookIdentity: 0.9,
  wholeClause: 0.8,
  wholeClauseLeast: 20,
};

/**
 * Holds a draft against its superiors and adds the figures. Either side may be a recognised document or a plain text;
 * of a document only the body counts (elements, page chrome and passed-on text are masked, clauses have paths, foreign
 * places are looked for), of a plain text every line is a clause and `foreign` is null.
 */
export function compareReport(
  draft: OfficialDocument | string,
  superiors: readonly (OfficialDocument | CompareSource)[],
  options: Partial<ReportOptions> = {},
): OverlapReport {
  const settings = { ...REPORT_DEFAULTS, ...options };
  const mine = sideOf(typeof draft === "string" ? { name: "", text: draft } : draft);
  const theirs = superiors.map(sideOf);
  const passedOn = relayed(mine, theirs);
  const prepared = prepareDraft(mine.text, [...mine.furniture, ...passedOn.masks]);
  const sources = theirs.map((side) => ({ ...side, ...prepare(side.text) }));
  const whole = findPassages(prepared, sources, settings);
  const marks = markCopies(prepared, whole);
  const found = mine.document ? splitByParagraph(whole, prepared, sources, mine.starts, settings) : whole;
  const passages = ordered(found.map((one) => reported(one, mine, theirs[one.source]!, marks, settings)));
  const clauses = mine.clauses.map((clause) => clauseOverlap(clause, mine, marks, settings));
  const copiedIn = ({ draft: { start, end } }: Passage) => total(marks.copied, start, end);
  const own = total(marks.own);
  const copied = total(marks.copied);
  return {
    passages,
    own,
    copied,
    share: own === 0 ? 0 : copied / own,
    maskedCopied: maskedCopies(prepared, sources),
    longest: {
      exact: whole.reduce((most, { passage }) => Math.max(most, longestEqual(passage)), 0),
      edited: whole.reduce((most, { passage }) => Math.max(most, copiedIn(passage)), 0),
    },
    sources: theirs.map(({ name }, at) => {
      const counts = whole.filter((one) => one.source === at).map(({ passage }) => copiedIn(passage));
      const sum = counts.reduce((most, one) => most + one, 0);
      return { name, copied: sum, share: own === 0 ? 0 : sum / own, longest: Math.max(0, ...counts) };
    }),
    clauses,
    wholeClauses: clauses.filter((clause) => clause.whole).length,
    localClauses: clauses.filter((clause) => clause.local).length,
    foreign: foreignPlaces(mine, passages),
    relayed: passedOn.reason,
  };
}

function reported(one: Found, mine: Side, theirs: Side, marks: Marks, options: ReportOptions): OverlapPassage {
  const { passage } = one;
  const copied = total(marks.copied, passage.draft.start, passage.draft.end);
  const draftSpans = spansOf(mine, passage.draft.start, passage.draft.end);
  const sourceSpans = spansOf(theirs, passage.source.start, passage.source.end);
  return {
    ...passage,
    draftSpans,
    sourceSpans,
    ownSpans: passage.own.flatMap(({ start, end }) => spansOf(mine, start, end)),
    draftClause: pathAt(mine, draftSpans),
    sourceClause: pathAt(theirs, sourceSpans),
    copied,
    textbook: passage.class === "names" && copied >= options.textbook && passage.identity >= options.textbookIdentity,
  };
}

function pathAt(side: Side, spans: OverlapPassage["draftSpans"]): string | null {
  const { document } = side;
  return document && spans[0] ? clausePath(document, clauseAt(document, spans[0])) : null;
}

function ordered(passages: OverlapPassage[]): OverlapPassage[] {
  return [...passages].sort((x, y) => Number(y.textbook) - Number(x.textbook) || x.draft.start - y.draft.start);
}

function longestEqual(passage: Passage): number {
  return passage.edits.reduce(
    (most, edit) => (edit.kind === "equal" ? Math.max(most, lettersIn(edit.draft)) : most),
    0,
  );
}

function clauseOverlap(clause: SideClause, mine: Side, marks: Marks, options: ReportOptions): ClauseOverlap {
  let own = 0;
  let copied = 0;
  let words = "";
  for (const span of clause.own) {
    const start = offsetOf(mine, span.block, span.start);
    const end = offsetOf(mine, span.block, span.end);
    own += total(marks.own, start, end);
    copied += total(marks.copied, start, end);
    for (let i = start; i < end; i++) words += marks.same[i] === 1 || marks.masked[i] === 1 ? " " : mine.text[i];
  }
  const share = own === 0 ? 0 : copied / own;
  return {
    clause: clause.clause?.index ?? null,
    path: clause.path,
    span: clause.span,
    own,
    copied,
    share,
    whole: own >= options.wholeClauseLeast && share >= options.wholeClause,
    local: saysSomethingLocal(words.replace(/ +/g, " ")),
  };
}

function foreignPlaces(mine: Side, passages: OverlapPassage[]): ForeignPlace[] | null {
  const area = mine.document && issuerArea(mine.document);
  if (!area) return null;
  return passages.flatMap((passage, at) => {
    const words = mine.text.slice(passage.draft.start, passage.draft.end);
    return placeMentions(words)
      .filter((mention) => isForeign(words, mention, area))
      .flatMap((mention) => {
        const start = passage.draft.start + mention.start;
        const [span] = spansOf(mine, start, passage.draft.start + mention.end);
        return span ? [{ text: words.slice(mention.start, mention.end), span, passage: at }] : [];
      });
  });
}
