import type { Kind } from "../../model/facts.ts";
import { simplify } from "../../model/simplify.ts";
import { kindOfTitle, printedPaper, titleWords } from "./title.ts";

/** Kinds that set out measures for others to carry out. */
const POLICY: readonly Kind[] = ["方案", "措施", "意见", "细则", "要点", "规划", "计划"];
/** Kinds that may, where they hold measures; all others never are policy documents. */
const MAYBE: readonly Kind[] = ["通知", "决定"];

/** Matters of the day: nobody is given a task that outlasts them. */
const MATTERS =
  /任免|任职|免职|聘任|表彰|表扬|授予|命名|召开|会议|放假|调休|转发|批转|公布|公告|公示|名单|目录|申报|征集|征求意见|报名|举办|培训班|竞赛|大赛|评选|认定|遴选|推荐|参加|备案|试题|成立|调整.{0,30}(?:成员|小组|委员会)|撤销|更名|启用|印章|标准$|管理办法|暂行办法|规程|章程|立项|验收|结果|同意/;

/** Plans of one event or course, and opinions on what the law means: nobody is given a lasting task by them. */
const NO_POLICY =
  /(?:表彰|会议|放假|应急|招生|培养|培训|考试|教学)(?:工作)?方案$|(?:适用法律|罪名|司法解释).{0,20}意见$/;

export interface PolicyInput {
  title: string | null;
  /** Title of the paper that the file prints behind a notice. */
  annexTitle: string | null;
  kind: Kind | null;
  /** How the text begins, for one without a title. */
  opening: string;
  /** Measure clauses in the document. */
  measures: number;
}

/**
 * 政策性文件: 方案, 措施, 意见, 细则, 要点, 规划, 计划 and what prints one; a notice or decision that itself holds at least
 * three measures. Not 任免, 表彰, 会议, 放假, 转发, 公告, 管理办法. Null where neither title nor text tells.
 */
export function isPolicyDocument({ title, annexTitle, kind, opening, measures }: PolicyInput): boolean | null {
  const words = simplify(title ?? opening).replace(/[\s\u3000]/g, "");
  if (title && /转发|批转|申报|推荐工作|征求.{0,40}意见|公开征/.test(words)) return false;
  if (kind === "公告" || kind === "命令" || kind === "通告") return false;
  const printed = annexTitle ?? (title ? printedPaper(title) : null);
  const inner = printed ? kindOfTitle(printed) : null;
  if (inner && kind !== inner)
    return POLICY.includes(inner) ? isPlan(words, printed!) : MAYBE.includes(inner) ? measures >= 3 : false;
  if (printed && !inner && /(?:规范|标准|规程|目录|名单|章程|制度|公约|大纲|条例)$/.test(titleWords(printed)))
    return false;
  if (kind === null) return null;
  if (POLICY.includes(kind)) return !NO_POLICY.test(title ? titleWords(words) : words);
  if (!MAYBE.includes(kind)) return false;
  if (MATTERS.test(words)) return false;
  return measures >= 3;
}

/** A notice that prints a plan, unless the plan is of the kind that gives no task. */
function isPlan(words: string, printed: string): boolean {
  return !/表彰|会议|放假/.test(words) && !NO_POLICY.test(titleWords(printed));
}
