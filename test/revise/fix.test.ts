import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OfficialDocument } from "../../src/model/document.ts";
import { DEFAULT_LIMITS } from "../../src/model/limits.ts";
import { read } from "../../src/read/read.ts";
import { recognise } from "../../src/recognise/recognise.ts";
import { fixes } from "../../src/revise/fix/fixes.ts";
import { fixDocument } from "../../src/revise/fix-document.ts";
import { docx, p, r } from "../read/docx/build.ts";
import { documentOf, textOfBlocks } from "./covered.ts";
import { mainXml } from "./unmark.ts";

async function open(bytes: Uint8Array, name: string): Promise<OfficialDocument> {
  const result = await read(bytes, name, DEFAULT_LIMITS);
  if (!result.ok) throw new Error(result.failure.reason);
  return recognise(result.source, name, {});
}

async function fixedText(text: string, name = "draft.txt"): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  const result = fixDocument(bytes, await open(bytes, name));
  if (!result.ok) throw new Error(result.reason);
  return new TextDecoder().decode(result.bytes);
}

const notice = (number: string, addressees: string, date: string) =>
  `某某市人民政府办公室关于加强管理的通知\n${number}\n${addressees}\n为加强管理，现将有关事项通知如下，请认真贯彻落实。\n某某市人民政府办公室\n${date}\n`;

describe("what is mended in a text", () => {
  it.each([
    [
      "the brackets of 发文字号",
      notice("某政办发[2024]12号", "各县区人民政府：", "2024年1月5日"),
      notice("某政办发〔2024〕12号", "各县区人民政府：", "2024年1月5日"),
    ],
    [
      "round brackets of 发文字号",
      notice("某政办发（2024）12号", "各县区人民政府：", "2024年1月5日"),
      notice("某政办发〔2024〕12号", "各县区人民政府：", "2024年1月5日"),
    ],
    [
      "padding zeros of 成文日期",
      notice("某政办发〔2024〕12号", "各县区人民政府：", "2024年01月05日"),
      notice("某政办发〔2024〕12号", "各县区人民政府：", "2024年1月5日"),
    ],
    [
      "a half-width colon behind 主送机关",
      notice("某政办发〔2024〕12号", "各县区人民政府，市直各部门:", "2024年1月5日"),
      notice("某政办发〔2024〕12号", "各县区人民政府，市直各部门：", "2024年1月5日"),
    ],
    ["a number cited in square brackets", "按照国发[2019]3号文件执行。", "按照国发〔2019〕3号文件执行。"],
    [
      "half-width marks between Chinese",
      "要坚持原则,敢于担当;做到心中有数!不得推诿:",
      "要坚持原则，敢于担当；做到心中有数！不得推诿：",
    ],
    ["a pair of half-width brackets", "各县(区)人民政府要落实。", "各县（区）人民政府要落实。"],
    ["a mark behind （一）", "（一）、加强领导。", "（一）加强领导。"],
    ["a mark behind 一", "一.总体要求", "一、总体要求"],
    ["a mark behind 1", "1、加强领导。", "1.加强领导。"],
    ["、 between titles", "按照《甲》、《乙》执行。", "按照《甲》《乙》执行。"],
  ])("%s", async (_what, before, after) => {
    expect(await fixedText(before)).toBe(after);
    expect(await fixedText(after)).toBe(after);
  });

  it("a colon that is missing behind several organs right below the title", async () => {
    const text =
      "# 某某市人民政府办公室关于加强管理的通知\n\n各县区人民政府，市直各部门\n\n为加强管理，现将有关事项通知如下，请认真贯彻落实，确保取得实效。\n";
    expect(await fixedText(text, "draft.md")).toBe(text.replace("市直各部门", "市直各部门："));
  });

  it.each([
    ["English and numbers", "使用Word,Excel等软件(v1.2)或比例1:2,时间9:30。"],
    ["a bracket with a number in it", "上年度(2023)完成(3)项。"],
    [
      "one organ below the title, which may be the issuer",
      "某某市关于加强管理的通知\n某某市人民政府办公室\n为加强管理，现将有关事项通知如下，请认真贯彻落实，确保取得实效。",
    ],
    ["a case number in round brackets", "依据（2019）京01民初3号判决执行。"],
    ["numbers that count and lists inside a paragraph", "1、2号楼由街道负责。\n1、甲方负责；2、乙方负责。"],
    ["titles with something between", "按照《甲》（2019年）、《乙》执行。"],
    ["an address", "详见 http://a.cn/甲,乙 页面。"],
  ])("not: %s", async (_what, text) => {
    const kept = text.replace("甲,乙", "甲，乙");
    expect(await fixedText(text)).toBe(kept);
  });

  it("never a word, and nothing is left for a second time", async () => {
    const piece = fc.constantFrom(
      "一",
      "（",
      "）",
      "(",
      ")",
      "、",
      ",",
      ":",
      "，",
      "》",
      "《",
      "号",
      "[",
      "]",
      "2024",
      "年",
      "0",
      "1",
      "月",
      "日",
      " ",
      "\n",
      "”",
      "“",
      "1",
      ".",
      "发",
      ";",
    );
    const texts = fc.array(piece, { minLength: 1, maxLength: 40 }).map((all) => all.join(""));
    const words = (text: string) => text.replace(/[^\u4e00-\u9fff1-9]/g, "");
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        fc.pre(text.trim() !== "");
        const once = await fixedText(text);
        expect(words(once)).toBe(words(text));
        expect(await fixedText(once)).toBe(once);
      }),
      { numRuns: 1500 },
    );
  });
});

