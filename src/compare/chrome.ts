import { enumeratorEnd } from "./enumerator.ts";
import type { Mask } from "./masks.ts";

/** Characters and Han that a line of a menu has at most; it is no sentence. */
const SHORT = 60;
const HAN = 16;
const SENTENCE = /[。；，;]/;
/** Lines that have to follow each other to be a menu, and how many of them have to say what only a site says. */
const LINES = 4;
const SAID = 2;
/** Words of a site's frame: log in, share, font size, site map, record number. */
const FRAME =
  /登\s?录|登录|注册|退出|首\s?页|网站|无障碍|长者|关怀|微信|微博|公众号|小程序|客户端|APP|分享|打印|关闭|返回|字号|字体|A[+-]|收藏|网站地图|联系我们|友情链接|使用帮助|常见问题|内容纠错|备案|ICP|公网安备|标识码|主办|承办|技术支持|版权|浏览|访客|扫一扫|二维码|繁[體体]|简体|English|EN$|导航|搜索|搜一搜|热词|政务服务|政务公开|政民互动|走进|动态|信箱|信访|智能问答|上一篇|下一篇|相关阅读/i;
/** Such words that make a line a site's by itself: 主办：… 备案序号：… */
const FOOTER = 3;
/** A line that a site or a database puts beside a document: 来源：…, 【法宝引证码】…, 原文链接：https://… */
const STAMP =
  /^(?:[【[]?(?:法宝引证码|原文链接|信息来源|来源|发布时间|发布日期|发表时间|发布机构|浏览次数|浏览量|阅读量|点击数|公开方式|公开类别|公开形式|主办单位|您?当前(?:所在)?的?位置|您的位置|分享到|责任编辑|网站标识码|备案序号)[】\]]?\s{0,3}[：:\s])|^https?:\/\//;

const FRAMES = new RegExp(FRAME.source, "gi");

/** Short, no sentence, and no numbered item of the document's own. */
function isShort(line: string): boolean {
  if (enumeratorEnd(line, 0) > 0) return false;
  if (line.length > SHORT || SENTENCE.test(line)) return false;
  return line.length <= HAN || (line.match(/[\u4e00-\u9fff]/g)?.length ?? 0) <= HAN;
}

/** What a web page puts around a document: menus, stamps and footers. Linear. */
export function pageChrome(text: string): Mask[] {
  const masks: Mask[] = [];
  const mask = (start: number, end: number) => masks.push({ start, end, kind: "furniture" });
  let run = { start: 0, lines: 0, said: 0 };
  const close = (end: number) => {
    if (run.lines >= LINES && run.said >= SAID) mask(run.start, end);
    run = { start: 0, lines: 0, said: 0 };
  };
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf("\n", start);
    const end = found < 0 ? text.length : found;
    const line = text.slice(start, end).trim();
    if (STAMP.test(line)) mask(start, end);
    if (!isShort(line)) {
      if (!SENTENCE.test(line) && (line.match(FRAMES)?.length ?? 0) >= FOOTER) mask(start, end);
      close(start);
    } else if (line !== "") {
      if (run.lines === 0) run.start = start;
      run.lines++;
      if (FRAME.test(line)) run.said++;
    }
    start = end + 1;
  }
  close(text.length);
  return masks;
}
