import { describe, expect, it } from "vitest";
import { draft, hitsOf, verdictOf } from "./draft.ts";

const OPTIONS = { title: "清单", columns: { 责任单位: "单位|部门", 完成时限: "时限|期限", 整改要求: "要求|措施" } };
const missing = async (text: string) => {
  const document = await draft(text, {}, "清单.md");
  return hitsOf(await verdictOf(document, "table-columns", OPTIONS)).map((hit) => hit.values?.missing);
};
const table = (head: string[]) =>
  `某某局整改清单\n\n| ${head.join(" | ")} |\n|${" --- |".repeat(head.length)}\n|${" 内容 |".repeat(head.length)}\n`;

describe("table-columns", () => {
  it("names the columns a list lacks", async () => {
    expect(await missing(table(["问题", "整改措施", "责任部门"]))).toEqual(["完成时限"]);
    expect(await missing(table(["问题", "整改措施", "责任部门", "整改时限"]))).toEqual([]);
  });

  it("reads a spread-out head", async () => {
    expect(await missing(table(["问题", "措　施", "部　门", "时　限"]))).toEqual([]);
  });

  it("takes labelled lines where there is no table", async () => {
    expect(await missing("某某局整改清单\n\n问题一。整改措施：更换。责任单位：办公室。\n")).toEqual(["完成时限"]);
    expect(await missing("某某局整改清单\n\n整改措施：更换。责任单位：办公室。时限：6月底。\n")).toEqual([]);
  });

  it("does not concern other documents", async () => {
    const verdict = await verdictOf(await draft("某某局工作方案\n\n一、开会。\n"), "table-columns", OPTIONS);
    expect(verdict.outcome).toBe("not-applicable");
  });

  it("is not checked on a text without a title, which might be such a list", async () => {
    const text =
      "各单位要抓好整改，措施写明，责任到人，按月通报，年底前逐项对账销号，发现问题及时报告，并将结果报送办公室备案存查。\n";
    const verdict = await verdictOf(await draft(text), "table-columns", OPTIONS);
    expect(verdict).toMatchObject({ outcome: "not-checked", why: { reason: "check.untitled" } });
  });
});
