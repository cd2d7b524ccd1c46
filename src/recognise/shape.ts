import type { Line } from "./line.ts";

/** Last words of a title: the 文种 of the 条例, working papers, and what organs issue besides. */
const KIND_WORDS =
  "决议|决定|命令|令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|复函|答复|纪要|方案|措施|细则|办法|规定|规则|规划|计划|要点|清单|简报|讲话|总结|预案|指南|指引|条例|解释|制度|章程|准则|规范|规程|标准|导则|纲要|行动|实施|目录|名单|汇编|政策|若干|安排|部署|讲稿|提纲|意见稿|说明|解读|建议|提案|声明|启事|须知|任务|分工|台账|倡议书|协议|合同";
const KIND_END = new RegExp(`(?:${KIND_WORDS})$`);
const TRAILER = /(?:[（(【〔][^（()）]{1,24}[）)】〕]|[》”"])$/;

/** The text without trailing brackets and quotation marks: …办法（试行） → …办法. */
export function withoutTrailer(text: string): string {
  for (let i = 0; i < 4; i++) {
    const shorter = text.replace(TRAILER, "");
    if (shorter === text || shorter === "") return text;
    text = shorter;
  }
  return text;
}

export function endsInKind(bare: string): boolean {
  return KIND_END.test(withoutTrailer(bare));
}

/** 发文字号 standing alone: 国发〔2019〕3号, with all the bracket forms that occur in drafts; 令 and 公告 numbers too. */
export function isDocNumber(bare: string): boolean {
  if (bare.length < 4 || bare.length > 40 || bare.includes("关于") || !bare.replace(/[）)]$/, "").endsWith("号"))
    return false;
  return (
    /^[（(]?[\u4e00-\u9fff]{1,16}(?:[\u4e00-\u9fffA-Za-z0-9-]{0,8})[〔[［【（(﹝][^〕\]］】）)﹞]{2,6}[〕\]］】）)﹞]第?[\d０-９一二三四五六七八九十×xX_＿*]{0,6}号[）)]?$/.test(
      bare,
    ) || /^[（(]?第[\d０-９一二三四五六七八九十百]{1,5}号[）)]?$/.test(bare)
  );
}

const CHINESE_DATE = /^[〇○ＯO0零一二三四五六七八九]{4}年[一二三四五六七八九十元]{1,3}月[一二三四五六七八九十]{1,3}日$/;
const ARABIC_DATE = /^[\d０-９]{4}年[\d０-９]{1,2}月[\d０-９]{1,2}日$/;
const BLANK_DATE =
  /^(?:[\d０-９]{4}|[×xXＸ_＿]{2,4}|[\d０-９]{2}[×xXＸ]{2})年[\d０-９×xXＸ_＿]{0,4}月[\d０-９×xXＸ_＿]{0,4}日$/;

/** A line that is nothing but a day in words: 2019年1月12日, 二〇一九年一月十二日, 2024年×月×日 of a draft. */
export function isDate(bare: string): boolean {
  if (bare.length > 16 || !bare.endsWith("日")) return false;
  return ARABIC_DATE.test(bare) || CHINESE_DATE.test(bare) || BLANK_DATE.test(bare);
}

/** Where a day begins that ends the line (交通运输部办公厅2013年9月24日), −1 where there is none. */
export function trailingDate(bare: string): number {
  if (!bare.endsWith("日") || bare.length > 60) return -1;
  const year = bare.lastIndexOf("年");
  if (year < 4) return -1;
  for (const length of [4, 2]) if (isDate(bare.slice(year - length))) return year - length;
  return -1;
}

const ORGAN_END =
  /(?:政府|委员会|委|厅|局|部|办|室|院|署|会|社|团|组|处|科|站|所|队|司|行|校|学|中心|公司|集团|人大|政协|军|海关|党组|指挥部|专班|大学|基地|联盟|庭|馆|台|网|党|园区|新区|开发区|银行)$/;
const COLLECTIVE = /^(?:各|全[省市县区国]|有关|相关|本[省市县区]|省|市|县|区|局|厅|委|部|机关|驻|直属|中央|国务院)/;

