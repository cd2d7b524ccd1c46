import { describe, expect, it } from "vitest";
import { PackError, type PackProblem } from "../../src/pack/errors.ts";
import { formatPackError } from "../../src/pack/format-error.ts";
import { loadPacks } from "../../src/pack/load.ts";
import { packFiles } from "./files.ts";
import { kinds } from "./kinds.ts";

const head = `pack: p
title: 试
sources:
  yi: { issuer: 某市人民政府, document: 某办法, year: 2019, verified: clause }
`;
const sound = [
  "check: length",
  "title: 短",
  "basis: [{ source: yi, clause: 第一条, quote: 不得超过 }]",
  "strength: 不得",
  "evidence: direct",
  "with: { max: 10 }",
  "message: 长了{actual}字",
  "advice: 短些",
];

/** The sound rule with lines exchanged by their key; a key with `null` is left out. Rules start at line 5. */
function pack(changes: Record<string, string | null>, more: string[] = []): string {
  const lines = sound.flatMap((line) => {
    const key = line.slice(0, line.indexOf(":"));
    if (!(key in changes)) return [line];
    return changes[key] === null ? [] : [`${key}: ${changes[key]}`];
  });
  return `${head}rules:\n  R-1:\n${[...lines, ...more].map((line) => `    ${line}\n`).join("")}`;
}

async function problemsOf(
  files: Record<string, string>,
  { names = ["p.yaml"], shipped = {} }: { names?: string[]; shipped?: Record<string, string> } = {},
): Promise<readonly PackProblem[]> {
  try {
    await loadPacks(names, kinds, packFiles(files, shipped));
  } catch (error) {
    if (error instanceof PackError) return error.problems;
    throw error;
  }
  return [];
}

const problemsIn = (text: string) => problemsOf({ "p.yaml": text });

it("says nothing of a sound pack", async () => {
  expect(await problemsIn(pack({}))).toEqual([]);
});

