// Faults in the elements of a paper, its kind, its direction and its order of numbers.
import { pick } from "../alterations.mjs";
import { inserted, remaking, running, saying, withBody } from "./paper.mjs";

const as = (kind) => (paper) => ({
  ...paper,
  title: `${paper.unit}关于${paper.subject}的${kind}`,
  to: kind === "函" ? "市统计局：" : `${paper.city}人民政府：`,
});

/** A request or report of a county to the city above. */
const upward = (kind) => (paper) => ({
  ...paper,
  unit: "临江县人民政府",
  sign: "临江县人民政府",
  title: `临江县人民政府关于${paper.subject}的${kind}`,
  to: `${paper.city}人民政府：`,
  number: `临政报〔${paper.date.slice(0, 4)}〕12号`,
  signers: "签发人：张明远",
  body: kind === "请示" ? [...paper.body, "妥否，请批示。"] : paper.body,
});

const departmental = (paper) => ({
  ...paper,
  unit: `${paper.city}水务局`,
  sign: `${paper.city}水务局`,
  title: `${paper.city}水务局关于${paper.subject}的通知`,
  to: "各县（市、区）水务局：",
  body: paper.body.map((text) => (typeof text === "string" ? text.replace(CONSENT, "，") : text)),
});
/** By leave of the government a department may write to those below it. */
const CONSENT = /(?:已?经|报|受)[^。；，]{0,30}(?:同意|批准|授权|委托|通过)[^。；，]{0,12}[，。；]/g;

const secret = (paper) => ({ ...paper, copyNumber: "000012", secrecy: "秘密★5年", mark: `${paper.unit}文件` });

const without = (role) => (paper) => ({ paper: { ...paper, [role]: null }, at: null });

const padded = (date) => date.replace(/年(\d)月/, "年0$1月").replace(/月(\d)日/, "月0$1日");

const numberFaults = remaking("number", (number, _, r) =>
  pick(
    [
      number.replace("〔", "[").replace("〕", "]"),
      number.replace("〔", "（").replace("〕", "）"),
      number.replace("〔", "【").replace("〕", "】"),
      number.replace(/〕(\d+)号/, "〕0$1号"),
      number.replace(/〕(\d+)号/, "〕第$1号"),
      number.replace(/〔20(\d\d)〕/, "〔$1〕"),
    ],
    r,
  ),
);
const dateFaults = remaking("date", (date, _, r) =>
  pick(
    [
      padded(date),
      date
        .replace(/\d{4}年/, (y) => `${[...y.slice(0, 4)].map((d) => "〇一二三四五六七八九"[d]).join("")}年`)
        .replace(/(\d+)月(\d+)日/, "三月八日"),
      date.replace("年", ".").replace("月", ".").replace("日", ""),
    ],
    r,
  ),
);
/** Every form of the date that the rule is about: a year cut short is not recognised as a date at all. */
const paddedDate = remaking("date", (date) =>
  padded(date) === date ? date.replace(/月(\d+)日/, "月0$1日").replace(/月0(\d\d)日/, "月$1日") : padded(date),
);

const sequence = (labels) => (paper) => ({
  ...paper,
  body: [
    ...paper.body.filter(
      (text) => typeof text === "string" && !/^[（(]?[一二三四五六七八九十0-9]{1,3}[、）).．]/.test(text),
    ),
    ...labels.map((label, i) => `${label}${HEADS[i % HEADS.length]}。各地要结合实际抓好落实。`),
  ],
});
const HEADS = ["加强组织领导", "落实工作经费", "严格督促检查", "做好宣传引导", "强化队伍建设"];
const relabel = (pairs) => (paper, r) => {
  const [from, to] = pick(pairs, r);
  const at = paper.body.findLastIndex((text) => typeof text === "string" && text.startsWith(from));
  const line = to + paper.body[at].slice(from.length);
  return { paper: withBody(paper, at, line), at: null };
};

