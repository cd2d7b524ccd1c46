import { describe, expect, test } from "vitest";
import { recognise } from "../../src/recognise/recognise.ts";
import { bodyLines, draft, rows, sourceOf } from "./draft.ts";

const BODY = "为进一步改进作风，现就有关事项通知如下。\n一、减少文件。各部门严格控制发文数量。";
const elements = (text: string) => draft(text).elements;

describe("标题", () => {
  test("over several lines, the issuers above it included, joined without a break", () => {
    const { title } = elements(`中共某市委办公室 某市人民政府办公室\n关于加强基层\n减负工作的通知\n${BODY}`);
    expect(title?.text).toBe("中共某市委办公室 某市人民政府办公室关于加强基层减负工作的通知");
    expect(title?.spans.map((span) => span.block)).toEqual([0, 1, 2]);
  });

  test("broken inside a name, in traditional characters", () => {
    expect(elements(`某省人民政府關於促進\n綜合保稅區發展的\n若干意見\n${BODY}`).title?.text).toBe(
      "某省人民政府關於促進綜合保稅區發展的若干意見",
    );
  });

  test("with （试行） below it", () => {
    expect(elements(`某市政务数据管理办法\n（试行）\n第一条 为了规范管理，制定本办法。`).title?.text).toBe(
      "某市政务数据管理办法（试行）",
    );
  });

  test("the one that opens the document where a page shows it several times", () => {
    const document = draft(
      `某市减负方案.docx\n下载 举报\n某市减负方案\n《某市减负方案》由会员分享，可在线阅读。\n某市减负方案\n${BODY}`,
    );
    expect(document.elements.title?.spans[0]?.block).toBe(4);
    expect(bodyLines(document)).toEqual([6, 7]);
  });

  test("quoted by a report that gives the text below", () => {
    const document = draft(`要闻\n近日，某市印发《某市减负方案》，要求抓好落实。\n《某市减负方案》内容如下：\n${BODY}`);
    expect(document.elements.title?.text).toBe("某市减负方案");
    expect(bodyLines(document)).toEqual([4, 5]);
  });

  test("none where the text begins with the body", () => {
    expect(elements(BODY).title).toBeNull();
  });
});

describe("版头 and 主送机关", () => {
  const text = [
    "000001",
    "机密★1年",
    "特急",
    "某市人民政府文件",
    "某政发〔2024〕3号　　　签发人：王某某",
    "某市人民政府关于减负工作情况的报告",
    "省人民政府：",
    "现将有关情况报告如下。",
  ].join("\n");

  test("every element above the title", () => {
    const found = elements(text);
    expect(found.copyNumber?.text).toBe("000001");
    expect(found.secrecy?.text).toBe("机密★1年");
    expect(found.urgency?.text).toBe("特急");
    expect(found.issuerMark?.text).toBe("某市人民政府文件");
    expect(found.docNumber?.text).toBe("某政发〔2024〕3号");
    expect(found.signers?.text).toBe("王某某");
    expect(found.title?.text).toBe("某市人民政府关于减负工作情况的报告");
    expect(found.addressees?.text).toBe("省人民政府：");
    expect(bodyLines(draft(text))).toEqual([8, 8]);
  });

  test.each([
    "某政发〔2024〕3号",
    "某政办发[2024]3号",
    "某政办函﹝2024﹞012号",
    "某政规〔2024〕第3号",
    "某府办〔2024〕×号",
    "中办发〔2024〕14号",
  ])("发文字号 %s below the title", (number) => {
    expect(elements(`某市关于减负的通知\n${number}\n各县区人民政府：\n${BODY}`).docNumber?.text).toBe(number);
  });

  test.each([
    "各县（市、区）人民政府，市政府各部门，市直有关单位：",
    "各区人民政府,市政府各部门、各直属机构:",
    "各省、自治区、直辖市及计划单列市工业和信息化、发展改革、财政主管部门，各有关单位：",
    "北京市、天津市人民政府，北京军区：",
    "某某工业大学：",
    "各縣（市、區）人民政府，市直各單位：",
  ])("主送机关 %s", (line) => {
    const document = draft(`某市关于减负的通知\n${line}\n${BODY}`);
    expect(document.elements.addressees?.text).toBe(line);
    expect(bodyLines(document)).toEqual([3, 4]);
  });

  test.each(["现将有关事项通知如下：", "主要任务是：", "联系电话："])("%s addresses nobody", (line) => {
    expect(elements(`某市关于减负的通知\n${line}\n${BODY}`).addressees).toBeNull();
  });
});

