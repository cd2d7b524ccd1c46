// A paper as a Word document laid out by GB/T 9704-2012, and the same with one point of its layout changed.
import { strToU8, zipSync } from "fflate";
import { linesOf } from "./paper.mjs";

const OFFICE = "http://schemas.openxmlformats.org";
const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const RELATIONS = `${OFFICE}/officeDocument/2006/relationships`;
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const NAMES = `xmlns:w="${OFFICE}/wordprocessingml/2006/main" xmlns:r="${RELATIONS}"`;

/** The layout of the standard; sizes in points, margins in millimetres, indents in characters. */
export const STANDARD = {
  width: 210,
  height: 297,
  margins: { top: 37, right: 26, bottom: 35, left: 28 },
  pitch: 28.9,
  grid: null,
  number: { size: 14, dashes: true },
  colour: null,
  /** Where the body's font and size are said: direct | style | defaults | theme. */
  via: "direct",
  /** Marks of a reviewer that were left in: comment | insertion | deletion | hidden. */
  trace: null,
  title: { font: "方正小标宋简体", size: 22, align: "center" },
  to: { font: "仿宋_GB2312", size: 16, indent: 0 },
  body: { font: "仿宋_GB2312", size: 16, indent: 2 },
  heading1: { font: "黑体", size: 16, indent: 2 },
  heading2: { font: "楷体_GB2312", size: 16, indent: 2 },
  date: { font: "仿宋_GB2312", size: 16, align: "right" },
  copies: { font: "仿宋_GB2312", size: 14 },
};

const ROLES = { sign: "date", printed: "copies", annex: "body", paper: "body", number: "title", mark: "title" };

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const twips = (mm) => Math.round((mm * 1440) / 25.4);

export function wordOf(paper, look = STANDARD) {
  const lines = linesOf(paper);
  const traced = look.trace ? lines.findIndex(({ role }) => role === "body") : -1;
  const body = lines
    .map((line, i) => (line.role === "table" ? table(line.rows, look) : paragraph(line, look, i === traced)))
    .join("");
  const { margins: m } = look;
  const grid = look.grid
    ? `<w:docGrid w:type="${look.grid.type}" w:linePitch="${Math.round(look.grid.pitch * 20)}"${look.grid.space ? ` w:charSpace="${look.grid.space}"` : ""}/>`
    : "";
  const footer = look.number ? '<w:footerReference w:type="default" r:id="rId2"/>' : "";
  const section = `<w:sectPr>${footer}<w:pgSz w:w="${twips(look.width)}" w:h="${twips(look.height)}"/><w:pgMar w:top="${twips(m.top)}" w:right="${twips(m.right)}" w:bottom="${twips(m.bottom)}" w:left="${twips(m.left)}" w:header="851" w:footer="992" w:gutter="0"/>${grid}</w:sectPr>`;
  const parts = {
    "[Content_Types].xml": `<Types xmlns="${OFFICE}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPE}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/word/footer1.xml" ContentType="${TYPE}.footer+xml"/><Override PartName="/word/theme/theme1.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/><Override PartName="/word/comments.xml" ContentType="${TYPE}.comments+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${OFFICE}/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/_rels/document.xml.rels": `<Relationships xmlns="${OFFICE}/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${RELATIONS}/footer" Target="footer1.xml"/><Relationship Id="rId3" Type="${RELATIONS}/theme" Target="theme/theme1.xml"/><Relationship Id="rId4" Type="${RELATIONS}/comments" Target="comments.xml"/></Relationships>`,
    "word/document.xml": `<w:document ${NAMES}><w:body>${body}${section}</w:body></w:document>`,
    "word/styles.xml": styles(look),
    "word/footer1.xml": footerOf(look.number ?? { size: 14, dashes: true }),
    "word/theme/theme1.xml": themeOf(look.body.font),
    "word/comments.xml": `<w:comments ${NAMES}><w:comment w:id="0" w:author="核稿"><w:p><w:r><w:t>这句请再核实</w:t></w:r></w:p></w:comment></w:comments>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(HEAD + xml)])), {
    mtime: new Date(2000, 0, 1),
  });
}

