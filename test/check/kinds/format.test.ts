import { AlignmentType, Document, type IPropertiesOptions, LineRuleType, Packer, Paragraph, TextRun } from "docx";
import { describe, expect, it } from "vitest";
import { familyOf } from "../../../src/check/format/fonts.ts";
import { DEFAULT_LIMITS } from "../../../src/model/limits.ts";
import { read } from "../../../src/read/read.ts";
import { recognise } from "../../../src/recognise/recognise.ts";
import { draft, hitsOf, verdictOf } from "./draft.ts";

const mm = (value: number) => Math.round((value * 1440) / 25.4);
const A4 = {
  size: { width: mm(210), height: mm(297) },
  margin: { top: mm(37), right: mm(26), bottom: mm(35), left: mm(28) },
};

interface Look {
  font?: string;
  size?: number;
  pitch?: number;
  indent?: boolean;
  blanks?: string;
}

const BODY =
  "秋季学期将于九月一日开学，为保证按时、安全、有序开学，现将有关事项通知如下，请提前做好各项准备工作，把责任落实到每一所学校。";

async function notice(look: Look, grid?: NonNullable<IPropertiesOptions["sections"]>[number]["properties"]) {
  const { font = "仿宋_GB2312", size = 16, pitch, indent = true, blanks = "" } = look;
  const run = (text: string) => new TextRun({ text, size: size * 2, font: { eastAsia: font, ascii: font } });
  const body = new Paragraph({
    spacing: pitch ? { line: pitch * 20, lineRule: LineRuleType.EXACT } : undefined,
    indent: indent ? { firstLine: 2 * size * 20 } : undefined,
    children: [run(blanks + BODY)],
  });
  const file = new Document({
    sections: [
      {
        properties: { page: A4, ...grid },
        children: [
          new Paragraph({ alignment: AlignmentType.CENTER, children: [run("某某市教育局关于做好秋季开学工作的通知")] }),
          new Paragraph({ children: [run("各县区教育局：")] }),
          body,
        ],
      },
    ],
  });
  const bytes = new Uint8Array(await Packer.toBuffer(file));
  const result = await read(bytes, "草稿.docx", DEFAULT_LIMITS);
  if (!result.ok) throw new Error(result.failure.reason);
  return recognise(result.source, "草稿.docx", {});
}

const check = async (look: Look, options: Record<string, unknown>, grid?: Parameters<typeof notice>[1]) =>
  hitsOf(await verdictOf(await notice(look, grid), "format", options)).map((hit) => hit.values?.actual);

describe("format", () => {
  it.each<[number, string[]]>([
    [28, []],
    [28.95, []],
    [30, ["21"]],
    [20, ["31"]],
  ])("lines a page at an exact pitch of %s pt", async (pitch, expected) => {
    expect(await check({ pitch }, { lines: 22 })).toEqual(expected);
  });

  it("takes a grid of 22 lines, and says nothing of a file that sets neither", async () => {
    expect(await check({}, { lines: 22 }, { grid: { type: "lines", linePitch: 579 } })).toEqual([]);
    expect(await check({}, { lines: 22 }, { grid: { type: "lines", linePitch: 700 } })).toEqual(["18"]);
    expect(await check({}, { lines: 22 })).toEqual([]);
  });

  it.each(["仿宋", "仿宋_GB2312", "FangSong", "FangSong_GB2312", "方正仿宋_GBK", "华文仿宋", "CESI仿宋-GB2312"])(
    "takes %s for 仿宋",
    async (font) => {
      expect(await check({ font }, { role: "body", fonts: ["仿宋"] })).toEqual([]);
    },
  );

  it("names the font that is not asked for", async () => {
    expect(await check({ font: "微软雅黑" }, { role: "body", fonts: ["仿宋", "黑体"] })).toEqual(["微软雅黑"]);
  });

  it("takes typed blanks for an indent", async () => {
    expect(await check({ indent: false }, { role: "body", indent: 2 })).toEqual(["0"]);
    expect(await check({ indent: false, blanks: "　　" }, { role: "body", indent: 2 })).toEqual([]);
    expect(await check({}, { role: "body", indent: 2 })).toEqual([]);
  });

  it("measures paper and margins with the tolerance given", async () => {
    expect(await check({}, { page: { width: 210, height: 297 } })).toEqual([]);
    expect(await check({}, { margins: { top: 37, right: 26, bottom: 35, left: 28 } })).toEqual([]);
    expect(await check({}, { margins: { top: 34, right: 26, bottom: 35, left: 28 } })).toEqual(["37/35/28/26"]);
  });

  it("cannot be checked on text", async () => {
    const verdict = await verdictOf(await draft(BODY), "format", { lines: 22 });
    expect(verdict).toMatchObject({ outcome: "not-checked", why: { reason: "check.no-layout" } });
  });
});

describe("familyOf", () => {
  it.each<[string, string | null]>([
    ["方正小标宋简体", "小标宋"],
    ["FZXBSJW--GB1-0", "小标宋"],
    ["华文中宋", "小标宋"],
    ["楷体_GB2312", "楷体"],
    ["KaiTi", "楷体"],
    ["SimHei", "黑体"],
    ["方正黑体_GBK", "黑体"],
    ["微软雅黑", null],
    ["SimSun", "宋体"],
    ["NSimSun", "宋体"],
    ["Times New Roman", null],
  ])("%s", (font, family) => {
    expect(familyOf(font)).toBe(family);
  });
});
