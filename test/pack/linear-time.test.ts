import { RE2JS } from "re2js";
import { describe, expect, it } from "vitest";
import { ruleKinds } from "../../src/bench/kinds.ts";
import { MOST_STEPS, stepsFromOnePlace } from "../../src/check/plain-pattern.ts";
import { loadSources } from "../../src/pack/load.ts";
import { shippedFiles } from "./files.ts";

describe("patterns of the shipped packs", async () => {
  const { packs } = await loadSources(await shippedFiles.names(), ruleKinds, shippedFiles);
  const patterns = packs.flatMap(({ rules }) =>
    rules.flatMap((rule) => {
      const kind = ruleKinds.find(({ name }) => name === rule.check);
      return (kind?.patterns?.(rule.options) ?? []).map((source) => ({ rule: rule.id, source }));
    }),
  );

  it("are there", () => {
    expect(patterns.length).toBeGreaterThan(150);
  });

  // RE2 has no pattern that takes more than linear time; V8 is given those alone that cannot try more than so often.
  it.each(patterns)("$rule: $source takes linear time at most", ({ source }) => {
    expect(() => RE2JS.compile(source)).not.toThrow();
    expect(stepsFromOnePlace(source) ?? 0).toBeLessThanOrEqual(MOST_STEPS);
  });
});

describe("the steps counted for a pattern", () => {
  /** What a backtracking search does at the worst place of a text: letters looked at until it gives up or ends. */
  function walk(source: RegExp[], text: string, at: number, part = 0): number {
    if (part === source.length) return 1;
    let steps = 0;
    for (let to = at; to <= text.length; to++) {
      if (to > at && !source[part]!.test(text[to - 1]!)) break;
      if (to - at > GAP) break;
      steps += 1 + walk(source, text, to, part + 1);
    }
    return steps;
  }
  const GAP = 6;

  it("are no fewer than a search takes that tries every way", () => {
    for (const text of ["aaaaaaaaaaaaaaaaaaaaaaaa", "abababababababababababab"]) {
      const taken = walk([/[ab]/, /[ab]/, /[ab]/], text, 0);
      expect(stepsFromOnePlace("[ab]{0,6}[ab]{0,6}[ab]{0,6}c")!).toBeGreaterThanOrEqual(taken);
    }
  });

  it("count words behind a gap as often as they fit into it", () => {
    const words = stepsFromOnePlace("[^。]{0,30}(考核|评价)[^。]{0,30}(通报|约谈)")!;
    const letters = stepsFromOnePlace("[^。]{0,30}(考|评)[^。]{0,30}(通|约)")!;
    expect(words).toBeLessThan(letters);
    // 会议记录 and 记录本 share 记录: they may stand one in the other.
    const overlapping = stepsFromOnePlace("[^。]{0,30}(会议记录|记录本)[^。]{0,30}(通报|约谈)")!;
    expect(overlapping).toBeGreaterThan(stepsFromOnePlace("[^。]{0,30}(会议记录|笔记本)[^。]{0,30}(通报|约谈)")!);
  });
});