const lookOf = (role, look) => look[ROLES[role] ?? role] ?? look.body;

function paragraph({ role, text }, look, traced) {
  const own = role === "number" ? { ...look.body, align: "center" } : lookOf(role, look);
  const indent = own.indent
    ? `<w:ind w:firstLineChars="${own.indent * 100}" w:firstLine="${own.indent * own.size * 20}"/>`
    : "";
  const align = `<w:jc w:val="${own.align ?? "both"}"/>`;
  const spacing = look.pitch ? `<w:spacing w:line="${Math.round(look.pitch * 20)}" w:lineRule="exact"/>` : "";
  const style = role === "body" && look.via === "style" ? '<w:pStyle w:val="Zhengwen"/>' : "";
  const plain = `<w:r>${runLook(role, own, look)}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
  return `<w:p><w:pPr>${style}${spacing}${indent}${align}</w:pPr>${traced ? marked(plain, look.trace) : plain}</w:p>`;
}

/** A run as a reviewer left it; the text of the document stays what it was. */
function marked(run, trace) {
  const by = 'w:id="9" w:author="核稿" w:date="2024-01-01T00:00:00Z"';
  if (trace === "insertion") return `<w:ins ${by}>${run}</w:ins>`;
  if (trace === "deletion") return `${run}<w:del ${by}><w:r><w:delText>原来的一句话。</w:delText></w:r></w:del>`;
  if (trace === "hidden") return `${run}<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏的一句话。</w:t></w:r>`;
  return `<w:commentRangeStart w:id="0"/>${run}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`;
}

function runLook(role, { font, size, colour = null }, look) {
  if (role === "body" && look.via !== "direct") return colour ? `<w:rPr><w:color w:val="${colour}"/></w:rPr>` : "";
  return `<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${font}"/>${colour ? `<w:color w:val="${colour}"/>` : ""}<w:sz w:val="${size * 2}"/></w:rPr>`;
}

function styles({ body, via }) {
  const said = `<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${body.font}"/><w:sz w:val="${body.size * 2}"/></w:rPr>`;
  const theme = `<w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia"/><w:sz w:val="${body.size * 2}"/></w:rPr>`;
  const defaults =
    via === "defaults"
      ? said
      : via === "theme"
        ? theme
        : '<w:rPr><w:rFonts w:eastAsia="宋体"/><w:sz w:val="21"/></w:rPr>';
  const base = via === "style" ? said : "";
  return `<w:styles ${NAMES}><w:docDefaults><w:rPrDefault>${defaults}</w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Base"><w:name w:val="公文"/><w:basedOn w:val="a"/>${base}</w:style><w:style w:type="paragraph" w:styleId="Zhengwen"><w:name w:val="Heading 1"/><w:basedOn w:val="Base"/></w:style></w:styles>`;
}

const footerOf = ({ size, dashes }) =>
  `<w:ftr ${NAMES}><w:p><w:r><w:rPr><w:sz w:val="${size * 2}"/></w:rPr><w:t xml:space="preserve">${dashes ? "— " : ""}</w:t></w:r><w:r><w:rPr><w:sz w:val="${size * 2}"/></w:rPr><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:rPr><w:sz w:val="${size * 2}"/></w:rPr><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:rPr><w:sz w:val="${size * 2}"/></w:rPr><w:t xml:space="preserve">${dashes ? " —" : ""}</w:t></w:r></w:p></w:ftr>`;

const themeOf = (font) =>
  `<a:theme xmlns:a="${OFFICE}/drawingml/2006/main" name="公文"><a:themeElements><a:fontScheme name="公文"><a:majorFont><a:latin typeface="Times New Roman"/><a:ea typeface=""/><a:font script="Hans" typeface="${font}"/></a:majorFont><a:minorFont><a:latin typeface="Times New Roman"/><a:ea typeface=""/><a:font script="Hans" typeface="${font}"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>`;

function table(rows, look) {
  const cell = (text) =>
    `<w:tc><w:p>${`<w:r>${runLook("cell", look.body, look)}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`}</w:p></w:tc>`;
  return `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join("")}</w:tr>`).join("")}</w:tbl>`;
}
