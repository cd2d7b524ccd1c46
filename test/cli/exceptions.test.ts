import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderWith, gwlint } from "./run.ts";

/** A plan of which no measure names a unit; `before` stands before each of its clauses. */
const plan = (before: Partial<Record<"title" | "一" | "二" | "三" | "end", string>> = {}) => `${before.title ?? ""}
# 某某市安全检查工作方案

为防范安全事故，制定本方案。

${before.一 ?? ""}
一、开展排查。对辖区内企业逐户排查，2026年6月底前完成。

${before.二 ?? ""}
二、落实整改。对发现的隐患建立台账，逐项销号。

${before.三 ?? ""}
三、强化保障。加强经费保障，充实检查力量。

某某市人民政府办公室

2026年3月12日
${before.end ?? ""}
`;

interface Found {
  rule: string;
  clause: string | null;
  line: number | null;
  severity: string;
  message: string;
  fingerprint: string;
  suppressed: { kind: string; reason: string; approvedBy?: string; until?: string } | null;
}

async function checked(folder: string, ...argv: string[]) {
  const ran = await gwlint(folder, ["check", ".", "--format", "json", ...argv]);
  if (ran.out === "") throw new Error(ran.err);
  const report = JSON.parse(ran.out);
  const findings: Found[] = report.documents.flatMap((document: { findings: Found[] }) => document.findings);
  return {
    ...ran,
    summary: report.summary,
    paths: report.documents.map(({ path }: { path: string }) => path) as string[],
    findings,
    open: findings.filter(({ suppressed }) => !suppressed).map(({ rule, clause }) => [rule, clause]),
    own: findings.filter(({ rule }) => rule.startsWith("gwlint-")),
  };
}

const UNIT = [
  ["GW-unit", "一"],
  ["GW-unit", "二"],
  ["GW-unit", "三"],
];

