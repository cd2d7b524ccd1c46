import type { Hit } from "./hit.ts";
import type { Normalised } from "./normalise.ts";

/** Units that an edit may leave over at either end of a sentence. */
const FRAYED = 2;

/** Whether a sentence, an item or a line ends at a unit, or so near that an edit may be between. Numbers of clauses count nothing. */
export function nearStop({ stops, enumerators }: Normalised, at: number): boolean {
  for (const step of [-1, 1]) {
    for (let i = at, frayed = 0; i >= 0 && i < stops.length && frayed <= FRAYED; i += step) {
      if (stops[i] === 1) return true;
      if (enumerators[step === 1 ? i : i - 1] !== 1) frayed++;
    }
  }
  return false;
}

/** Units of the draft that may be put in between two sentences that follow each other in the source. */
const INSERTED = 160;
/** Units of the source, numbers of clauses aside, that may be left out there: a short sentence. */
const LEFT_OUT = 16;
/** Units of the source that both may have. */
const SHARED = 3;

/** Whether two hits follow each other in the source and what the draft has between them are sentences of its own. */
export function isInserted(draft: Normalised, source: Normalised, before: Hit, after: Hit): boolean {
  if (after.draft < before.draftEnd || after.draft - before.draftEnd > INSERTED) return false;
  if (after.source < before.sourceEnd - SHARED) return false;
  let leftOut = 0;
  for (let i = before.sourceEnd; i < after.source && leftOut <= LEFT_OUT; i++) leftOut += 1 - source.enumerators[i]!;
  return leftOut <= LEFT_OUT && nearStop(draft, before.draftEnd) && nearStop(draft, after.draft);
}
