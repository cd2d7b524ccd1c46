import { withoutBlanks } from "../../model/blank.ts";
import type { Passage, Row } from "./passage.ts";

/**
 * Heads of clauses that set out why and where to rather than what to do: 总体要求, 指导思想, 基本原则, 目标, 背景, 意义, 说明,
 * definitions, conditions and papers of an application, 附则. They hold for everything below them.
 */
const NO_MEASURE_HEAD = new RegExp(
  [
    // Why and where to: a verb may stand before it (明确目标要求, 把握原则).
    "^(?:明确|坚持|遵循|把握|准确把握)?(?:总体|总的|指导|基本|工作|主要|发展|建设|行动|实施|推进|阶段性?|预期|近期|远期|中长期|年度|战略|具体|奋斗|任务|改革|评价|考核|考评|编制|制定|起草|立法|政策|重要|重大|现实|面临|有关|其他|相关|文件|条款|名词|修订|出台)*(?:要求|思想|思路|原则|目标|目标要求|目标任务|方针|愿景|定位|背景|依据|意义|必要性|重要性|形势|现状|态势|成效|情况说明|过程|说明|解释|术语|定义|宗旨)(?:(?:和|与|及|、)[^。：:]{2,8})?(?:$|[。：:；（(])",
    // What an application takes. 明确支持范围, 拓展覆盖范围 and 考核方式 say what is to be done.
    "^(?:适用|申报|申请|推荐|认定|受理|报名|参评|评选|试点|实施|奖励|补贴|补助|资助|扶持|支持|考评|考核|政策|基本|资格|项目|有关|其他|生效|施行)*(?:范围|对象|条件|资格|资格要求|资格条件|材料|日期|时限|期限)(?:(?:和|与|及|、)[^。：:]{2,8})?(?:$|[。：:；（(])",
    // 整治目标, 检查范围, 培训时间 name a matter; 扩大…范围 and 实现…目标 begin with what is to be done to it.
    "^(?!实现|完成|落实|锚定|分解|对标|紧盯|聚焦|达成|确保|细化|强化)[\\u4e00-\\u9fff]{2,4}目标(?:$|[。：:；（(])",
    "^(?!扩大|拓展|拓宽|扩展|明确|界定|划定|确定|缩小|放宽|优化|调整|规范|细化|突出|聚焦|锁定|精准|严格|落实|完善|公布|限定|控制|延伸|增加|合理|科学|加大|推广|统一|识别|瞄准|核[实定]|缩短|压缩|延长|保[证障]|节约|错开|排出)[\\u4e00-\\u9fff]{2,4}(?:范围|对象|时间|地点)(?:$|[。：:；（(])",
    "^(?:申报|申请|报名|联系|咨询|政策咨询|政策)(?:方式|咨询|时间|电话|渠道)(?:$|[。：:；（(])",
    "^(?:附则|引言|前言|序言|概述|背景|释义|(?:基本|总体|有关)情况|发展现状|发展基础|发展环境|存在(?:的)?(?:主要|突出)?问题|面临(?:的)?(?:形势|挑战)|联系人|预期成果|预期效果|(?:试点|指导|实施|承担|牵头|责任|配合|参与|参加|主办|承办|协办|联合|申报|建设|支持|组织|举办|参赛|主管)*(?:单位|部门|机构)|名词解释|用语含义|其他事项)(?:$|[。：:；（(和与及])",
    // 空间布局 describes; 优化产业布局 begins with what is to be done.
    "^(?:空间|产业|区域|总体|发展|功能|生产力|重点|城镇|项目)*布局(?:$|[。：:；（(])",
    "^(?:正确|准确|全面|深刻|充分)+(?:理解|把握|认识|领会)[^。，]{2,30}(?:目标|要求|内涵|原则|方向|定位)(?:$|[。，；：])",
    "^(?:充分|深刻|切实|提高)(?:认识|领会)[^。，]{0,60}(?:意义|重要性|必要性|紧迫性)(?:$|[。，；：])",
  ].join("|"),
);

/** 工作要求, 有关要求, 具体要求 instruct; 总体要求 and 目标要求 do not. */
const INSTRUCTS = /^(?:工作|有关|相关|具体|其他|纪律|报送|材料报送|保障|组织|实施|落实|申报工作|推进|建设)(?:的)?要求/;