describe("a suppression in a comment", () => {
  const order = "<!-- gwlint-disable-next GW-unit -- 责任单位另行印发 -->";

  it("hides what its rule finds in the next clause, and in no other", async () => {
    const { open, findings, summary } = await checked(folderWith({ "方案.md": plan({ 二: order }) }));
    expect(open).toEqual([UNIT[0], UNIT[2]]);
    expect(findings.find(({ clause }) => clause === "二")!.suppressed).toEqual({
      kind: "inline",
      reason: "责任单位另行印发",
    });
    expect(summary.suppressed).toBe(1);
    expect(summary.bySeverity.warning).toBe(2);
  });

  it("no longer stops the draft once every finding is suppressed", async () => {
    const { status } = await checked(folderWith({ "方案.md": plan({ 一: order, 二: order, 三: order }) }));
    expect(status).toBe(0);
  });

  it("is for the clause's own text, and not for its sub-clauses", async () => {
    const text = plan({ 二: order }).replace("逐项销号。", "逐项销号。\n\n（一）建立台账。逐户登记，逐项销号。");
    const { findings } = await checked(folderWith({ "方案.md": text }));
    const unit = findings.filter(({ rule }) => rule === "GW-unit");
    expect(unit.find(({ clause }) => clause === "二（一）")).toMatchObject({ suppressed: null });
  });

  it("works in HTML, comment and clause on one line too", async () => {
    const html = `<html><body><p>某某市安全检查工作方案</p><p>为防范安全事故，制定本方案。</p>${order}<p>一、开展排查。对辖区内企业逐户排查。</p><p>二、落实整改。对发现的隐患建立台账，逐项销号。</p></body></html>`;
    const { open } = await checked(folderWith({ "方案.html": html }));
    expect(open.filter(([rule]) => rule === "GW-unit")).toEqual([["GW-unit", "二"]]);
  });

  it("before the title stands for what concerns the whole document", async () => {
    const config = { "gwlint.yaml": "rules:\n  GW-unit: off\n  GW-length-5000: { with: { max: 20 } }\n" };
    expect((await checked(folderWith({ ...config, "方案.md": plan() }))).open).toEqual([["GW-length-5000", null]]);
    const title = "<!-- gwlint-disable-next GW-length-5000 -- 合并了三份方案 -->";
    expect((await checked(folderWith({ ...config, "方案.md": plan({ title }) }))).open).toEqual([]);
  });

  it.each([
    ["without a reason", "<!-- gwlint-disable-next GW-unit -->"],
    ["without a rule", "<!-- gwlint-disable-next -- 另行印发 -->"],
    ["of an unknown rule", "<!-- gwlint-disable-next GW-unti -- 另行印发 -->"],
    ["of a known and an unknown rule", "<!-- gwlint-disable-next GW-unit GW-unti -- 另行印发 -->"],
    ["of another word", "<!-- gwlint-disable GW-unit -- 另行印发 -->"],
  ])("%s hides nothing and is a finding at its line", async (_what, comment) => {
    const { open, own, status } = await checked(folderWith({ "方案.md": plan({ 二: comment }) }));
    expect(open.filter(([rule]) => rule === "GW-unit")).toEqual(UNIT);
    expect(own).toMatchObject([{ rule: "gwlint-exemption", severity: "warning", line: 9, suppressed: null }]);
    expect(status).toBe(1);
  });

  it.each([
    ["before a clause that has no such finding", { 二: "<!-- gwlint-disable-next GW-date -- 另行印发 -->" }],
    ["behind the last clause", { end: "<!-- gwlint-disable-next GW-unit -- 另行印发 -->" }],
  ])("%s is unused, and that is a finding", async (_what, before) => {
    const { open, own } = await checked(folderWith({ "方案.md": plan(before) }));
    expect(open.filter(([rule]) => rule === "GW-unit")).toEqual(UNIT);
    expect(own).toHaveLength(1);
  });

  it("from a rule that was not checked this time is not called unused", async () => {
    const copy = "<!-- gwlint-disable-next GW-copy -- 上级要求原文照转 -->";
    const { own, summary } = await checked(folderWith({ "方案.md": plan({ 二: copy }) }));
    expect(summary.rules.notChecked).toBeGreaterThan(0);
    expect(own).toEqual([]);
  });

  it("cannot hide what gwlint says of exemptions", async () => {
    const comment = "<!-- gwlint-disable-next gwlint-exemption -- 不想看 -->";
    const { own } = await checked(folderWith({ "方案.md": plan({ 二: comment }) }));
    expect(own).toHaveLength(1);
  });
});

