import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { DEFAULT_LIMITS } from "../../../src/model/limits.ts";
import { readDocx } from "../../../src/read/docx/read-docx.ts";
import { blocks, docx, p, partsOf, r, read, rels, source, texts } from "./build.ts";

const run = (inner: string) => `<w:p><w:r>${inner}</w:r></w:p>`;
const box = (inner: string) => `<w:txbxContent>${inner}</w:txbxContent>`;

describe("characters of a paragraph", () => {
  it("are those of the printed page", () => {
    expect(texts(run("<w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:cr/><w:ptab/>"))).toEqual([
      "甲\t乙\n丙\n\t",
    ]);
    expect(
      texts(
        run(
          '<w:t>A</w:t><w:noBreakHyphen/><w:t>1</w:t><w:softHyphen/><w:br w:type="column"/><w:lastRenderedPageBreak/>',
        ),
      ),
    ).toEqual(["A-1"]);
    expect(texts(`<w:p>${r("&lt;a&gt; &amp; &#x516C;")}<w:r><w:t><![CDATA[<公>]]></w:t></w:r></w:p>`)).toEqual([
      "<a> & 公<公>",
    ]);
    expect(
      texts("<w:p><w:pPr><w:tabs><w:tab w:val='left' w:pos='10'/></w:tabs></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>"),
    ).toEqual(["甲"]);
  });

  it("lose blanks at the ends only where the file does not preserve them", () => {
    expect(texts(run("<w:t> 甲 乙 </w:t>"))).toEqual(["甲 乙"]);
    expect(texts(run('<w:t xml:space="preserve"> 甲\n乙 </w:t>'))).toEqual([" 甲 乙 "]);
    expect(texts(run("<w:t>　甲　</w:t>"))).toEqual(["　甲　"]);
  });

  it("come out of symbol fonts as what they look like", () => {
    const sym = (font: string, code: string) => `<w:sym w:font="${font}" w:char="${code}"/>`;
    expect(texts(run(["F0FE", "F0A8", "F0FC", "00FD"].map((code) => sym("Wingdings", code)).join("")))).toEqual([
      "☑□✓☒",
    ]);
    expect(
      texts(run(sym("Wingdings 2", "F052") + sym("Symbol", "F0B3") + sym("宋体", "25A1") + sym("Wingdings", "F0FF"))),
    ).toEqual(["☑≥□\uf0ff"]);
    expect(texts(p("\uf0fe甲", "", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'))).toEqual(["☑甲"]);
  });

  it("stand in content controls, smart tags, links, math and ruby", () => {
    const inner = `<w:sdt><w:sdtPr><w:alias w:val="x"/><w:rPr><w:b/></w:rPr></w:sdtPr><w:sdtContent>${r("甲")}</w:sdtContent></w:sdt><w:smartTag>${r("乙")}</w:smartTag><w:customXml><w:customXmlPr/>${r("丙")}</w:customXml><w:hyperlink r:id="x">${r("丁")}</w:hyperlink><m:oMath><m:r><m:rPr/><m:t>x+1</m:t></m:r></m:oMath><w:r><w:ruby><w:rubyPr/><w:rt>${r("zi")}</w:rt><w:rubyBase>${r("字")}</w:rubyBase></w:ruby></w:r>`;
    expect(texts(`<w:p>${inner}</w:p><w:sdt><w:sdtContent>${p("戊")}</w:sdtContent></w:sdt>`)).toEqual([
      "甲乙丙丁x+1字",
      "戊",
    ]);
  });
});

describe("fields", () => {
  const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const code = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`;

  it("print their result, not their code, also in each other and over paragraphs", () => {
    const inner = mark("begin") + code("PAGE") + mark("separate") + r("内层") + mark("end");
    const nested = mark("begin") + code("IF ") + inner + code("=1") + mark("separate") + r("结果") + mark("end");
    expect(texts(`<w:p>${r("前")}${nested}${r("后")}</w:p>`)).toEqual(["前结果后"]);
    expect(
      texts(
        `<w:p>${mark("begin")}${code("TOC")}${mark("separate")}${r("一")}</w:p><w:p>${r("二")}${mark("end")}</w:p>`,
      ),
    ).toEqual(["一", "二"]);
    expect(texts(`<w:p><w:fldSimple w:instr="DATE">${r("2024年1月1日")}</w:fldSimple></w:p>`)).toEqual([
      "2024年1月1日",
    ]);
    expect(texts(`<w:p>${mark("begin")}${code("XE")}${mark("end")}${r("甲")}</w:p>`)).toEqual(["甲"]);
  });

  it("that never end swallow nothing", () => {
    expect(texts(`<w:p>${r("甲")}${mark("begin")}${code("PAGE")}${r("乙")}</w:p>${p("丙")}`)).toEqual(["甲乙", "丙"]);
    expect(texts(`<w:p>${mark("end")}${mark("separate")}${r("甲")}</w:p>`)).toEqual(["甲"]);
    const open = `<w:p>${mark("begin")}${code("PAGE")}${r("乙")}</w:p>`;
    const footnotes = `<w:footnote w:id="1">${open}</w:footnote>`;
    const sect = '<w:sectPr><w:headerReference w:type="default" r:id="h1"/></w:sectPr>';
    const body = `<w:p>${r("甲")}<w:r><w:footnoteReference w:id="1"/></w:r></w:p>${sect}`;
    expect(texts(body, { footnotes, headers: { h1: open } })).toEqual(["甲", "乙", "乙"]);
  });

  it("that lay characters over each other print the last, in its circle", () => {
    const eq = (...pieces: string[]) => `${mark("begin")}${pieces.map(code).join("")}${mark("end")}`;
    expect(texts(`<w:p>${eq("eq \\o\\ac(○,", "12)")}${r("条")}</w:p>`)).toEqual(["⑫条"]);
    expect(texts(`<w:p>${eq("EQ \\o\\ac(\\s\\up2(○),三)")}</w:p>`)).toEqual(["㊂"]);
    expect(texts(`<w:p>${eq("EQ \\* jc0 \\o\\ad(\\s\\up 9(zì),字)")}</w:p>`)).toEqual(["字"]);
    expect(texts(`<w:p>${eq("eq \\o\\ac(□,甲)")}${eq("eq \\f(1,2)")}${eq("PAGE (1)")}</w:p>`)).toEqual(["甲"]);
  });

  it("of a form show their box", () => {
    const check = (state: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="c"/><w:checkBox><w:sizeAuto/>${state}</w:checkBox></w:ffData></w:fldChar></w:r>${code("FORMCHECKBOX")}${mark("end")}`;
    expect(
      texts(
        `<w:p>${check('<w:default w:val="0"/>')}${r("否")}${check('<w:default w:val="0"/><w:checked/>')}${r("是")}</w:p>`,
      ),
    ).toEqual(["☐否☒是"]);
  });
});

describe("tracked changes", () => {
  const by = 'w:id="1" w:author="张三"';

  it("are read as accepted and leave traces", () => {
    const body = `<w:p>${r("原")}<w:ins ${by}>${r("新")}<w:del ${by}><w:r><w:delText>新删</w:delText></w:r></w:del>${r("增")}</w:ins><w:del ${by}><w:r><w:delText>旧</w:delText><w:tab/></w:r></w:del><w:moveTo ${by}>${r("移")}</w:moveTo></w:p><w:p><w:moveFrom ${by}>${r("移")}</w:moveFrom>${r("末")}</w:p>`;
    const { blocks: found, traces } = read(body);
    expect(found.map((block) => block.text)).toEqual(["原新增移", "末"]);
    expect(traces).toEqual([
      { kind: "deletion", block: 0, text: "新删", author: "张三" },
      { kind: "insertion", block: 0, text: "新增", author: "张三" },
      { kind: "deletion", block: 0, text: "旧\t", author: "张三" },
      { kind: "move", block: 0, text: "移", author: "张三" },
    ]);
  });

  it("join paragraphs whose mark was deleted, and drop those deleted whole", () => {
    const removed = `<w:rPr><w:del ${by}/></w:rPr>`;
    const gone = `<w:p><w:pPr>${removed}</w:pPr><w:del ${by}><w:r><w:delText>删去</w:delText></w:r></w:del></w:p>`;
    const { blocks: found, traces } = read(
      `${p("甲", removed)}${p("乙", '<w:jc w:val="center"/>')}${gone}${p("丙")}${gone}`,
    );
    expect(found.map(({ text, paragraph }) => [text, paragraph])).toEqual([
      ["甲乙", 1],
      ["丙", 4],
    ]);
    expect(found[0]!.format?.alignment).toBe("center");
    expect(traces.map(({ kind, block, text }) => [kind, block, text])).toEqual([
      ["deletion", 0, "¶"],
      ["deletion", 1, "删去¶"],
      ["deletion", -1, "删去¶"],
    ]);
  });

  it("take away a table's row", () => {
    const row = (text: string, more = "") => `<w:tr><w:trPr>${more}</w:trPr><w:tc>${p(text)}</w:tc></w:tr>`;
    const found = blocks(`<w:tbl>${row("一")}${row("", `<w:del ${by}/>`)}${row("二")}</w:tbl>`);
    expect(found.map(({ text, cell, index }) => [text, cell?.row, index])).toEqual([
      ["一", 0, 0],
      ["二", 1, 1],
    ]);
  });
});

describe("hidden text", () => {
  const styles = `<w:style w:type="character" w:styleId="Hid"><w:name w:val="Hid"/><w:rPr><w:vanish/></w:rPr></w:style>`;

  it("is not read but leaves a trace, whether the run or its style hides it", () => {
    const { blocks: found, traces } = read(
      `<w:p>${r("甲")}${r("暗", "<w:vanish/>")}${r("文", '<w:rStyle w:val="Hid"/>')}${r("乙", '<w:rStyle w:val="Hid"/><w:vanish w:val="0"/>')}${r("丙", "<w:webHidden/>")}</w:p>`,
      { styles },
    );
    expect(found[0]!.text).toBe("甲乙丙");
    expect(traces).toEqual([{ kind: "hidden-text", block: 0, text: "暗文" }]);
  });

  it("joins a paragraph with the next where only the mark is hidden, as a style separator does", () => {
    const hidden = "<w:rPr><w:vanish/><w:specVanish/></w:rPr>";
    expect(texts(p("标题。", hidden) + p("正文"))).toEqual(["标题。正文"]);
    expect(texts(`${p("暗", hidden, "<w:vanish/>")}${p("正文")}`)).toEqual(["正文"]);
  });
});

describe("tables", () => {
  const tc = (inner: string, pr = "") => `<w:tc><w:tcPr>${pr}</w:tcPr>${inner}</w:tc>`;
  const cells = (body: string) =>
    blocks(body).map(({ text, cell, kind }) => [
      text,
      kind,
      cell && [cell.table, cell.row, cell.column, cell.rowSpan, cell.columnSpan, cell.depth],
    ]);

  it("give each cell its place, merged ones once", () => {
    const body = `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr>${tc(p("甲"), '<w:gridSpan w:val="2"/>')}${tc(p("乙"), '<w:vMerge w:val="restart"/>')}</w:tr><w:tr>${tc(p("丙"))}${tc(p("丁") + p(""))}${tc("<w:p/>", "<w:vMerge/>")}</w:tr><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${tc(p("戊"))}${tc("<w:p/>", '<w:vMerge w:val="continue"/>')}</w:tr></w:tbl>${p("完")}`;
    expect(cells(body)).toEqual([
      ["甲", "table-cell", [1, 0, 0, 1, 2, 1]],
      ["乙", "table-cell", [1, 0, 2, 3, 1, 1]],
      ["丙", "table-cell", [1, 1, 0, 1, 1, 1]],
      ["丁", "table-cell", [1, 1, 1, 1, 1, 1]],
      ["", "table-cell", [1, 1, 1, 1, 1, 1]],
      ["戊", "table-cell", [1, 2, 1, 1, 1, 1]],
      ["完", "paragraph", undefined],
    ]);
    expect(blocks(body).map((block) => block.paragraph)).toEqual([1, 2, 3, 4, 5, 7, 9]);
  });

  it("nest, each with its own number", () => {
    const inner = `<w:tbl><w:tr>${tc(p("内"))}</w:tr></w:tbl>`;
    expect(
      cells(
        `<w:tbl><w:tr>${tc(p("前") + inner + p("后"))}${tc(p("右"))}</w:tr></w:tbl><w:tbl><w:tr>${tc(p("二"))}</w:tr></w:tbl>`,
      ),
    ).toEqual([
      ["前", "table-cell", [1, 0, 0, 1, 1, 1]],
      ["内", "table-cell", [2, 0, 0, 1, 1, 2]],
      ["后", "table-cell", [1, 0, 0, 1, 1, 1]],
      ["右", "table-cell", [1, 0, 1, 1, 1, 1]],
      ["二", "table-cell", [3, 0, 0, 1, 1, 1]],
    ]);
  });

  it("nested deeper than the limit are cut off, and the document says so", () => {
    const nest = (depth: number): string =>
      depth === 0 ? "" : `<w:tbl><w:tr><w:tc>${p(`第${depth}`)}${nest(depth - 1)}</w:tc></w:tr></w:tbl>`;
    const result = source(docx(nest(33)));
    expect(result.blocks).toHaveLength(32);
    expect(result.cut).toEqual([{ limit: "tableDepth", value: 33, max: 32 }]);
    expect(source(docx(nest(32))).cut).toEqual([]);
  });
});

describe("text boxes", () => {
  const choice = (inner: string, requires = "wps") =>
    `<mc:Choice Requires="${requires}"><wps:wsp><wps:txbx>${box(inner)}</wps:txbx></wps:wsp></mc:Choice>`;
  const fallback = (inner: string) =>
    `<mc:Fallback><w:pict><v:textbox>${box(inner)}</v:textbox></w:pict></mc:Fallback>`;

  it("follow the paragraph they are anchored in, are read once and carry its number", () => {
    const drawing = `<w:r><mc:AlternateContent>${choice(p("框一") + p("框二"))}${fallback(p("框一") + p("框二"))}</mc:AlternateContent></w:r>`;
    const found = blocks(`<w:p>${r("前")}${drawing}${r("后")}</w:p>${p("下段")}`);
    expect(found.map(({ text, region, paragraph }) => [text, region, paragraph])).toEqual([
      ["前后", "body", 1],
      ["框一", "text-box", 1],
      ["框二", "text-box", 1],
      ["下段", "body", 2],
    ]);
  });

  it("are read from the fallback where Word would not know the choice", () => {
    const body = (requires: string) =>
      `<w:p><w:r><mc:AlternateContent xmlns:zz="urn:unknown">${choice(p("新"), requires)}${fallback(p("旧"))}</mc:AlternateContent></w:r></w:p>`;
    expect(texts(body("wps"))).toEqual(["", "新"]);
    expect(texts(body("zz"))).toEqual(["", "旧"]);
  });

  it("of old files and WordArt are read too", () => {
    expect(
      texts(`<w:p><w:r><w:pict><v:shape><v:textbox>${box(p("框"))}</v:textbox></v:shape></w:pict></w:r></w:p>`),
    ).toEqual(["", "框"]);
    expect(
      texts('<w:p><w:r><w:pict><v:shape><v:textpath string="某某市人民政府文件"/></v:shape></w:pict></w:r></w:p>'),
    ).toEqual(["", "某某市人民政府文件"]);
  });

  it("keep the fields and tables around them apart", () => {
    const boxed = `<w:r><w:pict>${box(`<w:tbl><w:tr><w:tc>${p("格")}</w:tc></w:tr></w:tbl>${p("框")}`)}</w:pict></w:r>`;
    const found = blocks(`<w:tbl><w:tr><w:tc><w:p>${boxed}${r("外")}</w:p></w:tc></w:tr></w:tbl>`);
    expect(found.map(({ text, cell }) => [text, cell?.table, cell?.depth])).toEqual([
      ["外", 1, 1],
      ["格", 2, 1],
      ["框", undefined, undefined],
    ]);
  });
});

describe("other parts", () => {
  it("notes are read where the text refers to them, separators never", () => {
    const note = (id: number, text: string, type = "") => `<w:footnote w:id="${id}" ${type}>${p(text)}</w:footnote>`;
    const footnotes = note(-1, "线", 'w:type="separator"') + note(1, "注一") + note(2, "注二") + note(3, "无人引用");
    const body = `<w:p>${r("甲")}<w:r><w:footnoteReference w:id="2"/></w:r>${r("乙")}<w:r><w:footnoteReference w:id="1"/></w:r></w:p>`;
    const found = blocks(body, { footnotes, endnotes: `<w:endnote w:id="1">${p("尾")}</w:endnote>` });
    expect(found.map(({ text, region, paragraph }) => [text, region, paragraph])).toEqual([
      ["甲乙", "body", 1],
      ["注二", "footnote", 0],
      ["注一", "footnote", 0],
    ]);
  });

  it("headers are read once and only where they print", () => {
    const headers = { h1: p("页眉"), h2: p("首页"), h3: p("双页") };
    const sect = (more: string) =>
      `<w:sectPr><w:headerReference w:type="default" r:id="h1"/><w:headerReference w:type="first" r:id="h2"/><w:headerReference w:type="even" r:id="h3"/>${more}</w:sectPr>`;
    const body = (more: string) => `<w:p><w:pPr>${sect(more)}</w:pPr>${r("一")}</w:p>${p("二")}${sect(more)}`;
    const got = (more: string, settings = "") =>
      blocks(body(more), { headers, settings }).map(
        ({ text, region, format }) => `${text} ${region} ${format?.section}`,
      );
    expect(got("")).toEqual(["一 body 0", "二 body 1", "页眉 header 0"]);
    expect(got("<w:titlePg/>", "<w:evenAndOddHeaders/>")).toEqual([
      "一 body 0",
      "二 body 1",
      "页眉 header 0",
      "首页 header 0",
      "双页 header 0",
    ]);
  });

  it("comments are traces with their author and words", () => {
    const comments = `<w:comment w:id="5" w:author="李四">${p("请核实")}${p("数字")}</w:comment>`;
    const { traces } = read(`${p("零")}<w:p>${r("甲")}<w:r><w:commentReference w:id="5"/></w:r></w:p>`, { comments });
    expect(traces).toEqual([{ kind: "comment", block: 1, text: "请核实\n数字", author: "李四" }]);
  });

  it("external targets, macros, embedded files and signatures are traces; hyperlinks are not", () => {
    const relation = (type: string, target: string) =>
      `<Relationship Id="x-${type}" Type="http://x/${type}" Target="${target}" TargetMode="External"/>`;
    const { traces, blocks: found } = read(p("甲"), {
      relationships: relation("hyperlink", "http://a/") + relation("image", "\\\\server\\x.png"),
      files: { "word/vbaProject.bin": "x", "word/embeddings/a.xlsx": "x", "_xmlsignatures/sig1.xml": "<a/>" },
      mainType: "application/vnd.ms-word.document.macroEnabled.main+xml",
    });
    expect(found).toHaveLength(1);
    expect(traces.map(({ kind, block, text }) => [kind, block, text]).sort()).toEqual([
      ["active-content", -1, "word/document.xml"],
      ["active-content", -1, "word/embeddings/a.xlsx"],
      ["active-content", -1, "word/vbaProject.bin"],
      ["external-link", -1, "\\\\server\\x.png"],
      ["signature", -1, "_xmlsignatures/sig1.xml"],
    ]);
  });

  it("a template on the drafter's own disk is no external link, one on another machine is", () => {
    const linked = (target: string) =>
      read(p("甲"), {
        settings: "",
        files: {
          "word/_rels/settings.xml.rels": rels(
            `<Relationship Id="t" Type="http://x/attachedTemplate" Target="${target}" TargetMode="External"/>`,
          ),
        },
      }).traces.length;
    const local = ["file:///C:\\Users\\a\\模板.dotx", "/home/user/白纸模版", "Normal.dotm", "E:\\a.dot"];
    const remote = ["http://a/b.dotm", "\\\\10.0.0.1\\b.dotm", "file://server/b.dotm", "//server/b.dotm"];
    expect(local.map(linked)).toEqual([0, 0, 0, 0]);
    expect(remote.map(linked)).toEqual([1, 1, 1, 1]);
  });

  it("what Word would take in from elsewhere is reported as cut", () => {
    expect(read(`${p("甲")}<w:altChunk r:id="x"/>`).cut).toEqual([{ limit: "altChunk", value: 1, max: 0 }]);
  });
});

describe("limits of a document", () => {
  it("long blanks cost no more than other characters", () => {
    const blanks = " ".repeat(500_000);
    expect(source(docx(run(`<w:t>甲${blanks}乙${blanks}</w:t>`)), { ratio: 2000 }).blocks[0]!.text).toHaveLength(
      500_002,
    );
  });

  it("labels count too", () => {
    const numbering = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="${"%1".repeat(50)}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
    const list = docx(p("", '<w:numPr><w:numId w:val="1"/></w:numPr>').repeat(4), { numbering });
    const { blocks: found, cut } = source(list, { textCharacters: 110 });
    expect(found.map(({ text }) => text.length)).toEqual([51, 51, 0, 0]);
    expect(cut).toMatchObject([{ limit: "textCharacters", max: 110 }]);
  });

  it("cut it off and say so", () => {
    const three = docx(p("甲甲") + p("乙乙") + p("丙丙"));
    expect(source(three, { paragraphs: 2 })).toMatchObject({
      blocks: [{ text: "甲甲" }, { text: "乙乙" }],
      cut: [{ limit: "paragraphs", max: 2 }],
    });
    expect(source(three, { textCharacters: 4 })).toMatchObject({ cut: [{ limit: "textCharacters", max: 4 }] });
    expect(source(three, { textCharacters: 6, paragraphs: 3 }).cut).toEqual([]);
  });
});

describe("the main part", () => {
  it("is found by its relationship whatever its name, in strict files, and by its type alone", () => {
    const parts = partsOf(p("甲"));
    const renamed = Object.fromEntries(
      Object.entries(parts).map(([name, bytes]) => [
        name,
        strToU8(new TextDecoder().decode(bytes).replaceAll("word/document.xml", "docs/main2.xml")),
      ]),
    );
    renamed["docs/main2.xml"] = renamed["word/document.xml"]!;
    delete renamed["word/document.xml"];
    expect(source(zipSync(renamed)).blocks[0]?.text).toBe("甲");
    const { "_rels/.rels": _, ...without } = parts;
    expect(source(zipSync(without)).blocks[0]?.text).toBe("甲");
    const strict = Object.fromEntries(
      Object.entries(parts).map(([name, bytes]) => [
        name,
        strToU8(
          new TextDecoder()
            .decode(bytes)
            .replaceAll(
              "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
              "http://purl.oclc.org/ooxml/wordprocessingml/main",
            )
            .replaceAll(
              "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
              "http://purl.oclc.org/ooxml/officeDocument/relationships",
            ),
        ),
      ]),
    );
    expect(source(zipSync(strict)).blocks[0]?.text).toBe("甲");
  });

  it("gives declared properties and what the last program counted", () => {
    const custom = `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property name="文种"><vt:lpwstr>通知</vt:lpwstr></property><property name="n"><vt:i4>3</vt:i4></property><property name="b"><vt:bool>true</vt:bool></property><property name="__proto__"><vt:lpwstr>x</vt:lpwstr></property></Properties>`;
    const app = `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>WPS</Application><Pages>3</Pages><Words>x</Words></Properties>`;
    const relation = (type: string) =>
      `<Relationship Id="${type}" Type="http://x/${type}" Target="docProps/${type}.xml"/>`;
    const found = read(p("甲"), {
      packageRelationships: relation("custom-properties") + relation("extended-properties"),
      files: { "docProps/custom-properties.xml": custom, "docProps/extended-properties.xml": app },
    });
    expect(Object.entries(found.declared)).toEqual([
      ["文种", "通知"],
      ["n", 3],
      ["b", true],
      ["__proto__", "x"],
    ]);
    expect(found.witness).toEqual({ application: "WPS", pages: 3 });
  });

  it("refuses a DOCTYPE in any part it reads", () => {
    const result = readDocx(
      docx(p("甲"), { files: { "word/_rels/document.xml.rels": "<!DOCTYPE x><x/>" } }),
      DEFAULT_LIMITS,
    );
    expect(result).toMatchObject({ ok: false, failure: { status: "rejected-unsafe", reason: "read.xml.doctype" } });
  });
});

describe("the tracer", () => {
  it("leads from every typed character back to its place in the part", () => {
    const body = `${p("甲乙")}<w:p>${r("丙")}<w:r><w:tab/><w:t>丁戊</w:t></w:r></w:p>`;
    const xml = new TextDecoder().decode(partsOf(body)["word/document.xml"]);
    const found: string[] = [];
    readDocx(docx(body), DEFAULT_LIMITS, (part, block, pieces) => {
      for (const { start, end, at } of pieces) {
        found.push(
          `${part} ${block.paragraph} ${block.text.slice(start, end)}=${at < 0 ? "" : xml.slice(at, at + end - start)}`,
        );
      }
    });
    expect(found).toEqual(
      ["甲乙=甲乙", "丙=丙", "\t=", "丁戊=丁戊"].map((line, at) => `word/document.xml ${at === 0 ? 1 : 2} ${line}`),
    );
  });
});
