import { describe, expect, it } from "vitest";
import { textOf } from "../../../src/model/place.ts";
import { draft, hitsOf, verdictOf } from "./draft.ts";

const found = async (text: string, fault: string, name = "草稿.md", options = {}) => {
  const document = await draft(text, {}, name);
  const hits = hitsOf(await verdictOf(document, "punctuation", { fault, ...options }));
  return hits.map((hit) => textOf(document, hit.span).trim());
};

describe("punctuation", () => {
  it.each<[string, string, string[]]>([
    ["repeated", "真的吗？？？？为什么？？？", ["？？？？"]],
    ["dash", "指南--医疗器械方向，北京—上海，电话010-1234", ["--"]],
    ["dash", "————————", []],
    ["ellipsis", "教育、卫生...养老。。。就业…", ["...", "。。。", "…"]],
    ["ellipsis", "教育、卫生……", []],
    ["ellipsis", "第一章 总则........3", []],
    ["ellipsis-etc", "教育、卫生……等事项，……等级", ["……等"]],
    ["doubled", "加强领导，，压实责任。；落实", ["，，", "。；"]],
    ["doubled", "加强领导，压实责任……。", []],
    ["firstly", "第一、明确责任；首先、落实经费；第一、第二产业", ["第一、", "首先、"]],
    ["chinese-label", "二．落实经费保障", ["二．"]],
    ["chinese-label", "一、加强领导", []],
    ["arabic-label", "1、2号楼由街道负责", []],
    ["arabic-label", "3、加强领导", ["3、"]],
    ["bracket-label", "（一）、加强领导", ["（一）、"]],
    ["bracket-label", "（一）加强领导、压实责任", []],
    ["etc", "教育、卫生、等部门，二、等待时机", ["、等"]],
    ["nested-title", "《关于印发《管理办法》的通知》", ["《管理办法》"]],
    ["nested-title", "《关于修改〈适用《工会法》若干问题的解释〉的决定》", []],
    ["nested-quote", "“要防止“数字脱贫”现象”", ["“数字脱贫”"]],
    ["nested-quote", "“要防止‘数字脱贫’现象”", []],
    ["nested-bracket", "（按某政发（二〇二六）三号文件执行）", ["（二〇二六）"]],
    ["nested-bracket", "（由街道（镇）办理）", []],
  ])("%s: %s", async (fault, text, expected) => {
    expect(await found(text, fault, "草稿.txt")).toEqual(expected);
  });

  it("takes a mark whose partner stands in the next paragraph for paired", async () => {
    expect(await found("会议强调：\n\n“一要明确责任。\n\n“二要落实经费。”", "unpaired")).toEqual([]);
    expect(await found("会议强调：“一要明确责任。\n\n二要落实经费。”", "unpaired")).toEqual([]);
    expect(await found("修改为：“第一条 明确责任。\n\n“第二条 落实经费。”", "unpaired")).toEqual([]);
  });

  it("takes the bracket of a label for one of its own", async () => {
    expect(await found("做好：1）检查；2）整改；a）通报。", "unpaired")).toEqual([]);
  });

  it("finds each half that is left over", async () => {
    expect(await found("各县（市、区人民政府按《办法》规定》执行。", "unpaired")).toEqual(["（", "》"]);
  });

  it("says once, as an info, what saving a page may have done", async () => {
    const text = "各县（市、区人民政府执行。\n各部门按《办法执行。";
    const hits = hitsOf(await verdictOf(await draft(text), "punctuation", { fault: "unpaired" }));
    expect(hits).toMatchObject([{ atMost: "info", values: { count: 2 } }]);
  });

  it("says once, as an info, that a text came half-width", async () => {
    const whole = await draft("加强领导,压实责任;落实经费,明确时限,按时报送。", {}, "草稿.md");
    const hits = hitsOf(await verdictOf(whole, "punctuation", { fault: "half-width" }));
    expect(hits).toMatchObject([{ atMost: "info", values: { count: 4 } }]);
  });

  it("takes single half-width marks of a docx for slips", async () => {
    const text = `${"各县区要加强领导，压实责任，落实经费。".repeat(20)}不得瞒报,不得漏报,不得迟报。`;
    const read = await draft(text);
    const docx = { ...read, source: { ...read.source, format: "docx" as const } };
    const hits = hitsOf(await verdictOf(docx, "punctuation", { fault: "half-width" }));
    expect(hits.map((hit) => [textOf(docx, hit.span), hit.atMost])).toEqual([
      [",", undefined],
      [",", undefined],
    ]);
  });

  it("asks one document for one way between neighbouring quotations", async () => {
    expect(await found("落实“甲”、“乙”、“丙”。", "between-quotes")).toEqual([]);
    expect(await found("落实“甲”“乙”，学习《丙》、《丁》。", "between-quotes")).toEqual(["》、《"]);
  });

  it("takes a row of short sentences for a list, one among bare headings for a slip", async () => {
    const bodies = ["加强领导", "落实经费", "强化督查", "严格考核"];
    const plan = (marks: string[]) =>
      `某某市防汛工作方案\n\n${bodies.map((head, i) => `${"一二三四"[i]}、${head}${marks[i]}\n\n各县区要把任务落到实处，逐级抓好。\n\n`).join("")}`;
    expect(await found(plan(["。", "", "", ""]), "title-end")).toEqual(["。"]);
    expect(await found(plan(["。", "。", "。", "。"]), "title-end")).toEqual([]);
  });

  it("finds the point behind the title itself", async () => {
    const notice = (end: string) => `某某市教育局关于做好开学工作的通知${end}\n\n各县区教育局：\n\n请检查校舍。`;
    expect(await found(notice("。"), "title-end")).toEqual(["。"]);
    expect(await found(notice(""), "title-end")).toEqual([]);
  });

  it("reports one place a document where the rule asks for the first", async () => {
    const hits = hitsOf(
      await verdictOf(await draft("1、检查\n2、整改\n3、通报"), "punctuation", {
        fault: "arabic-label",
        report: "first",
      }),
    );
    expect(hits).toMatchObject([{ values: { match: "1、", count: 3 } }]);
  });

  it("only hints at dashes of a saved text, which converters write as --", async () => {
    const text = "建设一个目标--让群众少跑腿。";
    const dashes = async (name: string) =>
      hitsOf(await verdictOf(await draft(text, {}, name), "punctuation", { fault: "dash" }));
    expect(await dashes("page.txt")).toMatchObject([{ atMost: "info", note: { key: "check.converted" } }]);
    expect((await dashes("draft.md"))[0]!.atMost).toBeUndefined();
  });
});
