import type { Extent } from "./edges.ts";
import type { Hit } from "./hit.ts";
import type { Normalised } from "./normalise.ts";
import { isInserted } from "./stops.ts";

/** Units from which words put in between are told as the copier's own; fewer are an edit. */
const LEAST = 8;
/** Units of the source by which a short match may miss to follow on. */
const STRAY = 3;
/** Marks that belong to the sentence before them. */
const FINAL = /[。；;：:！!？?…”’」』）)》]/;

/** Stretches of the draft, inside a passage, that are sentences of the copier's own: between hits that follow each other in the source. */
export function insertions(text: string, draft: Normalised, source: Normalised, hits: readonly Hit[]): Extent[] {
  const found: Extent[] = [];
  let before: Hit | undefined;
  for (const hit of hits) {
    // Two or three words of a sentence of one's own stand somewhere in the source by chance.
    if (before && hit.draftEnd - hit.draft < LEAST && Math.abs(hit.source - before.sourceEnd) > STRAY) continue;
    if (before && hit.draft - before.draftEnd >= LEAST && isInserted(draft, source, before, hit)) {
      let end = draft.ends[hit.draft - 1]!;
      while (end < draft.starts[hit.draft]! && FINAL.test(text[end]!)) end++;
      found.push({ start: draft.starts[before.draftEnd]!, end });
    }
    if (!before || hit.draftEnd > before.draftEnd) before = hit;
  }
  return found;
}
