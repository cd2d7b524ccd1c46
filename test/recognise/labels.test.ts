import { describe, expect, test } from "vitest";
import { readLabel } from "../../src/recognise/labels/read-label.ts";
import { draft, rows } from "./draft.ts";

const read = (text: string) => {
  const label = readLabel(text, 0);
  return label && `${label.style} ${label.ordinal} ${text.slice(label.start, label.end)}${label.doubtful ? " ?" : ""}`;
};

describe("ordinal labels", () => {
  test.each([
    ["一、总体要求", "chinese 1 一、"],
    ["十一、组织领导", "chinese 11 十一、"],
    ["二十一．保障措施", "chinese 21 二十一．"],
    ["一.总体要求", "chinese 1 一."],
    ["（一）基本原则", "chinese-bracket 1 （一）"],
    ["(十二)基本原则", "chinese-bracket 12 (十二)"],
    ["（ 一 ）基本原则", "chinese-bracket 1 （ 一 ）"],
    ["㈠基本原则", "chinese-bracket 1 ㈠"],
    ["一）基本原则", "chinese-bracket 1 一）"],
    ["1.压减会议", "arabic 1 1."],
    ["1．压减会议", "arabic 1 1．"],
    ["１．压减会议", "arabic 1 １．"],
    ["2 . 压减会议", "arabic 2 2 ."],
    ["12、压减会议", "arabic 12 12、"],
    ["⒈压减会议", "arabic 1 ⒈"],
    ["1.2024年底前完成", "arabic 1 1."],
    ["1）压减会议", "arabic-bracket 1 1）"],
    ["（1）压减会议", "arabic-bracket 1 （1）"],
    ["⑴压减会议", "arabic-bracket 1 ⑴"],
    ["①压减会议", "circled 1 ①"],
    ["1.1 适用范围", "decimal 1 1.1"],
    ["2.3.1适用范围", "decimal 1 2.3.1"],
    ["第一条 为了规范", "article 1 第一条"],
    ["第二十八条　本办法", "article 28 第二十八条"],
    ["第 三 条 本办法", "article 3 第 三 条"],
    ["第十条之一 本办法", "article 10 第十条之一"],
    ["第一章 总则", "chapter 1 第一章"],
    ["第二节 申报", "chapter 2 第二节"],
    ["第三部分 措施", "chapter 3 第三部分"],
    ["一是加强领导", "enumerated 1 一是"],
    ["二要加强领导", "enumerated 2 二要"],
    ["首先，加强领导", "enumerated 1 首先，"],
    ["第一，加强领导", "enumerated 1 第一，"],
    ["a.病历资料", "letter 1 a."],
    ["(b)病历资料", "letter 2 (b)"],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    "2019年，全市财政收入增长。",
    "1998.5万元",
    "一带一路建设",
    "三农工作",
    "第一书记要驻村。",
    "第一批试点单位",
    "第三条规定的情形，从其规定。",
    "第十条至第十二条不适用。",
    "一、二、三产业融合发展",
    "一、二线城市",
    "（2023年）",
    "（一）至（五）项所列情形",
    "（一）项规定的材料",
    "一般情况下",
    "“三是”不是标签",
    "U.S. GAAP",
  ])("%s is no label", (text) => {
    expect(read(text)).toBeNull();
  });

  test("a number with a decimal point is a label only where it counts on", () => {
    const text = "一、资金\n1.安排专项资金。\n2.5月底前下达。\n一、投入\n1.5万元以下的项目不纳入。";
    expect(rows(draft(text))).toEqual(["1 一、 1", "2 1. 2", "3 2. 2", "4 一、 1"]);
  });

  test("traditional characters and both widths read the same", () => {
    expect(
      rows(draft("一、總體要求\n(一)指導思想。堅持穩中求進。\n（二）基本原則。堅持問題導向。\n１．實事求是。")),
    ).toEqual(["1 一、 1", "2 (一) 2", "3 （二） 2", "4 １． 3"]);
  });
});
