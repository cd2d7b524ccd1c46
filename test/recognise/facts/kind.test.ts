import { describe, expect, test } from "vitest";
import { deploymentOf, directionOf } from "../../../src/recognise/facts/direction.ts";
import { kindOfTitle, printedPaper } from "../../../src/recognise/facts/title.ts";
import { draft } from "../draft.ts";

test.each([
  ["国务院关于促进综合保税区高水平开放高质量发展的若干意见", "意见"],
  ["关于印发《某市促进就业实施方案》的通知", "通知"],
  ["关于解决形式主义突出问题为基层减负的二十五条措施", "措施"],
  ["某市智能网联汽车道路测试管理办法（试行）", "办法"],
  ["某省推动传感器产业发展行动计划（2021—2023年）", "计划"],
  ["国务院办公厅关于科技节水建议的复函", "函"],
  ["某市国民经济和社会发展第十四个五年规划纲要", "规划"],
  ["某市2024年工作要點", "要点"],
  ["某市人民政府令", "命令"],
  ["建材行业智能制造标准体系建设指南（2021 版）（征求意见稿）", "指南"],
  ["支持工业互联网发展若干政策", "措施"],
  ["新一代人工智能伦理规范", null],
  ["关于来信来函", null],
])("文种 of %s", (title, kind) => {
  expect(kindOfTitle(title)).toBe(kind);
});

test.each([
  ["关于印发《某市促进就业实施方案》的通知", "某市促进就业实施方案"],
  ["某局关于印发推进家庭医生签约服务实施方案的通知", "推进家庭医生签约服务实施方案"],
  ["某市人民政府关于加强安全生产工作的通知", null],
])("paper printed by %s", (title, paper) => {
  expect(printedPaper(title)).toBe(paper);
});

describe("a text without a title says what it is", () => {
  test.each([
    ["为推进数字建设，制定本行动方案。", "方案"],
    ["为了发挥智能化的作用，现提出以下指导意见：", "意见"],
    ["为规范准入，现将有关事项通知如下：", "通知"],
    ["某局：\n你局来函收悉。经研究，现函复如下：", "函"],
    ["各区县：\n《某规范》已经会议审议通过，现印发给你们，请遵照执行。", "通知"],
    ["第二条 本办法适用于长期护理保险。", "办法"],
  ])("%s", (text, kind) => {
    expect(draft(`${text}\n一、推进重点工作，完善机制。\n二、强化保障，压实责任。`).facts.kind).toMatchObject({
      origin: "recognised",
      value: kind,
    });
  });

  test("and where it does not the kind is unknown", () => {
    expect(draft("8月30日，某论坛在上海举办。").facts.kind.origin).toBe("unknown");
  });
});

test.each([
  ["请示", null, null, "up"],
  ["报告", null, null, "up"],
  ["函", null, "某省人民政府：", "level"],
  ["通知", null, null, "down"],
  ["批复", null, "某公司：", "down"],
  ["意见", null, "各省、自治区、直辖市人民政府：", "down"],
  ["意见", null, null, null],
  ["公告", null, null, null],
  ["方案", null, null, null],
  ["报告", "政府工作报告", null, null],
] as const)("%s of %s to %s goes %s", (kind, title, addressees, direction) => {
  expect(directionOf(kind, title, addressees)).toBe(direction);
});

test.each([
  ["某市“十四五”数字经济发展规划", "plan"],
  ["关于开展安全生产专项整治行动的通知", "special"],
  ["关于召开全市经济工作会议的通知", "task"],
  ["关于2025年春节放假安排的通知", "task"],
  ["某市人民政府2025年工作要点", "comprehensive"],
  ["关于全面推进乡村振兴的实施意见", null],
  ["规划实施管理办法", null],
  ["关于“担当作为、狠抓落实”重点任务的实施方案", "comprehensive"],
  ["某某市2026年重点工作任务分工方案", "comprehensive"],
  ["智慧水利建设重点任务实施方案", null],
])("%s deploys %s", (title, deployment) => {
  expect(deploymentOf(title)).toBe(deployment);
});
