import { strToU8 } from "fflate";
import { docx, p, partsOf, rels, W } from "../read/docx/build.ts";
import { rawZip } from "../read/docx/raw-zip.ts";
import { file, type HostileGroup } from "./case.ts";

const STRICT = "http://purl.oclc.org/ooxml/";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relation = (type: string, target: string, external = true) =>
  `<Relationship Id="r-${type}" Type="${OFFICE}/${type}" Target="${target}"${external ? ` TargetMode="External"` : ""}/>`;
const with_ = (relationships: string) => docx(p("通知"), { relationships });
const without = (name: string) =>
  rawZip(
    Object.entries(partsOf(p("通知"))).flatMap(([part, content]) => (part === name ? [] : [{ name: part, content }])),
  );
const renamed = () =>
  rawZip(
    Object.entries(partsOf(p("通知"))).map(([name, content]) => ({
      name: name.replace("word/document.xml", "word/document2.xml"),
      content:
        name.includes("rels") || name.startsWith("[")
          ? new TextDecoder().decode(content).replaceAll("document.xml", "document2.xml")
          : content,
    })),
  );
const tables = (depth: number) =>
  `${"<w:tbl><w:tr><w:tc>".repeat(depth)}${p("通知")}${"</w:tc></w:tr></w:tbl>".repeat(depth)}`;
const revisions = (depth: number) =>
  `<w:p>${'<w:ins w:id="1" w:author="a">'.repeat(depth)}<w:r><w:t>通知</w:t></w:r>${"</w:ins>".repeat(depth)}</w:p>`;
const box = (depth: number) =>
  `${"<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>".repeat(depth)}${p("通知")}${"</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>".repeat(depth)}`;
const TYPE = "application/vnd.ms-word.document.macroEnabled.main+xml";