describe("one mistake in a rule", () => {
  it.each<[string, string, string, number, number, string | null]>([
    ["a kind by its Chinese name", pack({ check: "字数" }), "unknown-kind", 7, 12, "length"],
    ["a fact by its Chinese name", pack({}, ["when: { 部署性质: task }"]), "unknown-fact", 15, 13, "deployment"],
    ["a colon typed in Chinese", pack({ with: "{ max：10 }" }), "yaml.wide-colon", 12, 13, null],
    ["a kind", pack({ check: "lenght" }), "unknown-kind", 7, 12, "length"],
    ["a fact", pack({}, ["when: { deploymnt: task }"]), "unknown-fact", 15, 13, "deployment"],
    ["a value of a fact", pack({}, ["when: { deployment: [task, speciel] }"]), "unknown-fact-value", 15, 32, "special"],
    ["a value behind not", pack({}, ["when: { kind: { not: 请求 } }"]), "unknown-fact-value", 15, 26, "请示"],
    ["a word for yes or no", pack({}, ["when: { policyDocument: 是 }"]), "unknown-fact-value", 15, 29, null],
    ["a source", pack({ basis: "[{ source: yii, clause: 一, quote: 二 }]" }), "unknown-source", 9, 23, "yi"],
    ["no basis", pack({ basis: null }), "no-basis", 6, 3, null],
    ["an empty basis", pack({ basis: "[]" }), "no-basis", 6, 3, null],
    ["a basis said twice", pack({}, ["clause: 第二条", "quote: 三"]), "two-bases", 9, 5, null],
    ["half a basis", pack({ basis: null }, ["clause: 第二条"]), "missing-key", 6, 3, null],
    ["a word that does not bind", pack({ strength: "努力" }), "unknown-strength", 10, 15, null],
    ["an own rule without severity", pack({ strength: "本单位" }), "severity-missing", 6, 3, null],
    [
      "a severity above the word",
      pack({ strength: "一般" }, ["severity: error"]),
      "strength-against-severity",
      15,
      15,
      null,
    ],
    [
      "a severity above the evidence",
      pack({ evidence: "measured" }, ["severity: error"]),
      "strength-against-severity",
      15,
      15,
      null,
    ],
    ["a value the check does not give", pack({ message: "正文{actaul}字" }), "unknown-value", 13, 16, "actual"],
    [
      "a value in English",
      pack({}, ["en: { title: a, message: 'over {maxx}', advice: b }"]),
      "unknown-value",
      15,
      36,
      "max",
    ],
    ["a value in a title", pack({ title: "超过{max}字" }), "unknown-value", 8, 14, null],
    [
      "a fact of a test",
      pack({}, ["tests: { valid: [{ text: 甲, facts: { deployment: tsk } }] }"]),
      "unknown-fact-value",
      15,
      54,
      "task",
    ],
    [
      "a quotation cut by a comma",
      pack({ basis: "[{ source: yi, clause: 一, quote: 不得超过,确需超过的 }]" }),
      "split-text",
      9,
      50,
      null,
    ],
    [
      "practice that claims to bind",
      pack({ basis: "{ practice: 如此, examples: [甲] }" }),
      "practice-strength",
      10,
      15,
      null,
    ],
    ["a test without a text", pack({}, ["tests: { valid: [{ repeat: 3 }] }"]), "test-without-text", 15, 22, null],
    ["a test outside", pack({}, ["tests: { valid: [{ file: ../../x.md }] }"]), "extends-outside", 15, 30, null],
    ["a key", pack({}, ["mesage: 长"]), "yaml.unknown-key-near", 15, 5, null],
    ["an option", pack({ with: "{ max: 10, scop: body }" }), "yaml.unknown-key-near", 12, 22, null],
    ["an option's value", pack({ with: "{ max: 10, scope: bodi }" }), "yaml.value-near", 12, 29, null],
    ["an option's type", pack({ with: "{ max: 十 }" }), "yaml.type.number", 12, 18, null],
    ["an option left out", pack({ with: "{}" }), "yaml.missing", 12, 5, null],
    ["a message left out", pack({ message: null }), "yaml.missing", 6, 3, null],
    ["a change of nothing", `${head}rules:\n  R-1: off\n`, "unknown-rule", 6, 3, null],
  ])("is found and shown: %s", async (_, text, code, line, column, suggestion) => {
    const problems = await problemsIn(text);
    expect(problems.map((problem) => problem.code)).toContain(code);
    expect(problems.find((problem) => problem.code === code)).toMatchObject({
      file: "p.yaml",
      line,
      column,
      suggestion,
    });
  });

  it("a mistyped key is not called missing as well", async () => {
    const problems = await problemsIn(pack({ advice: null }, ["advise: 短些"]));
    expect(problems.map(({ code }) => code)).toEqual(["yaml.unknown-key-near"]);
  });

  it("a key that is missing is told with what it is for", async () => {
    const problems = await problemsIn(pack({ advice: null }));
    expect(formatPackError(new PackError(problems), "zh")).toContain("缺少 R-1.advice（怎么改）");
  });
});

