/** Keeps the gravest of many texts, at most `limit` of them: memory depends on the limit, not on the run. */
export interface Worst {
  /** `rank` 0 is the gravest. */
  add(rank: number, text: string): void;
  /** The gravest first, those of one rank in the order they came. */
  kept(): string[];
  total(): number;
}

export function keepWorst(limit: number): Worst {
  const buckets: string[][] = [];
  let total = 0;
  let held = 0;
  return {
    add(rank, text) {
      total++;
      while (buckets.length <= rank) buckets.push([]);
      if (held < limit) held++;
      else {
        const lightest = buckets.findLastIndex((bucket) => bucket.length > 0);
        if (lightest <= rank) return;
        buckets[lightest]!.pop();
      }
      buckets[rank]!.push(text);
    },
    kept: () => buckets.flat(),
    total: () => total,
  };
}
