import { describe, expect, it } from "vitest";
import type { FactValues } from "../../../src/model/facts.ts";
import { textOf } from "../../../src/model/place.ts";
import { draft, hitsOf, verdictOf } from "./draft.ts";

const found = async (text: string, fault: string, facts: Partial<FactValues> = {}) => {
  const document = await draft(text, facts, "草稿.md");
  return hitsOf(await verdictOf(document, "consistency", { fault })).map((hit) => textOf(document, hit.span));
};

describe("consistency", () => {
  it.each<[string, string[]]>([
    ["2024年2月29日前完成", []],
    ["2026年2月29日前完成", ["2026年2月29日"]],
    ["2月29日前完成，9月31日前验收", ["9月31日"]],
    ["13月1日", ["13月1日"]],
    ["公示至9164年69月8日", []],
  ])("day: %s", async (text, expected) => {
    expect(await found(text, "date")).toEqual(expected);
  });

  it("knows the weekday of a day, and the year a day without one belongs to", async () => {
    expect(await found("2026年8月3日（星期一）召开，8月4日（周三）报到。", "weekday")).toEqual(["8月4日（周三）"]);
    expect(await found("8月3日（星期一）召开。", "weekday", { issuedOn: "2026-07-01" })).toEqual([]);
    expect(await found("1月4日（星期一）召开。", "weekday", { issuedOn: "2026-12-20" })).toEqual([]);
    expect(await found("8月3日（星期五）召开。", "weekday", { issuedOn: "2026-07-01" })).toEqual(["8月3日（星期五）"]);
    expect(await found("8月3日（星期五）召开。", "weekday")).toEqual([]);
  });

  const table = (rows: string[]) => ["| 县区 | 任务 |", "|---|---|", ...rows].join("\n");
  it("adds up a column to its total", async () => {
    expect(await found(table(["| 甲县 | 120 |", "| 乙区 | 80 |", "| 合计 | 200 |"]), "total")).toEqual([]);
    expect(await found(table(["| 甲县 | 120 |", "| 乙区 | 80 |", "| 合计 | 210 |"]), "total")).toEqual(["210"]);
    expect(await found(table(["| 甲县 | 33.3 |", "| 乙区 | 66.6 |", "| 合计 | 100.0 |"]), "total")).toEqual([]);
    expect(await found(table(["| 甲县 | 若干 |", "| 乙区 | 80 |", "| 合计 | 210 |"]), "total")).toEqual([]);
    expect(await found(table(["| 甲县 | 120 |", "| 小计 | 120 |", "| 合计 | 120 |"]), "total")).toEqual([]);
  });

  it("finds short names that are not used, or introduced twice", async () => {
    expect(await found("成立工作专班（以下简称专班），每月调度。", "short-unused")).toEqual(["（以下简称专班）"]);
    expect(await found("成立工作专班（以下简称“专班”）。专班每月调度。", "short-unused")).toEqual([]);
    const twice = "工作专班（以下简称专班）。\n\n工作专班（以下简称专班）每月调度。";
    expect(await found(twice, "short-twice")).toHaveLength(1);
  });

  it("cites numbers of this century in hexagonal brackets", async () => {
    const text =
      "按某政发〔2026〕3号、某政发[2026]4号、某政办（2026）05号、某政发〔2026〕第6号、某发（1998）7号文件执行。";
    expect(await found(text, "cited-number")).toEqual(["某政发[2026]4号", "某政办（2026）05号", "某政发〔2026〕第6号"]);
  });
});
