import { describe, expect, test } from "vitest";
import { draft } from "../draft.ts";
import { row } from "./duties.ts";

const dated = (text: string) =>
  row(
    draft(
      `某市人民政府关于推进重点工作的通知\n各县区人民政府：\n为推进重点工作，现通知如下：\n一、${text}\n二、推进其他工作。\n某市人民政府\n2024年3月15日`,
    ),
    "一",
  ).deadline;

describe("the first time limit of a clause", () => {
  test.each([
    ["2025年底前完成改造。", "2025年底前", "2025-12-31", false],
    ["6月底前完成自查。", "6月底前", "2024-06-30", false],
    ["于2024年11月30日前报送方案。", "2024年11月30日前", "2024-11-30", false],
    ["到2025年，建成10个平台。", "到2025年", "2025-12-31", false],
    ["年底前实现全覆盖。", "年底前", "2024-12-31", false],
    ["今年会议数量减少三分之一。", "今年", "2024-12-31", false],
    ["2024年，选取部分机构试点。", "2024年", "2024-12-31", false],
    ["每年组织一次评估。", "每年", null, true],
    ["每季度初对落实情况进行督查。", "每季度初", null, true],
    ["原则上每两个月调度一次。", "每两个月", null, true],
    ["各区要于本通知印发后3个月内出台方案。", "本通知印发后3个月内", "2024-06-15", false],
    ["须在2个工作日内传达到有关单位。", "2个工作日内", null, false],
    ["自受理之日起30日内作出决定。", "自受理之日起30日内", null, false],
    ["须在 3 个工作日内完成审核。", "3 个工作日内", null, false],
    ["2025 年 6 月底前完成改造。", "2025 年 6 月底前", "2025-06-30", false],
    ["本通知印发后 2 个月内报送。", "本通知印发后 2 个月内", "2024-05-15", false],
    ["三年内实现全覆盖。", "三年内", "2027-03-15", false],
    ["“十四五”末建成体系。", "“十四五”末", "2025-12-31", false],
    ["2024年6月1日至9月30日开展整治。", "2024年6月1日至9月30日", "2024-09-30", false],
    ["自2024年起，每年发布指南。", "自2024年起，每年", null, true],
    ["推进改革（责任单位：市财政局；完成时限：2024年10月）。", "2024年10月", "2024-10-31", false],
    ["2月底前完成排查。", "2月底前", "2024-02-29", false],
  ])("%s", (text, words, until, recurring) => {
    expect(dated(text)).toMatchObject({ text: words, until, recurring });
  });

  test.each([
    "部门会议每年不超过一次。",
    "定期开展检查，及时通报情况。",
    "长期坚持，持续推进改革。",
    "落实《2025年工作要点》，推进改革。",
    "按照某府发〔2025〕3号文件要求推进改革。",
    "2019年以来的积案要逐件化解。",
    "按每人每月300元的标准发放补贴。",
    "招收毕业2年内的高校毕业生。",
    "近三年内无违法记录的企业优先支持。",
    "完善年度计划，优化年度考核。",
    "2016年实施的激励措施调整为30项。",
  ])("none: %s", (text) => {
    expect(dated(text)).toBeNull();
  });

  test("the span holds the words", () => {
    const document = draft(
      "某市实施方案\n为推进工作，制定本方案。\n一、改造管网，2026年6月底前完成。\n二、推进其他工作。",
    );
    const { span, text, until } = row(document, "一").deadline!;
    expect(document.blocks[span.block]!.text.slice(span.start, span.end)).toBe(text);
    expect(until).toBe("2026-06-30");
  });

  test("stays as printed in traditional characters", () => {
    const document = draft("某市實施方案\n為推進工作,制定本方案。\n一、每個月召開調度會。\n二、推進其他工作。");
    expect(row(document, "一").deadline?.text).toBe("每個月");
  });

  test("a label inside running text has its own, the row the first", () => {
    const document = draft(
      "某市实施方案\n为推进工作，制定本方案。\n一、分步推进改革。一是每月调度进展。二是2025年底前完成任务。\n二、推进其他工作。",
    );
    expect(row(document, "一").deadline?.text).toBe("每月");
    const inner = document.clauses.filter((clause) => clause.inline);
    expect(inner.map((clause) => clause.deadline?.text)).toEqual(["每月", "2025年底前"]);
  });

  test("without a day of issue a month alone fixes no day", () => {
    const document = draft("某市实施方案\n为推进工作，制定本方案。\n一、6月底前完成自查。\n二、推进其他工作。");
    expect(row(document, "一").deadline).toMatchObject({ text: "6月底前", until: null });
  });
});
