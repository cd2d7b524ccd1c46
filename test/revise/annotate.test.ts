import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { say } from "../../src/language/say.ts";
import { annotate } from "../../src/revise/annotate.ts";
import { docx, p, partsOf, r } from "../read/docx/build.ts";
import { covered, documentOf, finding, findingOn, textOfBlocks } from "./covered.ts";
import { mainXml, unmark } from "./unmark.ts";

const words = () => ["问题：标题。消息"];

/** Annotates the given words of a document and tells what each comment covers and stands on. */
function comment(bytes: Uint8Array, on: readonly (string | null)[]) {
  const document = documentOf(bytes);
  const findings = on.map((one) => (one === null ? finding(null) : findingOn(document, one)));
  const result = annotate(bytes, document, findings, words);
  if (!result.ok) throw new Error(result.reason);
  const ids = result.placed.map(({ id }) => id);
  expect(textOfBlocks(documentOf(result.bytes))).toBe(textOfBlocks(document));
  expect(unmark(mainXml(result.bytes), mainXml(bytes), ids)).toBe(mainXml(bytes));
  const texts = covered(result.bytes, ids);
  return { ...result, kinds: result.placed.map(({ kind }) => kind), covers: ids.map((id) => texts.get(id)) };
}

describe("a comment on words", () => {
  it("splits the run they stand in and copies its look", () => {
    const { bytes, covers } = comment(docx(p("各单位要加强组织领导。", "", "<w:b/>")), ["组织领导"]);
    expect(covers).toEqual(["组织领导"]);
    expect(mainXml(bytes).match(/<w:rPr><w:b\/><\/w:rPr>/g)).toHaveLength(3);
  });

  it.each([
    ["several runs", `<w:p>${r("各单位要加")}${r("强组织", "<w:i/>")}${r("领导。")}</w:p>`],
    ["a hyperlink", `<w:p>${r("各单位要")}<w:hyperlink r:id="x">${r("加强组织")}</w:hyperlink>${r("领导。")}</w:p>`],
    ["an insertion", `<w:p>${r("各单位要")}<w:ins w:id="7" w:author="张">${r("加强组织领")}</w:ins>${r("导。")}</w:p>`],
    [
      "a content control",
      `<w:p>${r("各单位要")}<w:sdt><w:sdtPr/><w:sdtContent>${r("加强组织领导")}</w:sdtContent></w:sdt>${r("。")}</w:p>`,
    ],
    [
      "a deletion in between",
      `<w:p>${r("各单位要加强")}<w:del w:id="7"><w:r><w:delText>好</w:delText></w:r></w:del>${r("组织领导。")}</w:p>`,
    ],
    ["a table", `<w:tbl><w:tr><w:tc>${p("各单位要加强组织领导。")}</w:tc></w:tr></w:tbl>`],
    ["references and CDATA", "<w:p><w:r><w:t>&#x5404;单位&amp;要加<![CDATA[强组织领]]>导。</w:t></w:r></w:p>"],
    [
      "a run with more than text",
      "<w:p><w:r><w:tab/><w:t>各单位要</w:t><w:noBreakHyphen/><w:t>加强组织领导</w:t><w:br/></w:r></w:p>",
    ],
  ])("covers exactly these through %s", (_where, body) => {
    expect(comment(docx(body), ["加强组织领导", "强组织", "导"]).covers).toEqual(["加强组织领导", "强组织", "导"]);
  });

  it("keeps blanks at the cut although nothing preserved them before", () => {
    const body = "<w:p><w:r><w:t>one two three</w:t></w:r><w:r><w:t> x </w:t></w:r></w:p>";
    expect(comment(docx(body), ["two", "one ", "wo t"]).covers).toEqual(["two", "one ", "wo t"]);
  });

  it("does not make text of blanks that were none", () => {
    const bytes = docx("<w:p><w:r><w:t>\n  one two  \n</w:t></w:r></w:p>");
    const document = documentOf(bytes);
    const result = annotate(bytes, document, [findingOn(document, "two"), findingOn(document, "ne ")], words);
    expect(result.ok && textOfBlocks(documentOf(result.bytes))).toBe("one two");
  });

  it("stands around a formula or a phonetic guide as a whole", () => {
    const ruby = `<w:r><w:ruby><w:rubyPr/><w:rt>${r("zi")}</w:rt><w:rubyBase>${r("字词")}</w:rubyBase></w:ruby></w:r>`;
    const { covers, kinds } = comment(docx(`<w:p>${r("前")}${ruby}${r("后")}</w:p>`), ["词"]);
    expect({ covers, kinds }).toEqual({ covers: ["字词"], kinds: ["around"] });
  });

  it("stands around a content control whose words are one value, and beside one around paragraphs", () => {
    const control = (content: string) =>
      `<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    const inline = comment(docx(`<w:p>${r("前")}${control(r("单位名称"))}${r("后")}</w:p>`), ["名称"]);
    expect([inline.covers, inline.kinds]).toEqual([["单位名称"], ["around"]]);
    const whole = comment(docx(control(p("单位名称")) + p("完。")), ["名称"]);
    expect([whole.covers, whole.kinds]).toEqual([["完。"], ["nearest"]]);
  });

  it("nests and overlaps with others", () => {
    const on = ["各单位要", "单位要加强", "加强组织", "各单位要加强组织领导。", "领导。"];
    expect(comment(docx(p("各单位要加强组织领导。")), on).covers).toEqual(on);
  });
});

describe("a comment on what is not typed in the body", () => {
  const numbering = `<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`;

  it("stands on the paragraph of an automatic number", () => {
    const list = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    const { covers, kinds } = comment(docx(p("加强领导。", list), { numbering }), ["1."]);
    expect({ covers, kinds }).toEqual({ covers: ["加强领导。"], kinds: ["label"] });
  });

  it("stands on the nearest paragraph for header and text box", () => {
    const box = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx><w:txbxContent>${p("框中字")}</w:txbxContent></wps:txbx></mc:Choice></mc:AlternateContent></w:r>`;
    const section = '<w:sectPr><w:headerReference w:type="default" r:id="h1"/></w:sectPr>';
    const body = `${p("第一段。")}<w:p>${r("第二段。")}${box}</w:p>${p("第三段。")}${section}`;
    const { covers, kinds } = comment(docx(body, { headers: { h1: p("眉上字") } }), ["框中字", "眉上字"]);
    expect({ covers, kinds }).toEqual({ covers: ["第二段。", "第一段。"], kinds: ["text-box", "header"] });
  });

  it("stands on the title for the whole document, through its lines", () => {
    const body = `${p("某某市人民政府办公室关于", '<w:jc w:val="center"/>')}${p("加强管理的通知", '<w:jc w:val="center"/>')}${p("各县区人民政府：")}${p("为加强管理，现将有关事项通知如下，请认真贯彻落实。")}`;
    const { covers, kinds } = comment(docx(body), [null]);
    expect({ covers, kinds }).toEqual({ covers: ["某某市人民政府办公室关于加强管理的通知"], kinds: ["title"] });
  });
});

