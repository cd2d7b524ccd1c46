import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readBaseline, writeBaseline } from "../../src/except/baseline-file.ts";

const entries = fc.uniqueArray(fc.tuple(fc.string({ unit: "grapheme" }), fc.string(), fc.string()), {
  selector: ([path, , fingerprint]) => `${path}\u0000${fingerprint}`,
});

describe("a baseline file", () => {
  it("gives back what was written, whatever the names", () => {
    fc.assert(
      fc.property(entries, (list) => {
        const baseline = new Map<string, Map<string, string>>();
        for (const [path, rule, fingerprint] of list)
          baseline.set(path, (baseline.get(path) ?? new Map()).set(fingerprint, rule));
        expect(readBaseline(writeBaseline(baseline))).toEqual(baseline);
      }),
    );
  });

  it("has one line a finding in an order of its own, so that a diff shows what changed", () => {
    const one = new Map([
      ["乙.md", new Map([["b", "R"]])],
      [
        "甲.md",
        new Map([
          ["c", "R"],
          ["a", "R"],
        ]),
      ],
    ]);
    const other = new Map([
      [
        "甲.md",
        new Map([
          ["a", "R"],
          ["c", "R"],
        ]),
      ],
      ["乙.md", new Map([["b", "R"]])],
    ]);
    expect(writeBaseline(one)).toBe(writeBaseline(other));
    expect(writeBaseline(one).trimEnd().split("\n")).toHaveLength(5);
  });

  it.each(["", "{", "[]", "null", "{}", '{"gwlint-baseline":2,"findings":[]}', '{"gwlint-baseline":1,"findings":[1]}'])(
    "is refused where it is none: %s",
    (text) => {
      expect(readBaseline(text)).toBeNull();
    },
  );
});