export const elements = {
  "GW-title": { seed: without("title"), frame: "bare" },
  "GW-title-kind": {
    seed: remaking("title", (title, _, r) =>
      title.replace(/的通知$/, pick(["的请示报告", "的申请报告", "的申请", "的汇报", "的请示函"], r)),
    ),
  },
  "TL-kind": {
    seed: remaking("title", (title, _, r) =>
      title.replace(/的通知$/, pick(["的申请", "的请示报告", "的通知函", "的汇报", "的会议记录"], r)),
    ),
  },
  "TL-title-matter": {
    facts: { kind: "请示" },
    prepare: upward("请示"),
    seed: remaking("title", (_title, paper, r) => pick([`${paper.unit}请示`, "请示"], r)),
  },
  "GW-addressees": { facts: { kind: "请示" }, prepare: upward("请示"), seed: without("to") },
  "GW-date": { facts: { kind: "通知" }, seed: without("date") },
  "GW-signature": { facts: { kind: "通知" }, seed: without("sign") },
  "GW-date-form": { seed: paddedDate },
  "GS-date": { seed: dateFaults },
  "GW-number-form": { seed: numberFaults },
  "GS-number": { seed: numberFaults },
  "GS-secrecy": {
    prepare: secret,
    seed: remaking("secrecy", (_, __, r) => pick(["机密★一年", "秘密（5年）", "机密*10年", "机密 5年"], r)),
  },
  "GS-urgency": {
    prepare: secret,
    seed: remaking("urgency", (_, __, r) => pick(["急件", "紧急", "特急件", "加急件"], r)),
  },
  "GS-signer": { prepare: upward("请示"), seed: remaking("signers", () => "签发人:张明远") },
  "GS-addressee-colon": { seed: remaking("to", (to) => to.replace("：", ":")) },
  "GS-attachment-number": {
    prepare: (paper) => ({ ...paper, annexes: ["任务分工表", "联系人名单"] }),
    seed: (paper, r) => {
      const mark = pick(
        [
          ["1、", "2、"],
          ["一、", "二、"],
          ["（一）", "（二）"],
        ],
        r,
      );
      const lines = [`附件：${mark[0]}任务分工表`, `${mark[1]}联系人名单`];
      return { paper: { ...paper, annexes: [], body: [...paper.body, ...lines] }, at: lines };
    },
  },
  "GS-attachment-mark": { seed: (paper, r) => annexed(paper, `任务分工表${pick(["。", "；", "，"], r)}`) },
  "GW-annex-mark": { seed: (paper, r) => annexed(paper, `任务分工表${pick(["。", "；", "、"], r)}`) },
  "GW-annexed": {
    prepare: (paper) => ({
      ...paper,
      annexes: ["任务分工表", "联系人名单"],
      papers: [
        "附件1",
        "任务分工表",
        "各单位任务分工另行安排，以此表为准。",
        "附件2",
        "联系人名单",
        "各单位联系人名单以此表为准。",
      ],
    }),
    seed: (paper, r) => {
      const i = pick([1, 4], r);
      const papers = paper.papers.map((text, n) =>
        n === i ? pick(["工作分工安排表", "任务分解方案", "人员名册"], r) : text,
      );
      return { paper: { ...paper, papers }, at: null };
    },
  },
  "GS-blank-page": {
    seed: (paper, r) => ({
      paper: { ...paper, body: [...paper.body, pick(["（此页无正文）", "（本页无正文）", "此页无正文"], r)] },
      at: null,
    }),
  },
  "GS-keywords": {
    seed: remaking("copies", (_, __, r) => pick(["主题词：教育　管理　通知", "主题词:农业　农村　意见"], r)),
  },
  "GS-notes": {
    seed: remaking("notes", (_, __, r) =>
      pick(["此件公开发布", "〔此件公开发布〕", "【此件公开发布】", "此件依申请公开"], r),
    ),
  },
  "GW-levels": levels(),
  "GS-levels": levels(),
  "GW-labels": {
    prepare: sequence(["一、", "二、", "三、", "四、", "五、"]),
    seed: relabel([
      ["三、", "四、"],
      ["三、", "二、"],
      ["五、", "七、"],
      ["四、", "三、"],
    ]),
  },
  "GS-copies-stop": {
    prepare: (paper) => ({
      ...paper,
      copies: "抄送：市委办公室，市人大常委会办公室。",
      printed: `${paper.unit}办公室　　${paper.date}印发`,
    }),
    seed: remaking("copies", (copies, _, r) => copies.replace("。", pick(["", "；", "，"], r))),
  },
  "GS-printed": {
    prepare: (paper) => ({
      ...paper,
      copies: "抄送：市委办公室。",
      printed: `${paper.unit}办公室　　${paper.date}印发`,
    }),
    seed: remaking("printed", (_, paper, r) =>
      pick(
        [`${paper.unit}办公室　　${padded("2024年3月8日")}印发`, `${paper.unit}办公室　　二〇二四年三月八日印发`],
        r,
      ),
    ),
  },
  "GS-order-number": {
    facts: { kind: "命令" },
    prepare: (paper) => ({
      ...paper,
      title: `${paper.city}人民政府令`,
      to: null,
      number: "第12号",
      sign: "市长　张明远",
    }),
    seed: remaking("number", (_, __, r) => pick(["第012号", "第0012号", "第 012 号"], r)),
  },
  "GS-minutes": {
    facts: { kind: "纪要" },
    prepare: (paper) => ({
      ...paper,
      title: `${paper.city}人民政府常务会议纪要`,
      to: null,
      number: null,
      body: [
        ...paper.body.map((text) => (typeof text === "string" ? text.replace(/出席|参加|列席|参会/g, "到场") : text)),
        "出席：张明远、李志强。",
      ],
    }),
    seed: (paper) => ({ paper: { ...paper, body: paper.body.slice(0, -1) }, at: null }),
  },
  "GS-letter-printed": {
    facts: { kind: "函" },
    prepare: as("函"),
    seed: remaking("printed", (_, paper) => `${paper.unit}办公室　　${paper.date}印发`),
  },
  "TS-8-secret": { prepare: secret, seed: remaking("secrecy", (_, __, r) => pick(["秘密", "机密", "机密★"], r)) },
  "TL-copy-number": { prepare: secret, seed: without("copyNumber") },
  "TL-secrecy-term": {
    prepare: secret,
    seed: remaking("secrecy", (_, __, r) => pick(["秘密★20年", "机密★30年", "绝密★50年", "秘密★15年"], r)),
  },
  "TL-signer": { facts: { direction: "up" }, prepare: upward("请示"), seed: without("signers") },
  "SD-2-open": {
    facts: { issuerLevel: "city", kind: "通知", direction: "down" },
    prepare: (paper) => ({ ...paper, notes: "（此件公开发布）" }),
    seed: without("notes"),
  },

  "GW-report-request": {
    facts: { kind: "报告" },
    prepare: upward("报告"),
    seed: saying("妥否，请批示。", "当否，请予批复。", "以上意见妥否，请审批。", "所需资金请予批准。"),
  },
  "TL-report-request": {
    facts: { kind: "报告" },
    prepare: upward("报告"),
    seed: saying("妥否，请批示。", "当否，请批复。", "是否妥当，请审示。", "请予批准。"),
  },
  "GW-request-closing": {
    facts: { kind: "请示" },
    prepare: (paper) =>
      upward("请示")({
        ...paper,
        body: paper.body.map((text) => (typeof text === "string" ? text.replace(/请|批/g, "") : text)),
      }),
    seed: (paper) => ({ paper: { ...paper, body: paper.body.slice(0, -1) }, at: null }),
  },
  "HG-closing-request": {
    facts: { kind: "请示" },
    prepare: upward("请示"),
    seed: saying("特此报告。", "特此汇报。", "特此函达。"),
  },
  "HG-closing-notice": {
    facts: { kind: "通知" },
    seed: saying("特此报告。", "妥否，请批示。", "特此请示。", "当否，请批复。"),
  },
  "HG-closing-letter": {
    facts: { kind: "函" },
    prepare: as("函"),
    seed: saying("请遵照执行。", "特此通知。", "请认真遵照执行。"),
  },
  "HG-forward": {
    seed: remaking("title", (_, paper, r) =>
      pick(
        [
          `${paper.city}人民政府批转国务院关于${paper.subject}的通知`,
          `${paper.city}人民政府批转省人民政府关于${paper.subject}意见的通知`,
          `中共${paper.city.slice(0, -1)}市委批转中共中央关于${paper.subject}的通知`,
        ],
        r,
      ),
    ),
  },
  "TL-one-matter": {
    facts: { kind: "请示" },
    prepare: upward("请示"),
    seed: (paper) => ({
      paper: inserted(
        paper,
        paper.body.length - 1,
        "一、请求解决抗旱资金800万元",
        "我县旱情持续，急需打井。",
        "二、请求增加县医院编制20名",
        "县医院人员紧缺。",
      ),
      at: null,
    }),
  },
  "TL-wrong-way": {
    facts: { kind: "报告" },
    prepare: upward("报告"),
    seed: remaking("to", (_, __, r) =>
      pick(["各乡镇人民政府：", "各乡镇人民政府，县政府各部门：", "各街道办事处："], r),
    ),
  },
  "TL-one-addressee": {
    facts: { kind: "请示" },
    prepare: upward("请示"),
    seed: remaking("to", (_, paper, r) =>
      pick(
        [
          `${paper.city}人民政府、${paper.city}财政局：`,
          `中共${paper.city.slice(0, -1)}市委、${paper.city}人民政府：`,
          `${paper.city}人民政府，${paper.city}发展和改革委员会：`,
        ],
        r,
      ),
    ),
  },
  "TL-copies-down": {
    facts: { kind: "请示" },
    prepare: upward("请示"),
    seed: remaking("copies", (_, paper, r) =>
      pick(
        [
          `抄送：${paper.city}水务局，各乡镇人民政府。`,
          "抄送：各乡镇党委、人民政府。",
          `抄送：${paper.city}财政局，城关镇人民政府。`,
        ],
        r,
      ),
    ),
  },
  "TL-leader": {
    facts: { kind: "请示" },
    prepare: upward("请示"),
    seed: remaking("to", (_, __, r) => pick(["李市长：", "张志强副市长：", "王书记：", "尊敬的刘市长："], r)),
  },
  "TL-skip-level": {
    facts: { kind: "请示" },
    prepare: upward("请示"),
    seed: remaking("to", (_, __, r) => pick(["四川省人民政府：", "国务院：", "贵州省发展和改革委员会："], r)),
  },
  "TL-department": {
    prepare: departmental,
    seed: remaking("to", (_, __, r) =>
      pick(["各县（市、区）人民政府：", "各县区党委、人民政府：", "各县（市、区）人民政府，各开发区管委会："], r),
    ),
  },
  "SD-2-route": {
    prepare: departmental,
    seed: remaking("to", (_, __, r) =>
      pick(["各县（市、区）人民政府：", "各区县人民政府：", "各县（市、区）党委、人民政府："], r),
    ),
  },
  "TS-7-route": {
    prepare: departmental,
    seed: remaking("to", (_, __, r) =>
      pick(["各县（市、区）人民政府：", "各县区委、县区人民政府：", "各县区人民政府，市直各单位："], r),
    ),
  },
  "TL-internal": {
    prepare: departmental,
    seed: remaking("sign", (sign, _, r) => `${sign}${pick(["规划科", "人事教育科", "水资源处", "基层工作科"], r)}`),
  },
  "TS-6-body": {
    facts: { issuerBody: "party" },
    prepare: (paper) => ({ ...paper, sign: `中共${paper.city.slice(0, -1)}市委办公室` }),
    seed: remaking(
      "title",
      (_, paper, r) =>
        `中共${paper.city.slice(0, -1)}市委办公室关于印发《${pick(["市委农村工作领导小组工作规则", "市委网络安全和信息化委员会办公室工作细则", "市委全面依法治市委员会2024年工作要点", "人才工作协调小组工作规则"], r)}》的通知`,
    ),
  },
  "XC-2-repeal": {
    prepare: (paper) => ({
      ...paper,
      title: `${paper.unit}关于印发${paper.subject}办法（修订）的通知`,
      body: [
        ...paper.body.map((text) =>
          typeof text === "string" ? text.replace(/废止|停止执行|失效|不再执行|为准|修改/g, "调整") : text,
        ),
        "原办法同时废止。",
      ],
    }),
    seed: (paper) => ({ paper: { ...paper, body: paper.body.slice(0, -1) }, at: null }),
  },
  "GW-deadline-past": past(),
  "HG-dates-past": past(),
};

