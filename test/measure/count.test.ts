import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countScope, countText } from "../../src/measure/count.ts";
import type { Clause, OfficialDocument } from "../../src/model/document.ts";
import { block, draft } from "./draft.ts";

describe("countText", () => {
  it.each([
    ["", 0, 0, 0],
    ["会议精简，文件精简。", 10, 10, 8],
    ["国办发〔2019〕3号", 8, 11, 4],
    ["增长2019.5%", 3, 9, 2],
    ["COVID-19疫苗", 3, 10, 2],
    ["一、 二、", 4, 4, 2],
    ["“一网通办”——试点…", 11, 11, 6],
    ["１２３个", 4, 4, 1],
    ["二〇二四年", 5, 5, 5],
    ["3×5", 3, 3, 0],
    ["don’t stop", 2, 9, 0],
    ["2019–2020年", 2, 10, 1],
    ["名单：A、B", 6, 6, 2],
    ["温度37℃", 4, 5, 2],
  ])("%s has %i words, %i characters, %i ideographs", (text, words, characters, han) => {
    expect(countText(text)).toEqual({ words, characters, han });
  });

  it("counts an ideograph outside the basic plane once", () => {
    expect(countText("𠮷林")).toEqual({ words: 2, characters: 2, han: 2 });
    expect(countText("😀好")).toEqual({ words: 2, characters: 2, han: 1 });
  });

  it("counts no blanks and no invisible marks", () => {
    expect(countText(" \t\n\u3000\u00a0\u200b\ufeff")).toEqual({ words: 0, characters: 0, han: 0 });
    expect(countText("GDP\u200bper")).toEqual({ words: 1, characters: 6, han: 0 });
  });

  it("never counts more words than characters nor more ideographs than words", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const { words, characters, han } = countText(text);
        expect(han).toBeLessThanOrEqual(words);
        expect(words).toBeLessThanOrEqual(characters);
        expect(characters).toBeLessThanOrEqual([...text].length);
      }),
    );
  });

  it("counts paragraphs joined by line ends as it counts them apart", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom(..."公文a1，. —’") })), (lines) => {
        const apart = lines.map(countText).reduce((sum, one) => sum + one.words, 0);
        expect(countText(lines.join("\n")).words).toBe(apart);
      }),
    );
  });
});

/** 通知 (blocks 0–2) that prints a plan (3–6), with an attachment (7) and a text box (8). */
function printedPlan(): OfficialDocument {
  const blocks = [
    block(0, "关于印发方案的通知"),
    block(1, "各县区："),
    block(2, "现印发给你们。"),
    block(3, "工作方案"),
    block(4, "为做好工作，制定本方案。"),
    block(5, "一、压减会议。按季度报送", { labelLength: 2 }),
    block(6, "各单位2次以内。", { kind: "table-cell" }),
    block(7, "附件表格"),
    block(8, "印章", { region: "text-box" }),
  ];
  const clause: Clause = {
    index: 0,
    part: "annex",
    label: "一、",
    style: "chinese",
    ordinal: 1,
    level: 1,
    parent: null,
    children: [],
    span: { block: 5, start: 0, end: 12 },
    head: { block: 5, start: 2, end: 7 },
    own: [
      { block: 5, start: 0, end: 12 },
      { block: 6, start: 0, end: 8 },
    ],
    lastBlock: 6,
    inline: false,
    leaf: true,
    measure: true,
    deadline: null,
    responsibility: { form: "none", vague: false, units: [], marks: [] },
  };
  return draft(blocks, {
    parts: [
      { name: "notice", title: null, body: { first: 2, last: 2 }, range: { first: 0, last: 2 } },
      { name: "annex", title: null, body: { first: 4, last: 6 }, range: { first: 3, last: 6 } },
    ],
    attachments: [{ label: "附件", title: null, range: { first: 7, last: 7 } }],
    clauses: [clause],
  });
}

describe("countScope", () => {
  const document = printedPlan();

  it("measures the body of the printed plan unless told another part", () => {
    expect(countScope(document)).toEqual(countScope(document, "body", "annex"));
    expect(countScope(document, "body", "annex").words).toBe(12 + 10 + 8);
    expect(countScope(document, "body", "notice").words).toBe(7);
    expect(countScope(document, "body", "document").words).toBe(0);
  });

  it("counts what WPS counts for the whole document: tables, no text boxes, no automatic numbers", () => {
    expect(countScope(document, "document").words).toBe(9 + 4 + 7 + 4 + 12 + 10 + 8 + 4);
    expect(countScope(document, "document", "notice")).toEqual(countScope(document, "document"));
  });

  it("counts everything in the file, text boxes and automatic numbers too", () => {
    expect(countScope(document, "file").words).toBe(countScope(document, "document").words + 2 + 2);
  });

  it("counts the preamble before the first clause, and none where there are no clauses", () => {
    expect(countScope(document, "preamble").words).toBe(12);
    expect(countScope({ ...document, clauses: [] }, "preamble").words).toBe(0);
  });

  it("counts a clause with its table, and attachments by themselves", () => {
    expect(countScope(document, { clause: 0 }).words).toBe(10 + 8);
    expect(countScope(document, { clause: 9 }).words).toBe(0);
    expect(countScope(document, "attachments").words).toBe(4);
  });

  it("leaves a web page's navigation out of the document, but nothing of a docx", () => {
    const web = draft([block(0, "首页 政务公开"), block(1, "通知正文"), block(2, "打印本页")], {
      chrome: [
        { first: 0, last: 0 },
        { first: 2, last: 2 },
      ],
    });
    expect(countScope(web, "document").words).toBe(4);
    expect(countScope(web, "file").words).toBe(6 + 4 + 4);
    const docx = { ...web, source: { ...web.source, format: "docx" as const } };
    expect(countScope(docx, "document").words).toBe(6 + 4 + 4);
  });
});
