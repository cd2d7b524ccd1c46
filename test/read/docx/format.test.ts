import { describe, expect, it } from "vitest";
import { blocks, p, r, read } from "./build.ts";

const style = (id: string, inner: string, type = "paragraph", more = "") =>
  `<w:style w:type="${type}" ${more} w:styleId="${id}"><w:name w:val="${id}"/>${inner}</w:style>`;
const defaults = (rPr: string, pPr = "") =>
  `<w:docDefaults><w:rPrDefault><w:rPr>${rPr}</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>${pPr}</w:pPr></w:pPrDefault></w:docDefaults>`;

describe("looks of runs", () => {
  it("join where they agree and part where they differ", () => {
    const fangsong = '<w:rFonts w:eastAsia="仿宋_GB2312" w:ascii="Times New Roman"/><w:sz w:val="32"/>';
    const [block] = blocks(
      `<w:p>${r("各县", fangsong)}${r("人民", fangsong)}${r("政府", `${fangsong}<w:b/>`)}${r("办", `${fangsong}<w:color w:val="ff0000"/><w:u w:val="single"/>`)}</w:p>`,
    );
    const look = { eastAsianFont: "仿宋_GB2312", asciiFont: "Times New Roman", size: 16 };
    expect(block!.format!.runs).toEqual([
      { start: 0, end: 4, ...look },
      { start: 4, end: 6, ...look, bold: true },
      { start: 6, end: 7, ...look, color: "FF0000", underline: true },
    ]);
  });

  it("come down from the defaults, the styles and what these are based on", () => {
    const styles =
      defaults('<w:sz w:val="21"/><w:rFonts w:eastAsia="宋体"/>') +
      style("A", '<w:rPr><w:sz w:val="28"/><w:color w:val="112233"/></w:rPr>') +
      style("B", '<w:basedOn w:val="A"/><w:rPr><w:rFonts w:eastAsia="黑体"/></w:rPr>') +
      style("C", '<w:rPr><w:sz w:val="44"/></w:rPr>', "character") +
      style("N", "<w:rPr><w:i/></w:rPr>", "paragraph", 'w:default="1"');
    const found = blocks(
      p("甲", '<w:pStyle w:val="B"/>') +
        p("乙", '<w:pStyle w:val="B"/>', '<w:rStyle w:val="C"/><w:color w:val="auto"/>') +
        p("丙"),
      { styles },
    );
    expect(found.map((block) => block.format!.runs[0])).toEqual([
      { start: 0, end: 1, eastAsianFont: "黑体", size: 14, color: "112233" },
      { start: 0, end: 1, eastAsianFont: "黑体", size: 22 },
      { start: 0, end: 1, eastAsianFont: "宋体", size: 10.5, italic: true },
    ]);
    expect(found.map((block) => block.format!.style)).toEqual(["B", "B", "N"]);
  });

  it("turn bold off where two styles set it, and back on where the run says so", () => {
    const styles = style("P", "<w:rPr><w:b/></w:rPr>") + style("C", "<w:rPr><w:b/></w:rPr>", "character");
    const [block] = blocks(
      `<w:p><w:pPr><w:pStyle w:val="P"/></w:pPr>${r("甲")}${r("乙", '<w:rStyle w:val="C"/>')}${r("丙", '<w:rStyle w:val="C"/><w:b/>')}${r("丁", '<w:b w:val="false"/>')}</w:p>`,
      { styles },
    );
    expect(block!.format!.runs.map(({ bold }) => bold)).toEqual([true, false, true, false]);
  });

  it("take theme fonts by slot and, where the theme leaves it open, by language", () => {
    const fonts = (tag: string, latin: string, ea: string, hans: string) =>
      `<a:${tag}><a:latin typeface="${latin}"/><a:ea typeface="${ea}"/><a:font script="Hans" typeface="${hans}"/><a:font script="Hant" typeface="新細明體"/></a:${tag}>`;
    const theme = `<a:themeElements><a:fontScheme name="x">${fonts("majorFont", "Cambria", "方正小标宋", "x")}${fonts("minorFont", "Calibri", "", "宋体")}</a:fontScheme></a:themeElements>`;
    const minor = '<w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia" w:eastAsia="楷体"/>';
    const major = '<w:rFonts w:asciiTheme="majorHAnsi" w:eastAsiaTheme="majorEastAsia"/>';
    const fontsOf = (settings: string, styles = "") =>
      blocks(p("甲", "", minor) + p("乙", "", major), { theme, settings, styles }).map(({ format }) => [
        format!.runs[0]!.eastAsianFont,
        format!.runs[0]!.asciiFont,
      ]);
    expect(fontsOf("")).toEqual([
      ["宋体", "Calibri"],
      ["方正小标宋", "Cambria"],
    ]);
    expect(fontsOf('<w:themeFontLang w:val="en-US" w:eastAsia="zh-TW"/>')[0]![0]).toBe("新細明體");
    expect(fontsOf('<w:themeFontLang w:eastAsia="zh-TW"/>', defaults('<w:lang w:eastAsia="zh-CN"/>'))[0]![0]).toBe(
      "宋体",
    );
    expect(blocks(p("甲", "", minor))[0]!.format!.runs[0]!.eastAsianFont).toBe("楷体");
  });

  it("of an empty line are those of its mark, of a label those of the mark and the level", () => {
    const numbering = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/><w:rPr><w:rFonts w:eastAsia="黑体"/></w:rPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
    const [empty, item] = blocks(
      p("", '<w:rPr><w:sz w:val="32"/></w:rPr>') +
        p("甲乙", '<w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:sz w:val="28"/></w:rPr>', '<w:sz w:val="32"/>'),
      { numbering },
    );
    expect(empty!.format!.runs).toEqual([{ start: 0, end: 0, size: 16 }]);
    expect(item!.format!.runs).toEqual([
      { start: 0, end: 2, size: 14, eastAsianFont: "黑体" },
      { start: 2, end: 4, size: 16 },
    ]);
  });

  it("survive styles that go round in a circle and a chain of ten thousand", () => {
    const circle =
      style("A", '<w:basedOn w:val="B"/><w:rPr><w:b/></w:rPr>') +
      style("B", '<w:basedOn w:val="A"/><w:rPr><w:sz w:val="32"/></w:rPr>');
    expect(blocks(p("甲", '<w:pStyle w:val="A"/>'), { styles: circle })[0]!.format!.runs[0]).toMatchObject({
      bold: true,
      size: 16,
    });
    const chain = Array.from({ length: 10_000 }, (_, i) =>
      style(`S${i}`, i === 0 ? '<w:rPr><w:sz w:val="44"/></w:rPr>' : `<w:basedOn w:val="S${i - 1}"/>`),
    ).join("");
    expect(blocks(p("甲", '<w:pStyle w:val="S9999"/>'), { styles: chain })[0]!.format!.runs[0]!.size).toBe(22);
  });
});

