// What a draft may not demand, arrange or repeat: sentences as drafts word them, in the text of a real paper.
import { pick } from "../alterations.mjs";
import { saying } from "./paper.mjs";

const department = { issuerBody: "department", issuerLevel: "city", kind: "通知", direction: "down" };
const titled =
  (make, more = {}) =>
  (paper) => ({ ...paper, title: make(paper), ...more });
const meeting = titled(
  (paper) => `${paper.unit}关于召开全市${paper.subject.slice(0, 12).replace(/[《》“”]/g, "")}工作会议的通知`,
);
const governments = (paper) => ({ ...paper, to: "各县（市、区）人民政府：" });

export const demands = {
  "SD-1-attend": {
    facts: { issuerLevel: "province" },
    prepare: meeting,
    seed: saying(
      "请各市市长参加会议。",
      "参会人员：各市人民政府主要负责同志、省直有关部门主要负责人。",
      "请省直各单位主要负责同志到会。",
      "请各设区市市委书记出席。",
    ),
  },
  "SD-3-eval": {
    seed: saying(
      "将信息报送情况纳入年度目标考核。",
      "简报采用情况计入各单位考核得分，按季通报排名。",
      "按照简报报送数量进行通报排名。",
      "对信息报送数量靠后的单位予以通报。",
      "政务信息采用情况与年度考核挂钩。",
    ),
  },
  "SD-4-forms": {
    facts: department,
    prepare: governments,
    seed: saying(
      "请于每月5日前报送进展情况统计表。",
      "各地填报的情况汇总表须经政府主要负责同志签字。",
      "请及时上报工作总结材料。",
      "自查报告于10日前报市局。",
    ),
  },
  "SD-5-awards": {
    facts: department,
    seed: saying(
      "年底开展“最美窗口”评比活动。",
      "组织开展示范单位达标验收。",
      "设立星级服务评比项目，每年评选一次。",
      "评比结果在全市通报，并公布评比名次。",
    ),
  },
  "SD-6-inspect": {
    facts: department,
    seed: saying(
      "由市局以市政府名义组织专项督查。",
      "届时将以市委、市政府名义开展督导检查。",
      "市局将代表市政府对各县区进行检查。",
    ),
  },
  "SD-6-trace": {
    seed: saying(
      "将召开会议、印发文件情况作为考核的重要依据。",
      "会议记录、发文数量列入年度考核评分。",
      "考核以会议记录和印发文件为主要依据。",
      "领导批示情况计入考评得分，作为评定等次的依据。",
    ),
  },
  "TS-18-trace": {
    seed: saying(
      "将工作汇报、会议记录、台账资料作为考核评分的依据。",
      "台账资料是否齐全列入年度考核。",
      "考核依据会议记录、台账资料评定等次。",
      "痕迹资料、影像资料计入考评。",
    ),
  },
  "JDZ-12-trace": {
    prepare: titled((paper) => `${paper.city}${paper.subject.slice(0, 10).replace(/[《》“”]/g, "")}考核方案`),
    seed: saying(
      "查看有无领导批示、是否召开专题会议。",
      "每召开一次专题会议得2分。",
      "查阅会议记录和印发文件，缺一项扣1分。",
      "是否出台配套文件，出台文件的加3分。",
    ),
  },
  "TS-18-app": {
    seed: saying(
      "各村每日在微信工作群上传巡查照片，作为考核打分依据。",
      "通过政务APP提交工作截图，纳入考核。",
      "未在平台上传现场视频的，考核不得分。",
      "上传照片至工作群，作为督查佐证。",
    ),
  },
  "SD-14-second": {
    seed: saying(
      "从各乡镇抽调业务骨干8名充实专班。",
      "抽调街道人员集中办公三个月。",
      "专班人员从基层站所借调。",
      "从乡镇（街道）抽调力量参加。",
    ),
  },
  "SD-22-rank": {
    facts: department,
    seed: saying(
      "每月对各县区工作进展进行排名并通报。",
      "按乡镇进行排名。",
      "对考核末位的乡镇予以通报。",
      "通报各县区完成情况并排序。",
      "考核结果对县（市、区）进行排名。",
    ),
  },
  "SD-22-veto": {
    facts: { issuerLevel: "city" },
    seed: saying(
      "对完不成任务的实行一票否决。",
      "将该项工作列为“一票否决”事项。",
      "年度考核一票否决。",
      "对发生重大舆情的单位予以一票否决。",
    ),
  },
  "TS-20-veto": {
    facts: { issuerLevel: "city" },
    seed: saying(
      "层层签订目标责任书。",
      "与各乡镇签订工作责任状。",
      "对进度滞后的实行“一票否决”。",
      "各县区要与乡镇逐级签订责任书。",
      "县区、乡镇、村层层签订责任状。",
    ),
  },
  "SD-22-own": {
    facts: department,
    seed: saying(
      "年底由市局对各县区开展专项考核。",
      "每半年组织一次对各乡镇的目标考核。",
      "对各单位开展督查检查考核。",
      "市局将组织对各县（市、区）的年度考核。",
    ),
  },
  "SD-26-shift": {
    facts: { policyDocument: true },
    seed: (paper, r) =>
      closing(
        paper,
        pick(
          [
            "按照属地管理原则抓好落实。",
            "落实属地责任，限期完成整改。",
            "坚持属地管理，严防各类事故。",
            "压实属地责任。",
          ],
          r,
        ),
      ),
  },
  "TS-7-demand": {
    facts: department,
    prepare: governments,
    seed: saying(
      "请各县区人民政府于月底前报送实施方案。",
      "工作方案经政府常务会议审议后报市局。",
      "请于10日前上报书面报告。",
      "各县（市、区）政府要以正式文件上报市局。",
    ),
  },
  "TS-10-meeting": {
    prepare: meeting,
    seed: saying(
      "会后请及时报送贯彻落实情况。",
      "请于会后一周内将学习传达情况报市政府办公室。",
      "会议贯彻情况请于月底前上报。",
      "各单位要及时反馈传达学习情况。",
    ),
  },
  "TS-13-groups": {
    prepare: meeting,
    seed: saying("下午分组讨论。", "会议安排分团讨论。", "第二项：分组讨论，时间一小时。"),
  },
  "TS-13-speaker": {
    prepare: meeting,
    seed: saying("会议议程：副市长李明同志讲话，市长王志远同志作总结讲话。", "会上，李明同志讲话，市委书记讲话。"),
    alone: true,
  },
  "TS-13-halfday": {
    prepare: meeting,
    seed: saying("会期一天。", "会期为2天，13日报到。", "会议为期三天。", "会期：1.5天。", "会期两天，请安排好工作。"),
  },
  "TS-14-size": {
    facts: { issuerBody: "government" },
    prepare: meeting,
    seed: saying("会议规模约420人。", "参会人员共计500名。", "约350人参加会议。", "参加会议总人数400余人。"),
  },
  "TS-14-size-department": {
    facts: { issuerBody: "department" },
    prepare: meeting,
    seed: saying("会议规模约260人。", "参会人数300人左右。", "共有240余人参会。"),
  },
  "TS-14-one": {
    prepare: meeting,
    seed: saying("每单位限2人参加。", "请每个县区安排3名同志参会。", "每部门两人参会。", "每个单位参会人员不超过2名。"),
  },
  "TS-14-chief": {
    facts: { issuerBody: "department" },
    prepare: meeting,
    seed: saying(
      "请各县区政府主要负责同志参加会议。",
      "参会人员：各县区分管负责同志，市直有关部门主要负责人。",
      "请各有关单位主要领导到会。",
      "请各部门一把手参会。",
    ),
  },
  "TS-10-report": {
    facts: { issuedOn: "2024-04-03", direction: "down" },
    seed: saying(
      "请于2024年4月8日前报送贯彻落实情况。",
      "贯彻落实情况于4月9日前报市政府办公室。",
      "请在4月7日前上报推进情况。",
      "典型经验请于2024年4月10日前反馈。",
    ),
  },
  "TS-18-rush": {
    facts: { issuedOn: "2024-04-03", direction: "down" },
    seed: saying(
      "请于2024年4月7日前报送排查结果。",
      "自查报告于4月8日前报市局。",
      "4月7日前提交工作总结。",
      "整改结果请于2024年4月8日前反馈。",
    ),
  },
  "JDZ-5-twice": {
    facts: { kind: "通知" },
    seed: saying(
      "5月8日召开的全市推进会已作出部署，现再作强调。",
      "此项工作已在全市电视电话会议上作了安排。",
      "前期已召开专题会议进行部署，请抓好落实。",
      "该项工作会议已经部署，现就有关事项重申如下。",
    ),
  },
  "JDZ-7-approve": {
    facts: { issuerBody: "government", kind: "通知" },
    prepare: (paper) => ({
      ...meeting(paper),
      body: [
        ...paper.body.map((text) =>
          typeof text === "string" ? text.replace(/批准|同意|审定|决定|定于|研究|会议计划/g, "安排") : text,
        ),
        "经市政府领导同意，会议由市政府办公室筹备。",
      ],
    }),
    seed: (paper) => ({ paper: { ...paper, body: paper.body.slice(0, -1) }, at: null }),
  },
  "JDZ-13-ledger": {
    prepare: (paper) => ({
      ...paper,
      title: `${paper.city}${paper.subject.slice(0, 8).replace(/[《》“”]/g, "")}督查方案`,
      body: [
        ...paper.body.map((text) =>
          typeof text === "string" ? text.replace(/台账|台帐|销号|问题清单|整改清单/g, "记录") : text,
        ),
        "对发现的问题建立台账，逐项销号。",
      ],
    }),
    seed: (paper) => ({ paper: { ...paper, body: paper.body.slice(0, -1) }, at: null }),
  },
  "SD-3-sign": {
    facts: { kind: "简报" },
    prepare: (paper) => ({
      ...paper,
      title: "工作简报",
      number: "第3期",
      to: null,
      copies: `签发：张明远`,
      body: paper.body.map((text) => (typeof text === "string" ? text.replace(/签\s*发/g, "印制") : text)),
    }),
    seed: (paper) => ({ paper: { ...paper, copies: null }, at: null }),
  },
  ...plans(),
};

