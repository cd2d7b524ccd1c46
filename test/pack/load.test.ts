import { describe, expect, it, vi } from "vitest";
import { loadPacks, loadSources } from "../../src/pack/load.ts";
import { packFiles } from "./files.ts";
import { kinds } from "./kinds.ts";

const tianshui = `
pack: tianshui-2019
title: 天水市为基层减负二十五条措施
en: { title: Tianshui }
sources:
  tianshui:
    issuer: 中共天水市委办公室 天水市人民政府办公室
    document: 关于解决形式主义突出问题为基层减负的二十五条措施
    year: 2019
    verified: clause
    in-force: unknown
rules:
  TS-9-task:
    check: length
    title: 专项工作文件不超过4000字
    basis: [{ source: tianshui, clause: 第9条, quote: 部署专项工作或具体任务的文件稿一般不超过4000字 }]
    strength: 一般
    evidence: direct
    when: { deployment: [special, task] }
    with: { unit: words, scope: body, max: 4000 }
    message: 正文{actual}字，超过{max}字
    advice: 压缩背景和意义部分
    tests:
      valid: [{ text: 各部门要推进工作落实。, repeat: 300, facts: { deployment: task } }]
      invalid: [{ text: 各部门要推进工作落实。, repeat: 400, facts: { deployment: task }, at: document }]
`;

const basis = {
  issuer: "中共天水市委办公室 天水市人民政府办公室",
  document: "关于解决形式主义突出问题为基层减负的二十五条措施",
  year: 2019,
  clause: "第9条",
  quote: "部署专项工作或具体任务的文件稿一般不超过4000字",
  verified: "clause",
  inForce: "unknown",
};

/** A unit's own pack over the one above. */
const own = (rules: string, more = "") => `pack: benju\ntitle: 本局\nextends: [tianshui-2019]\n${more}rules:\n${rules}`;

const load = (text: string, shipped: Record<string, string> = { "tianshui-2019": tianshui }) =>
  loadPacks(["benju.yaml"], kinds, packFiles({ "benju.yaml": text }, shipped));

describe("a pack", () => {
  it("becomes rules with options, basis and severity settled", async () => {
    const [pack] = await loadPacks(["tianshui-2019"], kinds, packFiles({}, { "tianshui-2019": tianshui }));
    expect(pack).toEqual({
      name: "tianshui-2019",
      title: "天水市为基层减负二十五条措施",
      lexicons: {},
      rules: [
        {
          id: "TS-9-task",
          pack: "tianshui-2019",
          check: "length",
          severity: "warning",
          strength: "一般",
          evidence: "direct",
          basis: [basis],
          when: { deployment: { in: ["special", "task"], not: false } },
          ifUnknown: null,
          options: { unit: "words", scope: "body", max: 4000 },
          words: {
            title: "专项工作文件不超过4000字",
            message: "正文{actual}字，超过{max}字",
            advice: "压缩背景和意义部分",
          },
          english: null,
          replaces: [],
          threshold: false,
        },
      ],
    });
  });

  it("may leave out what has one meaning: the only source, a single value, a default", async () => {
    const short = `
pack: short
title: 短
source: { issuer: 某市, document: 某办法, year: 2020, verified: press }
rules:
  S-1:
    check: length
    title: 短
    clause: 第一条
    quote: 一般不超过
    strength: 一般不得
    evidence: direct
    when: { deployment: task, policyDocument: true, kind: { not: [通知, 函] } }
    period: 2020
    with: { max: 10 }
    message: 长
    advice: 短些
`;
    const [pack] = await loadPacks(["a.yaml"], kinds, packFiles({ "a.yaml": short }));
    const rule = pack!.rules[0]!;
    expect(rule.basis).toMatchObject([{ issuer: "某市", clause: "第一条", verified: "press", inForce: "unknown" }]);
    expect(rule.when).toEqual({
      deployment: { in: ["task"], not: false },
      policyDocument: { in: [true], not: false },
      kind: { in: ["通知", "函"], not: true },
    });
    expect(rule.period).toEqual({ from: "2020-01-01", to: "2020-12-31" });
    expect(rule.options).toEqual({ unit: "words", scope: "body", max: 10 });
    expect(rule.severity).toBe("warning");
  });

  it("rests on common practice as the unit's own, with the examples named", async () => {
    const practice = `
pack: own
title: 本单位
rules:
  O-1:
    check: length
    title: 简报不超过1500字
    basis: [{ practice: 简报一般一页半, examples: [某市简报2023年第1期] }]
    strength: 本单位
    severity: info
    evidence: measured
    with: { max: 1500 }
    message: 长
    advice: 短些
`;
    const [pack] = await loadPacks(["a.yaml"], kinds, packFiles({ "a.yaml": practice }));
    expect(pack!.rules[0]).toMatchObject({
      severity: "info",
      threshold: true,
      basis: [{ practice: { text: "简报一般一页半", examples: ["某市简报2023年第1期"] }, clause: "", quote: "" }],
    });
  });
});

