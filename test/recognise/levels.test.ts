import { describe, expect, test } from "vitest";
import { draft, rows } from "./draft.ts";

const levels = (text: string, format: "text" | "markdown" = "text") => rows(draft(text, format)).join(" | ");

describe("levels follow the nesting of the document", () => {
  test("numbers that run on across sections", () => {
    expect(levels("一、文件\n1.少发文。\n2.发短文。\n二、会议\n3.少开会。\n4.开短会。")).toBe(
      "1 一、 1 | 2 1. 2 | 3 2. 2 | 4 二、 1 | 5 3. 2 | 6 4. 2",
    );
  });

  test("a style is as deep as what it stands under, not as deep as it usually is", () => {
    expect(levels("1.少发文。\n（1）少发长文。\n2.少开会。\n（一）少开长会。")).toBe(
      "1 1. 1 | 2 （1） 2 | 3 2. 1 | 4 （一） 2",
    );
  });

  test("chapters, articles, items", () => {
    expect(
      levels(
        "第一章 总则\n第一条 为了规范管理，制定本办法。\n（一）甲；\n1.乙；\n第二条 本办法适用于本市。\n第二章 职责\n第三条 市政府负责。",
      ),
    ).toBe("1 第一章 1 | 2 第一条 2 | 3 （一） 3 | 4 1. 4 | 5 第二条 2 | 6 第二章 1 | 7 第三条 2");
  });

  test("sections between chapters and articles", () => {
    expect(levels("第一章 总则\n第一节 目的\n第一条 甲。\n第二节 原则\n第二条 乙。\n第二章 附则\n第三条 丙。")).toBe(
      "1 第一章 1 | 2 第一节 2 | 3 第一条 3 | 4 第二节 2 | 5 第二条 3 | 6 第二章 1 | 7 第三条 2",
    );
  });

  test("skipped, repeated and restarted numbers stay on their level", () => {
    expect(levels("一、甲\n（一）子。\n（三）丑。\n（三）寅。\n二、乙\n（一）卯。\n四、丙\n（一）辰。")).toBe(
      "1 一、 1 | 2 （一） 2 | 3 （三） 2 | 4 （三） 2 | 5 二、 1 | 6 （一） 2 | 7 四、 1 | 8 （一） 2",
    );
  });

  test("a text whose first headings are lost", () => {
    expect(levels("（一）甲。\n1.子。\n（二）乙。\n二、丙\n（一）丁。\n1.丑。")).toBe(
      "1 （一） 1 | 2 1. 2 | 3 （二） 1 | 4 二、 1 | 5 （一） 2 | 6 1. 3",
    );
  });

  test("一是 at the start of a line is one deeper than what it stands under", () => {
    expect(levels("一、甲\n（一）乙。\n一是丙。\n二是丁。\n（二）戊。")).toBe(
      "1 一、 1 | 2 （一） 2 | 3 一是 3 | 4 二是 3 | 5 （二） 2",
    );
  });

  test("one slip in the marks does not open a level", () => {
    expect(levels("1.甲。\n2、乙。\n3.丙。")).toBe("1 1. 1 | 2 2、 1 | 3 3. 1");
  });

  test("decimals go below the number they begin with", () => {
    expect(levels("1.原则\n1.1 甲。\n1.2 乙。\n1.2.1 丙。\n2.措施\n2.1 丁。")).toBe(
      "1 1. 1 | 2 1.1 2 | 3 1.2 2 | 4 1.2.1 3 | 5 2. 1 | 6 2.1 2",
    );
  });

  test("a label whose dot a font keeps in the private-use area", () => {
    expect(levels("一、任务\n1\ue010突破技术。\n2\ue010建设平台。")).toBe("1 一、 1 | 2 1\ue010 2 | 3 2\ue010 2");
  });

  test("lines of a table of contents are no clauses", () => {
    const text =
      "某某指南\n目 录\n一、总体要求........1\n二、重点任务........2\n一、总体要求\n坚持问题导向。\n二、重点任务\n抓好落实。";
    expect(levels(text)).toBe("5 一、 1 | 7 二、 1");
  });

  test("unnumbered headings of a Markdown document nest by their depth", () => {
    const text = "# 某某方案\n## 总体要求\n坚持问题导向。\n## 重点任务\n### 减文\n1.少发文。\n### 减会\n少开会。";
    const document = draft(text, "markdown");
    expect(document.elements.title?.text).toBe("某某方案");
    expect(document.clauses.map((c) => `${c.style} ${c.level} ${document.blocks[c.span.block]!.text}`)).toEqual([
      "heading 1 总体要求",
      "heading 1 重点任务",
      "heading 2 减文",
      "arabic 3 1.少发文。",
      "heading 2 减会",
    ]);
  });

  test("a first heading 前言 does not pass for the title", () => {
    const document = draft("某市减负方案\n# 前言\n为减轻负担，制定本方案。\n# 任务\n清理文件。", "markdown");
    expect(document.elements.title?.text).toBe("某市减负方案");
    expect(document.clauses.map((clause) => clause.style)).toEqual(["heading", "heading"]);
  });
});
