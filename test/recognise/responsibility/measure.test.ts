import { describe, expect, test } from "vitest";
import { plan, row } from "./duties.ts";

const measures = (text: string) =>
  plan(text)
    .clauses.filter((clause) => clause.measure)
    .map((clause) => clause.label);

describe("a measure is a leaf that tells somebody to do something", () => {
  test("not the headings above it", () => {
    expect(measures("一、主要任务\n（一）建设平台。\n（二）共享数据。")).toEqual(["（一）", "（二）"]);
  });

  test("what is granted under a heading about conditions is one, the conditions are not", () => {
    const text =
      "一、支持对象和条件\n（一）在本市注册满两年的企业。\n（二）对上一年度营业收入10亿元以上的企业，补贴上限为每年150万元。\n（三）对新认定的重点企业给予一次性奖励20万元。";
    expect(measures(text)).toEqual(["（二）", "（三）"]);
  });

  test.each([
    "总体要求",
    "指导思想",
    "基本原则",
    "工作目标",
    "主要目标",
    "发展目标",
    "工作背景",
    "重要意义",
    "适用范围",
    "申报条件",
    "申报材料",
    "政策咨询",
    "名词解释",
    "面临形势",
    "总体思路",
    "目标任务",
    "整治目标",
    "检查范围",
    "培训对象",
    "活动时间",
    "试点指导单位",
  ])("%s and what stands below it are none", (head) => {
    expect(
      measures(`一、${head}\n（一）坚持改革创新，完善机制。\n（二）坚持统筹推进。\n二、主要任务\n（一）建设平台。`),
    ).toEqual(["（一）"]);
    expect(measures(`一、${head}。坚持改革创新，完善机制。\n二、建设平台。`)).toEqual(["二、"]);
  });

  test.each([
    "保障措施",
    "工作要求",
    "有关要求",
    "组织实施",
    "强化督查考核",
    "拓展覆盖范围",
    "实现双碳目标",
    "压缩办理时间",
    "完善申报条件管理",
    "落实目标责任",
  ])("%s instructs", (head) => {
    expect(measures(`一、${head}\n（一）加强组织领导，压实责任。\n（二）强化督查考核。`)).toEqual(["（一）", "（二）"]);
  });

  test("traditional characters make no difference", () => {
    expect(measures("一、總體要求\n(一)堅持改革創新。\n(二)堅持統籌推進。\n二、重點任務\n(一)建設平台。")).toEqual([
      "(一)",
    ]);
  });

  test.each([
    "第一条 本细则所称园区管理机构是指区政府指定的机构。",
    "第一条 本办法适用于本市行政区域内的企业。",
    "第一条 本细则由市财政局负责解释。",
    "第一条 本办法自2023年2月21日起施行，有效期三年。",
    "第一条 为规范管理，根据有关规定，制定本办法。",
  ])("no measure: %s", (text) => {
    expect(measures(`${text}\n第二条 市财政局应当按时拨付资金。`)).toEqual(["第二条"]);
  });

  test("cases listed below 有下列情形之一的 are none", () => {
    expect(
      measures(
        "第一条 有下列情形之一的，不予受理：\n（一）材料不全的；\n（二）逾期申请的。\n第二条 市财政局应当按时拨付资金。",
      ),
    ).toEqual(["第二条"]);
  });

  test("chapter 总则 holds the duties of the departments, besides aim and definitions", () => {
    expect(
      measures(
        "第一章 总则\n第一条 为规范管理，制定本办法。\n第二条 本办法适用于本市企业。\n第三条 市财政局负责资金监管。\n第二章 附则\n第四条 本办法自印发之日起施行。",
      ),
    ).toEqual(["第三条"]);
  });

  test("a sentence that a printed page breaks into lines is read to its full stop", () => {
    expect(
      measures(
        "第一条 为贯彻落实市人民政府与有关公司签署的合作框架协\n议，规范服务中心运营，引导企业合理使用服务资源，制\n定本办法。\n第二条 市财政局应当按时拨付资金。",
      ),
    ).toEqual(["第二条"]);
  });

  test("chapter 附则 holds none", () => {
    const document = plan(
      "第一章 申报程序\n第一条 市工业和信息化局每年发布指南。\n第二章 附则\n第二条 遇有政策调整的，从其规定。",
    );
    expect(row(document, "第一条").measure).toBe(true);
    expect(row(document, "第二条").measure).toBe(false);
  });
});
