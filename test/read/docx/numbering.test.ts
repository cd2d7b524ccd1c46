import { describe, expect, it } from "vitest";
import { numeral } from "../../../src/read/docx/numbering/numerals.ts";
import { blocks, p, texts } from "./build.ts";

const from = (format: string, ...values: number[]) => values.map((value) => numeral(value, format));

describe("numeral", () => {
  it("writes Chinese numbers", () => {
    const values = [1, 9, 10, 11, 20, 21, 99, 100, 101, 110, 111, 1000, 1001, 1010, 10000, 10001, 100100];
    expect(from("chineseCountingThousand", ...values)).toEqual(
      "一 九 十 十一 二十 二十一 九十九 一百 一百零一 一百一十 一百一十一 一千 一千零一 一千零一十 一万 一万零一 一十万零一百".split(
        " ",
      ),
    );
    expect(from("chineseCounting", 1, 10, 12, 30, 99, 100, 215)).toEqual(
      "一 十 十二 三十 九十九 一○○ 二一五".split(" "),
    );
    expect(from("japaneseCounting", 1, 10, 15, 23, 100, 101)).toEqual("一 十 十五 二十三 百 百一".split(" "));
    expect(from("chineseLegalSimplified", 1, 10, 11, 23, 100, 105)).toEqual(
      "壹 壹拾 壹拾壹 贰拾叁 壹佰 壹佰零伍".split(" "),
    );
    expect(from("ideographLegalTraditional", 2, 3, 6)).toEqual(["貳", "參", "陸"]);
    expect(from("ideographDigital", 1, 10, 25)).toEqual(["一", "一〇", "二五"]);
    expect(from("ideographTraditional", 1, 10, 11)).toEqual(["甲", "癸", "甲"]);
    expect(from("ideographZodiac", 1, 12, 13)).toEqual(["子", "亥", "子"]);
    expect(from("ideographZodiacTraditional", 1, 2, 60, 61)).toEqual(["甲子", "乙丑", "癸亥", "甲子"]);
  });

  it("writes enclosed, wide, Latin and Roman ones", () => {
    expect(from("decimalEnclosedCircle", 1, 20, 21, 35, 36, 50, 51)).toEqual("① ⑳ ㉑ ㉟ ㊱ ㊿ 51".split(" "));
    expect(from("decimalEnclosedParen", 1, 20, 21)).toEqual(["⑴", "⒇", "21"]);
    expect(from("decimalEnclosedFullstop", 1)).toEqual(["⒈"]);
    expect(from("ideographEnclosedCircle", 1, 10, 11)).toEqual(["㊀", "㊉", "11"]);
    expect(from("decimalFullWidth", 12)).toEqual(["１２"]);
    expect(from("decimalZero", 1, 10)).toEqual(["01", "10"]);
    expect(from("upperLetter", 1, 26, 27, 53)).toEqual(["A", "Z", "AA", "AAA"]);
    expect(from("lowerRoman", 1, 4, 9, 14, 40, 1999)).toEqual("i iv ix xiv xl mcmxcix".split(" "));
    expect(from("koreanCounting", 3)).toEqual(["3"]);
    expect(from("none", 3)).toEqual([""]);
    expect(from("constructor", 3)).toEqual(["3"]);
  });
});

const level = (index: number, format: string, text: string, more = "") =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const abstract = (id: number, levels: string) => `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`;
const num = (id: number, of: number, overrides = "") =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${overrides}</w:num>`;
const item = (text: string, list: number, at = 0) =>
  p(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`);

describe("the labels of a 公文", () => {
  const gongwen = abstract(
    0,
    level(0, "chineseCountingThousand", "%1、") +
      level(1, "chineseCounting", "（%2）") +
      level(2, "decimal", "%3.") +
      level(3, "decimal", "（%4）"),
  );

  it("look typed and restart below a higher level", () => {
    const found = blocks(
      [
        item("总体要求", 1),
        item("目标", 1, 1),
        item("原则", 1, 1),
        item("甲", 1, 2),
        item("乙", 1, 2),
        item("丙", 1, 3),
        item("任务", 1),
        item("丁", 1, 1),
        item("戊", 1, 2),
      ].join(""),
      { numbering: gongwen + num(1, 0) },
    );
    expect(found.map((block) => block.text)).toEqual([
      "一、总体要求",
      "（一）目标",
      "（二）原则",
      "1. 甲",
      "2. 乙",
      "（1）丙",
      "二、任务",
      "（一）丁",
      "1. 戊",
    ]);
    expect(found.map((block) => block.labelLength)).toEqual([2, 3, 3, 3, 3, 3, 2, 3, 3]);
    expect(found.every((block) => block.kind === "list-item")).toBe(true);
  });

  it("put a wide space after 第一条 and none after 、", () => {
    const numbering =
      abstract(
        0,
        level(0, "chineseCountingThousand", "第%1章") +
          level(1, "chineseCountingThousand", "第%2条", '<w:lvlRestart w:val="0"/>'),
      ) + num(1, 0);
    expect(
      texts(item("总则", 1) + item("目的", 1, 1) + item("依据", 1, 1) + item("分则", 1) + item("范围", 1, 1), {
        numbering,
      }),
    ).toEqual(["第一章　总则", "第一条　目的", "第二条　依据", "第二章　分则", "第三条　范围"]);
  });

  it("obey w:suff, w:isLgl, vanished numbers and empty paragraphs", () => {
    const numbering =
      abstract(
        0,
        level(0, "chineseCounting", "%1.", '<w:suff w:val="nothing"/>') +
          level(1, "decimal", "%1.%2", '<w:isLgl/><w:suff w:val="space"/>'),
      ) +
      abstract(
        1,
        `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:rPr><w:vanish/></w:rPr></w:lvl>`,
      ) +
      num(1, 0) +
      num(2, 1);
    expect(texts(item("甲", 1) + item("乙", 1, 1) + item("丙", 2) + item("", 1), { numbering })).toEqual([
      "一.甲",
      "1.1 乙",
      "丙",
      "二.",
    ]);
  });
});

