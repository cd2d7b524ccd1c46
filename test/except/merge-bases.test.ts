import { describe, expect, it } from "vitest";
import { inReadingOrder } from "../../src/except/in-reading-order.ts";
import { mergeBases } from "../../src/except/merge-bases.ts";
import type { Finding } from "../../src/model/result.ts";

const basis = (document: string): Finding["basis"][number] => ({
  issuer: "某某市人民政府办公室",
  document,
  year: 2024,
  clause: "第1条",
  quote: "",
  verified: "clause",
  inForce: "unknown",
});

function finding(rule: string, change: Partial<Finding> = {}): Finding {
  return {
    rule,
    pack: "mine",
    rules: [rule],
    check: "responsibility",
    severity: "warning",
    title: rule,
    message: rule,
    advice: "",
    basis: [basis(rule)],
    threshold: false,
    part: "document",
    span: { block: 3, start: 0, end: 5 },
    evidence: [],
    fingerprint: rule,
    suppressed: null,
    ...change,
  };
}

describe("rules that meet", () => {
  it("of one kind on one span speak once, the gravest first, with the bases of all", () => {
    const [one, ...rest] = mergeBases([finding("A"), finding("B", { severity: "error" })]);
    expect(rest).toEqual([]);
    expect(one).toMatchObject({ rule: "B", rules: ["B", "A"], severity: "error" });
    expect(one!.basis.map(({ document }) => document)).toEqual(["B", "A"]);
  });

  it("name a basis once that both rest on", () => {
    const shared = [basis("同一份文件")];
    expect(mergeBases([finding("A", { basis: shared }), finding("B", { basis: shared })])[0]!.basis).toHaveLength(1);
  });

  it.each([
    ["on other words", { span: { block: 3, start: 0, end: 4 } }],
    ["of another kind", { check: "deadline" }],
    ["in another part", { part: "annex" as const }],
  ])("stay apart %s", (_what, change) => {
    expect(mergeBases([finding("A"), finding("B", change)])).toHaveLength(2);
  });

  it("of kinds that ask different things stay apart, though on one span", () => {
    const pattern = { check: "pattern" };
    expect(mergeBases([finding("A", pattern), finding("B", pattern)])).toHaveLength(2);
    expect(
      mergeBases([finding("A", { ...pattern, title: "x" }), finding("B", { ...pattern, title: "x" })]),
    ).toHaveLength(1);
  });

  it("keep what was exempted from one rule apart from what still stands for another", () => {
    const exempted = finding("A", { suppressed: { kind: "inline", reason: "另行印发" } });
    expect(mergeBases([exempted, finding("B")]).map(({ rule, suppressed }) => [rule, suppressed === null])).toEqual([
      ["A", false],
      ["B", true],
    ]);
  });

  it("never swallow a second finding of one rule at one place", () => {
    expect(mergeBases([finding("A"), finding("A"), finding("B"), finding("B")])).toHaveLength(2);
  });
});

describe("order", () => {
  it("is whole document, then place, then gravity", () => {
    const findings = [
      finding("late", { span: { block: 9, start: 0, end: 1 } }),
      finding("info", { severity: "info" }),
      finding("error", { severity: "error" }),
      finding("whole", { span: null }),
    ];
    expect(inReadingOrder(findings).map(({ rule }) => rule)).toEqual(["whole", "error", "info", "late"]);
  });
});
