import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderWith, gwlint } from "./run.ts";

const PLAN = `某某市安全检查工作方案

为防范安全事故，制定本方案。

一、开展排查。对辖区内企业逐户排查，2026年6月底前完成。（市应急局牵头，市消防救援支队配合）

二、落实整改。由市住房城乡建设局牵头，对发现的隐患建立台账。

某某市人民政府办公室

2026年3月12日
`;

describe("outline", () => {
  it("prints what was recognised, by line", async () => {
    const ran = await gwlint(folderWith({ "方案.md": PLAN }), ["outline", "方案.md", "--format", "json"]);
    const view = JSON.parse(ran.out);
    expect(view).toMatchObject({
      title: "某某市安全检查工作方案",
      signature: "某某市人民政府办公室",
      date: "2026年3月12日",
      body: { firstLine: 3, lastLine: 7 },
    });
    expect(view.clauses[0]).toMatchObject({
      line: 5,
      label: "一、",
      level: 1,
      leaf: true,
      measure: true,
      deadline: "2026年6月底前",
      responsibility: {
        form: "bracket",
        vague: false,
        units: [
          { name: "市应急局", role: "牵头" },
          { name: "市消防救援支队", role: "配合" },
        ],
      },
    });
    expect(view.clauses[1].responsibility).toMatchObject({ form: "inline", units: [{ name: "市住房城乡建设局" }] });
    expect(view.facts.kind).toMatchObject({ value: "方案", origin: "recognised" });
  });

  it("takes a declared fact over what the text tells", async () => {
    const folder = folderWith({ "方案.md": PLAN });
    const ran = await gwlint(folder, ["outline", "方案.md", "--format", "json", "--fact", "部署=专项"]);
    expect(JSON.parse(ran.out).facts.deployment).toMatchObject({ value: "special", origin: "declared" });
  });

  it("draws the clause tree with its units for people", async () => {
    const { out } = await gwlint(folderWith({ "方案.md": PLAN }), ["outline", "方案.md"]);
    expect(out).toContain("标题　某某市安全检查工作方案");
    expect(out).toContain("括注 市应急局（牵头）、市消防救援支队（配合）");
    expect(out).toContain("时限 2026年6月底前");
  });

  it("ends with 3 for a file that cannot be read and says what to do", async () => {
    const ran = await gwlint(folderWith({ "旧稿.doc": "\u00d0\u00cf" }), ["outline", "旧稿.doc"]);
    expect(ran.status).toBe(3);
    expect(ran.err).toContain("另存为 .docx");
  });
});

describe("count", () => {
  it("counts the body by default and the whole document on request", async () => {
    const folder = folderWith({ "稿.txt": "某某市关于检查的通知\n\n各部门：\n\n请于5月底前报送30%的名单。\n" });
    const body = JSON.parse((await gwlint(folder, ["count", "稿.txt", "--format", "json"])).out);
    const whole = JSON.parse(
      (await gwlint(folder, ["count", "稿.txt", "--scope", "document", "--format", "json"])).out,
    );
    // 请 于 5 月 底 前 报 送 30% 的 名 单 。
    expect(body).toMatchObject({ words: 13, characters: 15, han: 10 });
    expect(whole).toMatchObject({ words: 13 + 10 + 4 });
    expect(whole.pages).toMatchObject({ low: 1, best: 1, high: 1, witness: null });
  });
});

describe("compare", () => {
  const SUPERIOR =
    "每年组织全省性家政服务员回炉培训不少于两次，培训结果纳入家政企业信用评价，对培训合格的给予补贴，所需资金由省级财政统筹安排。";
  const DRAFT = SUPERIOR.replaceAll("省", "市");

  it("shows a passage copied with 省 changed to 市 on both sides, with what was changed", async () => {
    const folder = folderWith({ "草稿.md": DRAFT, "上级.md": SUPERIOR });
    const { out, status } = await gwlint(folder, ["compare", "草稿.md", "上级.md"]);
    expect(status).toBe(0);
    expect(out).toContain("只换了层级和地名");
    expect(out).toContain("组织全【市】性");
    expect(out).toContain("组织全【省】性");
  });

  it("finds nothing between texts that share nothing", async () => {
    const folder = folderWith({ "草稿.md": DRAFT, "别的.md": "对全市桥梁开展一次结构安全检测，发现病害的限期加固。" });
    expect((await gwlint(folder, ["compare", "草稿.md", "别的.md"])).out).toContain("没有发现照抄的段落");
  });

  it("compares nothing when a source cannot be read", async () => {
    const folder = folderWith({ "草稿.md": DRAFT, "上级.docx": "PK\u0003\u0004" });
    const ran = await gwlint(folder, ["compare", "草稿.md", "上级.docx"]);
    expect(ran).toMatchObject({ status: 3, out: "" });
    expect(ran.err).toContain("上级.docx");
  });
});