/** Names of organs side by side or one below the other: 国务院办公厅, 国务院 中央军委, 科 技 部. */
export function isOrganLine(line: Line): boolean {
  const { bare } = line;
  if (bare.length < 2 || bare.length > 90 || line.label || line.cell) return false;
  if (/[。；！？，,;：:!?"“”<>》《\d|]/.test(bare)) return false;
  return ORGAN_END.test(withoutTrailer(bare));
}

/** 市长 王某某, 省长：李某: a post and a name under an order. */
export function isSigner(line: Line): boolean {
  return (
    line.bare.length <= 16 &&
    /^(?:[\u4e00-\u9fff]{0,6}(?:长|主席|主任|总理|书记|院长|行长))[:：]?[\u4e00-\u9fff·×]{2,4}$/.test(line.bare) &&
    !line.label
  );
}

const ADDRESSEE_END = /(?:单位|部门|机构|企业|地区|省|市|县|区|州|盟|旗|乡镇|街道|高校|院校|团体|组织)$/;
const NO_ADDRESSEE =
  /(?:如下|是|为|包括|附件|抄送|有|电话|传真|地址|邮编|邮箱|联系人|日期|文号|字号|来源|词|时间|机关|标题|称|位置|条件|单位是)[:：]$/;

/** 主送机关: a line that ends in a colon and lists organs, their last one named in full. */
export function isAddressees(line: Line): boolean {
  const { bare } = line;
  if (line.last !== "：" && line.last !== ":") return false;
  if (bare.length < 3 || bare.length > 600 || line.label || /[。！？!?；;“《]/.test(bare) || NO_ADDRESSEE.test(bare))
    return false;
  const pieces = bare.slice(0, -1).split(/[，、,]/);
  const tail = withoutTrailer(pieces[pieces.length - 1]!);
  if (pieces.some((piece) => piece.length > 40)) return false;
  if (pieces.length === 1) return ORGAN_END.test(tail) || (COLLECTIVE.test(tail) && ADDRESSEE_END.test(tail));
  return ORGAN_END.test(tail) || ADDRESSEE_END.test(tail);
}

/** A day and time, a number, a page mark: nothing a document says. */
export function isStamp(bare: string): boolean {
  return bare.length <= 24 && /^[\d０-９\-–—－/:：.年月日时分第页共【】()（）]+$/.test(bare) && !isDate(bare);
}

const PASSAGE = /^[（(](?:\d{4}年|经).{0,400}(?:通过|批准|修正|修订|公布|发布|施行)/;

/** 题注 without brackets, one step of a law's history a line: 2011年11月25日 …常务委员会…修订. */
export const isHistory = (line: Line) =>
  line.bare.length <= 150 &&
  /^\d{4}年\d{1,2}月\d{1,2}日/.test(line.bare) &&
  /(?:通过|批准|修正|修订|公布|发布|施行)$/.test(line.bare);

/** First line behind the 题注 at `at` (（2013年7月29日…会议通过，根据…修正）, on up to four lines); `at` where there is none. */
export function behindPassage(lines: Line[], at: number): number {
  const first = lines[at]!;
  if (!"（(".includes(first.bare[0]!) || first.label || !/\d{4}年|经/.test(first.bare.slice(1, 6))) return at;
  let text = "";
  for (let i = at; i < lines.length && i < at + 4 && text.length < 600; i++) {
    text += lines[i]!.bare;
    if ("）)".includes(lines[i]!.last)) return PASSAGE.test(text) ? i + 1 : at;
  }
  return at;
}

/** A line in brackets below a title: （试行）, 题注. */
export const isTrailer = (line: Line) =>
  /^[（(【〔].{1,80}[）)】〕]$/.test(line.bare) && !line.label && !isDocNumber(line.bare);

const FURNITURE =
  /责任编辑|责编|^[（(]?编辑[:：]|来源[:：]|作者[:：]|扫一扫|二维码|分享到|^分享|打印|关闭窗口|关闭本页|版权所有|copyright|ICP备|公网安备|网站标识码|备案号|上一篇|下一篇|上一条|下一条|相关(?:阅读|链接|文章|新闻|资源|搜索|推荐|附件|文档|解读)|返回顶部|回到顶部|点击|下载|浏览次数|浏览量|浏览字号|阅读全文|阅读量|展开|微信|微博|客户端|网站地图|网站首页|联系我们|(?:主办|承办)(?:单位)?[:：]|首页|(?:网站|站点|快速|^)导航|字体|字号[:：]|登录|注册|退出|无障碍(?:阅读|浏览|版|模式|$)|繁体|繁體|English|手机版|电脑版|收藏|点赞|评论|举报|转载|-->|猜你喜欢|当前位置|您所在的位置|搜索|门户网站|公众号|(?:发布|发表|更新)(?:时间|日期)|上传|许可证|政策解读|https?:|引证码/i;

/** Words of the page around a document: share buttons, bylines, navigation. Only lines without a full stop can be that. */
export function isFurniture(line: Line): boolean {
  if (line.label || line.bare.length > 100 || line.bare.includes("。")) return false;
  return FURNITURE.test(line.bare) || !/[\u4e00-\u9fffA-Za-z0-9０-９×□]/.test(line.bare);
}

/** A line that carries content: running text, a labelled row, one that ends in a sentence mark, or 联系电话：1234567. */
export function isSolid(line: Line): boolean {
  if (line.prose || line.label !== null || "。；：:;”）)》".includes(line.last)) return true;
  return line.bare.length >= 10 && /[：:]./.test(line.bare);
}