describe("a pack that extends another", () => {
  it("brings the other's rules along, each once", async () => {
    const files = packFiles({ "benju.yaml": own("  {}") }, { "tianshui-2019": tianshui });
    const packs = await loadPacks(["benju.yaml", "tianshui-2019", "benju.yaml"], kinds, files);
    expect(packs.map(({ name, rules }) => [name, rules.map(({ id }) => id)])).toEqual([
      ["benju", ["TS-9-task"]],
      ["tianshui-2019", []],
    ]);
  });

  it.each(["  TS-9-task: off", "  TS-9-task: { severity: off }"])("switches a rule off: %s", async (rules) => {
    expect((await load(own(rules)))[0]!.rules).toEqual([]);
  });

  it("lowers a rule", async () => {
    const [pack] = await load(own("  TS-9-task: { severity: info, if-unknown: apply, period: 2024 }"));
    expect(pack!.rules[0]).toMatchObject({
      severity: "info",
      strength: "一般",
      ifUnknown: "apply",
      threshold: false,
      period: { from: "2024-01-01", to: "2024-12-31" },
    });
  });

  it("lowers a rule by a word", async () => {
    expect((await load(own("  TS-9-task: info")))[0]!.rules[0]).toMatchObject({ severity: "info", threshold: false });
  });

  it("raises a rule as the unit's own", async () => {
    const [pack] = await load(own("  TS-9-task: { severity: error }"));
    expect(pack!.rules[0]).toMatchObject({ severity: "error", strength: "本单位", threshold: true, basis: [basis] });
  });

  it("changes one option and keeps the others; the bound is then its own", async () => {
    const [pack] = await load(own("  TS-9-task: { with: { max: 3500 } }"));
    expect(pack!.rules[0]).toMatchObject({ options: { unit: "words", scope: "body", max: 3500 }, threshold: true });
  });

  it("keeps its changes where the other pack is also named", async () => {
    const files = packFiles({ "benju.yaml": own("  TS-9-task: off") }, { "tianshui-2019": tianshui });
    const packs = await loadPacks(["tianshui-2019", "benju.yaml"], kinds, files);
    expect(packs.flatMap(({ rules }) => rules)).toEqual([]);
  });

  it("replaces a rule by its own", async () => {
    const rule = `
  BJ-1:
    check: length
    title: 不超过3000字
    basis: [{ practice: 局务会要求, examples: [局务会纪要] }]
    strength: 本单位
    severity: warning
    evidence: direct
    with: { max: 3000 }
    replaces: TS-9-task
    message: 长
    advice: 短些
`;
    expect((await load(own(rule)))[0]!.rules.map(({ id }) => id)).toEqual(["BJ-1"]);
  });

  it("finds a file beside itself and passes its word lists on", async () => {
    const files = packFiles({
      "packs/a.yaml": "pack: a\ntitle: 甲\nextends: ../b.yaml\nlexicons: { jia: [甲] }\n",
      "b.yaml": "pack: b\ntitle: 乙\nlexicons: { yi: [乙, 一] }\n",
    });
    const [pack] = await loadPacks(["packs/a.yaml"], kinds, files);
    expect(pack!.lexicons).toEqual({ yi: ["乙", "一"], jia: ["甲"] });
  });
});

describe("a compiled pack", async () => {
  const { sources } = await loadSources(["tianshui-2019"], kinds, packFiles({}, { "tianshui-2019": tianshui }));
  const json = JSON.stringify(sources[0]!.layer);

  it("gives the same rules and carries no examples", async () => {
    const fromYaml = await loadPacks(["tianshui-2019"], kinds, packFiles({}, { "tianshui-2019": tianshui }));
    const fromJson = await loadPacks(["tianshui-2019"], kinds, packFiles({}, { "tianshui-2019": json }));
    expect(fromJson).toEqual(fromYaml);
    expect(json).not.toContain("各部门要推进工作落实");
  });

  it("needs neither the YAML parser nor the validator", async () => {
    vi.resetModules();
    const forbidden = (name: string) => () => {
      throw new Error(`${name} was loaded`);
    };
    vi.doMock("yaml", forbidden("yaml"));
    vi.doMock("zod", forbidden("zod"));
    vi.doMock("re2js", forbidden("re2js"));
    try {
      const fresh = await import("../../src/pack/load.ts");
      const files = packFiles(
        {},
        { "tianshui-2019": json, b: JSON.stringify({ ...sources[0]!.layer, name: "b", rules: [] }) },
      );
      expect((await fresh.loadPacks(["tianshui-2019", "b"], kinds, files))[0]!.rules).toHaveLength(1);
      const fromYaml = fresh.loadPacks(["tianshui-2019"], kinds, packFiles({}, { "tianshui-2019": tianshui }));
      await expect(fromYaml).rejects.toThrow("mocking a module");
    } finally {
      vi.doUnmock("yaml");
      vi.doUnmock("zod");
      vi.doUnmock("re2js");
      vi.resetModules();
    }
  });

  it("is taken as it is from the installation only: a file in that form is validated", async () => {
    const forged = json.replace('"severity":"warning"', '"severity":"grave"');
    await expect(loadPacks(["p.yaml"], kinds, packFiles({ "p.yaml": forged }))).rejects.toThrow("p.yaml:1:2 yaml.");
  });

  it("is extended like any other", async () => {
    const [pack] = await load(own("  TS-9-task: { with: { max: 3500 } }"), { "tianshui-2019": json });
    expect(pack!.rules[0]).toMatchObject({ options: { max: 3500, unit: "words" } });
  });
});

it("keeps examples with their place, for `rules test`", async () => {
  const { sources } = await loadSources(["tianshui-2019"], kinds, packFiles({}, { "tianshui-2019": tianshui }));
  expect(sources[0]!.tests).toMatchObject([
    { rule: "TS-9-task", expect: "valid", at: [], place: { file: "rules/tianshui-2019.yaml", line: 24 } },
    {
      rule: "TS-9-task",
      expect: "invalid",
      at: ["document"],
      facts: { deployment: "task" },
      place: { line: 25, column: 17 },
    },
  ]);
  expect(sources[0]!.tests[1]!.draft).toMatchObject({ text: "各部门要推进工作落实。", repeat: 400 });
});
