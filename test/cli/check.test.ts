import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { describeShared, shared } from "../shared.ts";
import { folderWith, gwlint } from "./run.ts";

const CLEAN = `某某市人民政府办公室关于开展安全检查的通知

各县区人民政府，市政府各部门：

为防范安全事故，现就开展安全检查有关事项通知如下。

一、开展排查。各县区对辖区内企业逐户排查，6月底前完成。（市应急局牵头，市消防救援支队配合）

二、落实整改。对发现的隐患建立台账，逐项销号。（市应急局负责）

某某市人民政府办公室

2026年3月12日
`;
/** Two measures of a plan that nobody is named to carry out. */
const UNNAMED = `某某市安全检查工作方案

为防范安全事故，制定本方案。

一、开展排查。对辖区内企业逐户排查，6月底前完成。

二、落实整改。对发现的隐患建立台账，逐项销号。

某某市人民政府办公室

2026年3月12日
`;

const json = async (cwd: string, ...argv: string[]) => {
  const ran = await gwlint(cwd, ["check", ...argv, "--format", "json"]);
  return { ...ran, report: JSON.parse(ran.out) };
};

describe("exit codes", () => {
  it("ends with 0 and says so when nothing is found", async () => {
    const ran = await gwlint(folderWith({ "通知.md": CLEAN }), ["check", "通知.md"]);
    expect(ran.out).toContain("没有发现问题");
    expect(ran.status).toBe(0);
  });

  it("ends with 1 at a warning, with 0 when only errors are to stop, with 1 again over --max-warnings", async () => {
    const folder = folderWith({ "方案.md": UNNAMED });
    expect((await gwlint(folder, ["check", "方案.md"])).status).toBe(1);
    expect((await gwlint(folder, ["check", "方案.md", "--fail-on", "error"])).status).toBe(0);
    expect((await gwlint(folder, ["check", "方案.md", "--fail-on", "error", "--max-warnings", "1"])).status).toBe(1);
    expect((await gwlint(folder, ["check", "方案.md", "--fail-on", "error", "--max-warnings", "5"])).status).toBe(0);
  });

  it("ends with 3 for an unreadable file and still reports the others", async () => {
    const folder = folderWith({ "好.md": UNNAMED, "坏.docx": "PK\u0003\u0004 broken" });
    const { status, report } = await json(folder, "好.md", "坏.docx");
    expect(status).toBe(3);
    expect(report.exitCode).toBe(3);
    expect(report.summary.documents).toBe(2);
    expect(report.documents.map((document: { status: string }) => document.status).sort()).toEqual([
      "checked-findings",
      "corrupt",
    ]);
  });

  it.each([
    ["a missing file", ["check", "没有.docx"], "没有.docx"],
    ["a glob that matches nothing", ["check", "*.docx"], "*.docx"],
    ["an unknown flag", ["check", "通知.md", "--agianst", "x"], "--against"],
    ["an unknown pack", ["check", "通知.md", "--rules", "tianshui-2018"], "tianshui-2019"],
    ["an unknown rule", ["check", "通知.md", "--fail-on-unchecked=GW-unti"], "GW-unti"],
    ["an unknown fact", ["check", "通知.md", "--fact", "deploymnt=task"], "deployment"],
    ["an unknown fact value", ["check", "通知.md", "--fact", "deployment=tsak"], "task"],
    ["an unknown format", ["check", "通知.md", "--format", "xml"], "sarif"],
    ["a missing superior", ["check", "通知.md", "--against", "上级.docx"], "上级.docx"],
    ["a severity nobody knows", ["check", "通知.md", "--fail-on", "fatal"], "fatal"],
    ["no file at all", ["check"], "check"],
  ])("ends with 2 and one clear message for %s", async (_what, argv, named) => {
    const ran = await gwlint(folderWith({ "通知.md": CLEAN }), argv);
    expect(ran.status).toBe(2);
    expect(ran.out).toBe("");
    expect(ran.err).toContain(named);
    expect(ran.err).not.toMatch(/\n\s+at /);
  });

  it("ends with 2 for a broken pack and points at the line", async () => {
    const pack = [
      "pack: mine",
      "title: 本单位",
      "rules:",
      "  MY-1:",
      "    check: lenght",
      "    title: 篇幅",
      "    basis: [{ practice: 本单位的要求, examples: [本单位发文] }]",
      "    strength: 本单位",
      "    severity: warning",
      "    evidence: direct",
      "    with: { max: 100 }",
      "    message: 超过{max}字",
      "    advice: 删减",
    ].join("\n");
    const ran = await gwlint(folderWith({ "通知.md": CLEAN, "mine.yaml": pack }), [
      "check",
      "通知.md",
      "--rules",
      "mine.yaml",
    ]);
    expect(ran.status).toBe(2);
    expect(ran.err).toContain("mine.yaml:5");
    expect(ran.err).toContain("length");
  });

  it("tells an empty folder from a clean one", async () => {
    const folder = folderWith({ "空/readme.txt": "" });
    expect((await gwlint(folder, ["check", "空"])).status).toBe(2);
    expect((await gwlint(folder, ["check", "空", "--allow-empty"])).status).toBe(0);
  });

  it("counts an unsupported file against the code only when it is named or input is strict", async () => {
    const folder = folderWith({ "档案/通知.md": CLEAN, "档案/旧稿.doc": "x" });
    expect((await gwlint(folder, ["check", "档案"])).status).toBe(0);
    expect((await gwlint(folder, ["check", "档案", "--strict-input"])).status).toBe(3);
    expect((await gwlint(folder, ["check", "档案/旧稿.doc"])).status).toBe(3);
  });

  it("stops at a rule that has to be checked and was not", async () => {
    const folder = folderWith({ "通知.md": CLEAN });
    const { report } = await json(folder, "通知.md");
    const rule = report.documents[0].notChecked[0].rule;
    expect((await gwlint(folder, ["check", "通知.md", `--fail-on-unchecked=${rule}`])).status).toBe(1);
    expect((await gwlint(folder, ["check", "通知.md", "--fail-on-unchecked"])).status).toBe(1);
  });
});

