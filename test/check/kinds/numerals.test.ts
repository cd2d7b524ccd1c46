import { describe, expect, it } from "vitest";
import { textOf } from "../../../src/model/place.ts";
import { draft, hitsOf, verdictOf } from "./draft.ts";

const found = async (text: string, fault: string) => {
  const document = await draft(text);
  return hitsOf(await verdictOf(document, "numerals", { fault })).map((hit) => textOf(document, hit.span));
};

describe("numerals", () => {
  it.each<[string, string, string[]]>([
    ["few", "走访20几个村、二十几户", ["20几"]],
    ["approximate", "选择三、四个村，评出一、二等奖，三、四月份完成", ["三、四个"]],
    ["approximate", "第一、二个问题；二、三个方面", []],
    ["mixed-date", "二〇〇八年8月8日，2008年八月", ["二〇〇八年8月", "2008年八月"]],
    ["zero", "二零一二年，二〇一二年，二0二六年", ["二零一二年", "二0二六年"]],
    ["short-year", "自19年5月起，期限10年，第12年度", ["19年5月"]],
    ["range", "提高15～30%，补助5-10万元，2016—2020年，15%～30%", ["15～30%", "5-10万"]],
    ["decimal", "增长.5%，占1.5%", [".5"]],
    ["mixed", "补助4千元，装机20千瓦，入选500强，2个百分点，3百户", ["4千元", "3百户"]],
    ["lunar", "农历8月15日，农历八月十五", ["农历8月"]],
  ])("%s: %s", async (fault, text, expected) => {
    expect(await found(text, fault)).toEqual(expected);
  });

  it("leaves quoted words and titles alone", async () => {
    expect(await found("按照《二零一二年工作要点》执行，落实“提高15～30%”的要求。", "zero")).toEqual([]);
    expect(await found("按照《二零一二年工作要点》执行，落实“提高15～30%”的要求。", "range")).toEqual([]);
  });
});
