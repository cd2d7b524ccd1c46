// Measures without unit, amount or time; lists without a column; reviews that were not gone through; one lead for all.
import { pick } from "../alterations.mjs";
import { inserted, withBody } from "./paper.mjs";

const UNITS = [
  "市发展改革委",
  "市财政局",
  "市教育局",
  "市农业农村局",
  "市交通运输局",
  "市民政局",
  "市水务局",
  "市商务局",
];
const bracket = (r) => {
  const [lead, other] = [pick(UNITS, r), pick(UNITS, r)];
  return lead === other
    ? `（${lead}负责）`
    : pick(
        [
          `（${lead}牵头，${other}配合）`,
          `（责任单位：${lead}、${other}）`,
          `（牵头单位：${lead}；配合单位：${other}）`,
          `（${lead}牵头负责）`,
        ],
        r,
      );
};
const policy = { policyDocument: true, kind: "方案" };
const plan = (paper) => ({
  ...paper,
  title: `${paper.city}${paper.subject.slice(0, 16).replace(/[《》“”]/g, "")}工作方案`,
  to: null,
});

/** Every paragraph the rule calls incomplete gets `supply` before its full stop. */
const supplying = (supply) => (paper, lines, r) => ({
  ...paper,
  body: paper.body.map((text) => (typeof text === "string" && lines.includes(text) ? supply(text, r) : text)),
});
const atEnd = (make) => supplying((text, r) => text.replace(/[。；;.]?$/, "") + make(r));

/** The paragraph is all of its clause: the next one has a label of its own. */
const LABEL = /^(?:[（(]?[一二三四五六七八九十0-9]{1,3}[)）、.．﹒]|附)/;
const isAlone = (body, i) => LABEL.test(body[i]) && (i + 1 === body.length || LABEL.test(body[i + 1]));
const isTask = (text) => text.length >= TASK && !ELSEWHERE.test(text) && !/\.(?:pdf|xlsx?|docx?)/.test(text);

/** What was supplied is taken out of one paragraph again. */
const taking =
  (pattern, keep = "。") =>
  (paper, r) => {
    const places = paper.body.flatMap((text, i) =>
      typeof text === "string" &&
      pattern.test(text) &&
      isAlone(paper.body, i) &&
      isTask(text.replace(UNIT, "").replace(AMOUNT, "").replace(TIME, ""))
        ? [i]
        : [],
    );
    if (places.length === 0) return null;
    const at = pick(places, r);
    const line = paper.body[at].replace(pattern, keep);
    return { paper: withBody(paper, at, line), at: [line] };
  };
/** The paragraph names a time, an amount or a unit besides: taking one away leaves another. */
const ELSEWHERE =
  /[0-9]+ ?(?:年|月|日|个|项|万|%)|每[年季月日周]|年底|负责|牵头|由[^。，]{1,24}(?:局|委|部|署|厅|省|市|县)|各[地市县区]|省级|市级/;
/** What is left says something to do. */
const TASK = 16;
const UNIT = /。（(?:[^（）]*(?:牵头|负责|责任单位|配合)[^（）]*)）$/;
const AMOUNT = /，年度完成\d+项/;
const TIME = /，2027年9月底前完成/;

const units = { facts: policy, prepare: plan, mend: atEnd((r) => `。${bracket(r)}`), seed: taking(UNIT) };
const whole = (r) => `，年度完成${10 + Math.floor(r() * 80)}项，2027年9月底前完成。${bracket(r)}`;
const elements =
  (...faults) =>
  (paper, r) =>
    pick(faults, r)(paper, r);

const citing = (paper) => {
  const made = plan(paper);
  return { ...made, body: ["为贯彻落实《四川省农村公路条例》，结合我市实际，制定本方案。", ...made.body] };
};

const reviews = (all, lost, prepare = plan) => ({
  facts: { ...policy, reviews: all },
  prepare,
  seed: (paper) => ({ paper, at: null, facts: { ...policy, reviews: lost } }),
});
const ALL = ["合法性审查", "公平竞争审查", "征求意见", "会签", "风险评估", "集体审议"];
const but = (...lost) => ALL.filter((one) => !lost.includes(one));

/** A paper of its own title around a table that has the columns; the fault is a column left out. */
const columns = (titles, head, rows, lost) => ({
  prepare: (paper, r) => ({
    ...paper,
    title: pick(titles, r).replace("*", paper.subject.slice(0, 8).replace(/[《》“”，]/g, "")),
    to: null,
    number: null,
    body: [{ rows: [head, ...rows] }],
    annexes: [],
  }),
  seed: (paper, r) => {
    const column = head.indexOf(pick(lost, r));
    const cut = ({ rows: all }) => ({ rows: all.map((row) => row.filter((_, i) => i !== column)) });
    return { paper: { ...paper, body: paper.body.map((one) => (typeof one === "string" ? one : cut(one))) }, at: null };
  },
});

