import { describe, expect, test } from "vitest";
import { textOf } from "../../src/model/place.ts";
import { draft, inlineRows, rows } from "./draft.ts";

const inline = (text: string) => {
  const document = draft(`一、${text}`);
  return inlineRows(document).map((clause) => `${clause.level} ${textOf(document, clause.span)}`);
};

describe("labels inside running text", () => {
  test("一是, 二是 to the end of the paragraph", () => {
    expect(inline("压减文件。一是少发文，发短文；二是不照抄。")).toEqual(["2 一是少发文，发短文；", "2 二是不照抄。"]);
  });

  test("（1） in both widths, and ①", () => {
    expect(inline("分三级调度：（1）县级；(2)市级；（3）省级。")).toEqual([
      "2 （1）县级；",
      "2 (2)市级；",
      "2 （3）省级。",
    ]);
    expect(inline("程序：①申请；②审核。")).toEqual(["2 ①申请；", "2 ②审核。"]);
  });

  test("首先, 其次, 最后 and 一要, 二要", () => {
    expect(inline("首先，统一思想。其次，压实责任。最后，抓好督查。")).toHaveLength(3);
    expect(inline("一要学，二要干，三要查。")).toEqual(["2 一要学，", "2 二要干，", "2 三要查。"]);
  });

  test("one run inside another", () => {
    expect(inline("一是减文：（1）少发；（2）短发。二是减会。")).toEqual([
      "2 一是减文：",
      "3 （1）少发；",
      "3 （2）短发。",
      "2 二是减会。",
    ]);
  });

  test("the row ends where its first inline label begins, and stays a leaf", () => {
    const document = draft("一、压减文件。一是少发文；二是不照抄。");
    expect(textOf(document, document.clauses[0]!.span)).toBe("一、压减文件。");
    expect(document.clauses[0]!.leaf).toBe(true);
    expect(rows(document)).toEqual(["1 一、 1"]);
  });

  test.each([
    ["a single 一是", "问题主要一是认识不到位。"],
    ["inside quotation marks", "反对“一是等；二是靠；三是要”。"],
    ["a reference", "符合第（一）项、第（二）项条件。"],
    ["figures", "增长1.5%、2.6%和3.7%。"],
    ["a list that does not begin with one", "完成（2）类；（3）类。"],
    ["sectors", "推动一、二、三产业融合。"],
  ])("%s is none", (_, text) => {
    expect(inline(text)).toEqual([]);
  });
});
