import { describe, expect, test } from "vitest";
import { docxCopy } from "../../scripts/eval/docx-copies.ts";
import type { Block } from "../../src/model/block.ts";
import { DEFAULT_LIMITS } from "../../src/model/limits.ts";
import { readDocx } from "../../src/read/docx/read-docx.ts";

function blocksOf(lines: string[]): Block[] {
  const result = readDocx(docxCopy(lines.join("\n")), DEFAULT_LIMITS);
  if (!result.ok) throw new Error(result.failure.reason);
  return result.source.blocks;
}

/** The labels that Word's lists print, `""` where the label was left typed. */
const printed = (lines: string[]) => blocksOf(lines).map(({ text, labelLength }) => text.slice(0, labelLength).trim());

describe("a copy prints the numbers of the text", () => {
  test.each([
    [
      "sections and items under them",
      ["一、甲", "（一）乙", "（二）丙", "二、丁", "（一）戊", "1.己", "2.庚", "三、辛"],
    ],
    ["items that run on across sections", ["一、甲", "1.乙", "2.丙", "二、丁", "3.戊", "4.己", "三、庚", "5.辛"]],
    ["a gap, a repeat and a restart", ["一、甲", "三、乙", "三、丙", "四、丁", "一、戊", "二、己"]],
    ["articles on through chapters", ["第一章　总则", "第一条 甲", "第二条 乙", "第二章　附则", "第三条 丙"]],
    ["decimals below their number", ["1.甲", "1.1 乙", "1.2 丙", "2.丁", "2.1 戊"]],
    ["half-width brackets and numbers above ten", ["(九)甲", "(十)乙", "(十一)丙", "(二十)丁", "(二十一)戊"]],
  ])("%s", (_, lines) => {
    const typed = lines.map((line) => /^(?:第.{1,3}[章条]|[（(].+?[）)]|[\d.]+\d|\d+\.|[一二三四]、)/.exec(line)![0]);
    expect(printed(lines)).toEqual(typed);
    expect(blocksOf(lines).map(({ text }) => text.replace(/\s/g, ""))).toEqual(lines.map((l) => l.replace(/\s/g, "")));
  });

  test("what no counter prints stays typed", () => {
    const lines = ["一、二线城市并重", "2019年底前完成", "一是加强领导", "3.5万元以上", "第三条规定的情形", "3.4 丙"];
    expect(printed(lines).slice(1)).toEqual(["", "", "", "", ""]);
    expect(blocksOf(lines).map(({ text }) => text)).toEqual(lines);
  });

  test("two copies of a text are the same bytes", () => {
    expect(docxCopy("一、甲。（某局负责）\n\n二、乙。")).toEqual(docxCopy("一、甲。（某局负责）\n\n二、乙。"));
  });
});