/** A paper that says each thing once, in a sentence of its own; the fault is the sentence left out. */
const contents = (title, sentences, facts = {}) => ({
  facts,
  prepare: (paper) => ({
    ...plan(paper),
    title: title(paper),
    body: sentences.map((text, i) => `${"一二三四五六七"[i]}、${text}`),
  }),
  seed: (paper, r) => dropping(paper, 1 + Math.floor(r() * (sentences.length - 1))),
});
const dropping = (paper, at) => ({ paper: { ...paper, body: paper.body.filter((_, i) => i !== at) }, at: null });

const lead = (organ, facts) => ({
  facts: { policyDocument: true, ...facts },
  prepare: (paper) => {
    const made = { ...paper, title: `${paper.city}人民政府关于${paper.subject}的意见`, sign: `${paper.city}人民政府` };
    return { ...made, body: MEASURES.map((text, i) => `${i + 1}. ${text}。（${UNITS[i]}牵头）`) };
  },
  seed: (paper, r) => {
    const one = pick(organ, r);
    const body = paper.body.map((text, i) =>
      typeof text === "string"
        ? text.replace(/（[^（）]*牵头）/, i % 2 ? `（${one}牵头，市财政局配合）` : `（${one}牵头）`)
        : text,
    );
    return { paper: { ...paper, body }, at: null };
  },
});
const MEASURES = [
  "清理河道垃圾，拆除违法建筑，建立管护档案",
  "对沿河企业逐户排查，完善监测点位",
  "修复岸线绿化，建成步道12公里",
  "组织志愿者巡河，每月不少于两次",
  "开展水质监测，按月公布结果",
];

const PHRASES = [
  "要高度重视，切实加强领导，狠抓工作落实，确保取得实效。",
  "要提高政治站位，强化责任担当，切实把思想和行动统一到决策部署上来。",
  "要精心组织、周密部署，形成齐抓共管的良好局面。",
];

