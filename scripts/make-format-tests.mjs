// Writes rules/tests/*-good.docx and *-bad.docx, the examples of rules/gbt-9704.yaml that need a layout: a notice, a
// letter, an order and minutes set as GB/T 9704-2012 has them, and the same with every point wrong.
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

const NOTICE = [
  ["number", "某教发〔2026〕12号"],
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

const LETTER = [
  ["mark", "某某市教育局"],
  ["number", "某教函〔2026〕12号"],
  ["title", "某某市教育局关于商请提供在校学生数据的函"],
  ["addressees", "市统计局："],
  ["body", "为做好2027年学位供给测算，请在2026年9月10日前提供2025年全市各县区在校学生数，联系人张某某，电话12345678。"],
  ["signature", "某某市教育局"],
  ["date", "2026年8月3日"],
];

const ORDER = [
  ["mark", "某某市人民政府令"],
  ["number", "第12号"],
  ["body", "《某某市城市公园管理办法》已经2026年7月20日市人民政府第8次常务会议通过，现予公布，自2026年9月1日起施行。"],
  ["date", "市长　张某某"],
  ["date", "2026年8月3日"],
];

const MINUTES = [
  ["mark", "某某市人民政府常务会议纪要"],
  ["body", "2026年8月3日，市长张某某主持召开市政府常务会议，听取秋季开学准备情况汇报，研究校车安全工作。现纪要如下："],
  ["body", "会议同意市教育局提出的校车安全工作方案，由市教育局会同市公安局、市交通运输局在2026年8月20日前组织实施。"],
  [
    ["heading1", "出席："],
    ["body", "张某某　李某某"],
  ],
];

const GOOD = {
  dashes: true,
  page: {
    size: { width: mm(210), height: mm(297) },
    margin: { top: mm(37), right: mm(26), bottom: mm(35), left: mm(28) },
  },
  grid: { type: "linesAndChars", linePitch: 579, charSpace: -849 },
  looks: {
    mark: { font: "方正小标宋简体", size: 36, alignment: AlignmentType.CENTER },
    number: { font: "仿宋_GB2312", size: 16, alignment: AlignmentType.CENTER },
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
    mark: { ...plain, before: 70 },
    number: plain,
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

const runOf = (text, { font, size, color }) =>
  new TextRun({ text, size: size * 2, color, font: { eastAsia: font, ascii: font, hAnsi: font } });

/** A line is a role and its text, or several of them in one paragraph. */
function paragraph(line, { looks, pitch, comment }) {
  const pieces = Array.isArray(line[0]) ? line : [line];
  const [role] = pieces[0];
  const { size, alignment, indent, before } = looks[role];
  const spacing = {
    ...(pitch && role !== "mark" ? { line: pitch * 20, lineRule: LineRuleType.EXACT } : {}),
    ...(before === undefined ? {} : { before: Math.round(before * 20) }),
  };
  return new Paragraph({
    alignment,
    indent: indent ? { firstLine: indent * size * 20 } : undefined,
    spacing,
    children: pieces.flatMap(([name, text]) => commented(runOf(text, looks[name]), comment && name === "addressees")),
  });
}

/** The same look with the head so many points lower, on a page with its own upper margin. */
const headed = (set, before, top = 37) => ({
  ...set,
  page: { ...set.page, margin: { ...set.page.margin, top: mm(top) } },
  looks: { ...set.looks, mark: { ...set.looks.mark, before } },
});
const rightNumber = { ...GOOD.looks.number, alignment: AlignmentType.RIGHT };
const letterLook = headed({ ...GOOD, titlePage: true, looks: { ...GOOD.looks, number: rightNumber } }, 0, 27);

const PAPERS = {
  "format-good": [NOTICE, GOOD],
  "format-bad": [NOTICE, BAD],
  "letter-good": [LETTER, letterLook],
  "letter-bad": [LETTER, { ...BAD, comment: undefined }],
  "order-good": [ORDER, headed(GOOD, 52)],
  "order-bad": [ORDER, headed(BAD, 0)],
  "minutes-good": [MINUTES, headed(GOOD, 95)],
  "minutes-bad": [MINUTES, headed(BAD, 0)],
};

for (const [name, [lines, set]] of Object.entries(PAPERS)) {
  const note = { id: 0, author: "审核", date: new Date(0), children: [new Paragraph(set.comment ?? "")] };
  const number = new TextRun({
    children: set.dashes ? ["— ", PageNumber.CURRENT, " —"] : ["1"],
    size: set.dashes ? 28 : 18,
  });
  const footer = new Footer({ children: [new Paragraph({ children: [number] })] });
  const footers = set.titlePage
    ? { default: footer, first: new Footer({ children: [new Paragraph("")] }) }
    : { default: footer };
  const document = new Document({
    comments: set.comment ? { children: [note] } : undefined,
    sections: [
      {
        properties: { page: set.page, grid: set.grid, titlePage: set.titlePage },
        footers,
        children: lines.map((line) => paragraph(line, set)),
      },
    ],
  });
  writeFileSync(new URL(`../rules/tests/${name}.docx`, import.meta.url), await Packer.toBuffer(document));
}
