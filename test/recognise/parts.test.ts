import { describe, expect, test } from "vitest";
import { recognise } from "../../src/recognise/recognise.ts";
import { bodyLines, draft, rows, sourceOf } from "./draft.ts";

const NOTICE = [
  "某市人民政府办公室关于印发某市减负工作方案的通知",
  "某政办发〔2024〕3号",
  "各县区人民政府：",
  "《某市减负工作方案》已经市政府同意，现印发给你们，请认真贯彻执行。",
  "某市人民政府办公室",
  "2024年3月5日",
].join("\n");
const PLAN =
  "某市减负工作方案\n为减轻基层负担，制定本方案。\n一、减少文件\n严格控制发文数量。\n二、减少会议\n严格控制会议规模。";

describe("a notice and the plan it prints", () => {
  const document = draft(`${NOTICE}\n${PLAN}\n附件：任务清单\n附件\n任务清单\n1.压减文件，由市政府办公室负责。`);

  test("two parts, each with its title and body", () => {
    expect(document.parts.map((part) => [part.name, part.title?.text])).toEqual([
      ["notice", "某市人民政府办公室关于印发某市减负工作方案的通知"],
      ["annex", "某市减负工作方案"],
    ]);
    expect(document.parts.map((part) => [part.body?.first, part.body?.last])).toEqual([
      [3, 3],
      [7, 11],
    ]);
  });

  test("the body runs from the notice's first line to the plan's last, the elements are the notice's", () => {
    expect(bodyLines(document)).toEqual([4, 12]);
    expect(document.elements.signature?.text).toBe("某市人民政府办公室");
    expect(document.elements.date?.text).toBe("2024年3月5日");
    expect(document.elements.attachments.map((a) => a.text)).toEqual(["任务清单"]);
  });

  test("clauses belong to the plan, and the attachment has none", () => {
    expect(rows(document)).toEqual(["9 一、 1", "11 二、 1"]);
    expect(document.clauses.every((clause) => clause.part === "annex")).toBe(true);
    expect(document.attachments.map((a) => [a.label, a.title?.text])).toEqual([["附件", "任务清单"]]);
  });

  test("a plan without a title, after an order signed by a person", () => {
    const order = draft(
      `某市人民政府令\n第16号\n《某市数据办法》已经审议通过，现予公布。\n市长　王某某\n2024年3月5日\n第一条 为了规范管理，制定本办法。\n第二条 本办法自公布之日起施行。`,
    );
    expect(order.parts.map((part) => part.name)).toEqual(["notice", "annex"]);
    expect(order.elements.docNumber?.text).toBe("第16号");
    expect(order.elements.signature?.text).toBe("市长　王某某");
    expect(rows(order)).toEqual(["6 第一条 1", "7 第二条 1"]);
  });

  test("a report that is passed on keeps its own addressees out of its body", () => {
    const passed = draft(
      `某市转发某局关于减负工作报告的通知\n各县区人民政府：\n现转发给你们，请贯彻执行。\n某市人民政府\n2024年3月5日\n关于减负工作的报告\n市人民政府：\n现将情况报告如下。\n一、文件减少。`,
    );
    expect(passed.parts[1]?.body).toEqual({ first: 7, last: 8 });
    expect(passed.elements.addressees?.text).toBe("各县区人民政府：");
  });
});

describe("one document", () => {
  test("an attached list is no part", () => {
    const document = draft(
      `某市关于表彰先进单位的决定\n各县区人民政府：\n为鼓励先进，决定予以表彰。\n附件：先进单位名单\n某市人民政府\n2024年3月5日\n附件\n先进单位名单\n甲县人民政府\n乙县人民政府`,
    );
    expect(document.parts.map((part) => part.name)).toEqual(["document"]);
    expect(document.attachments.map((a) => [a.title?.text, a.range])).toEqual([
      ["先进单位名单", { first: 6, last: 9 }],
    ]);
    expect(bodyLines(document)).toEqual([3, 3]);
  });

  test("an empty text has nothing", () => {
    const document = draft("\n\n");
    expect([document.body, document.parts, document.clauses, document.elements.title]).toEqual([null, [], [], null]);
  });
});

