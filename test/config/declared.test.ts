import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDay } from "../../src/config/day.ts";
import { declareFacts, mergeFacts, parseFactOption } from "../../src/config/declared.ts";
import { FACT_ALIASES, VALUE_ALIASES } from "../../src/config/fact-words.data.ts";
import { en } from "../../src/language/en.ts";
import { zh } from "../../src/language/zh.ts";
import { FACT_NAMES, FACT_TYPES, type FactName } from "../../src/model/facts.ts";

const declaredValue = (raw: Record<string, unknown>, name: FactName) => {
  const { facts, problems } = declareFacts(raw, "旁注");
  expect(problems).toEqual([]);
  const fact = facts[name]!;
  return fact.origin === "declared" ? fact.value : undefined;
};
const problemsOf = (raw: Record<string, unknown>, unknown?: "tolerate") =>
  declareFacts(raw, "旁注", unknown).problems.map(({ key, values }) => ({ key, ...values }));

describe("facts as people write them", () => {
  test.each([
    [{ kind: "通知" }, "kind", "通知"],
    [{ 文种: "实施方案" }, "kind", "方案"],
    [{ 文种: "令" }, "kind", "命令"],
    [{ 行文方向: "下行" }, "direction", "down"],
    [{ 部署: "专项工作" }, "deployment", "special"],
    [{ Deployment: "SPECIAL" }, "deployment", "special"],
    [{ "　部署　": "ｓｐｅｃｉａｌ" }, "deployment", "special"],
    [{ 机关层级: "区县" }, "issuerLevel", "county"],
    [{ 机关性质: "领导小组" }, "issuerBody", "coordinating"],
    [{ 密级: "无" }, "secrecy", "none"],
    [{ 公开方式: "主动公开" }, "publicity", "主动公开"],
    [{ 政策性文件: "是" }, "policyDocument", true],
    [{ policyDocument: false }, "policyDocument", false],
    [{ 成文日期: "２０２４年１月５日" }, "issuedOn", "2024-01-05"],
    [{ issuedOn: new Date("2024-01-05T00:00:00Z") }, "issuedOn", "2024-01-05"],
    [{ 主送: "各县（市、区）人民政府，市直各单位" }, "addressees", ["各县（市、区）人民政府", "市直各单位"]],
    [{ 审查: ["合法性审核", "会签"] }, "reviews", ["合法性审查", "会签"]],
    [{ issuer: "某某市人民政府" }, "issuer", "某某市人民政府"],
  ] as const)("%j", (raw, name, expected) => {
    expect(declaredValue(raw, name)).toEqual(expected);
  });

  test("a fact carries where it was declared; an empty one is none", () => {
    expect(declareFacts({ 文种: "函", 密级: null, 部署: "" }, "a.gwlint.yaml")).toEqual({
      facts: { kind: { origin: "declared", value: "函", evidence: "a.gwlint.yaml" } },
      problems: [],
    });
  });

  test("every alias leads to a value of the closed set, and no word stands for two names", () => {
    for (const name of FACT_NAMES) {
      for (const [alias, value] of Object.entries(VALUE_ALIASES[name] ?? {})) {
        expect(FACT_TYPES[name].values, alias).toContain(value);
      }
    }
    const words = FACT_NAMES.flatMap((name) => FACT_ALIASES[name]);
    expect(new Set(words).size).toBe(words.length);
  });
});

describe("mistakes", () => {
  test("an unknown name, with the nearest known one", () => {
    expect(problemsOf({ 文钟: "通知" })).toEqual([{ key: "config.unknown-fact-near", name: "文钟", near: "文种" }]);
    expect(problemsOf({ zzzzzzzz: 1 })).toMatchObject([{ key: "config.unknown-fact", name: "zzzzzzzz" }]);
  });

  test("names of a document's own are passed over unless they look mistyped", () => {
    expect(problemsOf({ title: "x", author: "y", 主题: "z", tags: ["a"] }, "tolerate")).toEqual([]);
    expect(problemsOf({ deploymnet: "special" }, "tolerate")).toMatchObject([{ near: "deployment" }]);
  });

  test("a value outside the set, with the nearest", () => {
    expect(problemsOf({ deployment: "specal" })).toMatchObject([{ key: "config.fact-value-near", near: "special" }]);
    expect(problemsOf({ 文种: "小说" })).toMatchObject([{ key: "config.fact-value", value: "小说" }]);
    expect(problemsOf({ 审查: "合法性审查、占卜" })).toMatchObject([{ key: "config.fact-value", value: "占卜" }]);
    expect(problemsOf({ 政策性文件: "也许" })).toMatchObject([{ key: "config.fact-boolean", value: "也许" }]);
    expect(problemsOf({ 成文日期: "2024年2月30日" })).toMatchObject([{ key: "config.fact-date" }]);
    expect(problemsOf({ 文种: { a: 1 } })).toMatchObject([{ key: "config.fact-shape" }]);
  });

  test("every mistake has its sentence in both languages", () => {
    const keys = ["config.unknown-fact", "config.unknown-fact-near", "config.fact-value", "config.fact-value-near"];
    for (const key of [...keys, "config.fact-boolean", "config.fact-date", "config.fact-shape", "config.fact-option"]) {
      expect(zh).toHaveProperty([key]);
      expect(en).toHaveProperty([key]);
    }
  });
});

describe("--fact", () => {
  test("name=value, in Chinese and with full-width signs too", () => {
    for (const option of ["deployment=special", "部署=专项", "部署＝专项", " 部署 = special "]) {
      expect(parseFactOption(option).facts.deployment).toEqual({
        origin: "declared",
        value: "special",
        evidence: "--fact",
      });
    }
  });

  test("without a sign it is wrong use", () => {
    expect(parseFactOption("special").problems).toMatchObject([{ key: "config.fact-option" }]);
    expect(parseFactOption("=special").problems).toMatchObject([{ key: "config.fact-option" }]);
  });
});

test("the first declaration has precedence", () => {
  const option = parseFactOption("文种=函").facts;
  const sidecar = declareFacts({ 文种: "通知", 部署: "专项" }, "sidecar").facts;
  const merged = mergeFacts(option, sidecar, declareFacts({ 部署: "规划", 密级: "秘密" }, "gwlint.yaml").facts);
  expect(merged).toMatchObject({ kind: { value: "函" }, deployment: { value: "special" }, secrecy: { value: "秘密" } });
});

describe("days", () => {
  test.each([
    ["2024-01-05", "2024-01-05"],
    ["2024年1月5日", "2024-01-05"],
    ["2024/1/5", "2024-01-05"],
    ["2024.12.31", "2024-12-31"],
    ["2024-01-05T08:00:00Z", "2024-01-05"],
    ["二〇二四年十二月三十一日", "2024-12-31"],
    ["二○二四年十月二十日", "2024-10-20"],
    ["2023-02-29", null],
    ["2024年13月1日", null],
    ["去年", null],
  ])("%s", (text, expected) => {
    expect(readDay(text)).toBe(expected);
  });

  test("every day of the calendar comes back", () => {
    const days = fc.date({ min: new Date("1949-10-01"), max: new Date("2099-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month, day] = iso.split("-").map(Number);
        expect(readDay(iso)).toBe(iso);
        expect(readDay(`${year}年${month}月${day}日`)).toBe(iso);
      }),
    );
  });
});
