import { describe, expect, it } from "vitest";
import { createMatcher } from "../../../src/check/matcher.ts";
import { checkKinds } from "../../../src/check/registry.ts";
import { runRules } from "../../../src/check/run.ts";
import type { Superior } from "../../../src/model/check.ts";
import { rule } from "../document.ts";
import { draft, hitsOf, places, verdictOf } from "./draft.ts";

const leads = (units: string[]) =>
  `某某市人民政府关于校园安全的意见\n\n${units.map((unit, at) => `${at + 1}. 检查校舍，建立档案。（${unit}牵头）`).join("\n\n")}\n`;

describe("single-lead", () => {
  it("finds a document that one unit leads throughout, at its title", async () => {
    const document = await draft(leads(["市教育局", "市教育局", "市教育局", "市教育局"]));
    const hits = hitsOf(await verdictOf(document, "single-lead", {}));
    expect(hits.map((hit) => hit.values)).toEqual([{ unit: "市教育局", count: 4, measures: 4 }]);
    expect(places(document, hits)).toEqual(["某某市人民政府关于校园安全的意见"]);
  });

  it("lets one with a second lead, and one with few measures, go", async () => {
    const two = await draft(leads(["市教育局", "市教育局", "市公安局", "市教育局"]));
    expect(hitsOf(await verdictOf(two, "single-lead", {}))).toEqual([]);
    const few = await verdictOf(await draft(leads(["市教育局", "市教育局"])), "single-lead", {});
    expect(few.outcome).toBe("not-applicable");
  });

  it("looks at the lead's name where the rule does", async () => {
    const document = await draft(leads(["市教育局", "市教育局", "市教育局", "市教育局"]));
    expect(hitsOf(await verdictOf(document, "single-lead", { lead: "领导小组" }))).toEqual([]);
    expect(hitsOf(await verdictOf(document, "single-lead", { unlike: "教育局" }))).toEqual([]);
  });
});

describe("facts-required", () => {
  const PLAN = "某某市养老服务方案\n\n1. 建食堂。（市民政局牵头）\n\n2. 定标准。（市卫生健康委牵头）\n";

  it("is broken where the steps declared lack one, held where they do not", async () => {
    const options = { reviews: ["合法性审查"] };
    const lacking = await draft(PLAN, { reviews: ["征求意见"] });
    expect(hitsOf(await verdictOf(lacking, "facts-required", options))[0]?.values?.missing).toBe("合法性审查");
    const declared = await draft(PLAN, { reviews: ["合法性审查"] });
    expect(hitsOf(await verdictOf(declared, "facts-required", options))).toEqual([]);
  });

  it("is not checked where nothing is declared, and says what to declare", async () => {
    const verdict = await verdictOf(await draft(PLAN), "facts-required", { reviews: ["会签", "征求意见"], any: true });
    expect(verdict).toMatchObject({
      outcome: "not-checked",
      why: { reason: "check.reviews-unknown", values: { reviews: "会签 / 征求意见" } },
    });
  });

  it("concerns only what touches the matter or so many units", async () => {
    const document = await draft(PLAN, { reviews: [] });
    const asked = { reviews: ["公平竞争审查"] };
    expect((await verdictOf(document, "facts-required", { ...asked, text: "招标" })).outcome).toBe("not-applicable");
    expect((await verdictOf(document, "facts-required", { ...asked, units: 3 })).outcome).toBe("not-applicable");
    expect(hitsOf(await verdictOf(document, "facts-required", { ...asked, units: 2 }))).toHaveLength(1);
  });
});

describe("listed", () => {
  const run = async (title: string, plans: Superior[]) => {
    const options = { plan: "发文计划", share: 0.6 };
    const [verdict] = runRules(await draft(`${title}\n\n请认真落实。\n`), [rule({ check: "listed", options })], {
      kinds: checkKinds,
      superiors: [],
      plans,
      pattern: await createMatcher([options.plan]),
      lexicon: () => [],
    });
    return verdict!;
  };
  const plan = async (name: string): Promise<Superior> => ({
    name,
    document: await draft("1. 城市更新实施方案\n\n2. 养老服务工作方案\n", {}, name),
  });

  it("finds the draft's subject in the plan, or says what comes nearest", async () => {
    const plans = [await plan("2026年发文计划.txt")];
    expect(hitsOf(await run("关于印发《城市更新实施方案》的通知", plans))).toEqual([]);
    const [hit] = hitsOf(await run("关于举办龙舟邀请赛的通知", plans));
    expect(hit?.values).toMatchObject({ subject: "龙舟邀请赛", plan: "2026年发文计划.txt" });
  });

  it("is not checked without such a plan, or where it could not be read", async () => {
    const other = await run("关于举办龙舟邀请赛的通知", [await plan("会议计划.txt")]);
    expect(other).toMatchObject({ outcome: "not-checked", why: { reason: "check.no-plan" } });
    const unread = await run("关于举办龙舟邀请赛的通知", [{ name: "发文计划.docx", problem: "加了密码" }]);
    expect(unread).toMatchObject({ outcome: "not-checked", why: { reason: "check.plan-unread" } });
  });
});
