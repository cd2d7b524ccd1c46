import { describe, expect, test } from "vitest";
import { plan, row, unitsIn } from "./duties.ts";

const measures = (text: string) =>
  plan(text)
    .clauses.filter((clause) => clause.measure)
    .map((clause) => clause.label);

describe("what the words above a list make of its items", () => {
  test.each([
    "申请人有下列情形之一的，由区民政部门责令限期改正，逾期不改正的，依照有关规定予以处理：",
    "见习协议应当包括以下内容：",
    "申请材料如下：",
    "数据共享应当遵循以下原则：",
    "数据可以通过下列方式获取：",
    "共包括以下类型：",
    "参保范围\n未参加职工保险的下列人员：",
  ])("%s lists no tasks", (words) => {
    expect(measures(`一、${words}\n（一）甲类事项；\n（二）乙类事项。\n二、建设平台。`)).toEqual(["二、"]);
  });

  test.each(["见习单位应当履行以下职责：", "重点做好以下工作：", "现提出以下措施：", "申报程序如下："])(
    "%s lists tasks",
    (words) => {
      expect(measures(`一、${words}\n（一）建立台账；\n（二）按月报送。`)).toEqual(["（一）", "（二）"]);
    },
  );
});

describe("whose duty it is where 负责 and 会同 stand in a later part of the sentence", () => {
  test.each([
    ["市民政部门是全市养老服务工作的主管部门，负责统筹指导。", ["市民政部门/负责"]],
    ["市医疗保障行政部门主管全市保险工作，负责组织实施。", ["市医疗保障行政部门/负责"]],
    ["市数据局收到核查申请后，会同市财政局提出意见。", ["市数据局/牵头", "市财政局/配合"]],
    [
      "由区养老服务中心会同镇人民政府、街道办事处自收到申请之日起核查。",
      ["区养老服务中心/牵头", "镇人民政府/配合", "街道办事处/配合"],
    ],
  ])("%s", (text, units) => {
    expect(unitsIn(text)).toEqual(units);
  });
});

test("items numbered 1﹒ with the small full stop", () => {
  const document = plan("一、重点任务\n1﹒建设平台。（责任单位：市大数据局）\n2﹒共享数据。（责任单位：市财政局）");
  expect(row(document, "1").responsibility.units.map(({ name }) => name)).toEqual(["市大数据局"]);
  expect(document.clauses.map(({ label, level }) => `${label} ${level}`)).toEqual(["一、 1", "1﹒ 2", "2﹒ 2"]);
});

describe("names beside verbs and levels", () => {
  test.each([
    ["建设平台。（责任单位：市科技局和各区、县政府）", ["市科技局/负责", "各区、县政府/负责"]],
    ["建设平台。（市教育局和各县（市）、区政府负责）", ["市教育局/负责", "各县（市）、区政府/负责"]],
    ["市公安局要会同有关部门加强对机关、企业的指导。", ["市公安局/牵头", "有关部门/配合"]],
    ["市旅游局应当会同质量监督部门及时制定地方标准。", ["市旅游局/牵头", "质量监督部门/配合"]],
    ["市旅游局应当会同有关部门指导区、县政府编制规划。", ["市旅游局/牵头", "有关部门/配合"]],
  ])("%s", (text, units) => {
    expect(unitsIn(text)).toEqual(units);
  });
});

test.each([
  ["提交资质证明。（高新技术企业、企业技术中心、重点实验室等相关证明材料）", []],
  ["建设平台。（市科技局、市财政局等有关部门）", ["市科技局/负责", "市财政局/负责", "有关部门/负责"]],
  ["建设平台。（市科技局、市财政局等单位）", ["市科技局/负责", "市财政局/负责"]],
])("a bracket at the end that lists things and not organs is no mark: %s", (text, units) => {
  expect(unitsIn(text)).toEqual(units);
});