describe("below the body", () => {
  const end = (text: string) => draft(`某市关于减负的通知\n各县区人民政府：\n${BODY}\n${text}`);

  test("落款 and 成文日期", () => {
    const document = end("某市人民政府\n2024年3月5日\n（此件公开发布）");
    expect(document.elements.signature?.text).toBe("某市人民政府");
    expect(document.elements.date?.text).toBe("2024年3月5日");
    expect(document.elements.publicity?.text).toBe("（此件公开发布）");
    expect(document.elements.notes?.text).toBe("（此件公开发布）");
    expect(bodyLines(document)).toEqual([3, 4]);
  });

  test("several organs, side by side and one below the other", () => {
    const { signature } = end("某市卫生健康委员会 某市财政局\n某市医疗保障局\n2024年3月5日").elements;
    expect(signature?.text).toBe("某市卫生健康委员会 某市财政局\n某市医疗保障局");
  });

  test("names that a printed page breaks into two lines each", () => {
    const { signature, date } = end(
      "某某市工业和\n信息化局\n某某市公安局 某某市城乡交通\n运输局\n2024年3月5日",
    ).elements;
    expect(signature?.text).toBe("某某市工业和\n信息化局\n某某市公安局 某某市城乡交通\n运输局");
    expect(date?.text).toBe("2024年3月5日");
  });

  test("two short lines without a day below are no broken name", () => {
    expect(end("某某市工业和\n信息化局").elements.signature).toBeNull();
  });

  test("organ and day on one line", () => {
    const { elements: found } = end("某市人民政府办公室　2024年3月5日");
    expect(found.signature?.text).toBe("某市人民政府办公室");
    expect(found.date?.text).toBe("2024年3月5日");
  });

  test.each([
    "二〇一九年一月十二日",
    "二○二四年十二月三十一日",
    "２０２４年３月５日",
    "2024 年 3 月 5 日",
    "2024年×月×日",
    "2024年  月  日",
  ])("成文日期 %s", (date) => {
    expect(end(`某市人民政府\n${date}`).elements.date?.text).toBe(date);
  });

  test("附件说明 with one name, with several on one line, and line by line", () => {
    const names = (text: string) => end(`${text}\n某市人民政府\n2024年3月5日`).elements.attachments.map((a) => a.text);
    expect(names("附件：减负任务清单")).toEqual(["减负任务清单"]);
    expect(names("附件：1.任务清单 2.责任分工表")).toEqual(["任务清单", "责任分工表"]);
    expect(names("附件：1．任务清单\n　　　2．责任分工表")).toEqual(["任务清单", "责任分工表"]);
    expect(names("附件1：任务清单\n附件2：责任分工表")).toEqual(["任务清单", "责任分工表"]);
    expect(names("附件：\n1.《任务清单》\n2.责任分工表（试行）")).toEqual(["任务清单", "责任分工表（试行）"]);
  });

  test("附件说明 is no part of the body and holds no clauses", () => {
    const document = end("附件：1.任务清单\n2.责任分工表\n某市人民政府\n2024年3月5日");
    expect(bodyLines(document)).toEqual([3, 4]);
    expect(document.clauses).toHaveLength(1);
  });

  test("a name and a day among numbered items close nothing", () => {
    const document = end("二、报送名单。\n某市财政局\n2024年3月5日\n三、抓好落实。\n某市人民政府\n2024年3月8日");
    expect(document.elements.date?.text).toBe("2024年3月8日");
    expect(bodyLines(document)).toEqual([3, 8]);
  });

  test("whom to ask, between 附件说明 and 落款", () => {
    const { elements: found } = end("附件：任务清单\n（联系人：王某，电话：0000000）\n某市人民政府\n2024年3月5日");
    expect(found.signature?.text).toBe("某市人民政府");
    expect(found.notes?.text).toBe("（联系人：王某，电话：0000000）");
  });

  test("版记", () => {
    const { copies, printed } = end(
      "某市人民政府\n2024年3月5日\n抄送：市委各部门，市人大常委会办公室。\n某市人民政府办公室　　2024年3月6日印发",
    ).elements;
    expect(copies?.text).toBe("抄送：市委各部门，市人大常委会办公室。");
    expect(printed?.text).toBe("某市人民政府办公室　　2024年3月6日印发");
  });

  test("takes the bodies copied to over as many lines as they run", () => {
    const { copies } = end(
      "某市人民政府\n2024年3月5日\n抄送：市委各部门；\n各县区人民政府，\n高新区管委会；\n本市领导同志；\n驻市纪检监察组，各内设机构。\n某市人民政府办公室　　2024年3月6日印发",
    ).elements;
    expect(copies?.text.startsWith("抄送：市委各部门；")).toBe(true);
    expect(copies?.text.endsWith("各内设机构。")).toBe(true);
  });

  test("a heading that names an organ closes nothing", () => {
    const document = end("二、职责分工\n市财政局\n负责落实经费。\n市发展改革委\n负责统筹协调。");
    expect(document.elements.signature).toBeNull();
    expect(bodyLines(document)).toEqual([3, 9]);
  });
});