describe("lists", () => {
  const simple = abstract(0, level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2."));

  it("of one definition count on, a startOverride begins anew once", () => {
    const override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>';
    const numbering = simple + num(1, 0) + num(2, 0) + num(3, 0, override);
    expect(texts([1, 1, 2, 3, 3, 1].map((list) => item("x", list)).join(""), { numbering })).toEqual([
      "1. x",
      "2. x",
      "3. x",
      "5. x",
      "6. x",
      "7. x",
    ]);
  });

  it("show the first number of a level that was skipped", () => {
    expect(texts(item("x", 1, 1) + item("y", 1, 1) + item("z", 1), { numbering: simple + num(1, 0) })).toEqual([
      "1.1. x",
      "1.2. y",
      "1. z",
    ]);
  });

  it("take level overrides, and restart only below the level they name", () => {
    const own = `<w:lvlOverride w:ilvl="0">${level(0, "upperRoman", "%1.")}</w:lvlOverride>`;
    const restart = abstract(
      0,
      level(0, "decimal", "%1") + level(1, "decimal", "%2") + level(2, "decimal", "%3", '<w:lvlRestart w:val="1"/>'),
    );
    const numbering = restart + num(1, 0, own);
    const order = [0, 1, 2, 1, 2, 0, 2];
    expect(texts(order.map((at) => item("x", 1, at)).join(""), { numbering })).toEqual([
      "I. x",
      "1 x",
      "1 x",
      "2 x",
      "2 x",
      "II. x",
      "1 x",
    ]);
  });

  it("stand in styles, by the level that names the style, and can be taken off", () => {
    const numbering =
      abstract(
        0,
        level(0, "chineseCounting", "%1、", '<w:pStyle w:val="H1"/>') +
          level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="H2"/>'),
      ) + num(7, 0);
    const style = (id: string, inner: string) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/>${inner}</w:style>`;
    const styles =
      style("H1", '<w:pPr><w:numPr><w:numId w:val="7"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr>') +
      style("H2", '<w:basedOn w:val="H1"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="7"/></w:numPr></w:pPr>') +
      style("Child", '<w:basedOn w:val="H2"/>');
    const with_ = (id: string, more = "") => p(id, `<w:pStyle w:val="${id}"/>${more}`);
    const found = blocks(
      with_("H1") + with_("H2") + with_("Child") + with_("H1", '<w:numPr><w:numId w:val="0"/></w:numPr>') + with_("H1"),
      { numbering, styles },
    );
    expect(found.map((block) => block.text)).toEqual(["一、H1", "（一）H2", "（二）Child", "H1", "二、H1"]);
    expect(found.map((block) => block.headingLevel)).toEqual([1, 1, 1, 1, 1]);
    expect(found[0]!.kind).toBe("heading");
  });

  it("are followed through numbering styles, and a circle of them ends", () => {
    const styles =
      '<w:style w:type="numbering" w:styleId="N"><w:name w:val="N"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>';
    const link = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="N"/></w:abstractNum>';
    const linked = abstract(0, `<w:styleLink w:val="N"/>${level(0, "decimal", "%1)")}`);
    expect(texts(item("x", 1), { styles, numbering: linked + link + num(1, 1) + num(2, 0) })).toEqual(["1) x"]);
    expect(texts(item("x", 1), { styles, numbering: link + num(1, 1) + num(2, 1) })).toEqual(["x"]);
  });

  it("print bullets as the character they look like", () => {
    const bullet = (id: number, text: string, font: string) =>
      abstract(
        id,
        `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="${text}"/><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}"/></w:rPr></w:lvl>`,
      );
    const numbering =
      bullet(0, "\uf0b7", "Symbol") +
      bullet(1, "\uf0fc", "Wingdings") +
      bullet(2, "\uf0ff", "Wingdings") +
      bullet(3, "—", "宋体") +
      [0, 1, 2, 3].map((id) => num(id + 1, id)).join("");
    expect(texts([1, 2, 3, 4].map((list) => item("x", list)).join(""), { numbering })).toEqual([
      "• x",
      "✓ x",
      "• x",
      "— x",
    ]);
  });

  it("keep a custom format's zeros", () => {
    const custom =
      '<w:lvl w:ilvl="0"><w:start w:val="7"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>';
    expect(texts(item("x", 1), { numbering: abstract(0, custom) + num(1, 0) })).toEqual(["007 x"]);
  });

  it("come to no harm from values that make no sense", () => {
    for (const start of ["1.5", "-3", "1e99", "NaN", ""]) {
      for (const format of [
        "decimalEnclosedCircle",
        "chineseCountingThousand",
        "upperRoman",
        "ideographZodiac",
        "constructor",
      ]) {
        const odd = `<w:lvl w:ilvl="0"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="%1、%9"/></w:lvl>`;
        const [text] = texts(item("x", 1), { numbering: abstract(0, odd) + num(1, 0) });
        expect(text, `${start} ${format}`).toMatch(/^[^un]*、x$/);
      }
    }
  });

  it("without a definition print nothing", () => {
    expect(texts(item("x", 9), { numbering: simple })).toEqual(["x"]);
    expect(texts(item("x", 9))).toEqual(["x"]);
  });
});