describe("format of paragraphs", () => {
  const format = (pPr: string, parts = {}, more = "") => blocks(p("甲", pPr) + more, parts)[0]!.format!;

  it("gives indents in characters where the file does, else in points", () => {
    expect(format('<w:ind w:firstLine="640" w:firstLineChars="200"/>')).toMatchObject({ firstLineChars: 2 });
    expect(format('<w:ind w:firstLine="640" w:firstLineChars="0"/>')).toMatchObject({ firstLine: 32 });
    expect(format('<w:ind w:left="420" w:hanging="420" w:rightChars="400"/>')).toMatchObject({
      left: 21,
      firstLine: -21,
      rightChars: 4,
    });
    expect(format('<w:ind w:start="1cm" w:end="12pt" w:hangingChars="150"/>')).toMatchObject({
      left: 72 / 2.54,
      right: 12,
      firstLineChars: -1.5,
    });
    expect(format("").firstLine).toBeUndefined();
  });

  it("gives line pitch, spacing, grid and breaks", () => {
    expect(
      format(
        '<w:spacing w:line="560" w:lineRule="exact" w:before="120" w:after="0"/><w:snapToGrid w:val="0"/><w:jc w:val="end"/><w:keepNext/><w:pageBreakBefore/>',
      ),
    ).toEqual({
      section: 0,
      runs: [{ start: 0, end: 1 }],
      lineRule: "exact",
      lineSpacing: 28,
      spaceBefore: 6,
      spaceAfter: 0,
      snapToGrid: false,
      alignment: "right",
      keepNext: true,
      pageBreakBefore: true,
    });
    expect(format('<w:spacing w:line="360"/>')).toMatchObject({ lineRule: "auto", lineSpacing: 1.5 });
    expect(format('<w:spacing w:before="100" w:beforeAutospacing="1"/>').spaceBefore).toBeUndefined();
  });

  it("turns spacing in lines into points by the section's grid", () => {
    const sect = '<w:sectPr><w:docGrid w:type="lines" w:linePitch="312"/></w:sectPr>';
    expect(format('<w:spacing w:beforeLines="50" w:before="1"/>', {}, sect).spaceBefore).toBe(7.8);
    expect(format('<w:spacing w:afterLines="100"/>').spaceAfter).toBeUndefined();
    expect(format('<w:spacing w:afterLines="100"/>', {}, "<w:sectPr/>").spaceAfter).toBe(12);
  });

  it("inherits from styles and lists: the list's indent wins over the style unless the style names the list", () => {
    const numbering = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:pPr><w:ind w:left="840" w:hanging="420"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
    const styles =
      style("A", '<w:pPr><w:ind w:left="200"/><w:jc w:val="center"/><w:outlineLvl w:val="2"/></w:pPr>') +
      style("B", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:ind w:left="100"/></w:pPr>');
    expect(format('<w:pStyle w:val="A"/><w:numPr><w:numId w:val="1"/></w:numPr>', { numbering, styles })).toMatchObject(
      { left: 42, firstLine: -21, alignment: "center" },
    );
    expect(format('<w:pStyle w:val="B"/>', { numbering, styles })).toMatchObject({ left: 5, firstLine: -21 });
    expect(blocks(p("甲", '<w:pStyle w:val="A"/>'), { styles })[0]).toMatchObject({ kind: "heading", headingLevel: 3 });
    expect(blocks(p("甲", '<w:pStyle w:val="A"/><w:outlineLvl w:val="9"/>'), { styles })[0]).toMatchObject({
      kind: "paragraph",
      headingLevel: 0,
    });
  });

  it("knows Word's own heading styles by name where the file leaves their level out", () => {
    const styles = '<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="heading 2"/></w:style>';
    expect(blocks(p("甲", '<w:pStyle w:val="a3"/>'), { styles })[0]).toMatchObject({
      kind: "heading",
      headingLevel: 2,
    });
  });

  it("marks the paragraph that a page break puts on a new page", () => {
    const page = '<w:r><w:br w:type="page"/></w:r>';
    const found = blocks(
      `<w:p>${r("一")}${page}</w:p>${p("二")}<w:p>${page}${r("三")}</w:p><w:p>${page}</w:p>${p("四")}${p("五")}`,
    );
    expect(found.map(({ text, format }) => [text, format!.pageBreakBefore ?? false])).toEqual([
      ["一", false],
      ["二", true],
      ["三", true],
      ["", false],
      ["四", true],
      ["五", false],
    ]);
  });
});

describe("sections", () => {
  it("give page, margins, columns and grid in points, and each block its section", () => {
    const gongwen =
      '<w:sectPr><w:type w:val="continuous"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1400" w:gutter="0"/><w:cols w:num="2"/><w:titlePg/><w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-849"/></w:sectPr>';
    const { layout, blocks: found } = read(
      `<w:p><w:pPr><w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr></w:pPr></w:p>${p("甲")}${gongwen}`,
    );
    expect(found.map((block) => block.format!.section)).toEqual([0, 1]);
    expect(layout!.sections[0]).toMatchObject({
      width: 841.9,
      height: 595.3,
      landscape: true,
      breakType: "nextPage",
      columns: 1,
      titlePage: false,
    });
    expect(layout!.sections[1]).toEqual({
      width: 595.3,
      height: 841.9,
      landscape: false,
      breakType: "continuous",
      columns: 2,
      titlePage: true,
      margin: { top: 104.9, right: 73.7, bottom: 99.2, left: 79.4, header: 42.55, footer: 70, gutter: 0 },
      grid: { type: "linesAndChars", linePitch: 28.95, charSpace: -849 / 4096 },
    });
  });

  it("are left out where the file has none", () => {
    expect(read(p("甲")).layout).toBeUndefined();
  });
});