export const opcCases: HostileGroup = {
  name: "docx package",
  cases: [
    file("no [Content_Types].xml", () => without("[Content_Types].xml"), "corrupt"),
    file("no _rels/.rels", () => without("_rels/.rels"), ["corrupt", "read"]),
    file("no main part", () => without("word/document.xml"), "corrupt"),
    file("no relationships of the main part", () => without("word/_rels/document.xml.rels"), "read"),
    file("main part under another name", renamed, "read"),
    file(
      "relationship to itself",
      () => docx(p("通知"), { relationships: relation("styles", "document.xml", false) }),
      ["read", "corrupt"],
    ),
    file(
      "relationships in a ring",
      () =>
        docx(p("通知"), {
          relationships: relation("header", "header1.xml", false),
          files: {
            "word/header1.xml": strToU8("<x/>"),
            "word/_rels/header1.xml.rels": strToU8(rels(relation("header", "document.xml", false))),
          },
        }),
      "read",
    ),
    file("relationship that leaves the package", () => with_(relation("styles", "../../../../etc/passwd", false)), [
      "read",
      "corrupt",
      "rejected-unsafe",
    ]),
    file("external template", () => with_(relation("attachedTemplate", "http://127.0.0.1/t.dotm")), "read"),
    file("external image", () => with_(relation("image", "http://127.0.0.1/x.png")), "read"),
    file("image from a share", () => with_(relation("image", "\\\\127.0.0.1\\c$\\x.png")), "read"),
    file("image from a device", () => with_(relation("image", "file:///dev/zero")), "read"),
    file("external OLE object", () => with_(relation("oleObject", "http://127.0.0.1/x")), "read"),
    file("external settings of a frame", () => with_(relation("frame", "http://127.0.0.1/x")), "read"),
    file("macro document", () => docx(p("通知"), { mainType: TYPE, files: { "word/vbaProject.bin": strToU8("x") } }), [
      "read",
      "unsupported",
    ]),
    file(
      "embedded document (altChunk)",
      () =>
        docx(`${p("通知")}<w:altChunk r:id="r-aFChunk"/>`, {
          relationships: relation("aFChunk", "x.html", false),
          files: { "word/x.html": strToU8("<script>") },
        }),
      "read",
    ),
    file("embedded package", () => docx(p("通知"), { files: { "word/embeddings/x.docx": docx(p("内")) } }), "read"),
    file(
      "signed document",
      () =>
        docx(p("通知"), {
          files: { "_xmlsignatures/sig1.xml": strToU8("<x/>") },
          packageRelationships: `<Relationship Id="s" Type="http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin" Target="_xmlsignatures/origin.sigs"/>`,
        }),
      "read",
    ),
    file("thirty tables in one another", () => docx(tables(30)), "read"),
    file("thirty-three tables in one another", () => docx(tables(33)), "read", ""),
    file("seventy tables in one another", () => docx(tables(70)), ["read", "rejected-unsafe"], ""),
    file("sixty insertions in one another", () => docx(revisions(60)), "read"),
    file("forty text boxes in one another", () => docx(box(40)), ["read", "rejected-unsafe"], ""),
    file(
      "10,000 tables",
      () => docx(p("通知") + `<w:tbl><w:tr><w:tc>${p("格")}</w:tc></w:tr></w:tbl>`.repeat(10_000)),
      ["read", "rejected-unsafe"],
    ),
    file(
      "style based on itself",
      () =>
        docx(p("通知", `<w:pStyle w:val="a"/>`), {
          styles: `<w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="a"/></w:style>`,
        }),
      "read",
    ),
    file(
      "style in a style",
      () =>
        docx(p("通知"), {
          styles: `<w:style w:styleId="a"><w:style w:styleId="b"><w:pPr/></w:style><w:pPr><w:jc w:val="center"/></w:pPr></w:style>`,
        }),
      "read",
    ),
    file(
      "styles in a ring of 1,000",
      () =>
        docx(p("通知", `<w:pStyle w:val="s0"/>`), {
          styles: Array.from(
            { length: 1000 },
            (_, i) => `<w:style w:type="paragraph" w:styleId="s${i}"><w:basedOn w:val="s${(i + 1) % 1000}"/></w:style>`,
          ).join(""),
        }),
      "read",
    ),
    file(
      "numbering that refers to itself",
      () =>
        docx(p("通知", `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>`), {
          numbering: `<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="n"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
        }),
      "read",
    ),
    file(
      "level number 4,294,967,295",
      () => docx(p("通知", `<w:numPr><w:ilvl w:val="4294967295"/><w:numId w:val="-1"/></w:numPr>`)),
      "read",
    ),
    file(
      "list that starts at 2,147,483,647",
      () =>
        docx(p("通知", `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>`), {
          numbering: `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="2147483647"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
        }),
      "read",
    ),
    file(
      "field instructions without end",
      () =>
        docx(`<w:p>${`<w:r><w:fldChar w:fldCharType="begin"/></w:r>`.repeat(2000)}<w:r><w:t>通知</w:t></w:r></w:p>`),
      "read",
      "",
    ),
    file(
      "strict OOXML",
      () =>
        rawZip(
          Object.entries(partsOf(p("通知"))).map(([name, content]) => ({
            name,
            content: new TextDecoder()
              .decode(content)
              .replaceAll(
                "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                `${STRICT}wordprocessingml/main`,
              )
              .replaceAll(OFFICE, `${STRICT}officeDocument/relationships`),
          })),
        ),
      "read",
    ),
    file(
      "comments in one another",
      () =>
        docx(
          `<w:p>${'<w:commentRangeStart w:id="1"/>'.repeat(3000)}<w:r><w:t>通知</w:t></w:r><w:r><w:commentReference w:id="9"/></w:r></w:p>`,
          {
            relationships: relation("comments", "comments.xml", false),
            files: { "word/comments.xml": strToU8(`<w:comments ${W}>${'<w:comment w:id="1">'.repeat(3000)}`) },
          },
        ),
      "rejected-unsafe",
    ),
    file(
      "saved by WPS: its own namespaces and extensions",
      () =>
        docx(
          `<w:p><w:pPr><wpsCustomData:x xmlns:wpsCustomData="http://www.wps.cn/officeDocument/2013/wpsCustomData"/></w:pPr><w:r><w:t>通知</w:t></w:r></w:p>`,
        ),
      "read",
    ),
    file("a docx that is named .md", () => docx(p("通知")), "read", "通知", "草稿.md"),
    file(
      "an OLE2 file named .docx",
      () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array(600).fill(0)]),
      ["corrupt", "unsupported"],
    ),
  ],
};
