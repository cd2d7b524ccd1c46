import type { CompareSource } from "../model/passage.ts";
import { type Found, type Prepared, type PreparedDraft, passageOf } from "./compare.ts";
import type { Hit } from "./hit.ts";
import { merge } from "./merge.ts";
import type { CompareOptions } from "./options.ts";
import { alignTokens } from "./script.ts";
import { tokens } from "./tokens.ts";

/**
 * Cuts passages at the draft's paragraphs, so that each can be told with its own clause and its own changes: of ten copied
 * items nine may differ in names only. `starts` are the offsets at which paragraphs begin. Pieces with fewer own
 * characters than a passage needs are not told (they still count as copied).
 */
export function splitByParagraph(
  found: Found[],
  draft: PreparedDraft,
  sources: readonly (CompareSource & Prepared)[],
  starts: readonly number[],
  options: CompareOptions,
): Found[] {
  const cuts = unitsAt(draft, starts);
  return found.flatMap((one) => {
    const source = sources[one.source]!;
    const byParagraph = new Map<number, Hit[]>();
    for (const hit of one.stretch.hits) {
      for (const piece of cutHit(hit, draft, source, cuts)) {
        const paragraph = paragraphOf(cuts, piece.draft);
        const pieces = byParagraph.get(paragraph);
        if (pieces) pieces.push(piece);
        else byParagraph.set(paragraph, [piece]);
      }
    }
    if (byParagraph.size < 2) return [one];
    return [...byParagraph.values()]
      .flatMap((hits) => merge(hits, draft.index.open, options.mergeGap))
      .filter((stretch) => own(draft, stretch) >= options.shortMinimum * options.minimum)
      .map((stretch) => ({
        passage: { ...passageOf(draft, source, stretch, options), alsoIn: one.passage.alsoIn },
        source: one.source,
        stretch,
      }))
      .filter(({ passage }) => passage.identity >= options.leastIdentity);
  });
}

/** First unit of every paragraph. */
function unitsAt(draft: Prepared, starts: readonly number[]): number[] {
  const cuts: number[] = [];
  let unit = 0;
  for (const start of starts) {
    while (unit < draft.normalised.starts.length && draft.normalised.starts[unit]! < start) unit++;
    cuts.push(unit);
  }
  return cuts;
}

/** Last cut at or before a unit. */
function paragraphOf(cuts: readonly number[], unit: number): number {
  let low = 0;
  let high = cuts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (cuts[middle]! <= unit) low = middle;
    else high = middle - 1;
  }
  return low;
}

function cutHit(hit: Hit, draft: Prepared, source: Prepared, cuts: readonly number[]): Hit[] {
  const first = paragraphOf(cuts, hit.draft);
  const last = paragraphOf(cuts, hit.draftEnd - 1);
  if (first === last) return [hit];
  const pairs = alignTokens(
    tokens(draft.text, draft.normalised, hit.draft, hit.draftEnd),
    tokens(source.text, source.normalised, hit.source, hit.sourceEnd),
  );
  const pieces: Hit[] = [];
  for (const pair of pairs) {
    const unit = hit.draft + pair.draft;
    const other = hit.source + pair.source;
    const piece = pieces.at(-1);
    if (piece && paragraphOf(cuts, piece.draft) === paragraphOf(cuts, unit)) {
      piece.draftEnd = unit + 1;
      piece.sourceEnd = other + 1;
      piece.score++;
    } else
      pieces.push({
        draft: unit,
        draftEnd: unit + 1,
        source: other,
        sourceEnd: other + 1,
        score: 1,
        certain: hit.certain,
      });
  }
  return pieces;
}

function own(draft: PreparedDraft, stretch: Hit): number {
  let count = 0;
  for (let i = stretch.draft; i < stretch.draftEnd; i++) count += 1 - draft.index.apart[i]!;
  return count;
}