describe("outside the main story", () => {
  const source = sourceOf(
    "某市人民政府文件\n某政发〔2024〕3号\n某市人民政府关于减负的通知\n各县区人民政府：\n为减轻负担，现通知如下。\n第1页",
  );
  source.format = "docx";
  source.blocks[0]!.region = "text-box";
  source.blocks[1]!.region = "text-box";
  source.blocks[5]!.region = "footer";
  const document = recognise(source, "a.docx", {});

  test("a red head in a text box is found, its text is no part of the body", () => {
    expect(document.elements.issuerMark?.text).toBe("某市人民政府文件");
    expect(document.elements.docNumber?.text).toBe("某政发〔2024〕3号");
    expect(document.elements.title?.text).toBe("某市人民政府关于减负的通知");
    expect(document.body).toEqual({ first: 4, last: 4 });
  });

  test("an office file has no page around it", () => {
    expect(document.chrome).toEqual([]);
  });
});

describe("tables", () => {
  test("a numbered cell is no clause", () => {
    const source = sourceOf("某市减负方案\n一、任务\n1.清理文件\n2.清理会议\n二、要求\n抓好落实。");
    source.format = "docx";
    for (const row of [0, 1]) {
      const cell = { table: 1, row, column: 0, rowSpan: 1, columnSpan: 1, depth: 1 };
      Object.assign(source.blocks[2 + row]!, { kind: "table-cell", cell });
    }
    expect(rows(recognise(source, "a.docx", {}))).toEqual(["2 一、 1", "5 二、 1"]);
  });

  test("a whole document laid out in one cell reads as a document", () => {
    const text =
      "某市减负方案\n为减轻负担，制定本方案。\n一、任务\n（一）文件\n1.清理文件。\n2.清理简报。\n二、要求\n抓好落实。\n三、附则\n本方案自印发之日起施行。";
    const source = sourceOf(text);
    source.format = "docx";
    const cell = { table: 1, row: 0, column: 0, rowSpan: 1, columnSpan: 1, depth: 1 };
    for (const block of source.blocks) Object.assign(block, { kind: "table-cell", cell });
    const document = recognise(source, "a.docx", {});
    expect(document.elements.title?.text).toBe("某市减负方案");
    expect(rows(document)).toEqual(["3 一、 1", "4 （一） 2", "5 1. 3", "6 2. 3", "7 二、 1", "9 三、 1"]);
  });

  test("版记 in a table", () => {
    const source = sourceOf(
      "某市关于减负的通知\n各县区人民政府：\n为减轻负担，现通知如下。\n某市人民政府\n2024年3月5日\n抄送：市委各部门。\n某市人民政府办公室\n2024年3月6日印发",
    );
    source.format = "docx";
    [5, 6, 7].forEach((index, row) => {
      const cell = { table: 1, row, column: 0, rowSpan: 1, columnSpan: 1, depth: 1 };
      Object.assign(source.blocks[index]!, { kind: "table-cell", cell });
    });
    const { elements: found } = recognise(source, "a.docx", {});
    expect(found.copies?.text).toBe("抄送：市委各部门。");
    expect(found.printed?.text).toBe("某市人民政府办公室\n2024年3月6日印发");
  });
});

describe("红头 and 落款 in unusual layouts", () => {
  test("a joint red head over several lines", () => {
    const { issuerMark } = elements(
      `中共某市委办公室\n某市人民政府办公室\n文件\n某办发〔2024〕3号\n关于减负的通知\n${BODY}`,
    );
    expect(issuerMark?.text).toBe("中共某市委办公室\n某市人民政府办公室\n文件");
  });

  test("two organs side by side in a table", () => {
    const source = sourceOf(`某市关于减负的通知\n${BODY}\n某市财政局\n某市民政局\n2024年3月5日`);
    source.format = "docx";
    [3, 4, 5].forEach((index, column) => {
      const cell = { table: 1, row: 0, column, rowSpan: 1, columnSpan: 1, depth: 1 };
      Object.assign(source.blocks[index]!, { kind: "table-cell", cell });
    });
    const document = recognise(source, "a.docx", {});
    expect(document.elements.signature?.text).toBe("某市财政局\n某市民政局");
    expect(document.elements.date?.text).toBe("2024年3月5日");
    expect(document.body).toEqual({ first: 1, last: 2 });
  });

  test("a draft's stand-in for the organ, and a day in figures", () => {
    expect(elements(`关于减负的通知\n${BODY}\n××××\n2024年×月×日`).signature?.text).toBe("××××");
    expect(elements(`关于减负的通知\n${BODY}\n某市财政局\n2024-03-05`).date?.text).toBe("2024-03-05");
  });
});
