import { describe, expect, it } from "vitest";
import { draft, hitsOf, places, verdictOf } from "./draft.ts";

const PLAN = `某某市养老服务工作方案

为贯彻落实《某某省养老服务条例》，制定本方案。

1. 新建社区食堂20个，2026年10月底前建成。（市民政局牵头）

2. 修订护理标准。（市卫生健康委牵头，9月底前完成）

3. 提升服务水平。
`;
const faults = async (options: Record<string, unknown>, text = PLAN) => {
  const document = await draft(text);
  const hits = hitsOf(await verdictOf(document, "task-elements", options));
  return hits.map((hit, at) => [places(document, hits)[at], hit.values?.missing, hit.atMost ?? "rule's own"]);
};

describe("task-elements", () => {
  it("says of every task what it lacks", async () => {
    expect(await faults({ each: ["amount", "time", "unit"] })).toEqual([
      ["2", "工作量", "rule's own"],
      ["3", "工作量、完成时限、责任单位", "rule's own"],
    ]);
  });

  it("is milder where only what cannot always be counted is missing", async () => {
    const found = await faults({ each: ["amount", "time", "unit"], mild: ["amount"] });
    expect(found.map(([place, , severity]) => [place, severity])).toEqual([
      ["2", "info"],
      ["3", "rule's own"],
    ]);
  });

  it("takes one of several", async () => {
    expect(await faults({ each: [["amount", "time"]] })).toEqual([["3", "工作量或完成时限", "rule's own"]]);
  });

  it("asks the plan as a whole for content, whatever its headings", async () => {
    expect(await faults({ parts: { 经费: "财政|经费", 标准: "标准" } })).toEqual([["document", "经费", "rule's own"]]);
  });

  it("does not concern a plan that carries out another document than the rule names", async () => {
    const verdict = await verdictOf(await draft(PLAN), "task-elements", { each: ["unit"], cites: "防汛条例" });
    expect(verdict.outcome).toBe("not-applicable");
  });

  it("judges a plan that is a table by its columns", async () => {
    const table = `某某市任务清单\n\n| 任务 | 责任单位 |\n| --- | --- |\n| 建食堂 | 市民政局 |\n`;
    const document = await draft(table, {}, "清单.md");
    const [hit] = hitsOf(await verdictOf(document, "task-elements", { each: ["time", "unit"] }));
    expect(hit?.values).toMatchObject({ missing: "完成时限", head: "任务" });
  });
});
