import fc from "fast-check";
import { expect, it } from "vitest";
import { PackError } from "../../src/pack/errors.ts";
import { formatPackError } from "../../src/pack/format-error.ts";
import { loadPacks } from "../../src/pack/load.ts";
import { packFiles } from "./files.ts";
import { kinds } from "./kinds.ts";

const sound = `pack: p
title: 试
sources:
  yi: { issuer: 某市人民政府, document: 某办法, year: 2019, verified: clause }
lexicons: { own: [甲] }
rules:
  R-1:
    check: length
    title: 短
    basis: [{ source: yi, clause: 第一条, quote: 不得超过 }]
    strength: 不得
    evidence: direct
    when: { deployment: [task], policyDocument: true, kind: { not: 函 } }
    with: { max: 10 }
    message: 长了{actual}字
    advice: 短些
    en: { title: a, message: "{max}", advice: c }
    period: { from: 2019-01-01 }
    tests: { valid: [{ text: 甲, repeat: 2 }], invalid: [{ text: 乙, at: [document, 3] }] }
  R-2: { check: pattern, title: t, basis: { practice: p, examples: [e] }, strength: 本单位, severity: info, evidence: inferred, with: { pattern: "甲+", lexicon: own }, message: m, advice: a }
`;

/** Loads the text; whatever is wrong with it comes as PackError with a sentence for every mistake. */
async function survives(text: string): Promise<void> {
  try {
    await loadPacks(["p.yaml"], kinds, packFiles({ "p.yaml": text }, { q: sound }));
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    expect(error.problems.length).toBeGreaterThan(0);
    expect(formatPackError(error, "zh")).not.toMatch(/pack\.[a-z]|yaml\.[a-z]+-|undefined|\[object/);
    for (const { line, column } of error.problems) expect(Math.min(line ?? 1, column ?? 1)).toBeGreaterThan(0);
  }
}

it("starts from a pack without mistakes", async () => {
  expect(await loadPacks(["p.yaml"], kinds, packFiles({ "p.yaml": sound }))).toHaveLength(1);
});

it("survives a sound pack with pieces cut out, doubled, or put in", async () => {
  const piece = fc.constantFrom(
    "- ",
    ": ",
    "{",
    "}",
    "[",
    "]",
    "off",
    "null",
    "7",
    "true",
    "'",
    '"',
    "\n  ",
    "\n",
    "#",
    "|",
    "?",
    "~",
    "甲",
    "\u0000",
    "\ud800",
  );
  const edit = fc.record({
    at: fc.nat(sound.length),
    cut: fc.nat(30),
    put: fc.oneof(piece, fc.string({ maxLength: 4 }), fc.constant("")),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 5 }), async (edits) => {
      let text = sound;
      for (const { at, cut, put } of edits) text = text.slice(0, at) + put + text.slice(at + cut);
      await survives(text);
    }),
    { numRuns: 150 },
  );
});

it("survives any value in any place", async () => {
  const value = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom("off", "q", "length", "R-1", 10 ** 400, -0));
  const path = fc.constantFrom(
    ...[
      "pack",
      "title",
      "en",
      "source",
      "sources",
      "sources.yi",
      "sources.yi.year",
      "extends",
      "lexicons",
      "lexicons.own",
      "rules",
      "rules.R-1",
    ],
    ...[
      "check",
      "title",
      "basis",
      "strength",
      "severity",
      "evidence",
      "when",
      "with",
      "message",
      "en",
      "replaces",
      "period",
      "threshold",
      "tests",
      "if-unknown",
    ].map((key) => `rules.R-1.${key}`),
    ...[
      "when.deployment",
      "when.kind.not",
      "with.max",
      "tests.valid",
      "tests.invalid.0",
      "tests.invalid.0.at",
      "basis.0",
      "basis.0.source",
    ].map((key) => `rules.R-1.${key}`),
    ...["with.pattern", "with.lexicon", "basis.practice", "basis.examples"].map((key) => `rules.R-2.${key}`),
  );
  const { parseYaml } = await import("../../src/yaml/parse.ts");
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(path, value), { minLength: 1, maxLength: 3 }), async (changes) => {
      const pack = structuredClone(parseYaml(sound, "p.yaml").value);
      for (const [where, what] of changes) put(pack, where.split("."), what);
      await survives(JSON.stringify(pack));
    }),
    { numRuns: 150 },
  );
});

it("survives text of any kind", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary", maxLength: 200 }), async (text) => {
      await survives(text);
    }),
    { numRuns: 150 },
  );
});

function put(target: unknown, [step, ...rest]: string[], value: unknown): void {
  if (typeof target !== "object" || target === null || step === undefined) return;
  const record = target as Record<string, unknown>;
  if (rest.length === 0) record[step] = value;
  else put(record[step], rest, value);
}
