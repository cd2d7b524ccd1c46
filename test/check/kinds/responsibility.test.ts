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
});
