import type { Prepared, PreparedDraft } from "./compare.ts";
import { emptySeeds, findSeeds, seedTable } from "./seeds.ts";

/** Units that masked words must share with a source to count as the same. */
const RUN = 8;

/** Masked characters of the draft that stand in a source too: copying that is as it should be, told beside the rest. */
export function maskedCopies(draft: PreparedDraft, sources: readonly Prepared[]): number {
  const { codes, starts, ends } = draft.normalised;
  const table = seedTable(draft.normalised, new Uint8Array(codes.length), RUN);
  const seeds = emptySeeds();
  const shared = new Uint8Array(codes.length);
  for (const source of sources) {
    const reached = new Int32Array(codes.length + source.normalised.codes.length + 1);
    findSeeds(table, source.normalised, reached, seeds);
    for (let s = 0; s < seeds.count; s++) shared.fill(1, seeds.draft[s]!, seeds.draft[s]! + seeds.length[s]!);
  }
  let count = 0;
  for (let i = 0; i < codes.length; i++)
    if (shared[i] === 1 && draft.index.apart[i] === 1) count += ends[i]! - starts[i]!;
  return count;
}
