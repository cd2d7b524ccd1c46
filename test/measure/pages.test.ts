import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mapPages } from "../../src/measure/page-map.ts";
import { estimatePages } from "../../src/measure/pages.ts";
import type { Block, TableCell } from "../../src/model/block.ts";
import { block, draft, elements, paragraph, STANDARD_SECTION } from "./draft.ts";

const best = (blocks: Block[], sections = [STANDARD_SECTION]) => estimatePages(draft(blocks, {}, sections)).best;
/** `count` paragraphs of one line each. */
const lines = (count: number, format = {}) =>
  Array.from({ length: count }, (_, i) => paragraph(i, "各级各部门要抓好落实。", format));

describe("a page of GB/T 9704", () => {
  it("holds 22 lines of 28 characters", () => {
    expect(best([paragraph(0, "文".repeat(22 * 28))])).toBe(1);
    expect(best([paragraph(0, "文".repeat(22 * 28 + 1))])).toBe(2);
    expect(best(lines(22))).toBe(1);
    expect(best(lines(23))).toBe(2);
  });

  it("is what a text without page set-up is laid out on, paragraphs indented by two characters", () => {
    const pages = (text: string) => estimatePages(draft([block(0, text)])).best;
    expect(pages("文".repeat(22 * 28 - 2))).toBe(1);
    expect(pages("文".repeat(22 * 28 - 1))).toBe(2);
    expect(pages(`　　${"文".repeat(22 * 28 - 2)}`)).toBe(1);
  });

  it("sets a text's title in 2号, puts a blank line above 落款 and begins attachments on a new page", () => {
    const blocks = [block(0, "文".repeat(41)), ...Array.from({ length: 20 }, (_, i) => block(i + 1, "要抓好落实。"))];
    const at = (index: number) => ({ text: "", spans: [{ block: index, start: 0, end: 1 }] });
    expect(estimatePages(draft(blocks)).best).toBe(1);
    expect(estimatePages(draft(blocks, { elements: elements({ title: at(0) }) })).best).toBe(2);
    expect(estimatePages(draft(blocks, { elements: elements({ signature: at(19) }) })).best).toBe(2);
    const attachments = [{ label: "附件", title: null, range: { first: 5, last: 19 } }];
    expect(estimatePages(draft(blocks, { attachments })).best).toBe(2);
  });

  it("does not print the blank lines that part a text's paragraphs", () => {
    const apart = Array.from({ length: 43 }, (_, i) => block(i, i % 2 ? "" : "要抓好落实。"));
    expect(estimatePages(draft(apart)).best).toBe(1);
    expect(best(apart.map(({ index, text }) => paragraph(index, text)))).toBe(2);
  });

  it("takes a text with a 发文字号 to be printed under a 版头, which holds the number", () => {
    const body = { first: 1, last: 12 };
    const blocks = Array.from({ length: 13 }, (_, i) => block(i, "各级各部门要抓好落实。"));
    const docNumber = { text: "", spans: [{ block: 0, start: 0, end: 1 }] };
    const numbered = elements({ docNumber });
    expect(estimatePages(draft(blocks, { elements: numbered, body }))).toMatchObject({ low: 1, best: 2, high: 2 });
    expect(estimatePages(draft(blocks.slice(0, 12), { elements: numbered, body })).best).toBe(1);
    expect(estimatePages(draft(blocks, { body })).best).toBe(1);
  });
});

