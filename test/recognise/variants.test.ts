import { Converter } from "opencc-js";
import { describe, expect, test } from "vitest";
import { simplify } from "../../src/model/simplify.ts";
import { HALF, scoreLabelled, type Variant } from "./score.ts";

const traditional = Converter({ from: "cn", to: "t" });
const FULL = new Map(Object.entries(HALF).map(([full, half]) => [half, full]));

const HEAD = [
  "首页 > 政务公开 > 政策文件",
  "登录 注册 无障碍阅读",
  "索引号：",
  "0001/2024-001",
  "分享到：",
  "字号：大 中 小",
];
const FOOT = [
  "打印本页 关闭窗口",
  "相关链接",
  "某市关于减负的通知（2024年3月5日）",
  "上一篇：关于某事的通知",
  "主办：某市人民政府",
  "版权所有 网站标识码4400000001",
];

const each =
  (change: (line: string) => string): Variant =>
  (text) => ({ text: text.map(change), place: (line) => line });

const withoutEmptyLines: Variant = (text) => {
  const kept = text.flatMap((line, index) => (line.trim() === "" ? [] : [index + 1]));
  const places = new Map(kept.map((line, index) => [line, index + 1]));
  return { text: kept.map((line) => text[line - 1]!), place: (line) => places.get(line) ?? -line };
};

const inPage: Variant = (text) => ({ text: [...HEAD, ...text, ...FOOT], place: (line) => line + HEAD.length });

const variants: [string, Variant][] = [
  ["in traditional characters", each(traditional)],
  ["in simplified characters", each(simplify)],
  ["with half-width marks", each((line) => line.replace(/[（），：；]/g, (mark) => HALF[mark]!))],
  ["with full-width marks", each((line) => line.replace(/[(),:;]/g, (mark) => FULL.get(mark)!))],
  ["indented by two full-width blanks", each((line) => (line.trim() === "" ? line : `\u3000\u3000${line.trim()}`))],
  ["without empty lines", withoutEmptyLines],
  ["with a site around them", inPage],
];

describe.each(variants)("the labelled texts %s", (_, variant) => {
  const scores = scoreLabelled(variant);

  test("have the elements, body and clauses that a person labelled", () => {
    const errors = [...scores].flatMap(([name, score]) => score.misses.map((miss) => `${name}: ${miss}`));
    // One error in some 1,600 lines and elements is what the texts as they are may have, too.
    expect(errors.length, errors.slice(0, 10).join("\n")).toBeLessThanOrEqual(1);
    expect(scores.get("clause")!.found).toBeGreaterThanOrEqual(484);
  });
});