describe("a mended text file", () => {
  it.each([
    ["GB 18030", [0xd2, 0xaa, 0x2c, 0xb0, 0xec, 0x0d, 0x0a], [0xd2, 0xaa, 0xa3, 0xac, 0xb0, 0xec, 0x0d, 0x0a]],
    [
      "UTF-8 with a byte order mark",
      [0xef, 0xbb, 0xbf, 0xe8, 0xa6, 0x81, 0x2c, 0xe5, 0x8a, 0x9e],
      [0xef, 0xbb, 0xbf, 0xe8, 0xa6, 0x81, 0xef, 0xbc, 0x8c, 0xe5, 0x8a, 0x9e],
    ],
    ["UTF-16", [0xff, 0xfe, 0x81, 0x89, 0x2c, 0x00, 0x9e, 0x52], [0xff, 0xfe, 0x81, 0x89, 0x0c, 0xff, 0x9e, 0x52]],
  ])("keeps its encoding and line ends: %s", async (_encoding, before, after) => {
    const bytes = Uint8Array.from(before);
    const result = fixDocument(bytes, await open(bytes, "draft.txt"));
    expect(result.ok && [...result.bytes]).toEqual(after);
  });

  it("leaves what Markdown writes in another way", async () => {
    const text = "按照国发\\[2019\\]3号执行,请落实。\n";
    const bytes = new TextEncoder().encode(text);
    const result = fixDocument(bytes, await open(bytes, "draft.md"));
    expect(result.ok && [result.done.length, result.left.length]).toEqual([1, 2]);
    expect(result.ok && new TextDecoder().decode(result.bytes)).toBe("按照国发\\[2019\\]3号执行，请落实。\n");
  });
});

describe("a mended Word document", () => {
  const mend = (body: string) => {
    const bytes = docx(body);
    const result = fixDocument(bytes, documentOf(bytes));
    if (!result.ok) throw new Error(result.reason);
    return { ...result, xml: mainXml(result.bytes), text: textOfBlocks(documentOf(result.bytes)) };
  };

  it("has tracked changes in the look of the run", () => {
    const { xml, text } = mend(p("要坚持原则,敢于担当。", "", "<w:b/>"));
    expect(text).toBe("要坚持原则，敢于担当。");
    expect(xml).toMatch(
      /<w:del w:id="0" w:author="公文检查" w:date="2000-01-01T00:00:00Z"><w:r><w:rPr><w:b\/><\/w:rPr><w:delText xml:space="preserve">,<\/w:delText><\/w:r><\/w:del><w:ins w:id="1" w:author="公文检查" w:date="2000-01-01T00:00:00Z"><w:r><w:rPr><w:b\/><\/w:rPr><w:t xml:space="preserve">，<\/w:t><\/w:r><\/w:ins>/,
    );
  });

  it("has the drafter's revisions as they were; what stands in them is left to the drafter", () => {
    const inserted = `<w:ins w:id="3" w:author="张">${r("敢于,担当")}</w:ins>`;
    const { xml, text, left } = mend(`<w:p>${r("要坚持,原则")}${inserted}${r("。")}</w:p>`);
    expect(text).toBe("要坚持，原则敢于,担当。");
    expect(xml).toContain(inserted);
    expect(left).toHaveLength(1);
  });

  it("takes a mark away and gives the zero of a date back when rejected", () => {
    const { text, xml } = mend(p("（一）、加强领导。"));
    expect(text).toBe("（一）加强领导。");
    expect(xml).toContain('<w:delText xml:space="preserve">、</w:delText>');
    expect(xml).not.toContain("<w:ins ");
  });

  it("is the draft itself, byte for byte, where nothing is to be mended; a signed one is refused", () => {
    const bytes = docx(p("没有问题。"));
    const result = fixDocument(bytes, documentOf(bytes));
    expect(result.ok && result.bytes).toBe(bytes);
    const signed = docx(p("要坚持,原则"), { files: { "_xmlsignatures/sig1.xml": "<a/>" } });
    expect(fixDocument(signed, documentOf(signed))).toMatchObject({ ok: false, reason: "revise.signed" });
  });

  it("numbers and headers are not touched", () => {
    const section = '<w:sectPr><w:headerReference w:type="default" r:id="h1"/></w:sectPr>';
    const bytes = docx(p("正文。") + section, { headers: { h1: p("页眉,文字") } });
    expect(fixes(documentOf(bytes))).toEqual([]);
  });
});
