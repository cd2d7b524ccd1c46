import { describe, expect, test } from "vitest";
import { DEFAULT_LIMITS } from "../../src/model/limits.ts";
import { readDocx } from "../../src/read/docx/read-docx.ts";
import { recognise } from "../../src/recognise/recognise.ts";
import { outlineView } from "../../src/report/outline.ts";
import { docx, p } from "../read/docx/build.ts";

const level = (index: number, format: string, text: string) =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:suff w:val="nothing"/><w:lvlText w:val="${text}"/></w:lvl>`;
const numbered = (text: string, at: number) =>
  p(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="1"/></w:numPr>`);

function rows(body: string, levels: string): string[] {
  const numbering = `<w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
  const result = readDocx(docx(body, { numbering }), DEFAULT_LIMITS);
  if (!result.ok) throw new Error(result.failure.reason);
  return outlineView(recognise(result.source, "draft.docx", {})).clauses.map((c) => `${c.line} ${c.label} ${c.level}`);
}

describe("a number that Word prints is a label whatever stands behind it", () => {
  test("articles before 及时, 的 and 所", () => {
    const body = [
      p("某某规范", ""),
      ...["建立制度。", "及时主动反馈。", "所在单位应当配合。", "中心负责登记。"].map((t) => numbered(t, 0)),
    ];
    expect(rows(body.join(""), level(0, "chineseCounting", "第%1条"))).toEqual([
      "2 第一条 1",
      "3 第二条 1",
      "4 第三条 1",
      "5 第四条 1",
    ]);
  });

  test("numbers before a figure", () => {
    const body = ["统筹布局网络。", "5G网络加快覆盖。", "10万级企业培育。"].map((t) => numbered(t, 0));
    expect(rows(p("某某方案") + body.join(""), level(0, "decimal", "%1."))).toEqual(["2 1. 1", "3 2. 1", "4 3. 1"]);
  });

  test("decimals below their number", () => {
    const body = numbered("总则", 0) + numbered("目的", 1) + numbered("依据", 1) + numbered("附则", 0);
    const levels = level(0, "decimal", "%1") + level(1, "decimal", "%1.%2");
    expect(rows(p("某某预案") + body, levels).map((row) => row.split(" ").slice(1).join(" "))).toEqual([
      "1 1",
      "1.1 2",
      "1.2 2",
      "2 1",
    ]);
  });
});

describe("a web page pasted into Word", () => {
  const page = [
    "首页 > 政务公开 > 政策文件",
    "发布时间：2024-03-05 来源：某市人民政府办公室",
    "关于推进重点工作的实施方案",
    "为推进重点工作，制定本方案。",
    "一、建设平台。市大数据局负责建设全市统一平台。",
    "二、共享数据。各部门按季度共享数据。",
    "责任编辑：某某",
    "扫一扫在手机打开当前页",
    "版权所有 某市人民政府办公室",
  ];
  const view = (lines: string[]) => {
    const result = readDocx(docx(lines.map((line) => p(line.replace(">", "&gt;"))).join("")), DEFAULT_LIMITS);
    if (!result.ok) throw new Error(result.failure.reason);
    return outlineView(recognise(result.source, "draft.docx", {}));
  };

  test("keeps its menus and bylines out of the body", () => {
    expect(view(page).title).toBe("关于推进重点工作的实施方案");
    expect(view(page).body).toEqual({ firstLine: 4, lastLine: 6 });
  });

  test("a draft that says where to download a form is no page", () => {
    const draft = [...page.slice(2, 6), "附表可在办公平台下载"];
    expect(view(draft).body).toEqual({ firstLine: 2, lastLine: 5 });
  });
});