/** A measure of its own at the end. */
function closing(paper, text) {
  const line = `（一）${text}`;
  return { paper: { ...paper, body: [...paper.body, line] }, at: [line] };
}

/** Papers and meetings that no yearly plan names. */
function plans() {
  const plan = (title) => [
    { title, body: ["城镇燃气安全检查", "养老服务工作方案", "全市防汛工作会议", "招商引资考核", "城市更新实施方案"] },
  ];
  const listed = (paper, name, matter) => [{ title: name, body: ["城镇燃气安全检查", matter(paper), "招商引资考核"] }];
  const matter = (paper) =>
    paper.title
      .replace(/^.*?关于(?:印发|召开|开展)?/, "")
      .replace(/的?通知$/, "")
      .replace(/[《》]/g, "");
  const fault = (facts, prepare, name) => ({
    facts,
    concerned: true,
    prepare: (paper) => {
      const made = prepare(paper);
      return { ...made, plans: listed(made, name, matter) };
    },
    seed: (paper) => ({ paper: { ...paper, plans: plan(name) }, at: null }),
  });
  return {
    "TS-4-plan": fault(
      { issuerBody: "government" },
      titled((paper) => `${paper.city}人民政府关于印发${paper.subject}方案的通知`),
      "2024年度发文计划",
    ),
    "TS-15-plan": fault({}, meeting, "2024年度全市性会议计划"),
    "JDZ-10-plan": fault(
      { issuerBody: "department" },
      titled((paper) => `${paper.unit}关于开展${paper.subject.slice(0, 14)}督查的通知`),
      "2024年度督查检查考核计划",
    ),
  };
}
