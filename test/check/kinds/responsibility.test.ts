import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { describeShared, shared } from "../../shared.ts";
import { draft, hitsOf, places, verdictOf } from "./draft.ts";

const PLAN = `某某市防汛工作方案

为做好防汛工作，制定本方案。

一、加强巡查。对小型水库每天巡查一次。（市水利局牵头，市应急局配合）

二、备足物资。6月底前备齐编织袋和抽水泵。

三、转移群众。暴雨来临前转移低洼地带群众，由市应急局牵头组织。

四、恢复生产。汛后7日内修复水毁设施，各有关部门按职责分工负责。
`;

describe("responsibility", () => {
  it("finds the measure without a unit and lowers the one that names no one in particular", async () => {
    const document = await draft(PLAN);
    const hits = hitsOf(await verdictOf(document, "responsibility", {}));
    expect(places(document, hits)).toEqual(["二", "四"]);
    expect(hits[0]).toMatchObject({ values: { label: "二、", missing: 1, measures: 4 } });
    expect(hits[0]!.atMost).toBeUndefined();
    expect(hits[1]).toMatchObject({ atMost: "info", note: { key: "check.responsibility-vague" } });
  });

  it("asks which of several units leads where the rule wants it", async () => {
    const text = PLAN.replace("（市水利局牵头，市应急局配合）", "（市水利局、市应急局）");
    const document = await draft(text);
    const hits = hitsOf(await verdictOf(document, "responsibility", { lead: true, vague: "accept" }));
    expect(places(document, hits)).toEqual(["一", "二"]);
    expect(hits[0]).toMatchObject({ atMost: "info", note: { key: "check.responsibility-lead" } });
    expect(places(document, hitsOf(await verdictOf(document, "responsibility", { vague: "accept" })))).toEqual(["二"]);
  });

  it("leaves articles of a statute alone: they lay down rules", async () => {
    const rules = await draft("某某市养犬管理办法\n\n第一条 犬只登记每年一次。\n\n第二条 携犬外出应当束绳。\n");
    expect((await verdictOf(rules, "responsibility", {})).outcome).toBe("not-applicable");
  });

  it("says which form was found where another is asked for", async () => {
    const document = await draft(PLAN);
    const hits = hitsOf(await verdictOf(document, "responsibility", { form: ["bracket"], vague: "accept" }));
    expect(places(document, hits)).toEqual(["二", "三", "四"]);
    expect(hits[1]!.note).toEqual({ key: "check.responsibility-form-inline" });
  });

  it("misses a form as an info where no measure has it: the issuer writes units another way", async () => {
    const some = hitsOf(await verdictOf(await draft(PLAN), "responsibility", { form: ["bracket"] }));
    expect(some.map((hit) => hit.atMost)).toEqual([undefined, undefined, undefined]);
    const document = await draft(PLAN.replace("（市水利局牵头，市应急局配合）", ""));
    const none = hitsOf(await verdictOf(document, "responsibility", { form: ["bracket"] }));
    expect(places(document, none)).toEqual(["一", "二", "三", "四"]);
    expect(new Set(none.map((hit) => hit.atMost))).toEqual(new Set(["info"]));
    expect(none[0]!.note).toEqual({ key: "check.responsibility-form-nowhere" });
    expect(none[2]!.note).toEqual({ key: "check.responsibility-form-inline" });
  });

  it("asks for a lead where the rule wants one", async () => {
    const document = await draft(PLAN.replace("（市水利局牵头，市应急局配合）", "（市水利局负责）"));
    const hits = hitsOf(await verdictOf(document, "responsibility", { roles: ["牵头"], vague: "accept" }));
    expect(places(document, hits)).toEqual(["一", "二", "四"]);
    expect(hits[0]!.note).toEqual({ key: "check.responsibility-role", values: { roles: "牵头" } });
  });

  it("points at one span whatever the form, so that rules of several packs meet there", async () => {
    const document = await draft(PLAN);
    const any = hitsOf(await verdictOf(document, "responsibility", {}));
    const bracket = hitsOf(await verdictOf(document, "responsibility", { form: ["bracket"] }));
    expect(bracket.find((hit) => hit.values!["label"] === "二、")!.span).toEqual(any[0]!.span);
  });

  it("is not applicable to a text that tells nobody to do anything", async () => {
    const document = await draft("某某市防汛形势\n\n今年降雨比常年偏多两成，水库蓄水正常。\n");
    const verdict = await verdictOf(document, "responsibility", {});
    expect(verdict).toMatchObject({ outcome: "not-applicable", because: { key: "check.no-measures" } });
  });
});

