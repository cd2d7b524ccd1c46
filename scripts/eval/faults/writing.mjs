// Faults of punctuation (GB/T 15834), numbers (GB/T 15835) and of what a text says of itself.
import { pick } from "../alterations.mjs";
import { either, inserted, remaking, running, saying, swapping, withBody } from "./paper.mjs";

const HAN = "[\\u4e00-\\u9fff]";
const between = (mark) => new RegExp(`(?<=${HAN}{3})${mark}(?=${HAN}{3})`, "g");

/** Sections of their own behind the text, labelled by `label`; one label is wrong. */
const section = (labels, heads) => (paper, r) => {
  const lines = heads.map((head, i) => `${labels[i]}${head}`);
  return { paper: { ...paper, body: [...paper.body, ...lines] }, at: lines, r };
};

const SECTIONS = ["加强组织领导", "落实工作经费", "严格督促检查"];
const SENTENCES = [
  "各地要明确一名负责同志具体抓，逐级压实责任。",
  "所需经费列入同级财政预算，专款专用。",
  "每季度通报一次进展情况，年底组织验收。",
];

/** Where the rule names one place for many, it need not be this one. */
const somewhere =
  (...variants) =>
  (paper, r) => {
    const change = saying(...variants)(paper, r);
    return change && { ...change, at: null };
  };

