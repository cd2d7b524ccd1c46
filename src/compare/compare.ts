import type { CompareSource, Passage } from "../model/passage.ts";
import { align, type DraftIndex, draftIndex } from "./align.ts";
import { attribute, type Claim } from "./attribute.ts";
import { classOf, identityOf } from "./classify.ts";
import { type Mask, textMasks } from "./masks.ts";
import type { Stretch } from "./merge.ts";
import { type Normalised, normalise } from "./normalise.ts";
import { COMPARE_DEFAULTS, type CompareOptions } from "./options.ts";
import { maskPhrases } from "./phrases.ts";
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
  const claims: Claim[] = sources.flatMap((source, at) =>
    align(draft.index, source.normalised, options).map((stretch) => ({ stretch, source: at, alsoIn: [] })),
  );
  const earlier = (a: number, b: number) => {
    const [x, y] = [sources[a]!.issuedOn, sources[b]!.issuedOn];
    return x !== undefined && y !== undefined && x !== y ? x < y : a < b;
  };
  return attribute(claims, draft.normalised.codes.length, earlier).map(({ stretch, source, alsoIn }) => ({
    passage: {
      ...passageOf(draft, sources[source]!, stretch, options),
      alsoIn: alsoIn.map((at) => sources[at]!.name),
    },
    source,
    stretch,
  }));
}

/** The passage that a stretch is, with its edit script and class. */
export function passageOf(
  draft: Prepared,
  source: CompareSource & Prepared,
  stretch: Stretch,
  options: CompareOptions,
): Omit<Passage, "alsoIn"> {
  const mine = tokens(draft.text, draft.normalised, stretch.draft, stretch.draftEnd);
  const theirs = tokens(source.text, source.normalised, stretch.source, stretch.sourceEnd);
  const edits = editScript(mine, theirs);
  const identity = identityOf(mine, theirs, edits);
  return {
    draft: { start: draft.normalised.starts[stretch.draft]!, end: draft.normalised.ends[stretch.draftEnd - 1]! },
    source: {
      name: source.name,
      start: source.normalised.starts[stretch.source]!,
      end: source.normalised.ends[stretch.sourceEnd - 1]!,
    },
    class: classOf(edits, identity, options.lightIdentity),
    identity,
    edits,
  };
}
