import { describe, expect, test } from "vitest";
import { plan, row, units, unitsIn } from "./duties.ts";

const bracket = (words: string) => unitsIn(`推进重点工作，确保取得实效。（${words}）`);

describe("units in a bracket at the end of a clause", () => {
  test.each([
    ["省发展改革委牵头，省财政厅、省税务局配合", ["省发展改革委/牵头", "省财政厅/配合", "省税务局/配合"]],
    ["责任单位：市科技局，配合单位：市财政局", ["市科技局/负责", "市财政局/配合"]],
    ["牵头单位：省工业和信息化厅、省科技厅", ["省工业和信息化厅/牵头", "省科技厅/牵头"]],
    ["市委办公室、市纪委监委牵头落实", ["市委办公室/牵头", "市纪委监委/牵头"]],
    ["海关总署负责", ["海关总署/负责"]],
    ["省发展改革委（省能源局）牵头，省财政厅配合", ["省发展改革委（省能源局）/牵头", "省财政厅/配合"]],
    [
      "省委网信办、省公安厅分工负责，各部门、各市政府配合",
      ["省委网信办/负责", "省公安厅/负责", "各部门/配合", "各市政府/配合"],
    ],
    ["市公安局牵头、市交通运输局配合", ["市公安局/牵头", "市交通运输局/配合"]],
    ["市委办公厅、市政府办公厅", ["市委办公厅/负责", "市政府办公厅/负责"]],
    [
      "牵头领导：王某某；牵头单位：县农业农村局；配合单位：各乡镇人民政府",
      ["县农业农村局/牵头", "各乡镇人民政府/配合"],
    ],
    ["负责部门：人民银行、外汇局；适用范围：福建自贸试验区", ["人民银行/负责", "外汇局/负责"]],
    ["牵头单位：市商务局；完成时限：2025年12月底前", ["市商务局/牵头"]],
    ["国务院各部门分别负责，年内持续推进", ["国务院各部门/负责"]],
    ["市科技局（牵头），市财政局（配合）", ["市科技局/牵头", "市财政局/配合"]],
    ["市级牵头单位：市发展改革委；县级责任单位：各县（市、区）政府", ["市发展改革委/牵头", "各县（市、区）政府/负责"]],
    ["省自然资源厅会同省住房城乡建设厅、省林业局负责", ["省自然资源厅/负责", "省住房城乡建设厅/负责", "省林业局/负责"]],
    ["省商务厅会同省财政厅、省税务局", ["省商务厅/牵头", "省财政厅/配合", "省税务局/配合"]],
    [
      "牵头部门：市教育局 责任部门：市财政局 市人力资源社会保障局",
      ["市教育局/牵头", "市财政局/负责", "市人力资源社会保障局/负责"],
    ],
    ["省科技厅按职责分工负责，各地级以上市人民政府结合实际落实", ["省科技厅/负责", "各地级以上市人民政府/负责"]],
  ])("%s", (words, want) => {
    expect(bracket(words)).toEqual(want);
  });

  test("the form is named and the mark's words are where it points", () => {
    const document = plan("一、推进重点工作。（市财政局负责）\n二、推进其他工作。");
    const { responsibility } = row(document, "一");
    const mark = responsibility.marks[0]!;
    expect(responsibility.form).toBe("bracket");
    expect(document.blocks[mark.block]!.text.slice(mark.start, mark.end)).toBe("（市财政局负责）");
    const unit = responsibility.units[0]!.span;
    expect(document.blocks[unit.block]!.text.slice(unit.start, unit.end)).toBe("市财政局");
  });

  test("brackets inside the paragraph count like the one at its end, each unit and role once", () => {
    const text =
      "推进系统建设（省大数据局牵头，各有关部门配合）。完善标准（省市场监管局牵头，各有关部门配合）。加大投入（省财政厅负责）。";
    expect(unitsIn(text)).toEqual(["省大数据局/牵头", "各有关部门/配合", "省市场监管局/牵头", "省财政厅/负责"]);
  });

  test("the same unit under two roles is listed under both", () => {
    expect(unitsIn("建平台（省大数据局牵头，省财政厅配合）。拨资金（省财政厅牵头，省大数据局配合）。")).toEqual([
      "省大数据局/牵头",
      "省财政厅/配合",
      "省财政厅/牵头",
      "省大数据局/配合",
    ]);
  });

  test.each([
    "优化流程（含后续证照），推进重点工作。",
    "统一“三级四同”（省、市、县三级行政权力名称、类型、依据、编码相统一）。",
    "落实《实施方案》（国发〔2019〕3号），推进重点工作。",
    "坚持从严管理（谁主管谁负责），推进重点工作。",
    "推进重点工作。（责任单位：待明确）",
    "完善考核（原则上由项目挂点领导亲自汇报）。",
    "支持平台建设（包括市级以上的技术中心）。",
  ])("no mark: %s", (text) => {
    expect(unitsIn(text)).toEqual([]);
  });

  test("after 排在第一位的为牵头部门，下同 the first of every later list leads", () => {
    const document = plan(
      "1.推广试点。（税务总局、财政部、海关总署负责，排在第一位的部门为牵头部门，下同）\n2.提前适用政策。（海关总署、财政部负责）\n3.简化手续。（海关总署负责）",
    );
    expect(units(row(document, "1"))).toEqual(["税务总局/牵头", "财政部/负责", "海关总署/负责"]);
    expect(units(row(document, "2"))).toEqual(["海关总署/牵头", "财政部/负责"]);
    expect(units(row(document, "3"))).toEqual(["海关总署/负责"]);
  });

  test("so does a note outside the clauses", () => {
    const document = plan(
      "各责任单位中排在第一位的为牵头单位。\n一、推广试点。（责任单位：市科技局、市财政局）\n二、推进其他工作。",
    );
    expect(units(row(document, "一"))).toEqual(["市科技局/牵头", "市财政局/负责"]);
  });

  test("names stay as printed in traditional characters, roles are simplified", () => {
    expect(unitsIn("推進重點工作。(省財政廳牽頭,省稅務局配合)")).toEqual(["省財政廳/牵头", "省稅務局/配合"]);
  });
});