export const writing = {
  "BD-label-chinese": {
    seed: either(section(["一．", "二．", "三．"], SECTIONS), section(["一,", "二,", "三,"], SECTIONS)),
  },
  "BD-label-arabic": { seed: section(["1、", "2、", "3、"], SENTENCES) },
  "BD-label-bracket": {
    seed: either(
      section(["（一）、", "（二）、", "（三）、"], SECTIONS),
      section(["（1）、", "（2）、", "（3）、"], SENTENCES),
    ),
  },
  "BD-firstly": {
    seed: saying(
      "要抓好三个环节。第一、摸清底数；第二、分类施策；第三、跟踪问效。",
      "首先、各地要组织学习；其次、要对照检查。",
    ),
  },
  "BD-dash": {
    seed: either(swapping(between("——"), "--"), swapping(between("，"), "--"), swapping(between("："), "---")),
  },
  "BD-ellipsis": {
    seed: either(
      swapping(between("，"), "。。。"),
      swapping(between("，"), "..."),
      swapping(between("；"), "。。。。。。"),
    ),
  },
  "BD-ellipsis-etc": { seed: swapping(new RegExp(`(?<=${HAN}{2}、${HAN}{2,8})等(?=${HAN})`, "g"), "……等") },
  "BD-repeated": {
    seed: swapping(/(?<=[\u4e00-\u9fff]{3})。/g, (_, r) => pick(["！！！！", "？？？？", "！！！！！"], r)),
  },
  "BD-nested-title": {
    seed: swapping(/(?<=[\u4e00-\u9fff])。/g, (_, r) =>
      pick(["，按照《关于印发《城市公园管理办法》的通知》执行。", "，具体见《关于贯彻《条例》的意见》。"], r),
    ),
  },
  "BD-nested-quote": {
    seed: saying("会议强调：“要警惕“数字形式主义”抬头。”", "有群众反映：“村里“小微权力”还要再晒一晒。”"),
  },
  "BD-nested-bracket": {
    seed: saying(
      "按照《管理办法》（某政发〔2023〕3号（以下简称《办法》））执行。",
      "各单位（含直属单位（企业、学校、医院））均应参加。",
    ),
  },
  "BD-unpaired": {
    seed: either(
      swapping(/(?<=（[^（）]{2,30})）/g, ""),
      swapping(/(?<=《[^《》]{2,30})》/g, ""),
      swapping(/“(?=[^“”]{2,30}”)/g, ""),
    ),
  },
  "BD-straight": { seed: swapping(/(?<=“[^“”"]{2,20})”/g, '"') },
  "BD-doubled": {
    seed: either(
      swapping(between("，"), "，，"),
      swapping(between("。"), "。。"),
      swapping(between("、"), "、、"),
      swapping(between("，"), "，。"),
    ),
  },
  "BD-etc": { seed: swapping(new RegExp(`(?<=${HAN}{2}、${HAN}{2,8})等(?=${HAN})`, "g"), "、等") },
  "BD-between-quotes": {
    seed: somewhere(
      "树牢“四个意识”“四个自信”，学习《条例》、《准则》、《办法》。",
      "落实《意见》《方案》，做到“一网通办”、“一次办好”。",
    ),
  },
  "BD-title-end": {
    prepare: (paper) => ({
      ...paper,
      body: [...paper.body, ...SECTIONS.flatMap((head, i) => [`${"一二三"[i]}、${head}`, SENTENCES[i]])],
    }),
    seed(paper, r) {
      const heads = paper.body.flatMap((text, i) =>
        typeof text === "string" && SECTIONS.some((head) => text.endsWith(head)) ? [i] : [],
      );
      const at = pick(heads, r);
      const line = paper.body[at] + pick(["。", "；"], r);
      return { paper: withBody(paper, at, line), at: [line] };
    },
  },
  "BD-half-width": {
    seed: either(swapping(between("，"), ","), swapping(between("；"), ";"), swapping(between("："), ":")),
  },

  "SZ-range": {
    seed: either(
      saying("财政补助比例提高15～30%。", "每年新建改造3—5万套。", "降幅控制在2-3%以内。", "总投资约2～3亿元。"),
      swapping(
        /(?<![\d.%％～—-])(\d{1,2})(?:\.\d+)?[%％]/g,
        (match) => `${Number(match[1]) > 1 ? Number(match[1]) - 1 : 0}～${match[1]}%`,
      ),
    ),
  },
  "SZ-mixed-date": {
    seed: saying("本办法自二〇二四年8月1日起施行。", "截至2024年八月底，全部完成。", "二〇二三年12月底前验收。"),
  },
  "SZ-zero": {
    seed: saying("该规划编制于二零二二年。", "二零二三年以来，各地积极推进。", "力争到二零二五年底基本建成。"),
  },
  "SZ-short-year": { seed: saying("自24年6月起执行新标准。", "截至22年末累计投入3亿元。", "比23年底增长一成。") },
  "SZ-few": { seed: saying("先后走访了20几个社区。", "累计培训10几场。", "清理出30几件积案。") },
  "SZ-approximate": {
    seed: saying(
      "选择三、四个县先行试点。",
      "每年培育五、六家龙头企业。",
      "用两、三年时间完成。",
      "走访五、六户困难家庭。",
    ),
  },
  "SZ-decimal": {
    seed: either(saying("增长.5个百分点。", "人均增加.8平方米。"), swapping(/(?<![\d.])0\.(?=\d)/g, ".")),
  },
  "SZ-mixed": { seed: saying("每户补助4千元。", "涉及群众3百余户。", "新增学位2千个。", "培训6千5百人次。") },
  "SZ-lunar": { seed: saying("农历8月15日前完成。", "农历12月23日前发放到位。", "农历正月15期间加强值守。") },

  "HG-cited-number": {
    seed: saying(
      "根据某政发[2023]12号文件要求，做好相关工作。",
      "按照国办发(2022)8号文件精神执行。",
      "落实省政办发〔2023〕第15号文件部署。",
      "依据财社【2022】30号文件下达资金。",
      "参照发改办〔23〕6号文件办理。",
    ),
  },
  "HG-dates-exist": {
    seed: either(
      saying("2023年2月29日前完成。", "于2024年4月31日召开现场会。", "6月31日前报送。", "2024年13月底前验收。"),
      swapping(/(?<=\d{4}年)(2|4|6|9|11)月\d{1,2}日/g, (m) => `${m[1]}月31日`),
    ),
  },
  "HG-dates-weekday": {
    seed: saying(
      "会议定于2024年6月3日（星期二）召开。",
      "2023年11月6日（周五）上午9时报到。",
      "时间为2025年3月12日(星期日)。",
      "请于2024年10月8日（礼拜四）前报名。",
    ),
  },
  "HG-totals": {
    prepare: (paper) => inserted(paper, paper.body.length, "各地任务分解如下。"),
    seed(paper, r) {
      const counts = [40, 75, 120, 33].map((base) => base + Math.floor(r() * 60));
      const sum = counts.reduce((a, b) => a + b, 0);
      const names = ["城关区", "河东县", "临江县", "开发区"];
      const last = [pick(["合计", "总计", "合　计"], r), String(sum + pick([1, -10, 100], r))];
      const rows = [
        ["地区", pick(["任务（套）", "资金（万元）", "户数"], r)],
        ...names.map((name, i) => [name, String(counts[i])]),
        last,
      ];
      const at = r() < 0.5 ? rows : [rows[0], last, ...rows.slice(1, -1)];
      return { paper: inserted(paper, paper.body.length, { rows: at }), at: null };
    },
  },
  "HG-short-twice": { seed: (paper, r) => twice(paper, r, ["城市更新工作专班（以下简称“专班”）"]) },
  "HG-short-unused": {
    seed: saying(
      "成立河湖管护联席会议（以下简称“河湖联席会”），负责统筹协调。",
      "依托数字乡村服务平台（以下简称“数乡平台”）开展工作。",
      "委托第三方评估机构（以下简称三评机构）进行评价。",
    ),
  },
  "HG-attachment": {
    prepare: (paper) => ({ ...paper, annexes: ["任务分工表", "联系人名单"] }),
    seed: saying("请填写情况统计表（见附件3），按时报送。", "具体指标见附件4。", "名单详见附件5，请认真核对。"),
  },
  "HG-names": {
    facts: { issuedOn: "2025-03-10" },
    seed: saying(
      "由市国土资源局负责用地保障。",
      "市环保局、市安监局要加强监管。",
      "报市工商局备案。",
      "会同市卫计委组织实施。",
      "由省旅发委统筹推进。",
      "市质监局负责标准制定。",
    ),
  },
  "HG-version": {
    seed: remaking("title", (title, _, r) => title + pick(["（送审稿）", "（讨论稿）", "(第二稿)", "（修改稿）"], r)),
  },
  "HG-consultation": { seed: remaking("title", (title, _, r) => title + pick(["（征求意见稿）", "(征求意见稿)"], r)) },
  "HG-title-double": {
    seed: remaking("title", (_title, paper, r) =>
      pick([`${paper.unit}转发省厅关于${paper.subject}的通知的通知`, `${paper.unit}关于关于${paper.subject}的通知`], r),
    ),
  },
  "GW-title-double": {
    seed: remaking("title", (_title, paper, r) =>
      pick(
        [
          `${paper.unit}转发省厅关于${paper.subject}的通知的通知`,
          `${paper.unit}转发转发省厅关于${paper.subject}的通知`,
        ],
        r,
      ),
    ),
  },
  "GW-leftovers": {
    seed: saying(
      "会议定于××月××日在市行政中心召开。",
      "联系人：×××，按时报送。",
      "由XXX局牵头负责。",
      "所需经费（待定）由财政解决。",
      "完成投资【待核实】亿元。",
      "见某政发〔XXXX〕号文件。",
    ),
  },
  "TL-repealed": {
    seed: saying(
      "公文办理按照《国家行政机关公文处理办法》执行。",
      "依据《中国共产党机关公文处理条例》规范行文。",
      "行文格式按《国家行政机关公文处理办法》办理。",
    ),
  },
};

/** The same short name given a second time, elsewhere. */
function twice(paper, r, names) {
  const places = running(paper);
  if (places.length < 2) return null;
  const name = pick(names, r);
  const [first, second] = [places[0], places.at(-1)];
  const with1 = inserted(paper, first + 1, `成立${name}。专班每月调度一次。`);
  const line = `${name}办公室设在市住房城乡建设局。`;
  return { paper: inserted(with1, second + 2, line), at: [line] };
}