describe("a pattern", () => {
  const withPattern = (pattern: string) =>
    pack({ check: "pattern", with: `{ pattern: ${pattern} }`, message: "有“{match}”" });

  it.each([
    ["'[甲乙](?=丙)'", 27, "(?="],
    ["'甲(乙'", 23, "甲(乙"],
    ["['甲', '乙{1001}']", 30, "{1001}"],
    ["'(甲)\\1'", 26, "\\1"],
  ])("that is no RE2 is shown where it goes wrong: %s", async (pattern, column, fragment) => {
    expect(await problemsIn(withPattern(pattern))).toMatchObject([
      { code: "bad-pattern", line: 12, column, values: { fragment } },
    ]);
  });

  it("of more than 1,000 characters is refused", async () => {
    expect(await problemsIn(withPattern(`"${"甲".repeat(1001)}"`))).toMatchObject([{ code: "pattern-too-long" }]);
    expect(await problemsIn(withPattern(`"${"甲".repeat(1000)}"`))).toEqual([]);
  });

  it("may name a shipped lexicon or the pack's own, no other", async () => {
    const text = (name: string) => pack({ check: "pattern", with: `{ pattern: 甲, lexicon: ${name} }`, message: "有" });
    expect(await problemsIn(text("set-phrases"))).toEqual([]);
    expect(await problemsIn(`${text("own")}lexicons: { own: [甲] }\n`)).toEqual([]);
    expect(await problemsIn(text("set-phrase"))).toMatchObject([
      { code: "unknown-lexicon", line: 12, column: 34, suggestion: "set-phrases" },
    ]);
  });
});

describe("a pack with several mistakes", () => {
  const text = `${pack({ check: "lenght", strength: "努力" }, ["mesage: x"])}  R-2:\n    check: length\n  R-3: 7\n`;

  it("has them all shown in one go", async () => {
    const problems = await problemsIn(text);
    expect(problems.map(({ line }) => line)).toEqual(expect.arrayContaining([15, 16, 18]));
    expect(problems.length).toBeGreaterThanOrEqual(4);
  });

  it("has those of form and those of sense found in the same run", async () => {
    const text = pack({ check: "lenght", message: null, basis: "7" }, ["when: { deployment: tsk }", "advise: 甲"]);
    const problems = await problemsIn(text);
    expect(problems.map(({ code, line }) => [code, line])).toEqual([
      ["yaml.missing", 6],
      ["unknown-kind", 7],
      ["yaml.shape", 9],
      ["unknown-fact-value", 14],
      ["yaml.unknown-key-near", 15],
    ]);
  });

  it("is explained with file, line, column, the line itself and what was meant", async () => {
    const problems = await problemsIn(pack({ check: "lenght" }));
    const zh = formatPackError(new PackError(problems), "zh");
    expect(zh.split("\n")[0]).toBe(
      "p.yaml:7:12 没有 lenght 这种检查；可用的有（各查什么见 docs/rules/checks.md）：length, pattern，是不是 length？",
    );
    expect(zh).toContain("check: lenght");
    expect(formatPackError(new PackError(problems), "en")).toContain("did you mean length?");
  });

  it("of which there are too many is cut, and says so", async () => {
    const rules = Array.from({ length: 300 }, (_, i) => `  X-${i}: off\n`).join("");
    const problems = await problemsIn(`${head}rules:\n${rules}`);
    expect(problems.length).toBe(200);
    expect(formatPackError(new PackError(problems), "zh")).toContain("只列出前 200 处");
  });
});

describe("YAML that is none", () => {
  it.each([
    ["an anchor", "pack: &a p\ntitle: *a\n"],
    ["a tag", "pack: !!js/function x\n"],
    ["a merge key", "pack: p\ntitle: t\n<<: { rules: {} }\n"],
    ["two documents", "pack: p\n---\npack: q\n"],
    ["a key twice", "pack: p\npack: q\n"],
    ["a prototype", "pack: p\ntitle: t\nrules: { __proto__: off }\n"],
    ["depth", `pack: p\nrules: ${"[".repeat(100)}\n`],
  ])("is refused with its place: %s", async (_, text) => {
    const problems = await problemsIn(text);
    expect(problems[0]).toMatchObject({ file: "p.yaml", line: expect.any(Number), column: expect.any(Number) });
    expect(problems[0]!.code).toMatch(/^yaml\./);
  });

  it.each(["", "7", "[]", "null", "pack: p", "- pack: p"])("is no pack: %j", async (text) => {
    expect((await problemsIn(text)).length).toBeGreaterThan(0);
  });
});

