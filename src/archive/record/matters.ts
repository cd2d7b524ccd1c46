import type { Matter } from "../../model/archive.ts";

const MEETING =
  /(?:召开|举行|举办|组织召开)[^，。]{0,60}(?:会议?|大会|论坛)(?:有关事项|有关事宜|有关工作|工作)?的?(?:预备|补充|紧急)?(?:通知|函|预通知)|(?:会议|大会|座谈会|推进会|调度会|部署会|动员会|例会|现场会|全会|联席会)的?(?:预备|补充|紧急)?通知/;
/** The spirit, the minutes or the costs of a meeting: nobody is called to one. */
const NO_MEETING =
  /会议(?:精神|纪要|费|制度|规则|决定|部署|材料|室)|(?:贯彻|落实|传达|学习)[^，。]{0,40}会议?|推迟|延期|取消|人民代表大会/;
const INSPECTION = /督查|督导|检查|巡查|核查|抽查|督办|暗访|暗查|专项治理行动检查/;
/** What bears the word and inspects no unit below: 检查站, 体检, 检察; rules for inspecting in general. */
const NO_INSPECTION =
  /检查站|检查员|体检|检查(?:管理)?(?:办法|规定|条例|规程|标准|指南)|督查(?:工作)?(?:办法|规定|条例)/;
const ASSESSMENT = /考核|考评|绩效评价|测评|评估验收/;
const NO_ASSESSMENT =
  /考[核评](?:管理|评价|评定|奖惩)?(?:暂行|实施|试行)?(?:办法|规定|条例|规程|标准|指南|细则)|职称|资格考|业务考核题/;
const COVERT = /暗访|暗查|四不两直/;
const STANDING = /常态化|专项|日常/;
const COMPREHENSIVE = /综合(?:性)?(?:督查|督导|检查|考核|考评|督查检查)|(?:年度|目标)[^，。]{0,12}(?:考核|考评)/;
const FORMS =
  /(?:报送|上报|填报|提交|报来|汇总报)[^。；，]{0,24}(?:报表|统计表|情况表|汇总表|登记表|调查表|明细表|工作总结|总结材料|书面材料|汇报材料|佐证材料|自查报告|经验材料|统计报表|季报|月报)|(?:报表|统计表|情况表|汇总表|登记表|调查表|明细表|总结材料|汇报材料|佐证材料|自查报告)[^。；]{0,20}(?:报送|上报|报至|报到|反馈至|报[省市县区我])/;

/** Rules that last ask for papers in general, not now. */
const RULES = /(?:规则|办法|规定|条例|规程|制度|细则|标准|指南|规范|规划)(?:[（(][^（）()]{1,12}[）)])?(?:的通知)?$/;

/** What a document calls for, by its title; papers asked for from below by its text. Both without blanks, in simplified characters. */
export function mattersOf(title: string, text: string): Matter[] {
  const found: Matter[] = [];
  if (MEETING.test(title) && !NO_MEETING.test(title)) found.push("meeting");
  if (FORMS.test(title) || (!RULES.test(title) && FORMS.test(text))) found.push("forms");
  const inspection = INSPECTION.test(title) && !NO_INSPECTION.test(title);
  if (inspection) found.push("inspection");
  const assessment = ASSESSMENT.test(title) && !NO_ASSESSMENT.test(title);
  if (assessment) found.push("assessment");
  if (inspection && COVERT.test(title)) found.push("covert");
  if (inspection && STANDING.test(title)) found.push("standing");
  if ((inspection || assessment) && COMPREHENSIVE.test(title)) found.push("comprehensive");
  return found;
}
