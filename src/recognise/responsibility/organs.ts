/**
 * Names of organisations as they stand in official documents: told by their last noun, so that any ministry, bureau or
 * county is known without a register. All functions take simplified text.
 */

/** Endings by their last character: a name is compared with the few that can end it. */
type Endings = ReadonlyMap<number, readonly string[]>;

function words(list: string): Endings {
  const endings = new Map<number, string[]>();
  for (const word of list.split(" ")) {
    const last = word.charCodeAt(word.length - 1);
    const alike = endings.get(last);
    if (alike) alike.push(word);
    else endings.set(last, [word]);
  }
  return endings;
}

/** Last nouns that make a name on their own: 财政厅, 发展改革委, 人民法院, 高新区. */
const ORGAN = words(
  "委 厅 局 署 部 院 所 司 处 科 室 办 馆 站 庭 协 联 会 团 市 区 省 县 州 盟 旗 乡 镇 组 军 政府 人大 政协 公司 中心 大学 小学 中学 学校 党校 银行 保险 总队 支队 大队 中队 机关 专班 海关 税务 街道 兵团 联盟 电台 报社 联社 电网 铁塔 电信 移动 联通 邮政 气象台 供销社 农信社 出版社 电视台 人行 分行 支行 总行 发行",
);

/** Words that end like an organ and are none. */
const NOT_ORGAN = words(
  "全部 内部 外部 干部 局部 中部 东部 西部 北部 南部 总部 项目部 社会 机会 大会 会议 全会 两会 党代会 推进会 座谈会 协作 常委 场所 厕所 住所 会所 各处 好处 之处 到处 用处 长处 深处 短处 难处 教室 居室 卧室 学科 专科 百科 关联 互联 物联 双联 并联 串联 创办 兴办 督办 承办 协办 主办 举办 交办 领办 包办 申办 网办 通办 体办 查办 催办 快办 可办 已办 未办 不办 联办 合办 民办 公办 城市 上市 超市 菜市 都市 门市 城乡 家乡 本省 全省 全市 全县 全区 全州 我省 我市 我县 我区 外省 跨省 城镇 市镇 小镇 古镇 军民 冠军 将军 大军 亚军 海军 陆军 空军 进军 扩军 区县 市县 社团 景区 山区 片区 厂区 库区 灾区 牧区 林区 城区 郊区 核心区",
);

/** Nouns that stand for whoever it concerns: they end a name, but name no one. */
const COLLECTIVE = words(
  "部门 单位 机构 方面 地方 各地 地区 社区 园区 属地 处室 科室 主体 各方 成员 领导 同志 负责人 责任人 领导干部 处长 局长 市长 县长 区长 镇长 乡长 省长 厅长 组长 书记 主任 河长 林长 链长 田长 路长 专员 网格员 业主 法人 一把手 股东 企业 高校 院校 院所 平台 组织 党委 党组",
);

const POST = words(
  "领导 同志 负责人 责任人 领导干部 处长 局长 市长 县长 区长 镇长 乡长 省长 厅长 组长 部长 院长 校长 科长 股长 站长 所长 书记 主任 委员 常委 专员 网格员 一把手 河长 林长 链长 田长 路长",
);

function endsIn(text: string, endings: Endings): boolean {
  const alike = endings.get(text.charCodeAt(text.length - 1));
  if (!alike) return false;
  for (let i = 0; i < alike.length; i++) if (text.endsWith(alike[i]!)) return true;
  return false;
}

/** The name without closing brackets: 部门（单位） → 部门. */
export function bare(name: string): string {
  let text = name;
  const last = text.charCodeAt(text.length - 1);
  if (last >= 0x4e00 && last <= 0x9fff) return text;
  for (let i = 0; i < 3 && /[）)〕]$/.test(text); i++) {
    const open = Math.max(text.lastIndexOf("（"), text.lastIndexOf("("), text.lastIndexOf("〔"));
    if (open <= 0) break;
    text = text.slice(0, open);
  }
  return text;
}