export const tasks = {
  "GW-unit": units,
  "SD-7-unit": units,
  "TS-form": units,
  "XC-3-unit": { ...units, mend: atEnd((r) => `。（${pick(UNITS, r)}牵头，市司法局配合）`) },
  "XC-2-quantify": { facts: policy, prepare: plan, mend: atEnd(() => "，年度完成36项。"), seed: taking(AMOUNT, "") },
  "XC-2-four": {
    facts: policy,
    prepare: citing,
    mend: atEnd(whole),
    seed: elements(taking(UNIT), taking(TIME, ""), taking(AMOUNT, "")),
  },
  "SD-29-unit-time": {
    prepare: (paper) => ({ ...plan(paper), title: `${paper.city}落实关心关爱基层干部减轻基层工作负担十条意见的措施` }),
    mend: atEnd(whole),
    seed: elements(taking(UNIT), taking(TIME, "")),
  },
  "XC-2-five": {
    facts: policy,
    prepare: (paper) => ({
      ...citing(paper),
      title: `${paper.city}农村公路养护实施方案`,
      body: [
        "为贯彻落实《四川省农村公路条例》，制定本方案。",
        "一、主要目标。路况优良率达到90%。",
        "二、重点举措。修补破损路面，开展路况检测。",
        "三、分步实施。分三个阶段进行。",
        "四、完成期限。2027年年底全部完工。",
        "五、组织领导。成立领导小组，落实经费。",
      ],
    }),
    seed: (paper, r) => dropping(paper, pick([1, 5], r)),
  },
  "JDZ-12-goals": contents(
    (paper) => `${paper.city}河湖管护考核方案`,
    ["考核对象。各县区。", "工作目标。水质稳定达标。", "评分办法。满分100分，断面达标占60%。"],
  ),
  "SD-7-flow": contents(
    (paper) => `${paper.city.slice(0, 1)}省商务厅关于推行告知承诺制改革的措施`,
    ["适用范围。食品经营等事项。", "办理流程。申请、承诺、发证三步。", "政策联系点。行政审批处，电话8332。"],
    { issuerBody: "department", issuerLevel: "province", policyDocument: true },
  ),
  "XC-3-lists": contents(
    (paper) => `${paper.unit}巡察反馈问题整改方案`,
    [
      "提高认识。认真学习反馈意见。",
      "列出问题清单。逐条认领反馈的问题。",
      "细化措施清单。逐项研究对策措施。",
      "建立责任清单。明确责任人。",
    ],
  ),
  "HB-3-list": contents(
    (paper) => `${paper.unit}作风整顿整改方案`,
    [
      "组织学习。",
      "列出问题清单。查摆存在的问题。",
      "明确整改目标。月底全部办结。",
      "落实整改措施。逐项对症下药。",
      "建立整改台账。实行销号。",
    ],
  ),
  "HB-3-task": columns(
    ["*年度岗位任务清单", "*岗位目标责任书"],
    ["岗位", "工作任务", "数量", "完成时限", "责任人"],
    [
      ["网格员", "培训社区干部", "12期", "2027年6月", "张明"],
      ["专管员", "检查企业", "80家", "2027年9月", "李伟"],
    ],
    ["完成时限", "数量"],
  ),
  "HB-3-down": columns(
    ["*重点任务分解表", "*责任分解表", "*目标任务分解表"],
    ["年度", "项目", "责任人"],
    [
      ["2027年", "国道改造", "张明"],
      ["2028年", "桥梁加固", "李伟"],
    ],
    ["年度", "责任人"],
  ),
  "JDZ-18-goals": columns(
    ["*问题清单", "*突出问题台账"],
    ["问题", "责任领导", "责任部门", "整改措施"],
    [
      ["征地未完成", "张明", "市自然资源局", "逐户协商"],
      ["管线未迁改", "李伟", "市住建局", "倒排工期"],
    ],
    ["责任领导", "责任部门", "整改措施"],
  ),
  "XC-3-rectify": columns(
    ["*整改清单", "*整改任务表", "*整改台账"],
    ["问题", "牵头领导", "责任单位", "完成时限", "整改要求"],
    [["超期办件12件", "张明", "审批科", "2027年6月", "全部办结"]],
    ["牵头领导", "责任单位", "完成时限", "整改要求"],
  ),
  "XC-2-cosign": {
    ...reviews(ALL, but("会签", "征求意见"), (paper) => ({
      ...plan(paper),
      body: MEASURES.map((text, i) => `${i + 1}. ${text}。（${UNITS[i]}牵头）`),
    })),
  },
  "XC-3-legal": reviews(ALL, but("合法性审查")),
  "XC-3-fair": reviews(ALL, but("公平竞争审查"), (paper) =>
    inserted(plan(paper), 1, "对新入统企业奖励10万元，优先纳入政府采购目录。"),
  ),
  "XC-3-public": reviews(ALL, but("征求意见")),
  "XC-3-risk": reviews(ALL, but("风险评估"), (paper) =>
    inserted(plan(paper), 1, "稳妥推进征地拆迁，做好社会稳定工作。"),
  ),
  "HG-addressed": {
    facts: { direction: "down", policyDocument: true },
    prepare: (paper) => ({
      ...paper,
      title: `${paper.city}${paper.subject.slice(0, 12).replace(/[《》“”]/g, "")}方案`,
      to: "市水务局、市应急局、市公安局：",
      body: [
        ...paper.body.map((text) => (typeof text === "string" ? text.replace(/由|负责|牵头|会同/g, "") : text)),
        "（一）对小型水库每天巡查一次。（市水务局负责）",
        "（二）积水路段安排专人值守。（市公安局负责）",
      ],
    }),
    seed: (paper, r) => ({
      paper: { ...paper, to: pick(["市水务局、市应急局：", "市应急局、市财政局、市水务局："], r) },
      at: null,
    }),
  },
  "JDZ-2-body": lead(["市河湖长制工作领导小组", "市污染防治联席会议", "市防汛抗旱指挥部"], {
    issuerBody: "government",
  }),
  "JDZ-3-level": lead(["市水务局", "市教育局", "市住房城乡建设局"], { issuerBody: "government" }),
  "SD-2-level": lead(["市水务局", "市农业农村局", "市民政局"], { issuerBody: "government" }),
  "XC-3-plain": {
    facts: policy,
    prepare: plan,
    seed: (paper, r) => ({
      paper: {
        ...paper,
        body: paper.body.flatMap((text) => [
          text,
          pick(PHRASES, r),
          pick(PHRASES, r),
          pick(PHRASES, r),
          pick(PHRASES, r),
        ]),
      },
      at: null,
    }),
  },
  "XC-3-hat": {
    facts: policy,
    prepare: (paper) => {
      const body = paper.body.filter(
        (text) => typeof text === "string" && !/^(?:[一二三四五六七八九十]+、|第.{1,4}[章节条])/.test(text),
      );
      return body.join("").length < 1500 ? null : { ...plan(paper), body: ["一、重点任务", ...body] };
    },
    seed: (paper, r) => {
      const half = Math.ceil(paper.body.length * 0.6);
      const rest = paper.body.slice(1);
      return {
        paper: {
          ...paper,
          body: [
            `一、${pick(["重要意义", "总体要求", "提高思想认识"], r)}`,
            ...rest.slice(0, half),
            "二、重点任务",
            ...rest.slice(half),
          ],
        },
        at: null,
      };
    },
  },
};
