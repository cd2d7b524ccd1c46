import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lineColumn } from "../../src/model/place.ts";
import { describeShared, shared } from "../shared.ts";
import { expectExactPlaces, readAs, refusal, textsOf } from "./read-bytes.ts";

const markdown = (text: string) => readAs("a.md", text);

describe("text as the printed page shows it", () => {
  test("marks are taken away, escapes and references written out, each at its place", async () => {
    const text = "关于*精简*会议的**通知**\\*见[附件](http://a.cn)&amp;`x`，10~20个\n";
    const source = await markdown(text);
    expect(textsOf(source)).toEqual(["关于精简会议的通知*见附件&x，10~20个"]);
    expectExactPlaces(source, text);
    expect(lineColumn(source.blocks[0]!, 2)).toEqual({ line: 1, column: 4 });
    expect(lineColumn(source.blocks[0]!, 9)).toEqual({ line: 1, column: 17 });
  });

  test("headings keep their depth, typed numbers stay in the text", async () => {
    const { blocks } = await markdown("# 标题 #\n\n## 一、总体要求\n\n次级\n---\n");
    expect(blocks.map(({ kind, headingLevel, text }) => ({ kind, headingLevel, text }))).toEqual([
      { kind: "heading", headingLevel: 1, text: "标题" },
      { kind: "heading", headingLevel: 2, text: "一、总体要求" },
      { kind: "heading", headingLevel: 2, text: "次级" },
    ]);
  });

  test("a whole text over a rule of dashes is no heading", async () => {
    const { blocks } = await markdown("甲。\n乙。\n丙。\n丁。\n---\n");
    expect(blocks.map(({ kind, text }) => [kind, text])).toEqual(
      ["甲。", "乙。", "丙。", "丁。"].map((text) => ["paragraph", text]),
    );
  });

  test("numbers of lists come back as typed, bullets do not", async () => {
    const text = "1. 内容一\n3. 内容二\n\n   第二段\n   - 子项\n5) 丙\n6)\n";
    const source = await markdown(text);
    expect(source.blocks.map(({ kind, text, paragraph }) => [kind, text, paragraph])).toEqual([
      ["list-item", "1. 内容一", 1],
      ["list-item", "3. 内容二", 2],
      ["paragraph", "第二段", 4],
      ["list-item", "子项", 5],
      ["list-item", "5) 丙", 6],
      ["list-item", "6)", 7],
    ]);
    expectExactPlaces(source, text);
  });

  test("a table by cells", async () => {
    const { blocks } = await markdown("| 序号 | 任务 |\n|---|---|\n| 1 |  |\n\n文\n\n|a|\n|-|\n");
    expect(blocks.map(({ text, cell }) => [text, cell?.table, cell?.row, cell?.column])).toEqual([
      ["序号", 1, 0, 0],
      ["任务", 1, 0, 1],
      ["1", 1, 1, 0],
      ["", 1, 1, 1],
      ["文", undefined, undefined, undefined],
      ["a", 2, 0, 0],
    ]);
  });

  test("footnotes have a region of their own and leave no mark in the text", async () => {
    const { blocks } = await markdown("脚注[^1]。\n\n[^1]: 内容\n");
    expect(blocks.map(({ text, region }) => [text, region])).toEqual([
      ["脚注。", "body"],
      ["内容", "footnote"],
    ]);
  });

  test("indented and fenced lines are text", async () => {
    const source = await markdown("    　　第一条 内容\n    　　第二条\n\n```\n三\n\n四\n```\n");
    expect(textsOf(source)).toEqual(["　　第一条 内容", "　　第二条", "三", "四"]);
    expect(source.blocks.map((block) => block.paragraph)).toEqual([1, 2, 5, 7]);
  });

  test("HTML amid Markdown: tags go, words stay at their places", async () => {
    const text = "<div align=center>\n标题&amp;甲<br>二行\n</div>\n\n行内<b>字</b><br>后\n";
    const source = await markdown(text);
    expect(textsOf(source)).toEqual(["标题&甲", "二行", "行内字\n后"]);
    expectExactPlaces(source, text);
  });
});