/** Ends in a noun that can bear responsibility. `name` is simplified. */
export function isOrgan(name: string): boolean {
  const text = bare(name);
  if (text.length < 2 || text.length > 32) return false;
  return endsIn(text, COLLECTIVE) || (endsIn(text, ORGAN) && !endsIn(text, NOT_ORGAN));
}

const QUALIFIED =
  /^(?:中共|中国|国家|国务院|中央|全国|最高|中|省|市|县|区|州|盟|旗|兵团|自治区|团|[\u4e00-\u9fff]{1,8}(?:省|自治区|市|县|区|州|盟|旗|镇|乡|街道))/;

/** 教育部门, 税务机关, 市级公安机关: the field of work says which one. */
const FUNCTION =
  /^(?:国务院|国家|中央|省|市|县|区|州|自治区)?(?:、[省市县区]|级|[两三]级|直)*(?!(?:国务院|国家|中央|[省市县区州])?(?:直属|直|级|职能|业务|行业|主管|行政|行政主管|行业主管|党政|党群|政府|组成|下属|上级|下级|对口|政策对口|成员|综合|承办|政务|工作|监管|管理|执法|基层|国家)(?:部门|机关))[\u4e00-\u9fff、]{2,30}(?:部门|机关)$/;

/** Names no one: 各…, 有关部门, 成员单位, posts, and nouns without anything that says whose. */
export function isVague(name: string): boolean {
  const text = bare(name);
  if (
    /^(?:各|有关|相关|所有|全体|其他|其它|本|该|所在|属地|当地|地方(?:各级|政府|人民政府|党委|有关|相关|部门|（|\(|$)|上述|以上|涉及|行业|基层|每)/.test(
      text,
    )
  )
    return true;
  if (/有关|相关|各[部单机方处级地]|牵头|责任|制发|申报|所属|挂点|具体|承办|实施单位/.test(text)) return true;
  if (endsIn(text, POST)) return true;
  if (
    /^[省市县区州盟旗乡镇街道级两三四、（）()]*(?:[（(、]|市县|县区|县乡|乡镇|[两三四]级)[省市县区州盟旗乡镇街道级、（）()]*(?:人民)?(?:政府|党委|党委政府)$/.test(
      name,
    )
  )
    return true;
  if (/成员单位$/.test(text)) return !/[\u4e00-\u9fff]{4,}(?:组|委员会|联席会议|指挥部|专班)成员单位$/.test(text);
  if (/(?:部门|机关)$/.test(text)) return !FUNCTION.test(text);
  if (/(?:部门|单位|机构|处室|科室|主体|专班|方面|企业|高校|院校|组织|领导|地方)$/.test(text)) {
    return (
      !QUALIFIED.test(text) ||
      /^(?:省|市|县|区|州|省级|市级|县级|区级|省直|市直|县直|区直|中央|国家|全[省市县区])?(?:部门|单位|机构|直属单位|直单位|直部门|直机关|处室|企业|高校)$/.test(
        text,
      )
    );
  }
  return /^(?:政府|党委|党组|党委政府|人民政府|办公[厅室]|党委和政府|地方政府|市县|县区|市区|乡镇|街道|社区|乡镇政府|县级政府|市县政府|县区政府)$/.test(
    text,
  );
}

/** Verbs and particles that no name has: words with one of them are running text that happens to end like a name. */
const RUNS_ON =
  /^(?:或|当|者|经(?!济|信|贸|开|发|营)|由|及|和|与|并|在|对|从|因|使|向)|(?<![主重首需])要(?!害)|必须|应当|可以|将(?!军)|会同|对接|[由“”《》%％0-9]|的(?!.{0,6}专班$)|[是把被给让]|作为|通过|持续|进行|开展|成立|设立|设在|取得|委托(?!人)|按照|依照|实行|约谈|负责(?!同志|人)|(?:部门|单位|机关|政府|局|厅)(?:加强|建立|制定|及时|采取|根据|指定|指导(?!单位|中心|小组|委)|编制(?![办委部]|管理)|对(?![外口台]))/;

export function runsOn(name: string): boolean {
  return RUNS_ON.test(name);
}
