import { describe, expect, it } from "vitest";
import { textOf } from "../../../src/model/place.ts";
import { draft, hitsOf, verdictOf } from "./draft.ts";

const found = async (text: string, options: Record<string, unknown>, title = "某某市水利局关于做好防汛工作的通知") => {
  const document = await draft(`${title}\n\n各县区人民政府：\n\n${text}\n`);
  const verdict = await verdictOf(document, "demand", options);
  return hitsOf(verdict).map((hit) => textOf(document, hit.span));
};
const PLEDGE = { pattern: "签订[^。；，]{0,12}责任[书状]" };

describe("demand", () => {
  it("finds what the draft asks for, at its words", async () => {
    expect(await found("各村逐级签订目标责任书，压实责任。", PLEDGE)).toEqual(["签订目标责任书"]);
  });

  it.each([
    ["negated", "不得层层签订责任书。"],
    ["brought to an end", "清理规范签订责任书事项。"],
    ["ended behind", "对层层签订责任书的做法予以纠正。"],
    ["quoted", "整改“签订责任书”过多的问题。"],
    ["told of others", "近年来一些地方层层签订责任书，基层反映强烈。"],
    ["asked for by a statute", "依照《中华人民共和国森林法》签订防火责任书。"],
    ["asked for by the province", "按照省委、省政府要求签订目标责任书。"],
  ])("does not count what is %s", async (_, text) => {
    expect(await found(text, PLEDGE)).toEqual([]);
  });

  it("tells a cited demand as an info where the rule wants it", async () => {
    const text = "按照省政府要求签订目标责任书。";
    const document = await draft(`某某市水利局通知\n\n${text}\n`);
    const [hit] = hitsOf(await verdictOf(document, "demand", { ...PLEDGE, cited: "report" }));
    expect(hit).toMatchObject({ atMost: "info", note: { key: "check.demand-cited" } });
  });

  it("asks for words beside it in the same sentence", async () => {
    const options = { pattern: "上传[^。；，]{0,8}照片", beside: "考核|打分" };
    expect(await found("每日上传巡查照片，作为考核依据。", options)).toEqual(["上传巡查照片"]);
    expect(await found("申请人上传本人照片。考核另行通知。", options)).toEqual([]);
  });

  it("looks at who is asked: the sentence or the addressees", async () => {
    const options = { pattern: "报送[^。；，]{0,8}统计表", to: "人民政府([：、，]|$)" };
    expect(await found("请报送水库统计表。", options)).toEqual(["报送水库统计表"]);
    const local = await draft("某某市水利局关于汛前检查的通知\n\n各县区水利局：\n\n请报送水库统计表。\n");
    expect(hitsOf(await verdictOf(local, "demand", options))).toEqual([]);
  });

  it("lets approved ones go where the rule says so", async () => {
    const text = "经市政府批准，与各村签订责任书。";
    expect(await found(text, PLEDGE)).toHaveLength(1);
    expect(await found(text, { ...PLEDGE, approved: true })).toEqual([]);
  });

  it("lets a clause go that names its own unit where the rule asks for unnamed ones", async () => {
    const options = { pattern: "落实属地管理责任", unnamed: true };
    expect(await found("一、落实属地管理责任，排查隐患。（市应急局牵头）", options)).toEqual([]);
    expect(await found("一、落实属地管理责任，排查隐患。", options)).toEqual(["落实属地管理责任"]);
  });

  it("says nothing of a report, nor of a document with another title", async () => {
    const report = await draft("某某县关于防汛工作的报告\n\n各村签订目标责任书。\n", { kind: "报告" });
    expect((await verdictOf(report, "demand", PLEDGE)).outcome).toBe("not-applicable");
    const other = await draft("某某县防汛工作方案\n\n各村签订目标责任书。\n");
    expect((await verdictOf(other, "demand", { ...PLEDGE, title: "会议" })).outcome).toBe("not-applicable");
  });
});