describe("input and output", () => {
  it("reads a draft from standard input", async () => {
    const ran = await gwlint(folderWith({}), ["check", "-", "--format", "json"], UNNAMED);
    expect(JSON.parse(ran.out).documents[0].findings.length).toBeGreaterThan(0);
    expect(ran.status).toBe(1);
  });

  it("takes what stands on standard input for Markdown where it looks like it", async () => {
    const markdown = `---\n部署: 专项\n---\n\n# ${UNNAMED}`;
    const ran = await gwlint(folderWith({}), ["check", "-", "--format", "json"], markdown);
    const [document] = JSON.parse(ran.out).documents;
    expect(document.title).toBe("某某市安全检查工作方案");
    expect(document.facts.deployment).toMatchObject({ value: "special", origin: "declared" });
  });

  it("writes several formats in one run, and the code stays the same", async () => {
    const folder = folderWith({ "方案.md": UNNAMED });
    const ran = await gwlint(folder, ["check", "方案.md", "--format", "jsonl", "--format", "sarif:报告/out.sarif"]);
    expect(ran.status).toBe(1);
    expect(
      ran.out
        .trimEnd()
        .split("\n")
        .map((line) => Object.keys(JSON.parse(line))[0]),
    ).toEqual(["path", "summary"]);
    expect(JSON.parse(readFileSync(join(folder, "报告/out.sarif"), "utf8")).version).toBe("2.1.0");
  });

  it("leaves no report behind when the command is wrong", async () => {
    const folder = folderWith({});
    await gwlint(folder, ["check", "没有.md", "--format", "sarif:out.sarif"]);
    expect(existsSync(join(folder, "out.sarif"))).toBe(false);
  });

  it("accounts for every rule on every document", async () => {
    const { report } = await json(folderWith({ "方案.md": UNNAMED }), "方案.md", "--rules", "tianshui-2019");
    const [document] = report.documents;
    const broken = new Set(document.findings.flatMap((finding: { rules: string[] }) => finding.rules));
    const all = [
      ...document.held,
      ...broken,
      ...document.notChecked.map((one: { rule: string }) => one.rule),
      ...document.notApplicable.map((one: { rule: string }) => one.rule),
    ];
    expect(new Set(all).size).toBe(all.length);
    const { held, broken: brokenCount, notChecked, notApplicable } = report.summary.rules;
    expect(held + brokenCount + notChecked + notApplicable).toBe(all.length);
  });

  it("speaks English on request and keeps the fingerprints", async () => {
    const folder = folderWith({ "方案.md": UNNAMED });
    const zh = (await json(folder, "方案.md")).report.documents[0].findings;
    const en = (await json(folder, "方案.md", "--lang", "en")).report.documents[0].findings;
    expect(en[0].message).toMatch(/^[\x20-\x7e]/);
    expect(en.map((finding: { fingerprint: string }) => finding.fingerprint)).toEqual(
      zh.map((finding: { fingerprint: string }) => finding.fingerprint),
    );
  });

  it("lets no escape sequence of a draft or a file name reach the terminal", async () => {
    const folder = folderWith({ "\u001b[31m方案.md": UNNAMED.replace("逐户排查", "逐户\u001b]0;pwned\u0007排查") });
    const ran = await gwlint(folder, ["check", "."]);
    expect(ran.out).not.toMatch(/\u001b|\u0007/);
  });
});