describe("a document's own page set-up", () => {
  it("decides how many lines stand on a page: 28 pt gives 22, 29 pt gives 21", () => {
    expect(best(lines(22, { lineRule: "exact", lineSpacing: 28 }))).toBe(1);
    expect(best(lines(22, { lineRule: "exact", lineSpacing: 29.5 }))).toBe(2);
    expect(best(lines(21, { lineRule: "exact", lineSpacing: 30 }))).toBe(1);
    expect(best(lines(22, { lineRule: "exact", lineSpacing: 30 }))).toBe(2);
  });

  it("counts multiples, least heights, and room before and after a paragraph", () => {
    expect(best(lines(15, { lineRule: "auto", lineSpacing: 1.5 }))).toBe(2);
    expect(best(lines(15, { lineRule: "atLeast", lineSpacing: 45 }))).toBe(2);
    expect(best(lines(12, { spaceBefore: 15, spaceAfter: 15 }))).toBe(2);
    expect(best(lines(14, { lineRule: "auto", lineSpacing: 1.5 }))).toBe(1);
  });

  it("leaves the grid where a paragraph is not snapped to it", () => {
    expect(best(lines(30, { snapToGrid: false }))).toBe(1);
    expect(best(lines(30))).toBe(2);
  });

  it("narrows lines by indents", () => {
    expect(best([paragraph(0, "文".repeat(22 * 26), { leftChars: 2 })])).toBe(1);
    expect(best([paragraph(0, "文".repeat(22 * 26 + 1), { leftChars: 2 })])).toBe(2);
    expect(best([paragraph(0, "文".repeat(22 * 26 + 1), { left: 31.6 })])).toBe(2);
  });

  it("turns the page at page breaks and sections, and leaves one empty before an odd page", () => {
    const broken = [...lines(3), paragraph(3, "附件", { pageBreakBefore: true })];
    expect(best(broken)).toBe(2);
    const sectioned = [...lines(3), paragraph(3, "附件", { section: 1 })];
    expect(best(sectioned, [STANDARD_SECTION, { ...STANDARD_SECTION, breakType: "nextPage" }])).toBe(2);
    expect(best(sectioned, [STANDARD_SECTION, { ...STANDARD_SECTION, breakType: "continuous" }])).toBe(1);
    expect(best(sectioned, [STANDARD_SECTION, { ...STANDARD_SECTION, breakType: "oddPage" }])).toBe(3);
  });

  it("fills columns before it turns the page", () => {
    expect(best(lines(44), [{ ...STANDARD_SECTION, columns: 2 }])).toBe(1);
    expect(best(lines(45), [{ ...STANDARD_SECTION, columns: 2 }])).toBe(2);
  });

  it("keeps a heading with what follows", () => {
    const blocks = [...lines(21), paragraph(21, "二、工作要求", { keepNext: true }), paragraph(22, "要抓好落实。")];
    expect(mapPages(draft(blocks, {}, [STANDARD_SECTION])).map((page) => page.best)).toEqual([
      ...new Array(21).fill(1),
      1,
      2,
    ]);
    expect(best([...blocks.slice(0, 22), paragraph(22, "文".repeat(28 * 22 + 1))])).toBe(3);
    expect(best([...lines(22), paragraph(22, "文".repeat(28 * 22))])).toBe(2);
  });

  it("gives room to footnotes, and none to headers and text boxes", () => {
    const extra = (region: Block["region"]) => [
      ...lines(21),
      ...[21, 22].map((i) => ({ ...paragraph(i, "注", {}, 9), region })),
    ];
    expect(best(extra("footnote"))).toBe(2);
    expect(best(extra("header"))).toBe(1);
    expect(best(extra("text-box"))).toBe(1);
  });

  it("takes the height of a table row from its longest cell", () => {
    const cell = (index: number, row: number, column: number, text: string): Block => {
      const at: TableCell = { table: 1, row, column, rowSpan: 1, columnSpan: 1, depth: 1 };
      return { ...paragraph(index, text), kind: "table-cell", cell: at };
    };
    const rows = (count: number, text: string) =>
      Array.from({ length: count }, (_, i) => [cell(2 * i, i, 0, "序号"), cell(2 * i + 1, i, 1, text)]).flat();
    expect(best(rows(20, "落实"))).toBe(1);
    expect(best(rows(20, "各级各部门要抓好落实".repeat(4)))).toBe(2);
  });
});