describe("the page around a document", () => {
  const page = [
    "首页 > 政务公开 > 正文",
    "某市发布减负措施",
    "来源：某市日报　发布时间：2024-03-06",
    "某市关于减负的通知",
    "各县区人民政府：",
    "为减轻基层负担，现通知如下。",
    "一、减少文件。",
    "某市人民政府",
    "2024年3月5日",
    "扫一扫在手机打开当前页",
    "责任编辑：王某",
    "版权所有 某网",
  ].join("\n");

  test("menus and bylines above, buttons and editors below", () => {
    const document = draft(page);
    expect(document.chrome).toEqual([
      { first: 0, last: 2 },
      { first: 9, last: 11 },
    ]);
    expect(document.elements.title?.text).toBe("某市关于减负的通知");
    expect(bodyLines(document)).toEqual([6, 7]);
  });

  test("a body without 落款 ends at its last sentence", () => {
    const document = draft("某市关于减负的意见\n一、减少文件。\n二、减少会议。\n• 微笑\n• 流汗\n责任编辑：王某\n0");
    expect(bodyLines(document)).toEqual([2, 3]);
  });

  test("metadata above the title is page, a number right above it is not", () => {
    const document = draft(
      "发文字号：\n某政发〔2024〕9号\n主题词：\n某政发〔2024〕3号\n某市关于减负的通知\n各县区人民政府：\n为减轻基层负担，现通知如下。",
    );
    expect(document.elements.docNumber?.text).toBe("某政发〔2024〕3号");
    expect(document.chrome).toEqual([{ first: 0, last: 2 }]);
  });
});

describe("manual line breaks inside a paragraph", () => {
  const source = sourceOf("甲\n乙\n丙\n丁");
  source.format = "docx";
  source.blocks[0]!.text = "某市人民政府\n关于减负的通知";
  source.blocks[1]!.text = "一、减少文件\n严格控制发文数量。\n二、减少会议\n严格控制会议规模。";
  source.blocks[2]!.text = "某市人民政府\n2024年3月5日";
  source.blocks[3]!.text = "（此件公开发布）";
  const document = recognise(source, "a.docx", {});

  test("divide it into lines: title, clauses and 落款 are found", () => {
    expect(document.elements.title?.text).toBe("某市人民政府关于减负的通知");
    expect(
      document.clauses.map((clause) => document.blocks[1]!.text.slice(clause.head.start, clause.head.end)),
    ).toEqual(["减少文件", "减少会议"]);
    expect(document.elements.signature?.text).toBe("某市人民政府");
    expect(document.elements.date?.text).toBe("2024年3月5日");
  });

  test("a clause's own text ends where the next begins", () => {
    expect(document.clauses[0]!.own.map((span) => document.blocks[1]!.text.slice(span.start, span.end))).toEqual([
      "一、减少文件",
      "严格控制发文数量。",
    ]);
  });
});

describe("what follows 落款", () => {
  const notice =
    "某市关于印发某市减负方案的通知\n各县区人民政府：\n现将《某市减负方案》印发给你们。\n某市人民政府\n2024年3月5日";

  test("links of a page are no printed plan", () => {
    const document = draft(
      `${notice}\n相关文档\n某市关于精简会议、文件和简报的实施意见（某政发〔2023〕1号）\n某市关于规范督查检查考核、严控总量的通知（某政发〔2023〕2号）`,
    );
    expect(document.parts.map((part) => part.name)).toEqual(["document"]);
    expect(bodyLines(document)).toEqual([3, 3]);
  });

  test("a printed plan stays the annex under a long notice, and with 附件 above it", () => {
    const items = Array.from("一二三四五六七八九", (ordinal) => `${ordinal}、抓好落实。`).join("\n");
    const long = notice.replace("印发给你们。", `印发给你们，请抓好以下工作。\n${items}`);
    for (const head of ["", "附件\n"]) {
      const document = draft(`${long}\n${head}某市减负方案\n为减轻负担，制定本方案。\n一、减少文件。\n二、减少会议。`);
      expect(document.parts.map((part) => [part.name, part.title?.text])).toEqual([
        ["notice", "某市关于印发某市减负方案的通知"],
        ["annex", "某市减负方案"],
      ]);
    }
  });

  test("a form that the notice does not name is an attachment", () => {
    const document = draft(
      `${notice.replace("印发某市减负方案", "报送减负情况")}\n附件\n减负情况统计表\n一、文件数量。\n二、会议数量。`,
    );
    expect(document.parts.map((part) => part.name)).toEqual(["document"]);
    expect(document.attachments.map((a) => a.title?.text)).toEqual(["减负情况统计表"]);
  });
});
