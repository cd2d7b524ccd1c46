import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkFile, checkText, compare, compareReport, formatReport, loadPacks } from "../src/index.ts";
import { folderWith } from "./cli/run.ts";

const PLAN =
  "某某市安全检查工作方案\n\n为防范事故，制定本方案。\n\n一、开展排查。对辖区内企业逐户排查。\n\n某某市人民政府\n\n2026年3月12日\n";

describe("the library", () => {
  it("checks a text with the default pack", async () => {
    const result = await checkText(PLAN);
    expect(result.status).toBe("checked-findings");
    expect(result.findings.map(({ rule, clause }) => [rule, clause])).toContainEqual(["GW-unit", "一"]);
  });

  it("names the facts that would settle an open rule, and the rule decides once they are declared", async () => {
    const text = `# 关于精简会议活动的实施方案\n\n各县（市、区）人民政府：\n\n${"各部门要认真落实会议精简要求。".repeat(400)}`;
    const packs = await loadPacks(["tianshui-2019"]);
    const before = await checkText(text, { packs });
    const open = before.notChecked.find(({ settledBy }) => settledBy.includes("deployment"))!;
    expect(open.code).toBe("check.unknown-fact");
    const after = await checkText(text, { packs, facts: { deployment: "special" } });
    const stillOpen = after.notChecked.filter(({ settledBy }) => settledBy.includes("deployment"));
    expect(stillOpen).toEqual([]);
    expect(after.notChecked.length).toBeLessThan(before.notChecked.length);
  });

  it("checks a file with packs loaded before, and gives the status of one that cannot be read", async () => {
    const packs = await loadPacks(["tianshui-2019"]);
    const folder = folderWith({ "方案.txt": PLAN });
    const result = await checkFile(join(folder, "方案.txt"), { packs });
    expect(result.findings.flatMap(({ rules }) => rules)).toContain("TS-form");
    expect(await checkFile(join(folder, "没有.docx"))).toMatchObject({ status: "unreadable", findings: [] });
  });

  it("declares facts, and refuses one that does not exist", async () => {
    const result = await checkText(PLAN, { facts: { policyDocument: false } });
    expect(result.findings.map(({ rule }) => rule)).not.toContain("GW-unit");
    await expect(checkText(PLAN, { facts: { deploymnt: "task" } })).rejects.toThrow(TypeError);
  });

  it("holds a text against a superior on disk", async () => {
    const words =
      "每年组织全省性家政服务员回炉培训不少于两次，培训结果纳入家政企业信用评价，对培训合格的给予补贴，所需资金由省级财政统筹安排。";
    const folder = folderWith({});
    writeFileSync(join(folder, "上级.md"), `一、${words}`);
    const result = await checkText(`某某市若干措施\n\n一、${words.replaceAll("省", "市")}`, {
      against: [join(folder, "上级.md")],
    });
    expect(result.findings.filter(({ rule }) => rule === "GW-copy").map(({ severity }) => severity)).toContain("error");
  });

  it("compares plain texts", () => {
    const source = "对全市范围内的老旧管网开展一次全面排查，分类建立台账，明确改造时序和资金来源。";
    const draft = `前面的话。${source}后面的话。`;
    const [passage] = compare(draft, [{ name: "上级", text: source }]);
    expect(draft.slice(passage!.draft.start, passage!.draft.end)).toContain("老旧管网开展一次全面排查");
    expect(compareReport(draft, [{ name: "上级", text: source }]).share).toBeGreaterThan(0.5);
  });

  it("formats results as the command does", async () => {
    const packs = await loadPacks();
    const result = await checkText(PLAN, { packs });
    expect(await formatReport([result], "pretty", { packs })).toContain("措施逐条写明责任单位");
    const { exitCode, documents } = JSON.parse(await formatReport([result], "json", { packs }));
    expect(exitCode).toBe(1);
    expect(documents[0].findings).toEqual(JSON.parse(JSON.stringify(result.findings)));
  });
});
