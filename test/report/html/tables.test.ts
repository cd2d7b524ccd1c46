import { describe, expect, it } from "vitest";
import { html } from "../../../src/report/html/markup.ts";
import { type CellContent, tableMarkup, tablesIn } from "../../../src/report/html/tables.ts";
import { blocks as blocksOf } from "../../read/docx/build.ts";

/** Tables as [rows [cells]], a cell as its paragraphs; a table inside one as its own list. */
function outline(content: readonly CellContent[]): unknown[] {
  return content.map((one) =>
    "block" in one ? one.block.text : one.table.rows.map((row) => row.map((cell) => outline(cell.content))),
  );
}

const p = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const cell = (inner: string, properties = "") => `<w:tc><w:tcPr>${properties}</w:tcPr>${inner}</w:tc>`;
const table = (...rows: string[][]) =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.join("")}</w:tr>`).join("")}</w:tbl>`;

describe("tables of a draft", () => {
  it("gather the paragraphs of their cells", () => {
    const blocks = blocksOf(
      `${p("前")}${table([cell(p("甲") + p("乙")), cell(p("丙"))], [cell(p("丁")), cell(p("戊"))])}${p("后")}`,
    );
    expect(outline(tablesIn(blocks))).toEqual([
      "前",
      [
        [["甲", "乙"], ["丙"]],
        [["丁"], ["戊"]],
      ],
      "后",
    ]);
  });

  it("keep a table inside a cell in that cell, also as its first content", () => {
    const inner = table([cell(p("内"))]);
    const blocks = blocksOf(table([cell(`${inner}${p("甲")}`), cell(`${p("乙")}${inner}${p("")}`)]) + p("后"));
    expect(outline(tablesIn(blocks))).toEqual([
      [
        [
          [[[["内"]]], "甲"],
          ["乙", [[["内"]]], ""],
        ],
      ],
      "后",
    ]);
  });

  it("say how far a merged cell reaches", () => {
    const wide = cell(p("宽"), '<w:gridSpan w:val="2"/>');
    const blocks = blocksOf(table([wide], [cell(p("左")), cell(p("右"))]));
    const shown = (content: CellContent) => ("block" in content ? content.block.text : null);
    expect(
      html`${tablesIn(blocks).map((one) => "table" in one && tableMarkup(one.table, shown))}`.text.replace(/\n/g, ""),
    ).toBe('<table><tr><td colspan="2">宽</td></tr><tr><td>左</td><td>右</td></tr></table>');
  });
});
