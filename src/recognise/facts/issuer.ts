import type { FactValues } from "../../model/facts.ts";
import { simplify } from "../../model/simplify.ts";

type Level = FactValues["issuerLevel"];
type Body = FactValues["issuerBody"];

const PROVINCES =
  "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门";
const PROVINCE = new RegExp(
  `^(?:中共|中国共产党)?(?:(?:${PROVINCES})(?:省|市|(?:壮族|回族|维吾尔)?自治区)?|[\\u4e00-\\u9fffX×]{1,3}省|新疆生产建设兵团)`,
);
const CENTRAL =
  /^(?:国务院|中共中央|中央|中国共产党中央|全国|最高人民|国家|中华|中国(?!共产党|移动|联通|电信|石)|海关总署|人民银行|证监会|银保监会|中华全国|教育部|[\u4e00-\u9fff]{2,10}部(?:$|办公厅|[^门]{0,8}(?:司|局|办公厅|中心)$)|[\u4e00-\u9fff]{2,8}总[局署])/;

const TOWN =
  /^[\u4e00-\u9fffX×]{0,14}?(?:(?<![省市区县])[镇乡](?![村市镇建企])|街道)(?:$|人民政府|政府|党委|办事处|党工委|街道)/;
const CITY = /^(?:[\u4e00-\u9fffX×]{1,10}?(?:市|自治州|地区|盟)|[市州])(?!场)/;
/** 社区, 城市, 市场 end or go on like a county and are none. */
const COUNTY =
  /^(?:[\u4e00-\u9fffX×]{1,8}?(?:县|旗|(?<![社地小景林牧园片])区|(?<![城上超门都])市)(?![划域块分场政])|[县区旗](?![划域块]))/;

/** The part of an issuer's name that says which level of administration it belongs to; null where it does not. */
export function levelOf(issuer: string): Level | null {
  const name = simplify(issuer).replace(/[\s\u3000]/g, "");
  if (CENTRAL.test(name) && !/^国家(?:电网|开发|能源集团|税务总局.{2,}(?:税务局|分局))/.test(name)) return "central";
  const bare = name.replace(/^(?:中共|中国共产党)/, "");
  const province = PROVINCE.exec(bare)?.[0] ?? /^(?:省|自治区)/.exec(bare)?.[0] ?? "";
  const rest = bare.slice(province.length);
  if (TOWN.test(rest)) return "town";
  const city = CITY.exec(rest)?.[0] ?? "";
  if (COUNTY.test(rest.slice(city.length))) return "county";
  if (city !== "") return "city";
  return province === "" ? null : "province";
}

/** Party, government, department or coordinating body, by the last words of the issuer's name; null for courts, congresses, companies. */
export function bodyOf(issuer: string): Body | null {
  const name = simplify(issuer).replace(/[\s\u3000]/g, "");
  if (
    /领导小组|联席会议|指挥部|专班|协调小组|工作组|(?:安全生产|爱国卫生运动|食品安全|防灾减灾救灾|绿化|双拥|推进)委员会/.test(
      name,
    )
  )
    return "coordinating";
  if (/人大|人民代表大会|政协|政治协商|人民法院|人民检察院|公司|集团|大学|学院/.test(name)) return null;
  if (/^(?:中共|中国共产党)|^中央(?!企业)|党委|党组|党工委|纪委|[省市县区州]委(?:办公厅|办公室|员会)?$/.test(name))
    return "party";
  if (
    /^国务院(?:办公厅)?$|人民政府(?:办公厅|办公室)?$|[省市县区州镇乡]政府(?:办公厅|办公室)?$|街道办事处$|管理?委员会(?:办公室)?$/.test(
      name,
    ) &&
    !/健康委员会|改革委员会|监督管理委员会|事务委员会|教育委员会|国家/.test(name)
  )
    return "government";
  return /[部委厅局署办司处院会室站队]$|中心$|委员会$/.test(name) ? "department" : null;
}

/** 中共天水市委办公室天水市人民政府办公室: two issuers of one place, printed on two lines or side by side. */
const PARTY_AND_GOVERNMENT =
  /^(中共([\u4e00-\u9fff]{2,10}?[省市县区州旗盟])委(?:员会)?(?:办公厅|办公室)?)(\2人民政府(?:办公厅|办公室)?)$/;
const ENDS_ISSUER =
  /(?:[部委厅局署院办会司处室站]|政府|中心|领导小组|党组|集团|公司|法院|检察院|大学|学院|联席会议|指挥部|管委会|协会)$/;

/** The issuer a title begins with: 国务院办公厅关于… → 国务院办公厅; null where it begins with 关于 or something else. */
export function issuerOfTitle(title: string): string | null {
  const text = simplify(title).replace(/[\s\u3000]/g, "");
  const match =
    /^(.{0,30}(?:人民政府|国务院|部|委员会|总署|总局|法院|检察院))(?:令|公告|通告)(?:第|$)|^(.{2,80}?)(?:等[\d一二三四五六七八九十]+(?:个)?(?:部门|单位|部委|机关))?(?:关于|转发|批转|印发)/.exec(
      text,
    );
  const name = match?.[1] ?? match?.[2];
  if (!name || /[《》。，：]/.test(name)) return null;
  if (!ENDS_ISSUER.test(name)) return null;
  return name.replace(PARTY_AND_GOVERNMENT, "$1 $3").replace(/^(中共中央(?:办公厅)?)(国务院(?:办公厅)?)$/, "$1 $2");
}
