import type { Clause, OfficialDocument } from "../model/document.ts";
import { simplify } from "../model/simplify.ts";

/** What a sentence that names who acts begins with: a noun for somebody who can act, as far as the first verb. */
const WHO =
  "(?:部(?!门|级|分|署|位|队|件)|委|委员会|厅|局(?!部)|署|办(?!理|法|公)|办公室|府|院(?!校)|会(?!同|议|商)|中心|部门|机关|机构|单位|财政|医联体|处(?!理|置)|科(?!技|学)|组(?!织)|领导小组|专班|各地|地区|地方|省|自治区|直辖市|市(?!场|民|级)|县(?!级|域)|区(?!域|级)|乡镇|镇|街道|社区|村(?!级|民)|企业|公司|集团|银行|基金|高校|院校|学校|法院|检察院|组织|协会|学会|联盟|主体|经营者|运营者|生产者|申请人|当事人|家庭|个人|人员|干部|同志|领导|负责人|代表|委员)";
const MUST =
  "(?:要(?!求|素|点|件|闻|义|害|地|塞|么)|应(?!用|急|对|届|税|收|付|变|聘|诉|答|力|声|时)|须(?!知)|必须|需(?!求|要的)|不得|不准|不能|可以?(?!持续|靠|行性|视化|信|追溯|再生|穿戴|及性|控|复制)|将(?!来|军)|负责(?!人|制|同志)|会同|统筹|组织(?!领导|实施|形式|机构|保障|架构|体系|协调)|牵头|承担|履行|依法|按照|根据|分别|共同|制定|成立|设立|研究|审核|受理|指导|具体)";

/** Verbs that make what follows their object: 支持企业组织…, 加强部门会同…. A sentence that opens with one names no one. */
const VERB =
  "(?:支持|鼓励|引导|推动|推进|加强|加快|建立|健全|完善|构建|强化|深化|开展|组织|指导|督促|优化|提升|提高|发展|培育|打造|探索|实施|实行|落实|发挥|充分|积极|依托|通过|围绕|针对|结合|对于?|为|并|与|经|全部|在|以|将|把|从|按|按照|根据|由于|如|若|凡|加大|扩大|拓展|促进|创新|突破|研究|研制|研发|建设|制定|规范|严格|统筹|集聚|汇聚|聚焦|面向|充实|遴选|选择|选树|推广|举办|定期|每|不|未|有关要求|进一步|着力|大力|全面|切实|逐步|利用|运用|融合|整合|搭建|设立|成立|形成|营造|明确|确保|确定|压实|协调|联合|坚持)";

const START = "(?:^|[。；;：:！？，,])[\\s\\u3000]*(?:其中|同时|此外|原则上|[一二三四五六七八九十]是)?";
const NAMED = `((?!${VERB})[^，,。；;：:！？“”%％\\s]{0,40}?${WHO})(?:[（(][^（）()]{1,24}[）)])?`;
/** What may stand between the subject and what it has to do. */
const ADVERBS =
  "(?:主要负责人?|主要负责同志|[也还都均]|每[年季月周]度?|今年|年内|原则上|一律|全部|只|至少|要求|结合[^，。；]{1,10}|在[^，。；]{1,16}(?:时|前|中|下))*";
const DOER = new RegExp(`${START}${NAMED}${ADVERBS}${MUST}`);

const ALL = "(?:部门|单位|地区|地方|地|省|市|县|区|机关|机构|企业|高校|院校|学校|街道|乡镇|党委|政府|法院|检察院)";

/** 各地区加强…, 任何部门不得…: with such a subject any verb will do. 各部门的, 各市之间 are no subjects. */
const EACH = new RegExp(
  `${START}((?:各|任何)[^，,。；;：:！？“”\\s的]{0,24}?${ALL})(?:[（(][^（）()]{1,24}[）)])?(?![的之间和与及、等内外上中下一])[\\u4e00-\\u9fff]`,
);

/** 市政府各部门每年至少提交…: with a subject that has to do it so often any verb will do, a comma before it or none. */
const OFTEN = new RegExp(
  `${START}${NAMED}(?:主要负责人?|主要负责同志)?[，,]?(?:每[年季月周]|今年|年内|至少|原则上)[^的]`,
);

/** 由牵头部门逐条梳理. 由…组成 and 由于 say something else. */
const BY = new RegExp(
  `由((?!于)[^，,。；;：:！？“”\\s]{1,30}?${WHO})(?:[（(][^（）()]{1,24}[）)])?(?!组成|构成|的|[、和及等])[\\u4e00-\\u9fff]`,
);

/** 企业生产具有自动驾驶功能的汽车的，应当…, 企业实施升级前，应当…: whom the case concerns has to act. */
const CASE = new RegExp(
  `${START}((?:企业|单位|机构|经营者|运营者|申请人|当事人|个人))[^，,。；;：:]{2,40}(?:的|前|时|后)[，,](?:应|须|必须|要|不得)`,
);
/** Each with words of which its matches have one: most clauses have none of 各, 由, 每年 …, and are not searched for them. */
const NAMING: [pattern: RegExp, words: RegExp | null][] = [
  [DOER, null],
  [EACH, /各|任何/],
  [OFTEN, /每|今年|年内|至少|原则上/],
  [BY, /由/],
  [CASE, /企业|单位|机构|营者|人/],
];

/** What the patterns take in besides a name: the start of a ban, a rank, a bare 部门, a number. It names nobody. */
const NO_NAME = /不得|必须|应当|^[正副]?[厅处科]$|^部门$|(?:试验|示范)区$|^[0-9]/;

/** No clause needs more of its text read than this to show who acts. */
const READ = 4000;

/**
 * Who does it by the clause's own words, without being called responsible: 各级财政部门要…, 省工业和信息化厅组织…, 企业应当….
 * Null where every sentence only says what is to be done.
 */
export function doerOf(document: OfficialDocument, clause: Clause): string | null {
  const text = ownText(document, clause);
  for (const [naming, words] of NAMING) {
    if (words && !words.test(text)) continue;
    const doer = naming.exec(text)?.[1];
    if (doer && !NO_NAME.test(doer)) return doer;
  }
  return null;
}

const UNITS = /^(?:试点|示范|实施|承担|建设|牵头|责任|组织|主办|承办)+(?:单位|主体|地区|部门|机构)[。：:\s]?/;

/** Whether an item beside the clause is the one that names who acts: （一）试点单位。… （三）试点内容。…. */
export function namedBeside({ clauses, blocks }: OfficialDocument, clause: Clause): boolean {
  const beside = clause.parent === null ? [] : (clauses[clause.parent]?.children ?? []);
  return beside.some((index) => {
    const { head } = clauses[index]!;
    return index !== clause.index && UNITS.test(simplify(blocks[head.block]!.text.slice(head.start, head.end)));
  });
}

/** What stands behind the label, in simplified characters, paragraphs as sentences. */
export function ownText(document: OfficialDocument, clause: Clause): string {
  const texts = clause.own.map((span) => {
    const label = span.block === clause.span.block && span.start === clause.span.start ? clause.label.length : 0;
    return document.blocks[span.block]?.text.slice(span.start + label, span.end) ?? "";
  });
  return simplify(texts.join("。").slice(0, READ)).trim();
}
