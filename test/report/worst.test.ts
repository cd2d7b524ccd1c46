import fc from "fast-check";
import { expect, it } from "vitest";
import { keepWorst } from "../../src/report/worst.ts";

it("keeps the gravest, the earlier of one rank, whatever comes when", () => {
  const ranks = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 60 });
  fc.assert(
    fc.property(ranks, fc.integer({ min: 0, max: 20 }), (list, limit) => {
      const worst = keepWorst(limit);
      for (const [i, rank] of list.entries()) worst.add(rank, `${rank} ${i}`);
      const sorted = list.map((rank, i) => ({ rank, i })).sort((a, b) => a.rank - b.rank || a.i - b.i);
      expect(worst.kept()).toEqual(sorted.slice(0, limit).map(({ rank, i }) => `${rank} ${i}`));
      expect(worst.total()).toBe(list.length);
    }),
  );
});
