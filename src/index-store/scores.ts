/** Scores by document number, and which documents have one. */
export interface Scores {
  of: Float32Array;
  touched: readonly number[];
  top: number;
}

const STEPS = 1024;
/** Nearly identical documents take places that are given to others again; this many are looked at for one. */
const SPARE = 20;

/**
 * The documents with the highest scores in order: about `first` times SPARE, and all with at least `share` of the best. Tens
 * of thousands have some gram in common; they are counted by step of score, and only the upper steps are sorted.
 */
export function best({ of, touched, top }: Scores, first: number, share: number): number[] {
  if (touched.length === 0) return [];
  const step = (id: number) => Math.min(STEPS - 1, Math.floor((of[id]! / top) * STEPS));
  const counts = new Uint32Array(STEPS);
  for (const id of touched) counts[step(id)]!++;
  let lowest = STEPS;
  for (let enough = 0; lowest > 0 && (enough < first * SPARE || lowest > share * STEPS); ) enough += counts[--lowest]!;
  return touched.filter((id) => step(id) >= lowest).sort((a, b) => of[b]! - of[a]! || a - b);
}
