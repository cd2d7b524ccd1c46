import { describe, expect, test } from "vitest";
import { plan, row, units, unitsIn } from "./duties.ts";

const below = (lines: string) => row(plan(`一、推进重点工作，确保取得实效。\n${lines}\n二、推进其他工作。`), "一");

describe("a mark on lines of its own below the clause", () => {
  test.each([
    ["责任单位：市科技局、市财政局", ["市科技局/负责", "市财政局/负责"]],
    [
      "牵头单位：市发展改革委\n配合单位：市财政局、各县（市、区）政府",
      ["市发展改革委/牵头", "市财政局/配合", "各县（市、区）政府/配合"],
    ],
    ["责任部门:省教育厅,省财政厅", ["省教育厅/负责", "省财政厅/负责"]],
    ["（责任单位：市民政局）", ["市民政局/负责"]],
    [
      "主要责任单位：市商务局\n其他责任单位：市交通运输局、市邮政管理局",
      ["市商务局/负责", "市交通运输局/负责", "市邮政管理局/负责"],
    ],
    ["部门分工：省发展改革委牵头，各地、各部门配合。", ["省发展改革委/牵头", "各地/配合", "各部门/配合"]],
    ["责任单位：\n市水利局、市林业局", ["市水利局/负责", "市林业局/负责"]],
    [
      "牵头单位：\n市生态环境局\n配合单位：\n市公安局、市城管局",
      ["市生态环境局/牵头", "市公安局/配合", "市城管局/配合"],
    ],
    ["责任单位 市卫生健康委、市医保局", ["市卫生健康委/负责", "市医保局/负责"]],
    [
      "交通运输部运输服务司牵头，科技司、人事教育司配合。",
      ["交通运输部运输服务司/牵头", "科技司/配合", "人事教育司/配合"],
    ],
    ["主办：市文化和旅游局\n协办：市体育局", ["市文化和旅游局/牵头", "市体育局/配合"]],
    ["责任领导：李某某\n责任单位：县农业农村局\n完成时限：2025年10月底前", ["县农业农村局/负责"]],
    ["　　责任处室：办公室、政策法规处", ["办公室/负责", "政策法规处/负责"]],
  ])("%s", (lines, want) => {
    const clause = below(lines);
    expect(units(clause)).toEqual(want);
    expect(clause.responsibility.form).toMatch(lines.startsWith("（") ? /bracket/ : /line/);
  });

  test("a label at the end of a paragraph needs no bracket", () => {
    expect(unitsIn("给予资助，最高100万元。责任单位：市委组织部、市科技局。")).toEqual([
      "市委组织部/负责",
      "市科技局/负责",
    ]);
  });

  test.each([
    "责任清单由各单位另行制定。",
    "配合做好督促检查工作。",
    "牵头单位要加强统筹。",
    "落实工作责任，推进重点工作。",
  ])("no mark: %s", (line) => {
    expect(units(below(line))).toEqual([]);
  });

  test("the deadline of such a line is the clause's", () => {
    expect(below("责任单位：县农业农村局\n完成时限：2025年10月底前").deadline).toMatchObject({
      text: "2025年10月底前",
      until: "2025-10-31",
      recurring: false,
    });
  });

  test("closing paragraphs below the last item are not its own", () => {
    const document = plan(
      "一、推进重点工作。（市财政局负责）\n二、推进其他工作。（市教育局负责）\n各县区要加强领导。市发展改革委会同市统计局做好评估。",
    );
    expect(units(row(document, "二"))).toEqual(["市教育局/负责"]);
  });
});
