import { describe, expect, test } from "vitest";
import type { Facts } from "../../../src/model/facts.ts";
import { isoDay } from "../../../src/recognise/facts/dates.ts";
import { recognise } from "../../../src/recognise/recognise.ts";
import { draft, sourceOf } from "../draft.ts";

const NOTICE = `某省人民政府办公厅关于印发某省促进就业若干措施的通知
某政办发〔2023〕5号
各市、县（市、区）人民政府，省政府各部门：
《某省促进就业若干措施》已经省政府同意，现印发给你们，请认真贯彻执行。
某省人民政府办公厅
2023年2月21日
（此件主动公开）
某省促进就业若干措施
为促进就业，制定如下措施。
一、支持企业稳岗。（省人力资源社会保障厅负责）
二、扩大见习规模。（省教育厅负责）
三、本措施自2023年3月1日起施行，有效期5年。《某省促进就业实施意见》（某政发〔2018〕3号）同时废止。`;

const value = (facts: Facts, name: keyof Facts) => {
  const fact = facts[name];
  return fact.origin === "unknown" ? null : fact.value;
};

describe("facts of a notice that prints measures", () => {
  const document = draft(NOTICE);
  test.each([
    ["kind", "通知"],
    ["policyDocument", true],
    ["direction", "down"],
    ["issuer", "某省人民政府办公厅"],
    ["issuerLevel", "province"],
    ["issuerBody", "government"],
    ["addressees", ["各市、县（市、区）人民政府", "省政府各部门"]],
    ["issuedOn", "2023-02-21"],
    ["inForceUntil", "2028-02-29"],
    ["repeals", ["某省促进就业实施意见"]],
    ["publicity", "主动公开"],
    ["secrecy", "none"],
    ["deployment", null],
    ["receivedOn", null],
    ["reviews", null],
    ["series", null],
  ] as const)("%s", (name, want) => {
    expect(value(document.facts, name)).toEqual(want);
  });

  test("each recognised fact points at the words that tell it", () => {
    const words = Object.fromEntries(
      Object.entries(document.facts).flatMap(([name, fact]) => {
        if (fact.origin !== "recognised" || !fact.evidence) return [];
        const { block, start, end } = fact.evidence;
        return [[name, document.blocks[block]!.text.slice(start, end)]];
      }),
    );
    expect(words.kind).toContain("通知");
    expect(words.issuer).toBe("某省人民政府办公厅");
    expect(words.issuedOn).toBe("2023年2月21日");
    expect(words.inForceUntil).toContain("有效期5年");
    expect(words.repeals).toContain("同时废止");
    expect(words.addressees).toContain("各市");
  });
});

test("a declared fact goes before what the text says, and what follows from it follows", () => {
  const declared: Partial<Facts> = {
    issuer: { origin: "declared", value: "某市教育局" },
    kind: { origin: "declared", value: "请示" },
    issuedOn: { origin: "declared", value: "2025-01-10" },
    receivedOn: { origin: "declared", value: "2025-01-08" },
  };
  const document = recognise(
    sourceOf(NOTICE.replace("二、扩大见习规模。", "二、6月底前扩大见习规模。")),
    "x.txt",
    declared,
  );
  expect(document.facts.issuer).toEqual({ origin: "declared", value: "某市教育局" });
  expect(value(document.facts, "issuerLevel")).toBe("city");
  expect(value(document.facts, "direction")).toBe("up");
  expect(value(document.facts, "receivedOn")).toBe("2025-01-08");
  expect(document.clauses.find((clause) => clause.deadline)?.deadline?.until).toBe("2025-06-30");
});

test("a declared unknown does not hide what the text says", () => {
  const document = recognise(sourceOf(NOTICE), "x.txt", { kind: { origin: "unknown" } });
  expect(value(document.facts, "kind")).toBe("通知");
});

test("a text that tells nothing leaves every fact unknown", () => {
  const facts = draft("今天天气很好。").facts;
  expect(Object.values(facts).every((fact) => fact.origin === "unknown")).toBe(true);
});

test.each([
  ["关于给予王某任职的通知", "各单位：\n经研究，决定：\n一、王某任处长。\n二、李某任科长。\n三、张某任科员。", false],
  [
    "关于召开全市工作会议的通知",
    "各县区：\n现将有关事项通知如下：\n一、会议时间。\n二、参会人员。\n三、有关要求。",
    false,
  ],
  ["关于表彰先进集体的决定", "各县区：\n决定表彰：\n一、甲单位。\n二、乙单位。\n三、丙单位。", false],
  ["关于印发某市档案管理办法的通知", "各县区：\n现印发给你们。", false],
  [
    "某省转发国务院关于加强就业工作意见的通知",
    "各市：\n现转发给你们。\n一、加强领导。\n二、落实责任。\n三、强化督查。",
    false,
  ],
  [
    "关于进一步加强安全生产工作的通知",
    "各县区：\n现通知如下：\n一、压实企业主体责任。\n二、开展隐患排查。\n三、强化应急值守。",
    true,
  ],
  ["某市促进就业实施方案", "为促进就业，制定本方案。\n一、扩大见习规模。\n二、强化培训。", true],
  [
    "关于印发某市重点任务分工的通知",
    "各县区：\n现印发给你们。\n一、扩大见习规模。\n二、强化培训。\n三、强化督查。",
    true,
  ],
])("%s: policy document %s", (title, body, policy) => {
  expect(value(draft(`${title}\n${body}`).facts, "policyDocument")).toBe(policy);
});

test.each([
  ["2019年3月15日", "2019-03-15"],
  ["二〇一九年三月十五日", "2019-03-15"],
  ["二○○五年十二月三十一日", "2005-12-31"],
  ["一九九七年一月二十日", "1997-01-20"],
  ["２０１９年５月１４日", "2019-05-14"],
  ["2019 年 03 月 05 日", "2019-03-05"],
  ["2019年2月30日", null],
  ["2019年13月1日", null],
  ["2019年3月", null],
  ["今日", null],
])("the day %s is %s", (words, iso) => {
  expect(isoDay(words)).toBe(iso);
});

test.each([
  ["本办法自2023年2月22日施行，有效期至2026年2月21日。", "2026-02-21"],
  ["本办法自印发之日起施行，有效期五年。", "2029-05-05"],
  ["本办法自2024年6月1日起执行，试行期两年。", "2026-05-31"],
  ["证书有效期5年，期满换发。", null],
])("%s ends %s", (text, until) => {
  const document = draft(
    `某市民政局关于印发某市救助办法的通知\n各区县民政局：\n现印发给你们，请遵照执行。\n${text}\n某市民政局\n2024年5月6日`,
  );
  expect(value(document.facts, "inForceUntil")).toBe(until);
});

test("cleaning up older papers in general repeals none", () => {
  const document = draft(
    "某市实施方案\n为推进工作，制定本方案。\n一、对《某意见》等进行清理、修订或按程序废止执行。\n二、推进改革。",
  );
  expect(document.facts.repeals.origin).toBe("unknown");
});

test("a bulletin names its series", () => {
  const document = draft(
    "优化营商环境工作简报\n第12期\n某市政府办公室编\n全市优化营商环境工作推进情况\n各县区扎实推进改革。",
  );
  expect(document.facts.series).toMatchObject({ origin: "recognised", value: "优化营商环境工作简报" });
});
