/** Writes fixtures/demo/plan.docx: a notice that prints a plan with automatic numbers. Run again, it writes the same bytes. */
import { writeFileSync } from "node:fs";
import { AlignmentType, Document, LevelFormat, Packer, Paragraph, TextRun } from "docx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

const EXPECT = "expect: GW-unit@二（二）";
const BODY = { font: { eastAsia: "仿宋_GB2312", ascii: "Times New Roman" }, size: 32 };
const LINE = { line: 579, lineRule: "exact" };

const title = (text) =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: LINE,
    children: [new TextRun({ text, font: { eastAsia: "方正小标宋简体" }, size: 44 })],
  });
const text = (words) =>
  new Paragraph({ spacing: LINE, indent: { firstLine: 640 }, children: [new TextRun({ text: words, ...BODY })] });
const flush = (words) => new Paragraph({ spacing: LINE, children: [new TextRun({ text: words, ...BODY })] });
const right = (words, indent) =>
  new Paragraph({
    alignment: AlignmentType.RIGHT,
    spacing: LINE,
    indent: { right: indent },
    children: [new TextRun({ text: words, ...BODY })],
  });
const item = (level, words) =>
  new Paragraph({
    numbering: { reference: "gongwen", level },
    spacing: LINE,
    children: [new TextRun({ text: words, ...BODY })],
  });

const notice = [
  title("云溪市教育局关于印发《校园食堂明厨亮灶实施方案》的通知"),
  flush("各县（区）教育局，市直各学校："),
  text("现将《校园食堂明厨亮灶实施方案》印发给你们，请结合实际抓好落实。"),
  right("云溪市教育局", 640),
  right("2026年8月18日", 640),
];
const plan = [
  new Paragraph({ ...{ pageBreakBefore: true }, spacing: LINE, children: [] }),
  title("校园食堂明厨亮灶实施方案"),
  text("为让学生和家长看得见后厨，制定本方案。"),
  item(0, "工作目标"),
  text("2026年年底前，全市中小学校食堂的加工、洗消、留样三个区域全部接入视频，家长可以在手机上随时查看。"),
  item(0, "主要任务"),
  item(1, "改造后厨。10月31日前完成隔墙换透明玻璃和摄像头安装，每个区域不少于两路。（市教育局牵头，市财政局配合）"),
  item(1, "接入平台。11月30日前把视频接入监管平台，画面保存不少于30天，离线超过两小时自动提醒。"),
  item(
    1,
    "每日巡看。从12月起每天抽看不少于20所学校，发现未戴口罩、生熟混放等情形当日通知学校改正。（市市场监管局负责）",
  ),
];

const document = new Document({
  creator: "gwlint",
  title: "校园食堂明厨亮灶实施方案",
  description: EXPECT,
  numbering: {
    config: [
      {
        reference: "gongwen",
        levels: [
          { level: 0, format: LevelFormat.CHINESE_COUNTING, text: "%1、", suffix: "nothing" },
          { level: 1, format: LevelFormat.CHINESE_COUNTING, text: "（%2）", suffix: "nothing" },
        ],
      },
    ],
  },
  sections: [
    {
      properties: {
        page: { size: { width: 11906, height: 16838 }, margin: { top: 2098, left: 1588, right: 1474, bottom: 1984 } },
      },
      children: [...notice, ...plan],
    },
  ],
});

const packed = unzipSync(new Uint8Array(await Packer.toBuffer(document)));
const core = strFromU8(packed["docProps/core.xml"]);
packed["docProps/core.xml"] = strToU8(core.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "2026-08-18T00:00:00Z"));
const target = new URL("../fixtures/demo/plan.docx", import.meta.url);
writeFileSync(target, zipSync(packed, { mtime: new Date(2026, 7, 18), level: 9 }));
