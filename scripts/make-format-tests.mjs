// Writes rules/tests/format-good.docx and format-bad.docx, the examples of rules/gbt-9704.yaml that need a layout: one
// notice set as GB/T 9704-2012 has it, and the same with every point of it wrong and a comment left in.
//   node scripts/make-format-tests.mjs
import { writeFileSync } from "node:fs";
import {
  AlignmentType,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  Document,
  Footer,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from "docx";

const MM = 1440 / 25.4;
const mm = (value) => Math.round(value * MM);

const LINES = [
  ["title", "某某市教育局关于做好秋季开学工作的通知"],
  ["addressees", "各县区教育局："],
  [
    "body",
    "秋季学期将于9月1日开学，为保证按时、安全、有序开学，现将有关事项通知如下，请提前做好各项准备工作，把责任落实到每一所学校。",
  ],
  ["heading1", "一、加强安全检查"],
  ["heading2", "（一）检查校舍"],
  ["body", "8月25日前对校舍、围墙、消防设施全面检查一遍，发现隐患立即整改，一时不能整改的停止使用，并报市教育局备案。"],
  ["body", "学校食堂要逐一核对证照和从业人员健康证明，开学前清洗消毒一次，采购的食品按批次留样，记录保存两年以上。"],
  ["signature", "某某市教育局"],
  ["date", "2026年8月3日"],
  ["copies", "抄送：市财政局，市应急局。"],
];

const GOOD = {
  dashes: true,
  page: {
    size: { width: mm(210), height: mm(297) },
    margin: { top: mm(37), right: mm(26), bottom: mm(35), left: mm(28) },
  },
  grid: { type: "linesAndChars", linePitch: 579, charSpace: -849 },
  looks: {
    title: { font: "方正小标宋简体", size: 22, alignment: AlignmentType.CENTER },
    addressees: { font: "仿宋_GB2312", size: 16 },
    body: { font: "仿宋_GB2312", size: 16, indent: 2 },
    heading1: { font: "黑体", size: 16, indent: 2 },
    heading2: { font: "楷体_GB2312", size: 16, indent: 2 },
    signature: { font: "仿宋_GB2312", size: 16, alignment: AlignmentType.RIGHT },
    date: { font: "仿宋_GB2312", size: 16, alignment: AlignmentType.RIGHT },
    copies: { font: "仿宋_GB2312", size: 14 },
  },
};

const plain = { font: "宋体", size: 12, color: "FF0000" };
const BAD = {
  page: {
    size: { width: mm(216), height: mm(279) },
    margin: { top: mm(25), right: mm(32), bottom: mm(25), left: mm(32) },
  },
  pitch: 20,
  comment: "再核一下单位名称",
  looks: {
    title: { ...plain, font: "楷体", size: 18 },
    addressees: { ...plain, indent: 2 },
    body: plain,
    heading1: plain,
    heading2: plain,
    signature: plain,
    date: plain,
    copies: plain,
  },
};

function commented(run, wanted) {
  if (!wanted) return [run];
  const mark = new TextRun({ children: [new CommentReference(0)] });
  return [new CommentRangeStart(0), run, new CommentRangeEnd(0), mark];
}

function paragraph([role, text], { looks, pitch, comment }) {
  const { font, size, color, alignment, indent } = looks[role];
  return new Paragraph({
    alignment,
    indent: indent ? { firstLine: indent * size * 20 } : undefined,
    spacing: pitch ? { line: pitch * 20, lineRule: LineRuleType.EXACT } : undefined,
    children: commented(
      new TextRun({ text, size: size * 2, color, font: { eastAsia: font, ascii: font, hAnsi: font } }),
      comment && role === "addressees",
    ),
  });
}

for (const [name, set] of Object.entries({ good: GOOD, bad: BAD })) {
  const note = { id: 0, author: "审核", date: new Date(0), children: [new Paragraph(set.comment ?? "")] };
  const number = new TextRun({
    children: set.dashes ? ["— ", PageNumber.CURRENT, " —"] : ["1"],
    size: set.dashes ? 28 : 18,
  });
  const footers = { default: new Footer({ children: [new Paragraph({ children: [number] })] }) };
  const document = new Document({
    comments: set.comment ? { children: [note] } : undefined,
    sections: [
      { properties: { page: set.page, grid: set.grid }, footers, children: LINES.map((line) => paragraph(line, set)) },
    ],
  });
  writeFileSync(new URL(`../rules/tests/format-${name}.docx`, import.meta.url), await Packer.toBuffer(document));
}
