import { describe, expect, it } from "vitest";
import { rankOf } from "../../../src/check/ranks.ts";
import type { FactValues } from "../../../src/model/facts.ts";
import { draft, hitsOf, verdictOf } from "./draft.ts";

const letter = (title: string, to: string, body: string, sign: string, tail = "") =>
  `${title}\n\n${to}\n\n${body}\n\n${sign}\n\n2026年6月3日\n\n${tail}`;

const units = async (text: string, fault: string, facts: Partial<FactValues> = {}) =>
  hitsOf(await verdictOf(await draft(text, facts), "routing", { fault })).map((hit) => hit.values?.unit);

const NOTICE = "某某市教育局关于做好秋季开学工作的通知";

describe("routing", () => {
  it.each<[string, string, string | undefined]>([
    ["各县区人民政府：", "请提前检查校舍。", "各县区人民政府"],
    ["各县区教育局：", "请提前检查校舍。", undefined],
    ["各县区人民政府：", "经市政府同意，现通知如下。请提前检查校舍。", undefined],
    ["各县区人民政府，市政府各部门：", "已经市政府常务会议审议通过，现印发给你们。", undefined],
  ])("a department to %s “%s”", async (to, body, expected) => {
    expect(await units(letter(NOTICE, to, body, "某某市教育局"), "department")).toEqual(expected ? [expected] : []);
  });

  it("lets a general office and a 函 write to lower governments", async () => {
    const office = letter(
      "某某市人民政府办公室关于做好防汛工作的通知",
      "各县区人民政府：",
      "请落实防汛责任。",
      "某某市人民政府办公室",
    );
    expect(await units(office, "department")).toEqual([]);
    const asks = letter("某某市教育局关于商请提供数据的函", "某某县人民政府：", "请提供在校学生数。", "某某市教育局");
    expect(await units(asks, "department")).toEqual([]);
  });

  it("counts the addressees of upward documents alone", async () => {
    const two = "某某市人民政府、某某市财政局：";
    const title = "某某县人民政府关于解决抗旱资金的请示";
    expect(await units(letter(title, two, "急需资金打井。", "某某县人民政府"), "many-addressees")).toHaveLength(1);
    const down = await verdictOf(
      await draft(letter(NOTICE, "市一中、市二中：", "请检查。", "某某市教育局")),
      "routing",
      {
        fault: "many-addressees",
      },
    );
    expect(down.outcome).toBe("not-applicable");
  });

  it("takes a skipped level as right where the one between is copied", async () => {
    const title = "某某县人民政府关于解决抗旱资金的请示";
    const past = letter(title, "某某省人民政府：", "急需资金打井。", "某某县人民政府");
    expect(await units(past, "skip-level")).toEqual(["某某省人民政府"]);
    expect(await units(`${past}抄送：某某市人民政府。`, "skip-level")).toEqual([]);
  });

  it("finds a person addressed", async () => {
    const text = letter("某某县人民政府关于解决抗旱资金的请示", "李市长：", "急需资金打井。", "某某县人民政府");
    expect(await units(text, "leader")).toEqual(["李市长"]);
  });
});

describe("rankOf", () => {
  it.each<[string, number | null]>([
    ["国务院办公厅", 1],
    ["教育部", 1],
    ["某某省人民政府", 2],
    ["北京市人民政府", 2],
    ["某某省某某市教育局", 3],
    ["天水市秦州区人民政府", 4],
    ["某某县财政局", 4],
    ["城关镇人民政府", 5],
    ["各县区人民政府", null],
    ["市场监督管理局", null],
  ])("%s", (organ, rank) => {
    expect(rankOf(organ)).toBe(rank);
  });
});
