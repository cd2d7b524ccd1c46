import type { CompareSource, Passage } from "../model/passage.ts";
import { align, type DraftIndex, draftIndex } from "./align.ts";
import { attribute, type Claim } from "./attribute.ts";
import { classOf, identityOf, keptOf } from "./classify.ts";
import { type Extent, withMarks } from "./edges.ts";
import { insertions } from "./inserted.ts";
import { type Mask, notes, textMasks } from "./masks.ts";
import { runsOf, type Stretch } from "./merge.ts";
import { lettersIn, type Normalised, normalise } from "./normalise.ts";
import { COMPARE_DEFAULTS, type CompareOptions } from "./options.ts";
import { orderOf } from "./order.ts";
import { maskPhrases } from "./phrases.ts";
import { reorderedScript } from "./reordered.ts";
import { editScript } from "./script.ts";
import { tokens } from "./tokens.ts";

/** A text ready to be aligned; prepare a source once to hold many drafts against it. */
export interface Prepared {
  text: string;
  normalised: Normalised;
}

export function prepare(text: string): Prepared {
  return { text, normalised: normalise(text) };
}

export interface PreparedDraft extends Prepared {
  index: DraftIndex;
}

/** The draft with its masks and seed table. `furniture` are stretches that only the document's structure shows. */
export function prepareDraft(text: string, furniture: Mask[] = []): PreparedDraft {
  const normalised = normalise(text);
  const masked = new Uint8Array(normalised.codes.length);
  const apart = new Uint8Array(normalised.codes.length);
  maskPhrases(normalised.codes, apart);
  const masks = [...textMasks(text), ...furniture];
  for (const mask of masks) {
    const fixed = mask.kind === "definition" || mask.kind === "amount";
    fill(normalised, mask, fixed ? apart : masked);
  }
  for (let i = 0; i < masked.length; i++) apart[i] = apart[i]! | masked[i]! | normalised.enumerators[i]!;
  return { text, normalised, index: draftIndex(normalised, masked, apart) };
}

/** Sets the units that lie in a mask. */
function fill(normalised: Normalised, mask: Mask, flags: Uint8Array): void {
  const { starts } = normalised;
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! < mask.start) low = middle + 1;
    else high = middle;
  }
  for (let i = low; i < starts.length && starts[i]! < mask.end; i++) flags[i] = 1;
}

/**
 * Passages of `draft` that stand in one of `sources`, in draft order. Pure; linear in the length of the texts.
 * Cited titles, attributed quotations, set phrases and required wording are no passages.
 */
export function compare(
  draft: string,
  sources: readonly CompareSource[],
  options: Partial<CompareOptions> = {},
): Passage[] {
  return comparePrepared(
    prepareDraft(draft),
    sources.map((source) => ({ ...source, ...prepare(source.text) })),
    options,
  );
}

/** The same with texts that were prepared before. */
export function comparePrepared(
  draft: PreparedDraft,
  sources: readonly (CompareSource & Prepared)[],
  options: Partial<CompareOptions> = {},
): Passage[] {
  return findPassages(draft, sources, { ...COMPARE_DEFAULTS, ...options }).map((found) => found.passage);
}

/** A passage, the source it is from, and the stretches of units in it that were really aligned. */
export interface Found {
  passage: Passage;
  source: number;
  stretch: Stretch;
}

/** Passages with their alignment, for the report's figures. */
export function findPassages(
  draft: PreparedDraft,
  sources: readonly (CompareSource & Prepared)[],
  options: CompareOptions,
): Found[] {
  const claims: Claim[] = sources.flatMap((source, at) => {
    const stretches = align(draft.index, source.normalised, options);
    return fromBody(source, stretches, options).map((stretch) => ({ stretch, source: at, alsoIn: [] }));
  });
  const earlier = (a: number, b: number) => {
    const [x, y] = [sources[a]!.issuedOn, sources[b]!.issuedOn];
    return x !== undefined && y !== undefined && x !== y ? x < y : a < b;
  };
  const owned = attribute(claims, draft.normalised.codes.length, earlier);
  return owned.flatMap(({ stretch, source, alsoIn }) =>
    tellable(draft, sources[source]!, stretch, options).map((told) => ({
      passage: { ...told.passage, alsoIn: alsoIn.map((at) => sources[at]!.name) },
      source,
      stretch: told.stretch,
    })),
  );
}

/** A stretch that keeps to its source as a whole, or else its parts that do and prove copying by themselves. */
function tellable(
  draft: PreparedDraft,
  source: CompareSource & Prepared,
  stretch: Stretch,
  options: CompareOptions,
): { passage: Omit<Passage, "alsoIn">; stretch: Stretch }[] {
  const told = (one: Stretch) => {
    const passage = passageOf(draft, source, one, options);
    const keeps = passage.identity >= options.leastIdentity && keptOf(passage) >= options.leastKept;
    return keeps ? [{ passage, stretch: one }] : [];
  };
  const whole = told(stretch);
  if (whole.length > 0) return whole;
  const parts = runsOf(stretch);
  return parts.length < 2 ? [] : parts.filter((part) => part.certain).flatMap(told);
}

/** Without the stretches that stand in the source's notes about itself: 2019年3月1日 第…次会议通过. */
function fromBody(source: Prepared, stretches: Stretch[], options: CompareOptions): Stretch[] {
  if (stretches.length === 0) return stretches;
  const inNotes = new Uint8Array(source.normalised.codes.length);
  for (const note of notes(source.text)) fill(source.normalised, note, inNotes);
  return stretches.filter(({ hits }) => {
    let units = 0;
    let body = 0;
    for (const hit of hits) {
      units += hit.sourceEnd - hit.source;
      for (let i = hit.source; i < hit.sourceEnd; i++) body += 1 - inNotes[i]!;
    }
    return body === units || body >= options.shortMinimum * options.minimum;
  });
}

/** The passage that a stretch is, with its edit script and class. */
export function passageOf(
  draft: Prepared,
  source: CompareSource & Prepared,
  stretch: Stretch,
  options: CompareOptions,
): Omit<Passage, "alsoIn"> {
  const [ours, other] = withMarks(
    draft.text,
    source.text,
    extent(draft.normalised, stretch.draft, stretch.draftEnd),
    extent(source.normalised, stretch.source, stretch.sourceEnd),
  );
  const mine = tokens(draft.text, draft.normalised, stretch.draft, stretch.draftEnd, ours);
  const theirs = tokens(source.text, source.normalised, stretch.source, stretch.sourceEnd, other);
  const own = insertions(draft.text, draft.normalised, source.normalised, stretch.hits);
  const order = orderOf(stretch.hits, stretch.source, stretch.sourceEnd, own.length > 0);
  const { edits, pairs } = order ? reorderedScript(mine, theirs, stretch, order) : editScript(mine, theirs);
  const identity = identityOf(
    mine,
    theirs,
    pairs,
    own.reduce((sum, { start, end }) => sum + lettersIn(draft.text.slice(start, end)), 0),
  );
  return {
    draft: ours,
    source: { name: source.name, ...other },
    class: classOf(edits, identity, options.lightIdentity),
    identity,
    own,
    edits,
  };
}

function extent({ starts, ends }: Normalised, from: number, to: number): Extent {
  return { start: starts[from]!, end: ends[to - 1]! };
}