describeShared("responsibility on issued documents", () => {
  const source = async (file: string) => draft(readFileSync(shared(`sources/${file}`)!, "utf8"));

  it("breaks the bracket usage of the twenty-five measures at 24 and 25, the unit rule at 25", async () => {
    const document = await source("004_50f118b145716868.txt");
    const bracket = hitsOf(await verdictOf(document, "responsibility", { form: ["bracket"] }));
    expect(places(document, bracket)).toEqual(["六24", "六25"]);
    expect(places(document, hitsOf(await verdictOf(document, "responsibility", {})))).toEqual(["六25"]);
  });

  it("finds most of the forty-four items without a unit", async () => {
    const document = await source("002_25cc8ea62125b708.txt");
    const hits = hitsOf(await verdictOf(document, "responsibility", {}));
    expect(hits.length).toBeGreaterThan(25);
    expect(places(document, hits)).toContain("一1");
  });

  const only = async (text: string, options = {}) =>
    hitsOf(await verdictOf(await draft(text), "responsibility", options));
  const item = (words: string) => `某某市防汛工作方案\n\n为做好防汛工作，制定本方案。\n\n一、${words}\n`;

  it.each([
    ["加强巡查。各县区水利部门要对小型水库每天巡查一次。", "各县区水利部门"],
    ["加强巡查。各地区加强巡查力量，每天巡查一次。", "各地区"],
    ["加强巡查。市水利局每年组织一次巡查。", "市水利局"],
    ["公开结果。对巡查结果，各部门应当及时公开。", "各部门"],
    ["逐项梳理。对巡查结果，由牵头制定部门逐条梳理。", "牵头制定部门"],
    ["提交报告。市政府各部门每年至少提交2篇调研报告。", "市政府各部门"],
    ["公开承诺。市直部门(单位)和各县区主要负责同志，每年初向社会作出公开承诺。", "市直部门(单位)和各县区"],
    ["补充资金。中央财政要根据业务情况适时补充资金。", "中央财政"],
    ["备案。企业实施工程改造前，应当报市水利局备案。", "企业"],
  ])("only hints where the words say who acts: %s", async (words, doer) => {
    expect(await only(item(words))).toMatchObject([
      { atMost: "info", note: { key: "check.responsibility-doer", values: { doer } } },
    ]);
  });

  it.each([
    "加强巡查。支持水利部门组织开展巡查。",
    "加强巡查。推动各县区建立巡查机制。",
    "加强协同。建立健全部门之间的调度机制，组织会商。",
    "加强巡查。对小型水库每天巡查一次，提高巡查能力。",
  ])("takes whom a measure supports for nobody who acts: %s", async (words) => {
    const [hit] = await only(item(words));
    expect(hit).toBeDefined();
    expect(hit!.atMost).toBeUndefined();
  });

  it.each([
    "原有文件仍在有效期内的，不再重复发文。",
    "坚持正确导向。激励与问责两手抓，调动干部的积极性。",
    "着力解决“不敢为”的问题。重点是：遇到难题绕着走，碰到问题往后拖。",
    "严明各项纪律。对落实不力的，要严肃追责问责。",
  ])("only hints at what gives no task: %s", async (words) => {
    expect(await only(item(words))).toMatchObject([{ note: { key: "check.responsibility-stance" } }]);
  });

  it("only hints at the items of a box", async () => {
    const text = `${item("加强巡查。")}\n专栏1 巡查工程\n\n1.水库巡查。对小型水库每天巡查一次。\n\n2.堤防巡查。对堤防每周巡查一次。\n\n二、备足物资。6月底前备齐物资。\n`;
    const hits = await only(text);
    expect(hits.map(({ note }) => note?.key)).toEqual([
      "check.responsibility-box",
      "check.responsibility-box",
      undefined,
    ]);
  });

  it("only hints where another item of the section names the unit", async () => {
    const text =
      "某某市先导应用试点方案\n\n一、港口试点\n\n（一）试点单位。某某港务集团。\n\n（二）试点内容。开展无人集卡运行。\n";
    expect(await only(text)).toMatchObject([{ note: { key: "check.responsibility-beside" } }]);
  });

  it("only hints in a notice whose clauses make it a policy document, unless somebody declared it one", async () => {
    const text =
      "某某市水利局关于加强防汛工作的通知\n\n各县区水利局：\n\n一、加强巡查。每天巡查一次。\n\n二、备足物资。6月底前备齐。\n\n三、转移群众。暴雨来临前转移。\n\n某某市水利局\n\n2026年3月5日\n";
    const hits = await only(text);
    expect(hits).toHaveLength(3);
    for (const hit of hits) expect(hit).toMatchObject({ atMost: "info", note: { key: "check.responsibility-unsure" } });
    const declared = await draft(text, { policyDocument: true });
    for (const hit of hitsOf(await verdictOf(declared, "responsibility", {}))) expect(hit.atMost).toBeUndefined();
  });

  it("only hints in an opinion of the Centre, which localities divide among their units", async () => {
    const text = (issuer: string) =>
      `${issuer}关于加强防汛工作的意见\n\n各省、自治区、直辖市人民政府：\n\n一、加强巡查。每天巡查一次。\n\n二、备足物资。6月底前备齐。\n\n${issuer}\n\n2026年3月5日\n`;
    expect((await only(text("国务院办公厅"))).map(({ atMost }) => atMost)).toEqual(["info", "info"]);
    expect((await only(text("水利部"))).map(({ atMost }) => atMost)).toEqual([undefined, undefined]);
  });
});