describeShared("the five source documents", () => {
  const findings = async (file: string) => {
    const path = shared(`sources/${file}`)!;
    const { report } = await json(folderWith({}), path, "--rules", "tianshui-2019");
    return report.documents[0];
  };

  it("holds the twenty-five measures to their own rules", async () => {
    const document = await findings("004_50f118b145716868.txt");
    const at = (rule: string) =>
      document.findings
        .filter((f: { rules: string[] }) => f.rules.includes(rule))
        .map((f: { clause: string }) => f.clause);
    expect(at("TS-form")).toEqual(["六24", "六25"]);
    expect(at("GW-unit")).toEqual(["六25"]);
    const form = document.findings.filter((f: { rules: string[] }) => f.rules.includes("TS-form"));
    expect(form.map((f: { severity: string }) => f.severity)).toEqual(["warning", "warning"]);
    expect(
      document.findings.filter(
        (f: { clause: string; rules: string[] }) =>
          f.clause === "六25" && f.rules.some((rule) => /unit|form/.test(rule)),
      ),
    ).toHaveLength(1);
    expect(document.findings.filter((f: { rule: string }) => /task|domain|length/.test(f.rule))).toEqual([]);
    expect(document.parts[0].counts).toMatchObject({ words: 3841, characters: 3920 });
  });

  it("finds the many items without a unit in the 44 items", async () => {
    const document = await findings("002_25cc8ea62125b708.txt");
    const unnamed = document.findings.filter((f: { text: string; rule: string }) => /unit/.test(f.rule));
    expect(unnamed.length).toBeGreaterThan(25);
  });
});

describe("a slip on the command line", () => {
  it("is answered with an option of the very command, never with the word itself", async () => {
    const cwd = folderWith({ "方案.md": CLEAN });
    // --root is an option of check, --out of others.
    expect((await gwlint(cwd, ["check", "方案.md", "--out", "x"])).err).not.toContain("是不是 --out");
    const near = await gwlint(cwd, ["check", "方案.md", "--ruls", "x"]);
    expect(near.err).toContain("没有 --ruls 这个选项，是不是 --rules");
    expect(near.status).toBe(2);
  });

  it("is told in the language of the run where an option is required", async () => {
    const cwd = folderWith({ "方案.md": CLEAN });
    expect(await gwlint(cwd, ["scan", "."])).toMatchObject({
      status: 2,
      err: expect.stringContaining("少了必须写的选项 --out"),
    });
    expect((await gwlint(cwd, ["scan", ".", "--lang", "en"])).err).toContain("is required");
  });
});

it("a line break in a file name forges no line of the report", async () => {
  const cwd = folderWith({ "换\n行.md": UNNAMED });
  const { out } = await gwlint(cwd, ["check", "."]);
  expect(out.split("\n")[0]).toContain("换\\u{a}行.md");
});
