import fc from "fast-check";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { describe, expect, it } from "vitest";
import { markdownCell } from "../../src/report/markdown-cell.ts";

interface Node {
  type: string;
  value?: string;
  children?: Node[];
}

/** The one cell of a table that a text was put into, as a reader of Markdown sees it. */
function cellOf(text: string): Node {
  const table = `| a | b |\n| --- | --- |\n| ${markdownCell(text)} | end |\n`;
  const root = unified().use(remarkParse).use(remarkGfm).parse(table) as Node;
  const row = root.children![0]!.children![1]!;
  expect(row.children).toHaveLength(2);
  return row.children![0]!;
}

const shown = (cell: Node) =>
  cell
    .children!.map(({ type, value }) => (type === "html" ? "\n" : value))
    .join("")
    .replaceAll("\u2060", "");

describe("text in a cell", () => {
  it.each([
    "甲|乙\\|丙",
    "`代码` **粗** _斜_ ~~删~~ $x$",
    "<b>标签</b> &lt; &#124;",
    "[链接](http://a.cn) ![图](x) <http://a.cn>",
    "http://a.cn www.a.cn 邮箱 a@b.cn",
    "@all 和 &@all 和 #12 和 [^1]",
    "100% “终” 😀",
  ])("shows as it stands: %s", (text) => {
    const cell = cellOf(text);
    expect(shown(cell)).toBe(text);
    expect(cell.children!.every(({ type }) => type === "text")).toBe(true);
  });

  it("is text and nothing else, whatever it is", () => {
    const signs = fc.constantFrom(..."|\\`*_~[]()<>!&#@$:/.w-+=\"' a1甲\n");
    fc.assert(
      fc.property(fc.string({ unit: signs, maxLength: 40 }), (text) => {
        const cell = cellOf(text);
        for (const { type, value } of cell.children!)
          if (type !== "text") expect([type, value]).toEqual(["html", "<br>"]);
        expect(shown(cell)).toBe(text.replace(/\s*\n\s*/g, "\n").trim());
      }),
    );
  });
});
