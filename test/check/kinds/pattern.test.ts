import { describe, expect, it } from "vitest";
import { textOf } from "../../../src/model/place.ts";
import { draft, hitsOf, verdictOf } from "./draft.ts";

const found = async (text: string, options: Record<string, unknown>) => {
  const document = await draft(text);
  return hitsOf(await verdictOf(document, "pattern", options)).map((hit) => textOf(document, hit.span));
};

describe("pattern", () => {
  it("reports every match with its words", async () => {
    expect(await found("各单位要报送日报表。\n各县区要报送周报表。", { pattern: "报送.报表" })).toEqual([
      "报送日报表",
      "报送周报表",
    ]);
  });

  it.each([
    "严禁照抄照搬、上下一般粗。",
    "各单位不得以任何理由照抄照搬上级文件。",
    "整治“照抄照搬”问题。",
    "按照《关于纠正照抄照搬问题的通知》办理。",
  ])("lets go what a text forbids, fights or quotes: %s", async (text) => {
    expect(await found(text, { pattern: "照抄照搬", position: "demand" })).toEqual([]);
  });

  it("takes a demand after a prohibition for a demand", async () => {
    const text = "不得层层加码，各县区每周报送进展情况。";
    expect(await found(text, { pattern: "每周报送", position: "demand" })).toEqual(["每周报送"]);
  });

  it("tells quoted words from the text's own", async () => {
    expect(await found("统一名称为“××街道服务站”，联系人××。", { pattern: "××", position: "own" })).toHaveLength(1);
  });

  it("lets go a sentence that an exception names", async () => {
    const options = { pattern: "签订责任书", except: "法律规定" };
    expect(await found("按法律规定签订责任书。层层签订责任书。", options)).toHaveLength(1);
  });

  it("asks for words that have to be there", async () => {
    const options = { pattern: "主动公开|依申请公开|不予公开", present: "required" };
    const document = await draft("请各单位遵照执行。");
    expect(hitsOf(await verdictOf(document, "pattern", options))).toMatchObject([{ span: null }]);
    expect(hitsOf(await verdictOf(await draft("请各单位遵照执行。此件主动公开。"), "pattern", options))).toEqual([]);
  });

  it("allows as many as the rule allows", async () => {
    expect(await found("高度重视。高度重视。", { pattern: "高度重视", max: 2 })).toEqual([]);
    expect(await found("高度重视。高度重视。高度重视。", { pattern: "高度重视", max: 2 })).toHaveLength(3);
  });

  it("looks at the title alone where the rule says so, over its lines", async () => {
    const text =
      "某某市人民政府关于印发防汛工作\n领导小组工作规则的通知\n\n各县区人民政府：\n\n领导小组工作规则另行解读。\n";
    expect(await found(text, { pattern: "领导小组工作规则", scope: "title" })).toHaveLength(1);
  });

  it("is not applicable where the element it looks at is missing", async () => {
    const verdict = await verdictOf(await draft("请各单位遵照执行。"), "pattern", {
      pattern: "文件",
      scope: "issuerMark",
    });
    expect(verdict).toMatchObject({ outcome: "not-applicable", because: { key: "check.no-issuerMark" } });
  });

  it("concerns only documents of a title where the rule names one", async () => {
    const options = { pattern: "台账|销号", present: "required", title: "督查[^，。]{0,8}方案$" };
    const plan = await draft("某某市安全生产督查方案\n\n一、现场查看。\n");
    expect(hitsOf(await verdictOf(plan, "pattern", options))).toHaveLength(1);
    const other = await draft("某某市安全生产工作方案\n\n一、现场查看。\n");
    expect((await verdictOf(other, "pattern", options)).outcome).toBe("not-applicable");
    const table = await draft("某某市督查工作方案\n", {}, "表.txt");
    expect((await verdictOf(table, "pattern", { ...options, unless: "督查" })).outcome).toBe("not-applicable");
  });

  it("only hints at blanks in an attached form where the rule says so", async () => {
    const text = `某某市教育局关于报送名单的通知

各县区教育局：

请于××月底前报送。

附件：1.报名表

某某市教育局

2026年3月5日

附件1

报名表

联系人：×××
`;
    const document = await draft(text);
    const hits = hitsOf(
      await verdictOf(document, "pattern", { pattern: "×{2,}", scope: "document", attached: "info" }),
    );
    expect(hits.map(({ atMost }) => atMost)).toEqual([undefined, "info"]);
  });
});