describe("the annotated package", () => {
  it("keeps the bytes of every other entry, packed as they were", () => {
    const bytes = docx(p("各单位要加强组织领导。"), {
      styles: "<w:docDefaults/>",
      files: { "word/media/a.bin": strToU8("x".repeat(500)) },
    });
    const result = comment(bytes, ["组织"]);
    const [before, after] = [unzipSync(bytes), unzipSync(result.bytes)];
    const changed = Object.keys(after).filter(
      (name) => strFromU8(after[name]!) !== strFromU8(before[name] ?? new Uint8Array()),
    );
    expect(changed.sort()).toEqual([
      "[Content_Types].xml",
      "word/_rels/document.xml.rels",
      "word/comments.xml",
      "word/document.xml",
    ]);
    expect(Object.keys(before).every((name) => name in after)).toBe(true);
  });

  it("continues the numbers of comments that are there and keeps them", () => {
    const comments = '<w:comment w:id="4" w:author="李"><w:p><w:r><w:t>旧批注</w:t></w:r></w:p></w:comment>';
    const old = '<w:commentRangeStart w:id="4"/>';
    const end = '<w:commentRangeEnd w:id="4"/><w:r><w:commentReference w:id="4"/></w:r>';
    const parts = partsOf(`<w:p>${old}${r("各单位要加强组织领导。")}${end}</w:p>`, { comments });
    const bytes = zipSync(parts);
    const result = comment(bytes, ["组织", "领导"]);
    expect(result.placed.map(({ id }) => id)).toEqual([5, 6]);
    const after = unzipSync(result.bytes);
    expect(strFromU8(after["word/comments.xml"]!)).toContain(comments);
    expect(after["[Content_Types].xml"]).toEqual(parts["[Content_Types].xml"]);
    const traces = documentOf(result.bytes).source.traces.filter(({ kind }) => kind === "comment");
    expect(traces.map(({ author }) => author).sort()).toEqual(["公文检查", "公文检查", "李"]);
  });

  it("says 问题 on a comment by 公文检查 with a fixed date, escaped", () => {
    const bytes = docx(p("各单位要加强组织领导。"));
    const document = documentOf(bytes);
    const result = annotate(bytes, document, [findingOn(document, "组织")], () => ["问题：<甲>&\u0001", "怎么改：乙"]);
    const xml = result.ok ? mainXml(result.bytes, "word/comments.xml") : "";
    expect(xml).toContain('w:author="公文检查" w:date="2000-01-01T00:00:00Z"');
    expect(xml).toContain("问题：&lt;甲&gt;&amp;\ufffd");
    expect(result.ok && documentOf(result.bytes).source.traces[0]).toMatchObject({
      kind: "comment",
      author: "公文检查",
    });
  });

  it("gives the same bytes twice", () => {
    const bytes = docx(p("各单位要加强组织领导。"));
    expect(comment(bytes, ["组织"]).bytes).toEqual(comment(bytes, ["组织"]).bytes);
  });

  it.each([
    [
      "strict",
      (xml: string) =>
        xml.replaceAll(
          "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
          "http://purl.oclc.org/ooxml/wordprocessingml/main",
        ),
    ],
    [
      "another prefix",
      (xml: string) =>
        xml
          .replaceAll("<w:", "<x:")
          .replaceAll("</w:", "</x:")
          .replaceAll("xmlns:w=", "xmlns:x=")
          .replaceAll(" w:", " x:"),
    ],
    ["no prefix", (xml: string) => xml.replaceAll("<w:", "<").replaceAll("</w:", "</").replace("xmlns:w=", "xmlns=")],
    ["a byte order mark", (xml: string) => `\ufeff${xml}`],
  ])("keeps the form of a main part with %s", (_form, change) => {
    const parts = partsOf(`<w:p>${r("各单位要加强")}</w:p>`);
    parts["word/document.xml"] = strToU8(change(strFromU8(parts["word/document.xml"]!)));
    const bytes = zipSync(parts);
    const result = comment(bytes, ["单位", "要加强"]);
    expect(result.covers).toEqual(["单位", "要加强"]);
    const uri = /wordprocessingml[^"]*main/.exec(mainXml(bytes))![0];
    expect(mainXml(result.bytes, "word/comments.xml")).toContain(uri);
    const [first] = documentOf(result.bytes).source.traces;
    expect(first).toMatchObject({ kind: "comment", text: "问题：标题。消息" });
  });

  it("refuses a signed document, a text file and bytes of another draft", () => {
    const signed = docx(p("各单位。"), { files: { "_xmlsignatures/sig1.xml": "<a/>" } });
    expect(annotate(signed, documentOf(signed), [finding(null)], words)).toMatchObject({
      ok: false,
      reason: "revise.signed",
    });
    const plain = docx(p("各单位。"));
    const document = documentOf(plain);
    const markdown = { ...document, source: { ...document.source, format: "markdown" as const } };
    expect(annotate(plain, markdown, [finding(null)], words)).toMatchObject({ reason: "revise.not-docx" });
    expect(annotate(docx(p("别的稿子。")), document, [finding(null)], words)).toMatchObject({
      reason: "revise.other-bytes",
    });
  });

  it("refuses a body without a word", () => {
    const bytes = docx("<w:p/>");
    expect(annotate(bytes, documentOf(bytes), [finding(null)], words)).toMatchObject({ reason: "revise.no-body" });
  });
});

describe("beside a frame", () => {
  const framed = (text: string) =>
    `<w:p><w:pPr><w:framePr w:w="4000" w:hSpace="180" w:wrap="around" w:vAnchor="text" w:hAnchor="text" w:x="1" w:y="1"/></w:pPr>${r(text)}</w:p>`;

  it("of several paragraphs a comment stands in the nearest paragraph and says so: the frame stays whole", () => {
    const body = `${p("前文一段。")}${framed("机关名称")}${framed("文件编号")}${p("正文一段。")}`;
    const { covers, kinds, bytes } = comment(docx(body), ["机关名称", "文件编号", "正文"]);
    expect(kinds).toEqual(["nearest", "nearest", "words"]);
    expect(covers).toEqual(["前文一段。", "前文一段。", "正文"]);
    expect(mainXml(bytes)).toContain(`${framed("机关名称")}${framed("文件编号")}`);
  });

  it("of one paragraph a comment stands on its words", () => {
    const body = `${p("前文一段。")}${framed("机关名称")}${p("正文一段。")}`;
    expect(comment(docx(body), ["机关", "正文"])).toMatchObject({
      kinds: ["words", "words"],
      covers: ["机关", "正文"],
    });
  });

  it("that opens the document a comment stands behind it", () => {
    const body = `${framed("机关名称")}${framed("文件编号")}${p("正文一段。")}`;
    expect(comment(docx(body), ["文件编号"])).toMatchObject({ kinds: ["nearest"], covers: ["正文一段。"] });
  });
});

it("the look of a comment is its own, whatever the body text of the draft looks like", () => {
  const { bytes } = comment(docx(p("各单位要加强组织领导。")), ["组织"]);
  const paragraphs = strFromU8(unzipSync(bytes)["word/comments.xml"]!).match(/<w:p>.*?<\/w:p>/g)!;
  // CT_P: properties first; CT_PPr: spacing, then ind; CT_R: rPr before its text.
  for (const one of paragraphs) {
    expect(one).toMatch(
      /^<w:p><w:pPr><w:spacing [^>]*w:lineRule="auto"\/><w:ind [^>]*w:firstLine="0"\/><\/w:pPr>(?:<w:r><w:annotationRef\/><\/w:r>)?<w:r><w:rPr><w:sz w:val="20"\/>.*<\/w:rPr><w:t /,
    );
  }
});

describe("a part of comments that is broken", () => {
  // Without a word that refers to it only a writer meets it. Found by `npm run fuzz`: the first is what its seed 6592 made.
  it.each<[string, Uint8Array]>([
    ["has no start tag", strToU8('<?xml version="1.0" encoding="UTF-8" standalone="yes"?><')],
    ["is not closed", strToU8('<w:comments xmlns:w="x"><w:comment w:id="1">')],
    ["closes too much", strToU8("<a></a></a>")],
    ["is cut in a comment", strToU8("<a><!-- ")],
    ["is not of its encoding", Uint8Array.of(0x3c, 0x61, 0x3e, 0xff, 0x3c, 0x2f, 0x61, 0x3e)],
  ])("that %s is no comment's place: the draft is left as it is, and words say why", (_how, part) => {
    const type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";
    const bytes = docx(p("各单位要加强组织领导。"), {
      files: { "word/comments.xml": part },
      relationships: `<Relationship Id="c" Type="${type}" Target="comments.xml"/>`,
    });
    const document = documentOf(bytes);
    const result = annotate(bytes, document, [findingOn(document, "加强组织领导")], words);
    expect(result).toEqual({ ok: false, reason: "revise.broken-part", values: { part: "word/comments.xml" } });
    expect(say("zh", "revise.broken-part", { path: "a", part: "b" })).toContain("另存为");
  });
});
