import { describe, expect, it } from "vitest";
import { draft, hitsOf, verdictOf } from "./draft.ts";

const plan = (to: string) =>
  `某某市防汛工作方案\n\n${to}\n\n一、加强巡查。对小型水库每天巡查一次。（市水利局负责）\n\n二、疏导交通。积水路段安排专人值守。（市公安局负责）\n`;

const units = async (to: string) =>
  hitsOf(await verdictOf(await draft(plan(to)), "addressed", {})).map((hit) => hit.values?.unit);

describe("addressed", () => {
  it("finds a unit with a task that is not addressed", async () => {
    expect(await units("市水利局、市应急局：")).toEqual(["市公安局"]);
    expect(await units("市水利局、市公安局：")).toEqual([]);
  });

  it("takes a class of units for all of them", async () => {
    expect(await units("各县区人民政府，市政府各部门：")).toEqual([]);
  });

  it("says nothing of a plan that is addressed to nobody", async () => {
    const verdict = await verdictOf(
      await draft("某某市防汛工作方案\n\n一、加强巡查。（市水利局负责）\n"),
      "addressed",
      {},
    );
    expect(verdict.outcome).toBe("not-applicable");
  });
});