/** 有下列情形之一的：…, 材料如下：…, 包括以下内容：… — what is listed below are cases, papers or parts, not tasks. */
const LISTS_CASES = new RegExp(
  [
    "(?:下列|以下|如下)[^。：:，；]{0,12}情形(?:之一)?[^。]{0,160}[：:]?$",
    "(?:下列|以下|如下)[^。：:，；]{0,10}(?:条件|情况|材料|人员|对象|行为|资料|证件|证明|单位|企业|类型)(?:之一)?[^。]{0,24}[：:]?$",
    "(?:下列|以下)[^。：:，；]{0,6}原则[：:]?$",
    "(?:满足|符合|达到|遵守)(?:下列|以下)[^。：:，；]{0,8}(?:要求|规定|标准)[^。：:]{0,8}[：:]?$",
    "(?:包括|包含|含有|载明|写明)(?:下列|以下)[^。：:，；]{0,6}(?:内容|事项|信息)[^。：:]{0,24}[：:]?$",
    "可以?[^。：:，；]{0,12}(?:下列|以下)[^。：:，；]{0,4}方式[^。：:]{0,12}[：:]?$",
    "(?:材料|资料|证件|条件|情形|类型|人员|名单|情况)(?:分别)?(?:为|包括)?如下[：:]?$",
  ].join("|"),
);

/** Whether the words above a clause's items announce a list of cases, conditions or papers, which are no measures. */
export function listsCases(row: Row): boolean {
  if (row.leaf) return false;
  // The words stand in the opening line or, below a heading, right above the items.
  return [row.passages[0], row.passages.at(-1)].some((passage) => {
    const text = passage?.text.slice(passage.start, passage.end).replace(/[\s\u3000]+$/, "") ?? "";
    return /[：:。]$/.test(text) && LISTS_CASES.test(text.slice(-220).replace(/。$/, ""));
  });
}

/** Sentences that define, date or explain. */
const NO_MEASURE_TEXT =
  /^本[^，。；]{0,12}(?:所称|所指|适用于|遵循|自[^。]{1,40}(?:施行|实施|执行|生效)|由[^。]{1,60}负责解释|有效期|未尽事宜|最终解释)|^[^。]{0,40}(?:负责解释|是指[^。]*)。?$|^[^。]{0,30}自[^。]{1,30}(?:起施行|起实施|起执行|之日起施行)|的配套文件，自|^为(?:了)?[^。]{4,400}(?:制定|特制定|制订|特制订)本[^。]{1,12}。?$|^(?:与|同)本[^。]{2,20}不一致的?，?[^。]{0,20}以本[^。]{2,10}为准|从其规定。?$/;

/** 对…给予补贴, 补贴上限为…, 优先发放: a support policy, whatever it stands under (支持对象和条件). */
const GRANTS =
  /给予[^。；]{0,30}(?:补贴|补助|奖励|资助|扶持|贴息|补偿)|(?:补贴|补助|奖励|资助|奖补)(?:标准|上限|金额|额度)?为|按[^。；，]{0,8}标准(?:发放|给予|补贴|补助)|优先[^。；]{0,60}(?:发放|安排|支持)/;

/** Whether a clause grants something by its own words, so that no heading above keeps it from being a measure. */
export function grants(row: Row): boolean {
  return GRANTS.test(opening(row.passages));
}

/** Whether the row's own head or that of a clause above it keeps it from being a measure. */
export function headExcludes(head: string): boolean {
  const text = withoutBlanks(head);
  return NO_MEASURE_HEAD.test(text) && !INSTRUCTS.test(text);
}

/** A leaf that tells somebody to do something. `excluded`: its own head or one above says otherwise. */
export function isMeasure(row: Row, excluded: boolean): boolean {
  if (!row.leaf || excluded) return false;
  const text = opening(row.passages);
  return text.length > 0 && !NO_MEASURE_TEXT.test(text);
}

/** Lines of a printed page that a sentence may run over. */
const WRAPPED = 12;

/** The first paragraph without its white space; where a page broke it into lines, as far as the first full stop. */
function opening(passages: Passage[]): string {
  let text = "";
  for (let i = 0; i < passages.length && i < WRAPPED; i++) {
    const { text: whole, start, end } = passages[i]!;
    const line = whole.slice(start, end);
    text += withoutBlanks(line);
    if (/[。：:；]/.test(line) || line.length < 10) break;
  }
  return text;
}