describe("the exemption file", () => {
  const entry = (changes: Record<string, string> = {}) => {
    const keys = {
      rule: "GW-unit",
      path: "稿/方案.md",
      reason: "责任单位另行印发",
      "approved-by": "张三",
      until: "2026-12-31",
    };
    const lines = Object.entries({ ...keys, ...changes }).filter(([, value]) => value !== "");
    return `  - ${lines.map(([key, value]) => `${key}: ${JSON.stringify(value)}`).join("\n    ")}\n`;
  };
  const folder = (...entries: string[]) =>
    folderWith({
      "稿/方案.md": plan(),
      "稿/乙.md": plan(),
      "gwlint.yaml": "exemptions: 豁免.yaml\n",
      "豁免.yaml": `exemptions:\n${entries.join("")}`,
    });
  const unitIn = ({ findings }: { findings: Found[] }) =>
    findings.filter(({ rule, suppressed }) => rule === "GW-unit" && suppressed).map(({ clause }) => clause);

  it("excuses a rule in one document, and says who approved it and until when", async () => {
    const run = await checked(folder(entry()));
    expect(unitIn(run)).toEqual(["一", "二", "三"]);
    expect(run.findings.find(({ suppressed }) => suppressed)!.suppressed).toEqual({
      kind: "exemption",
      reason: "责任单位另行印发",
      approvedBy: "张三",
      until: "2026-12-31",
    });
    expect(run.summary.suppressed).toBe(3);
    expect(run.own).toEqual([]);
  });

  it("means a clause by its printed path, and a folder by a pattern", async () => {
    expect(unitIn(await checked(folder(entry({ clause: "二、" }))))).toEqual(["二"]);
    expect(unitIn(await checked(folder(entry({ path: "稿/**", clause: "二" }))))).toEqual(["二", "二"]);
  });

  it("means one finding by its fingerprint", async () => {
    const { findings } = await checked(folder());
    const { fingerprint } = findings.find(({ clause }) => clause === "三")!;
    expect(unitIn(await checked(folder(entry({ fingerprint }))))).toEqual(["三"]);
  });

  it("knows documents by their path in the repository wherever the command runs", async () => {
    const cwd = join(folder(entry()), "稿");
    expect(unitIn(await checked(cwd))).toEqual(["一", "二", "三"]);
  });

  it("holds through its last day, and is a finding the day after", async () => {
    const cwd = folder(entry());
    const on = async (day: string) => JSON.parse((await gwlint(cwd, ["check", ".", "--format", "json"], "", day)).out);
    expect((await on("2026-12-31")).summary.suppressed).toBe(3);
    const after = await on("2027-01-01");
    expect(after.summary.suppressed).toBe(0);
    const own = after.documents.find(({ path }: { path: string }) => path === "豁免.yaml");
    expect(own.findings).toMatchObject([{ rule: "gwlint-exemption", line: 2, severity: "warning" }]);
    expect(own.findings[0].message).toContain("2026-12-31");
  });

  it.each([
    ["without a reason", { reason: "" }, "reason"],
    ["without an approver", { "approved-by": "" }, "approved-by"],
    ["without an end", { until: "" }, "until"],
    ["with a day no calendar has", { until: "2026-02-30" }, "2026-02-30"],
    ["of an unknown rule", { rule: "GW-unti" }, "GW-unit"],
    ["with a mistyped key", { claus: "二" }, "clause"],
  ])("%s hides nothing and is told at its line, while the others hold", async (_what, changes, said) => {
    const run = await checked(folder(entry({ path: "稿/乙.md", clause: "一" }), entry(changes)));
    expect(unitIn(run)).toEqual(["一"]);
    expect(run.own).toHaveLength(1);
    expect(run.own[0]!.message).toContain(said);
    expect(run.own[0]!.line).toBeGreaterThan(7);
    expect(run.status).toBe(1);
  });

  it("tells an entry that hides nothing, once its document was checked", async () => {
    const cwd = folder(entry({ rule: "GW-date" }));
    expect((await checked(cwd)).own).toHaveLength(1);
    const other = await gwlint(cwd, ["check", "稿/乙.md", "--format", "json"]);
    expect(JSON.parse(other.out).documents).toHaveLength(1);
  });

  it("tells a pattern that hides nothing only where the run saw all of its folder", async () => {
    const cwd = folder(entry({ rule: "GW-date", path: "稿/*.md" }));
    expect((await checked(cwd)).own).toHaveLength(1);
    const one = await gwlint(cwd, ["check", "稿/乙.md", "--format", "json"]);
    expect(JSON.parse(one.out).documents).toHaveLength(1);
  });

  it("stands in SARIF with its justification", async () => {
    const ran = await gwlint(folder(entry({ clause: "二" })), ["check", "稿/方案.md", "--format", "sarif"]);
    const suppressed = JSON.parse(ran.out).runs[0].results.filter((one: object) => "suppressions" in one);
    expect(suppressed).toHaveLength(1);
    expect(suppressed[0].suppressions).toMatchObject([{ kind: "external", status: "accepted" }]);
    expect(suppressed[0].suppressions[0].justification).toContain("责任单位另行印发");
    expect(suppressed[0].suppressions[0].justification).toContain("张三");
  });

  it.each([
    ["missing", null],
    ["no YAML", "exemptions: [\n"],
    ["no exemption file", "rules: {}\n"],
  ])("that is %s ends the run with 2", async (_what, text) => {
    const files = { "方案.md": plan(), "gwlint.yaml": "exemptions: 豁免.yaml\n" };
    const ran = await gwlint(folderWith(text === null ? files : { ...files, "豁免.yaml": text }), ["check", "."]);
    expect(ran).toMatchObject({ status: 2, out: "" });
    expect(ran.err).toContain("豁免.yaml");
  });
});

