import { describe, expect, test } from "vitest";
import { plan, row, unitsIn } from "./duties.ts";

describe("running text that says who leads or is responsible", () => {
  test.each([
    [
      "由市发展改革委牵头，会同市财政局、市教育局等部门研究制定方案。",
      ["市发展改革委/牵头", "市财政局/配合", "市教育局/配合"],
    ],
    ["市应急局会同有关部门加强督促检查。", ["市应急局/牵头", "有关部门/配合"]],
    ["市财政局负责资金保障，市审计局负责监督。", ["市财政局/负责", "市审计局/负责"]],
    ["在市委、市政府统一领导下，市发展改革委具体负责统筹协调。", ["市发展改革委/负责"]],
    ["牵头单位为市科技局，配合单位为市财政局。", ["市科技局/牵头", "市财政局/配合"]],
    ["市城管局牵头，市住建局、市水务局等参加，开展整治。", ["市城管局/牵头", "市住建局/配合", "市水务局/配合"]],
    ["海关总署要继续做好牵头工作，优化布局。", ["海关总署/牵头"]],
    ["各省、自治区、直辖市人民政府作为建设主体，要切实落实主体责任。", ["各省、自治区、直辖市人民政府/负责"]],
    ["高新区、昌南新区要主动对接赋权单位，依法承担赋权事项的审批责任。", ["高新区/负责", "昌南新区/负责"]],
    ["各省（区、市）人民政府对本行政区域内的工作负总责。", ["各省（区、市）人民政府/负责"]],
    ["领导小组由市发展改革委、市财政局等部门组成，各负其责、协同推进。", ["市发展改革委/负责", "市财政局/负责"]],
    [
      "由崂山区财政局会同青岛高科技工业园管委会将市、区两级资金一并拨付。",
      ["崂山区财政局/牵头", "青岛高科技工业园管委会/配合"],
    ],
    ["挂点领导为项目第一责任人，对项目工作负全责。", ["挂点领导/负责"]],
    ["构建政府办公厅(室)牵头抓总、部门各司其职的格局。", ["政府办公厅(室)/牵头"]],
    ["简报制发部门(单位)对简报内容的真实性负责。", ["简报制发部门(单位)/负责"]],
    ["市教育局要加强指导。要会同市财政局落实经费。", ["市教育局/牵头", "市财政局/配合"]],
  ])("%s", (text, want) => {
    expect(unitsIn(text)).toEqual(want);
  });

  test.each([
    "各市要加强领导，完善机制。",
    "由市教育局制定具体办法。",
    "支持龙头企业牵头组建创新联合体。",
    "鼓励产业链企业发挥作用，牵头开展技术攻关。",
    "为担当者担当，为负责者负责。",
    "把对上负责与对下负责统一起来。",
    "打造敢于负责、善抓落实的干部队伍。",
    "经市政府负责同志批准后召开会议。",
    "市水利局负责人应当参加会议。",
    "坚持党委领导、政府负责、社会协同。",
    "坚持“谁主管谁负责”原则。",
    "落实《市财政局牵头工作规则》。",
    "各牵头部门改进考核方式，优化考评措施。",
    "督促指导生产企业落实主体责任。",
    "强化属地责任，推进重点工作。",
  ])("no mark: %s", (text) => {
    expect(unitsIn(text)).toEqual([]);
  });

  test("a post inside a unit is left out beside the unit and is vague alone", () => {
    expect(unitsIn("由市商务局牵头推进，分管同志负责协调调度。")).toEqual(["市商务局/牵头"]);
    const alone = row(plan("一、分管领导负责协调调度。\n二、推进其他工作。"), "一").responsibility;
    expect(alone.units.map((unit) => unit.name)).toEqual(["分管领导"]);
    expect(alone.vague).toBe(true);
  });

  test("the head of an item that names a party is its subject", () => {
    expect(unitsIn("申报主体：按要求申报，对材料的真实性负责。")).toEqual(["申报主体/负责"]);
  });

  test("what an inline label holds counts for the row and stands at the label too", () => {
    const document = plan("一、实行三级调度。一是市重点办负责日常调度。二是市发展改革委负责督办。\n二、推进其他工作。");
    expect(row(document, "一").responsibility.units.map((unit) => unit.name)).toEqual(["市重点办", "市发展改革委"]);
    const inner = document.clauses.filter((clause) => clause.inline);
    expect(inner.map((clause) => clause.responsibility.units.map((unit) => unit.name))).toEqual([
      ["市重点办"],
      ["市发展改革委"],
    ]);
    expect(inner.some((clause) => clause.measure)).toBe(false);
  });
});