describe("extends", () => {
  const extending = (name: string, pack = "p") => `pack: ${pack}\ntitle: t\nextends: [${name}]\n`;

  it.each([
    ["http://example.cn/p.yaml", "extends-url"],
    ["file:///etc/p.yaml", "extends-url"],
    ["//server/share/p.yaml", "extends-url"],
    ["../../p.yaml", "extends-outside"],
    ["/etc/p.yaml", "extends-outside"],
    ["C:/packs/p.yaml", "extends-outside"],
    ["./gone.yaml", "no-file"],
  ])("refuses %s", async (name, code) => {
    expect(await problemsIn(extending(name))).toMatchObject([{ code, file: "p.yaml", line: 3, column: 11 }]);
  });

  it("suggests the pack that was meant", async () => {
    const shipped = { gongwen: "pack: gongwen\ntitle: 公文\n" };
    expect(await problemsOf({ "p.yaml": extending("gongwem") }, { shipped })).toMatchObject([
      { code: "unknown-pack", suggestion: "gongwen", line: 3 },
    ]);
    expect(await problemsOf({}, { names: ["gongwne"], shipped })).toMatchObject([
      { code: "unknown-pack", suggestion: "gongwen", file: null, line: null },
    ]);
  });

  it("ends at a circle", async () => {
    const files = { "p.yaml": extending("./q.yaml"), "q.yaml": extending("./p.yaml", "q") };
    expect(await problemsOf(files)).toMatchObject([
      { code: "extends-cycle", file: "q.yaml", values: { packs: "p.yaml → q.yaml → p.yaml" } },
    ]);
    expect(await problemsOf({ "p.yaml": extending("./p.yaml") })).toMatchObject([{ code: "extends-cycle" }]);
  });

  it("goes five steps and no further", async () => {
    const chain = (length: number) =>
      Object.fromEntries(
        Array.from({ length: length + 1 }, (_, i) => [
          `p${i}.yaml`,
          i === length ? `pack: p${i}\ntitle: t\n` : extending(`./p${i + 1}.yaml`, `p${i}`),
        ]),
      );
    expect(await problemsOf(chain(5), { names: ["p0.yaml"] })).toEqual([]);
    expect(await problemsOf(chain(6), { names: ["p0.yaml"] })).toMatchObject([
      { code: "extends-depth", file: "p5.yaml" },
    ]);
  });

  it("shows the mistakes of the pack below once, not those that follow from them", async () => {
    const files = {
      "p.yaml": `${extending("./q.yaml")}rules: { R-1: off }\n`,
      "q.yaml": pack({ check: "x" }).replace("pack: p", "pack: q"),
    };
    const problems = await problemsOf(files, { names: ["p.yaml", "q.yaml"] });
    expect(problems).toMatchObject([{ code: "unknown-kind", file: "q.yaml" }]);
  });
});

describe("rule numbers and pack names", () => {
  const other = pack({}).replace("pack: p", "pack: q");

  it("are used once among packs that extend each other", async () => {
    const files = { "p.yaml": `${pack({})}extends: ./q.yaml\n`, "q.yaml": other };
    expect(await problemsOf(files)).toMatchObject([
      { code: "duplicate-rule", file: "p.yaml", line: 6, values: { pack: "q" } },
    ]);
  });

  it("are used once among packs that know nothing of each other", async () => {
    const files = { "p.yaml": pack({}), "q.yaml": other, "r.yaml": "pack: p\ntitle: t\n" };
    expect(await problemsOf(files, { names: ["p.yaml", "q.yaml"] })).toMatchObject([{ code: "duplicate-rule" }]);
    expect(await problemsOf(files, { names: ["p.yaml", "r.yaml"] })).toMatchObject([{ code: "duplicate-pack" }]);
  });
});