describe("a baseline", () => {
  const files = () => folderWith({ "甲.md": plan(), "乙.md": plan() });
  const written = async () => {
    const cwd = files();
    const first = await gwlint(cwd, ["check", ".", "--write-baseline", "base.json"]);
    return { cwd, first };
  };

  it("takes in what stands now; the same run with it then passes", async () => {
    const { cwd, first } = await written();
    expect(first.status).toBe(0);
    expect(first.err).toContain("6");
    const again = await checked(cwd, "--baseline", "base.json");
    expect(again).toMatchObject({ status: 0, open: [] });
    expect(again.summary.suppressed).toBe(6);
  });

  it("holds no word of a draft", async () => {
    const { cwd } = await written();
    expect(readFileSync(join(cwd, "base.json"), "utf8")).not.toMatch(/排查|整改|方案/);
  });

  it("shows a finding that came while another was mended, and tells the mended one without stopping", async () => {
    const { cwd } = await written();
    const text = plan().replace("逐项销号。", "逐项销号。（市应急局负责）");
    writeFileSync(join(cwd, "甲.md"), text);
    const mended = await checked(cwd, "--baseline", "base.json");
    expect(mended.status).toBe(0);
    expect(mended.own).toMatchObject([{ rule: "gwlint-baseline", severity: "info" }]);
    expect(mended.own[0]!.message).toContain("甲.md");
    writeFileSync(
      join(cwd, "甲.md"),
      text.replace("\n某某市人民", "\n四、严肃纪律。对瞒报漏报的单位通报批评。\n\n某某市人民"),
    );
    const swapped = await checked(cwd, "--baseline", "base.json");
    expect(swapped.open).toContainEqual(["GW-unit", "四"]);
    expect(swapped.status).toBe(1);
  });

  it("does not know a finding of one document in another", async () => {
    const { cwd } = await written();
    writeFileSync(join(cwd, "丙.md"), plan());
    expect((await checked(cwd, "--baseline", "base.json")).open).toEqual(UNIT);
  });

  it("survives edits elsewhere in the draft", async () => {
    const { cwd } = await written();
    writeFileSync(join(cwd, "甲.md"), plan().replace("为防范", "新增一段。\n\n为进一步防范"));
    expect((await checked(cwd, "--baseline", "base.json")).open).toEqual([]);
  });

  it("renewed over some documents keeps the entries of the others", async () => {
    const { cwd } = await written();
    await gwlint(cwd, ["check", "甲.md", "--baseline", "base.json", "--write-baseline", "base.json"]);
    expect((await checked(cwd, "--baseline", "base.json")).open).toEqual([]);
  });

  it("never takes in what is wrong with an exemption", async () => {
    const cwd = folderWith({ "甲.md": plan({ 二: "<!-- gwlint-disable-next GW-unit -->" }) });
    const ran = await gwlint(cwd, ["check", ".", "--write-baseline", "base.json"]);
    expect(ran.status).toBe(1);
  });

  it.each([
    ["missing", "没有.json"],
    ["no baseline", "甲.md"],
  ])("that is %s ends the run with 2", async (_what, name) => {
    const ran = await gwlint(files(), ["check", ".", "--baseline", name]);
    expect(ran).toMatchObject({ status: 2, out: "" });
    expect(ran.err).toContain(name);
  });
});