describe("line ends inside a paragraph", () => {
  test("text wrapped at a column is joined without a blank, Latin words with one", async () => {
    const wrapped =
      "为贯彻落实上级关于精简文件会议的部署要求，\n进一步解决形式主义突出问题，根据 English\nwords 的有关规定，结合本市实际情况，现将\n有关事项通知如下。\n";
    const source = await markdown(wrapped);
    expect(textsOf(source)).toEqual([
      "为贯彻落实上级关于精简文件会议的部署要求，进一步解决形式主义突出问题，根据 English words 的有关规定，结合本市实际情况，现将有关事项通知如下。",
    ]);
    expectExactPlaces(source, wrapped);
  });

  test("one line a paragraph stays so", async () => {
    const source = await markdown(
      "一、总体要求\n认真贯彻落实上级决策部署，切实为基层减负，取得实效。\n二、主要任务\n（一）精简文件。\n",
    );
    expect(textsOf(source)).toHaveLength(4);
  });

  test("issuer and date under one another are two, a title in two lines is one", async () => {
    expect(textsOf(await markdown("某某市人民政府办公室\n2024年1月10日\n"))).toEqual([
      "某某市人民政府办公室",
      "2024年1月10日",
    ]);
    expect(textsOf(await markdown("# 标题\n\n关于印发某某实施方案\n的通知\n"))).toEqual([
      "标题",
      "关于印发某某实施方案的通知",
    ]);
  });

  test("a hard break is a line end in the text, unless a paragraph opens behind it", async () => {
    expect(textsOf(await markdown("甲  \n乙\\\n丙\n"))).toEqual(["甲\n乙\n丙"]);
    const source = await markdown("各县：  \n　　一、总体要求  \n　　二、任务  \n某某市  \n2024年1月10日\n");
    expect(source.blocks.map(({ text, paragraph }) => [text, paragraph])).toEqual([
      ["各县：", 1],
      ["　　一、总体要求", 2],
      ["　　二、任务\n某某市", 3],
      ["2024年1月10日", 5],
    ]);
  });
});

describe("what is not text", () => {
  test("front matter gives declared facts, unknown names included", async () => {
    const source = await markdown("---\n文种: 通知\ndeployment: special\nauthor: 甲\n---\n\n正文\n");
    expect(source.declared).toEqual({ 文种: "通知", deployment: "special", author: "甲" });
    expect(source.blocks.map(({ text, paragraph }) => [text, paragraph])).toEqual([["正文", 7]]);
  });

  test("broken front matter is a problem with its line, and the document is read", async () => {
    const source = await markdown("---\n文种: 通知\n文种: 函\n---\n\n正文\n");
    expect(source.problems).toEqual([{ line: 3, key: "yaml.duplicate-key", values: expect.any(Object) }]);
    expect(textsOf(source)).toEqual(["正文"]);
  });

  test("words between two rules are words", async () => {
    const source = await markdown("---\n通知正文\n---\n\n二\n");
    expect(source.declared).toEqual({});
    expect(textsOf(source)).toEqual(["通知正文", "二"]);
  });

  test("comments are kept aside with their lines", async () => {
    const source = await markdown("一\n\n<!-- gwlint-disable-next TS-1 -- 理由 -->\n二<!-- 内 -->三\n");
    expect(source.comments).toEqual([
      { line: 3, column: 1, text: "gwlint-disable-next TS-1 -- 理由" },
      { line: 4, column: 2, text: "内" },
    ]);
    expect(textsOf(source).join("")).toBe("一二三");
  });
});

describe("marks that would hold the parser up are refused with their line", () => {
  test.each([
    ["quotations", `一\n\n${"> ".repeat(5_000)}a`],
    ["lists", `一\n\n${"- ".repeat(5_000)}a`],
    ["ordinals", `一\n\n${"1. ".repeat(5_000)}a`],
    ["emphasis", `一\n\n${"*a_ ".repeat(5_000)}`],
    ["brackets", `一\n\n${"[a](b".repeat(5_000)}`],
    ["open comments", `一\n\n${"a <!-- ".repeat(5_000)}`],
  ])("%s", async (_, text) => {
    expect(await refusal("a.md", text)).toEqual({
      status: "rejected-unsafe",
      reason: "read.markdown-too-complex",
      values: { line: 3 },
    });
  });
});

test("no word is lost or moved, whatever the marks", async () => {
  const word = fc.constantFrom("为基层减负", "一、", "（一）", "2024年", "会议", "word", "　　");
  const mark = fc.constantFrom(
    "\n",
    "\n\n",
    "\r\n",
    "# ",
    "> ",
    "- ",
    "1. ",
    "2) ",
    "**",
    "*",
    "  \n",
    "\n    ",
    " ",
    "\n> > ",
    "\n   - ",
    "\n---\n",
  );
  const comparable = (text: string) => text.replace(/[\s#>*-]|\d+[.)]/g, "");
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(word, mark), { minLength: 1, maxLength: 30 }), async (pieces) => {
      const text = `甲${pieces.join("")}`;
      const source = await markdown(text);
      expectExactPlaces(source, text);
      expect(comparable(textsOf(source).join("\n"))).toBe(comparable(text));
    }),
    { numRuns: 150 },
  );
});

describeShared("laws in Markdown", () => {
  test("every visible character is there, at its place", async () => {
    const folder = shared("corpus/laws")!;
    const names = readdirSync(folder).filter((name) => name.endsWith(".md"));
    expect(names.length).toBeGreaterThan(100);
    const visible = (text: string) => text.replace(/<!--[^>]*-->/g, "").replace(/[\s#|-]/g, "");
    for (const name of names.filter((_, i) => i % 16 === 0)) {
      const text = readFileSync(`${folder}/${name}`, "utf8");
      const source = await markdown(text);
      expectExactPlaces(source, text);
      expect(visible(textsOf(source).join("")), name).toBe(visible(text));
    }
  });
});
