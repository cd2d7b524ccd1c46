/** Last words of a title: the 文种 of the 条例, working papers, and what organs issue besides. */
const KIND_WORDS =
  "决议|决定|命令|令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|复函|答复|纪要|方案|措施|细则|办法|规定|规则|规划|计划|要点|清单|简报|讲话|总结|预案|指南|指引|条例|解释|制度|章程|准则|规范|规程|标准|导则|纲要|行动|实施|目录|名单|汇编|政策|若干|安排|部署|讲稿|提纲|意见稿|说明|解读|建议|提案|声明|启事|须知|任务|分工|台账|倡议书|协议|合同|申请|汇报|会议记录|发言";
const KIND_END = new RegExp(`(?:${KIND_WORDS})$`);
const TRAILER = /(?:[（(【〔][^（()）]{1,24}[）)】〕]|[》”"])$/;

const TRAILER_ENDS = '）)】〕》”"';

/** The text without trailing brackets and quotation marks: …办法（试行） → …办法. */
export function withoutTrailer(text: string): string {
  for (let i = 0; i < 4 && TRAILER_ENDS.includes(text[text.length - 1] ?? " "); i++) {
    const shorter = text.replace(TRAILER, "");
    if (shorter === text || shorter === "") return text;
    text = shorter;
  }
  return text;
}

/** Whether a text ends in a 文种, brackets and quotation marks behind it aside. */
export function endsInKind(bare: string): boolean {
  return KIND_END.test(withoutTrailer(bare));
}