describe("a file that claims the impossible", () => {
  it.each([
    { lineRule: "exact", lineSpacing: 0 },
    { lineRule: "exact", lineSpacing: -5 },
    { lineRule: "auto", lineSpacing: 1e300 },
    { spaceBefore: 1e300, spaceAfter: -1e300 },
    { leftChars: 1e9, firstLine: -1e9 },
  ] as const)("is laid out all the same: %o", (format) => {
    const { low, best, high } = estimatePages(draft(lines(9, format), {}, [STANDARD_SECTION]));
    expect(1 <= low && low <= best && best <= high && high <= 20).toBe(true);
  });

  it("has fonts and tables without bounds", () => {
    const cell: TableCell = { table: 1, row: 0, column: 0, rowSpan: 1e9, columnSpan: 1e9, depth: 1 };
    expect(best([{ ...paragraph(0, "表", {}, 1e200), cell }])).toBeLessThan(9);
    expect(best([{ ...paragraph(0, "表"), cell: { ...cell, column: 1e9 } }])).toBe(1);
    expect(best(lines(3), [{ ...STANDARD_SECTION, width: 0, height: -9, columns: 0 }])).toBeLessThan(99);
  });
});

describe("the interval", () => {
  it("holds the best estimate, at least one page, and grows no smaller with more text", () => {
    const word = fc.constantFrom("文件", "2019年", "，", "（一）", "GDP", " ", "。");
    const text = fc.array(word, { maxLength: 300 }).map((words) => words.join(""));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 12 }), (texts) => {
        const blocks = texts.map((one, i) => paragraph(i, one));
        const { low, best, high } = estimatePages(draft(blocks, {}, [STANDARD_SECTION]));
        const more = estimatePages(draft([...blocks, paragraph(blocks.length, "完")], {}, [STANDARD_SECTION]));
        expect(1 <= low && low <= best && best <= high).toBe(true);
        expect(more.best).toBeGreaterThanOrEqual(best);
      }),
      { numRuns: 60 },
    );
  });

  it("is wide where the file leaves the line height open, narrow where it fixes it", () => {
    const width = (blocks: Block[], sections: (typeof STANDARD_SECTION)[]) => {
      const { low, high } = estimatePages(draft(blocks, {}, sections));
      return high - low;
    };
    const free = [{ ...STANDARD_SECTION, grid: undefined }];
    expect(width(lines(300), free)).toBeGreaterThan(2);
    expect(width(lines(300, { lineRule: "exact", lineSpacing: 28 }), free)).toBeLessThanOrEqual(1);
  });

  it("never depends on what Word or WPS saved, and hands it on", () => {
    const document = draft(lines(30), {}, [STANDARD_SECTION]);
    const without = estimatePages(document);
    for (const pages of [0, 1, 2, 999]) {
      const source = { ...document.source, witness: { pages, words: 5, characters: 5 } };
      expect(estimatePages({ ...document, source })).toEqual({ ...without, witness: pages });
    }
    expect(without.witness).toBeNull();
  });
});

describe("a range", () => {
  it("begins on a page of its own and has no witness", () => {
    const document = draft(lines(50), {}, [STANDARD_SECTION]);
    expect(estimatePages(document).best).toBe(3);
    expect(estimatePages(document, { first: 20, last: 41 })).toMatchObject({ best: 1, witness: null });
    expect(estimatePages(document, { first: 20, last: 42 }).best).toBe(2);
  });
});

describe("mapPages", () => {
  it("says on which page each block begins", () => {
    const map = mapPages(draft(lines(50), {}, [STANDARD_SECTION]));
    expect(map).toHaveLength(50);
    expect([map[0], map[21], map[22], map[49]].map((page) => page?.best)).toEqual([1, 1, 2, 3]);
    expect(map.every(({ low, best, high }) => low <= best && best <= high)).toBe(true);
  });
});