describe("rules", () => {
  it("lists the rules of every shipped pack", async () => {
    const { out } = await gwlint(folderWith({}), ["rules", "list"]);
    expect(out).toMatch(/gongwen\n {2}GW-/);
    expect(out).toMatch(/tianshui-2019\n {2}TS-/);
  });

  it("lists the facts a rule may ask for", async () => {
    const { out } = await gwlint(folderWith({}), ["rules", "list", "--facts"]);
    expect(out).toContain("deployment  部署性质  plan | comprehensive | domain | special | task");
  });

  it("explains a rule with provision, sentence and examples", async () => {
    const { out } = await gwlint(folderWith({}), ["rules", "explain", "TS-9-task"]);
    expect(out).toContain("部署专项工作或具体任务的文件稿一般不超过4000字");
    expect(out).toContain("deployment: special, task");
    expect(out).toContain("max = 4000");
  });

  it("names the nearest rule for one that does not exist", async () => {
    const ran = await gwlint(folderWith({}), ["rules", "explain", "TS-9-taks"]);
    expect(ran).toMatchObject({ status: 2 });
    expect(ran.err).toContain("TS-9-task");
  });

  it("runs the tests of a pack and reports noisy and missing", async () => {
    const pack = `pack: mine
title: 本单位
rules:
  MY-short:
    check: length
    title: 不超过10字
    basis: [{ practice: 本单位的要求, examples: [本单位发文] }]
    strength: 本单位
    severity: warning
    evidence: direct
    with: { max: 10 }
    message: "{actual}字"
    advice: 删减
    tests:
      valid: [{ text: 各部门要认真推进各项工作落实到位。 }]
      invalid: [{ text: 短句。, at: document }]
`;
    const ran = await gwlint(folderWith({ "mine.yaml": pack }), ["rules", "test", "mine.yaml"]);
    expect(ran.status).toBe(1);
    expect(ran.out).toMatch(/mine\.yaml:\d+:\d+ {2}MY-short {2}noisy/);
    expect(ran.out).toMatch(/MY-short {2}missing/);
    expect(ran.out).toContain("2 个例子：通过 0，没通过 2");
  });

  it("passes every test of the shipped packs", async () => {
    const ran = await gwlint(folderWith({}), ["rules", "test"]);
    expect(ran.out).toMatch(/没通过 0\n$/);
    expect(ran.status).toBe(0);
  });

  it("prints a JSON Schema that knows the check kinds", async () => {
    const schema = (await gwlint(folderWith({}), ["rules", "schema"])).out;
    expect(JSON.parse(schema)).toHaveProperty("$schema");
    expect(schema).toContain("responsibility");
  });
});

describe("init", () => {
  it("writes a configuration that works, and never a second time", async () => {
    const folder = folderWith({ "方案.md": PLAN });
    expect((await gwlint(folder, ["init"])).status).toBe(0);
    const text = readFileSync(join(folder, "gwlint.yaml"), "utf8");
    expect(text).toMatch(/fingerprint-key: [0-9a-f]{32}/);
    expect((await gwlint(folder, ["check", "方案.md"])).err).toBe("");
    expect((await gwlint(folder, ["init"])).status).toBe(2);
    expect(readFileSync(join(folder, "gwlint.yaml"), "utf8")).toBe(text);
  });
});

describe("help", () => {
  it("is in the language asked for and lists every command", async () => {
    const zh = await gwlint(folderWith({}), ["--help"]);
    const en = await gwlint(folderWith({}), ["--lang", "en", "--help"]);
    for (const command of ["check", "outline", "count", "compare", "rules", "init"]) expect(zh.out).toContain(command);
    expect(zh.out).toContain("用法：");
    expect(en.out).toContain("Usage:");
    expect(zh.status).toBe(0);
  });
});