function annexed(paper, name) {
  const line = `附件：${name}`;
  return { paper: { ...paper, body: [...paper.body, line] }, at: [line] };
}

/** Chinese numerals in brackets below Arabic ones, in a paper whose own order is right. */
function levels() {
  const lines = [
    "1. 加强值守",
    "（一）落实领导带班制度，重要岗位24小时有人。",
    "（二）及时报送重要信息，不得迟报漏报。",
    "2. 强化保障",
    "（一）备足应急物资，明确保管人员。",
  ];
  return {
    prepare: sequence(["一、", "二、", "三、"]),
    seed: (paper) => ({ paper: { ...paper, body: [...paper.body, ...lines] }, at: null }),
  };
}

/** A task that was to be done before the paper was signed. */
function past() {
  return {
    seed(paper, r) {
      const year = Number(paper.date.slice(0, 4));
      const places = running(paper);
      if (places.length === 0) return null;
      const task = pick(
        [
          `${year - 1}年12月底前完成全部排查整改任务。`,
          `${year - 1}年10月31日前建成投用。`,
          `各县区要在${year - 1}年6月底前完成改造任务。`,
        ],
        r,
      );
      const label = pick(["（一）加强排查整治。", "（二）加快项目建设。", "1．完善设施。"], r);
      return { paper: inserted(paper, pick(places, r) + 1, label + task), at: [label + task] };
    },
  };
}
