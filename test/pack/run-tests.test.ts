import { describe, expect, it } from "vitest";
import { type CheckedCase, runPackTests, type TestFinding } from "../../src/pack/run-tests.ts";
import type { TestCase } from "../../src/pack/test-cases.ts";

const example = (expected: TestCase["expect"], at: TestCase["at"] = []): TestCase => ({
  rule: "R-1",
  expect: expected,
  draft: { text: "甲", repeat: 1, format: "markdown", title: null },
  facts: {},
  against: [],
  at,
  place: { file: "p.yaml", line: 7, column: 9 },
});
const finding = (place: Partial<TestFinding> = {}): TestFinding => ({
  rule: "R-1",
  line: null,
  paragraph: null,
  clause: null,
  ...place,
});
const nothing: CheckedCase = { findings: [], notChecked: [], problem: null };

const run = async (test: TestCase, checked: Partial<CheckedCase>) =>
  (await runPackTests([test], [{ id: "R-1" }], async () => ({ ...nothing, ...checked }))).failures;

describe("a valid example", () => {
  it("passes where nothing is reported, whatever other rules say", async () => {
    expect(await run(example("valid"), {})).toEqual([]);
    expect(await run(example("valid"), { findings: [{ ...finding(), rule: "R-2" }] })).toEqual([]);
  });

  it("is noisy where the rule is reported, and says where", async () => {
    const failures = await run(example("valid"), { findings: [finding({ line: 3, clause: "三（二）2" })] });
    expect(failures).toMatchObject([
      { kind: "noisy", found: ["三（二）2"], test: { place: { file: "p.yaml", line: 7 } } },
    ]);
  });

  it("shows nothing where the rule was not checked", async () => {
    const notChecked = [{ rule: "R-1", reason: "没有提供上级文件" }];
    expect(await run(example("valid"), { notChecked })).toMatchObject([
      { kind: "undecided", reason: "没有提供上级文件" },
    ]);
  });
});

describe("an invalid example", () => {
  it("passes where the rule is reported", async () => {
    expect(await run(example("invalid"), { findings: [finding({ line: 3 })] })).toEqual([]);
  });

  it("is missing where it is not", async () => {
    expect(await run(example("invalid"), {})).toMatchObject([{ kind: "missing", found: [], expected: [] }]);
  });

  it.each<[string | number, Partial<TestFinding>]>([
    ["document", {}],
    ["三（二）2", { line: 9, clause: "三（二）2" }],
    [9, { line: 9, clause: "三（二）2" }],
    [4, { paragraph: 4 }],
  ])("has to be reported at %s", async (place, where) => {
    expect(await run(example("invalid", [place]), { findings: [finding(where)] })).toEqual([]);
    expect(await run(example("invalid", [place]), { findings: [finding({ line: 1, clause: "一" })] })).toMatchObject([
      { kind: "missing", found: ["一"], expected: [String(place)] },
    ]);
  });

  it("has to be reported at every place named", async () => {
    const failures = await run(example("invalid", [3, 5]), { findings: [finding({ line: 3 })] });
    expect(failures).toMatchObject([{ kind: "missing", expected: ["5"] }]);
  });
});

it("says when an example could not be read", async () => {
  expect(await run(example("invalid"), { problem: { message: "没有这个文件" } })).toMatchObject([
    { kind: "unread", reason: "没有这个文件" },
  ]);
});

it("counts what passed and names rules without an example", async () => {
  const report = await runPackTests(
    [example("valid"), example("invalid")],
    [{ id: "R-1" }, { id: "R-2" }],
    async () => nothing,
  );
  expect(report).toMatchObject({ passed: 1, untested: ["R-2"] });
});