describe("a change of another pack's rule", () => {
  const change = (text: string) => ({ "p.yaml": `pack: p\ntitle: t\nextends: q\nrules:\n  R-1: ${text}\n` });
  const tests = ["tests: { valid: [{ text: 甲 }], invalid: [{ text: 乙 }] }"];
  const shipped = { q: pack({ strength: "一般" }, tests).replace("pack: p", "pack: q") };

  it("is validated like the rule", async () => {
    expect(await problemsOf(change("{ with: { max: 0 } }"), { shipped })).toMatchObject([{ line: 5 }]);
    expect(await problemsOf(change("{ with: { mx: 5 } }"), { shipped })).toMatchObject([
      { code: "yaml.unknown-key-near" },
    ]);
    expect(await problemsOf(change("inof"), { shipped })).toMatchObject([
      { code: "yaml.value-near", line: 5, column: 8 },
    ]);
    const problems = await problemsOf(change("inof"), { shipped });
    expect(formatPackError(new PackError(problems), "zh")).toContain("R-1 不能是 inof，是不是 info？");
    expect(await problemsOf(change("{ severty: info }"), { shipped })).toMatchObject([
      { code: "yaml.unknown-key-near" },
    ]);
  });

  it("raises a severity in a unit's own pack, not in a shipped one", async () => {
    const files = change("{ severity: error }");
    expect(await problemsOf(files, { shipped })).toEqual([]);
    expect(await problemsOf({}, { names: ["p"], shipped: { ...shipped, p: files["p.yaml"]! } })).toMatchObject([
      { code: "strength-against-severity", line: 5 },
    ]);
  });
});

describe("a shipped pack", () => {
  it("has a valid and an invalid example for every rule", async () => {
    const shipped = { p: pack({}, ["tests: { valid: [{ text: 甲 }] }"]) };
    expect(await problemsOf({}, { names: ["p"], shipped })).toMatchObject([{ code: "untested", line: 6 }]);
  });

  it("rests on verified sources where it runs by default", async () => {
    const tests = ["tests: { valid: [{ text: 甲 }], invalid: [{ text: 乙 }] }"];
    const text = pack({}, tests).replace("verified: clause", "verified: unverified");
    expect(await problemsOf({}, { names: ["gongwen"], shipped: { gongwen: text } })).toMatchObject([
      { code: "unverified" },
    ]);
    expect(await problemsOf({}, { names: ["p"], shipped: { p: text } })).toEqual([]);
  });
});

describe("a national rule", () => {
  const national = pack({}, ["tests: { valid: [{ text: 甲 }], invalid: [{ text: 乙 }] }"])
    .replace("pack: p", "pack: gj")
    .replace("某市人民政府", "中共中央办公厅 国务院办公厅")
    .replaceAll("R-1", "GJ-1");
  const local = (year: number, max: number, strength = "不得") =>
    `extends: gj\n${pack({ with: `{ max: ${max} }`, strength }, ["replaces: [GJ-1]"]).replace("2019", String(year))}`;
  const codes = async (text: string) =>
    (await problemsOf({ "p.yaml": text }, { shipped: { gj: national } })).map(({ code }) => code);

  it("is not replaced by an older local one that is looser", async () => {
    expect(await codes(local(2018, 11))).toEqual(["replaces-stricter"]);
    expect(await codes(local(2018, 9, "一般"))).toEqual(["replaces-stricter"]);
  });

  it("gives way to a newer local one, or to one at least as strict", async () => {
    expect(await codes(local(2020, 11))).toEqual([]);
    expect(await codes(local(2018, 9))).toEqual([]);
    expect(await codes(local(2018, 10))).toEqual([]);
  });

  it("has to be there to be replaced", async () => {
    const text = pack({}, ["replaces: GJ-2"]).replace("title: 试", "title: 试\nextends: gj");
    expect(await problemsOf({ "p.yaml": text }, { shipped: { gj: national } })).toMatchObject([
      { code: "unknown-rule", suggestion: "GJ-1" },
    ]);
  });
});
