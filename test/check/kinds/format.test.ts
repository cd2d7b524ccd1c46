import {
  AlignmentType,
  Document,
  Footer,
  type IPropertiesOptions,
  LineRuleType,
  Packer,
  Paragraph,
  TextRun,
} from "docx";
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

/** A paper of whole lines: text, points, alignment, points above. */
async function paper(lines: [string, number?, ("left" | "center" | "right")?, number?][], top = 37, footer = true) {
  const file = new Document({
    sections: [
      {
        properties: { page: { ...A4, margin: { ...A4.margin, top: mm(top) } } },
        footers: footer
          ? {
              default: new Footer({
                children: [new Paragraph({ children: [new TextRun({ text: "— 1 —", size: 28 })] })],
              }),
            }
          : {},
        children: lines.map(
          ([text, size = 16, alignment = "left", before = 0]) =>
            new Paragraph({
              alignment,
              spacing: { before: before * 20 },
              run: { size: size * 2 },
              children: [new TextRun({ text, size: size * 2, font: { eastAsia: "仿宋" } })],
            }),
        ),
      },
    ],
  });
  const result = await read(new Uint8Array(await Packer.toBuffer(file)), "草稿.docx", DEFAULT_LIMITS);
  if (!result.ok) throw new Error(result.failure.reason);
  return recognise(result.source, "草稿.docx", {});
}

const LETTER: [string, number?, ("left" | "center" | "right")?][] = [
  ["某某市教育局", 36, "center"],
  ["某教函〔2026〕12号", 16, "right"],
  ["某某市教育局关于商请提供数据的函", 22, "center"],
  ["市统计局："],
  [BODY],
];

describe("letter, order and minutes", () => {
  const fromPage = { letter: true, mark: { from: "page", distance: 30 } };

  it("measures the head of a letter from the edge of the paper", async () => {
    expect(hitsOf(await verdictOf(await paper(LETTER, 27), "format", fromPage))).toEqual([]);
    const low = hitsOf(await verdictOf(await paper(LETTER, 50), "format", fromPage));
    expect(low.map(({ values }) => values?.actual)).toEqual(["52"]);
  });

  it("lets the margin above a letter be as small as its head needs", async () => {
    const margins = { margins: { top: 37, right: 26, bottom: 35, left: 28 } };
    expect(hitsOf(await verdictOf(await paper(LETTER, 27), "format", margins))).toEqual([]);
    expect(hitsOf(await verdictOf(await paper(LETTER.slice(2), 27), "format", margins))).toHaveLength(1);
  });

  it("takes a paper headed 某某市教育局文件 for no letter", async () => {
    const headed: typeof LETTER = [["某某市教育局文件", 36, "center"], ...LETTER.slice(1)];
    const verdict = await verdictOf(await paper(headed), "format", {
      letter: true,
      role: "docNumber",
      alignment: "right",
    });
    expect(verdict).toMatchObject({ outcome: "not-applicable" });
  });

  it("asks no page number of a paper without footers when it looks at the first page", async () => {
    const first = { letter: true, firstPage: "unnumbered" };
    expect(hitsOf(await verdictOf(await paper(LETTER, 37, false), "format", first))).toEqual([]);
    expect(hitsOf(await verdictOf(await paper(LETTER), "format", first))).toHaveLength(1);
  });

  it("adds the blank lines above a head to its distance", async () => {
    const order = { mark: { from: "type-area", distance: 20, tolerance: 5 } };
    const lines: [string, number?, "center"?][] = [["某某市人民政府令", 36, "center"], ["第12号"], [BODY]];
    const alone = hitsOf(await verdictOf(await paper(lines), "format", order));
    expect(alone.map(({ values }) => values?.actual)).toEqual(["2"]);
    const blanks: typeof lines = [["", 16], ["", 16], ["", 16], ...lines];
    expect(hitsOf(await verdictOf(await paper(blanks), "format", order))).toHaveLength(0);
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
