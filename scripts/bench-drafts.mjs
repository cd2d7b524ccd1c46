// Drafts for the benchmark: a notice with sections, measures, responsible units and the usual formatting.
import { AlignmentType, Document, LineRuleType, Packer, Paragraph, TextRun } from "docx";

const FONT = { ascii: "Times New Roman", eastAsia: "仿宋_GB2312", hAnsi: "Times New Roman" };
const HEADS = [
  "加强组织领导",
  "压实工作责任",
  "完善推进机制",
  "优化服务供给",
  "强化要素保障",
  "严格督促检查",
  "抓好宣传引导",
];
const MEASURES = [
  "建立重点项目协调推进机制，每月召开一次调度会议，逐项研究解决土地、资金、能耗等要素问题，2026年6月底前形成问题清单并完成首轮销号。",
  "对全市范围内的老旧管网开展一次全面排查，分类建立台账，明确改造时序和资金来源，确保2026年年底前完成改造任务的60%以上。",
  "推行政务服务事项集成办理，压减申请材料30%以上，办理时限缩短一半，涉及多个部门的事项由首办部门统一受理、协同办结。",
  "组织开展技能培训不少于12期，培训重点群体3000人次，建立培训与就业对接台账，按季度通报培训后就业情况。",
];
const UNITS = [
  "（市发展改革委牵头，市财政局、市自然资源局配合）",
  "（责任单位：市住房城乡建设局，各县区人民政府）",
  "（市政务服务局负责）",
  "",
];
const numeral = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

const paragraph = (text, options = {}) =>
  new Paragraph({
    alignment: options.alignment ?? AlignmentType.BOTH,
    spacing: { line: 560, lineRule: LineRuleType.EXACT },
    indent: options.alignment ? {} : { firstLine: 640 },
    children: [new TextRun({ text, font: options.font ?? FONT, size: options.size ?? 32, bold: options.bold })],
  });

/** A docx of about `characters` characters; `seed` makes drafts differ. */
export async function draftDocx(characters, seed = 0) {
  const children = [
    paragraph("某某市人民政府办公室", { alignment: AlignmentType.CENTER, size: 44 }),
    paragraph(`关于印发重点工作推进方案的通知（第${seed}稿）`, { alignment: AlignmentType.CENTER, size: 44 }),
    paragraph("各县区人民政府，市政府各部门：", { alignment: AlignmentType.LEFT }),
    paragraph("为深入贯彻落实上级决策部署，扎实推进年度重点工作，结合我市实际，制定如下措施。"),
  ];
  let length = 90;
  for (let section = 0; length < characters; section++) {
    const head = `${numeral[section % 10]}、${HEADS[section % HEADS.length]}`;
    children.push(paragraph(head, { font: { ...FONT, eastAsia: "黑体" } }));
    length += head.length;
    for (let item = 0; item < 4 && length < characters; item++) {
      const text = `（${numeral[item]}）${HEADS[(section + item + seed) % HEADS.length]}。${MEASURES[(item + seed) % 4]}${UNITS[(section + item + seed) % 4]}`;
      children.push(paragraph(text));
      length += text.length;
    }
  }
  children.push(
    paragraph("某某市人民政府办公室", { alignment: AlignmentType.RIGHT }),
    paragraph("2026年3月12日", { alignment: AlignmentType.RIGHT }),
  );
  const page = { size: { width: 11906, height: 16838 }, margin: { top: 2098, bottom: 1984, left: 1588, right: 1474 } };
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ properties: { page }, children }] })));
}
