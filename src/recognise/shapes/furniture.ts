import type { Line } from "../lines/line.ts";

/** Only pages say this, however long the line. */
const ALWAYS =
  /责任编辑|责编|^[（(]?编辑[:：]|来源[:：]|作者[:：]|扫一扫|分享到|^分享|关闭窗口|关闭本页|版权所有|[Cc]opy[Rr]ight|COPYRIGHT|(?:ICP|icp)备|公网安备|网站标识码|备案号|上一篇|下一篇|上一条|下一条|相关(?:阅读|链接|文章|新闻|资源|搜索|推荐|附件|文档|解读)|返回顶部|回到顶部|浏览次数|浏览量|浏览字号|阅读全文|阅读量|网站地图|网站首页|联系我们|(?:主办|承办)(?:单位)?[:：]|(?:网站|站点|快速|^)导航|字号[:：]|无障碍(?:阅读|浏览|版|模式|$)|-->|猜你喜欢|当前位置|您所在的位置|门户网站|(?:发布|发表|更新)(?:时间|日期)|许可证(?:编号|号)|政策解读|(?:https?|HTTPS?):|引证码/;
/** Pages say this on buttons; a document says it in sentences. */
const ON_BUTTONS =
  /二维码|打印|点击|下载|展开|微信|微博|客户端|首页|字体|登录|注册|退出|繁体|English|ENGLISH|手机版|电脑版|收藏|点赞|评论|举报|转载|搜索|公众号|上传/;
/** Characters of the longest button or tip. */
const BUTTON = 30;
const PREAMBLE = /^(?:为|根据|按照|依据|现将|现就|经|近日|近年)/;

/** Words of the page around a document: share buttons, bylines, navigation. Only lines without a full stop can be that. */
export function isFurniture(line: Line): boolean {
  const { bare } = line;
  if (line.label || bare.length > 100 || bare.includes("。") || PREAMBLE.test(bare)) return false;
  if (ALWAYS.test(bare) || (bare.length <= BUTTON && ON_BUTTONS.test(bare))) return true;
  return !/[\u4e00-\u9fffA-Za-z0-9０-９×□]/.test(bare);
}

/** A line that carries content: running text, a labelled row, one that ends in a sentence mark, or 联系电话：1234567. */
export function isSolid(line: Line): boolean {
  if (line.prose || line.label !== null || "。；：:;”）)》".includes(line.last)) return true;
  return line.bare.length >= 10 && /[：:]./.test(line.bare);
}
