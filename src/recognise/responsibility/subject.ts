import { type Name, splitNames, trim } from "./names.ts";
import { isOrgan, runsOn } from "./organs.ts";
import type { Passage } from "./passage.ts";
import { type Sentence, segmentStart } from "./sentence.ts";

/** Words that may stand between a subject and what it has to do. */
const ADVERBS =
  "要 应 须 应当 必须 将 可 并 再 需 共同 具体 主动 继续 做好 抓好 切实 依法 统一 统筹 按照 按 根据 依 职责 职能 分工 各自 分别 联合 全面 直接 同时 负责 牵头 积极 认真 每人 分头 协同 密切 加强 充分 全力 集中 一并 严格 进一步 有效 还 也 都 均 就 或 及时 组织 协调 主要 总体 总 日常 坚持 真正 自觉 定期".split(
    " ",
  );

/** What may stand before the first name: connectives and verbs that set something up. */
const OPENERS =
  /^(?:其中|同时|原则上|具体|并且|并|应当|必须|应|要|须|可|即|构建|建立健全|建立|形成|健全|完善|实行|明确|成立|组建|强化|落实|坚持|实施|确定|指定|选定|委托|此外|另外|必要时|届时|今后|主要|充分发挥|发挥|[一二三四五六七八九十]是|首先|其次|再次|最后)/;

/** Leading or being responsible is what is wished for here, not laid on anybody. */
const WISH =
  /^(?:督促|指导|监督|督导|要求|压实)|支持|鼓励|引导|推动|推荐|依托|允许|吸引|培育|促进|动员|择优|遴选|评选|优先|探索|倡导|打造|谁|有条件/;

/** Words that name no one by themselves and fill slogans: 政府主导、部门负责、企业主体. */
const SLOGAN =
  /^(?:政府|党委|部门|单位|企业|社会|群众|市场|公众|个人|地方|省|市|县|区|乡镇|镇村|村|村级|基层|中央|国家|双方|中心|组织|机构|机关|领导|同志|书记|主体|平台|园区|省级|市级|县级|党组|属地|行业|家庭|学校|医院|党政|主管|街道|社区)$/;

/** The names in `text.slice(from, to)` where every one of them is a name that can stand in running text, else null. */
export function nameList(text: string, from: number, to: number): Name[] | null {
  const names = splitNames(text, from, to);
  if (names.length === 0) return null;
  const first = names[0]!;
  // 开展先行先试的地方主管部门: what stands before 的 describes the name.
  const described = first.start + text.slice(first.start, Math.max(first.start, first.end - 3)).lastIndexOf("的");
  if (
    described > first.start &&
    !text.startsWith("专班", first.end - 2) &&
    isOrgan(text.slice(described + 1, first.end))
  )
    first.start = described + 1;
  for (const { start, end } of names) {
    const name = text.slice(start, end);
    if (!isOrgan(name) || SLOGAN.test(name) || runsOn(name)) return null;
  }
  return names;
}

/**
 * The names directly before a trigger, in its own segment. Null where there is nothing but adverbs (the subject stands
 * further back), an empty list where something else stands there.
 */
export function subjectBefore(text: string, sentence: Sentence, at: number, word: string): Name[] | null {
  let { start, end } = trim(text, segmentStart(text, sentence, at), at);
  if (word === "负责" || word.startsWith("负")) end = cutObject(text, start, end);
  for (let found = true; found && end > start; ) {
    const adverb = ADVERBS.find((item) => end - item.length >= start && text.startsWith(item, end - item.length));
    found = adverb !== undefined && nameList(text, start, end) === null;
    if (found && adverb) end -= adverb.length;
  }
  if (end <= start) return null;
  const by = byAt(text, start, end);
  if (by >= 0) return nameList(text, by + 1, end) ?? [];
  const words = text.slice(start, end);
  if (WISH.test(words)) return [];
  const opener = OPENERS.exec(words)?.[0].length ?? 0;
  if (opener === words.length) return null;
  return (opener > 0 ? nameList(text, start + opener, end) : null) ?? nameList(text, start, end) ?? [];
}

/** X对…负责, X在…下…负责: the end of what stands before the object. */
function cutObject(text: string, start: number, end: number): number {
  for (let i = end - 1; i > start; i--) {
    const c = text[i];
    if (c === "对" || (c === "在" && text.indexOf("下", i) > 0 && text.indexOf("下", i) < end)) end = i;
  }
  return text[start] === "对" || text[start] === "在" ? start : end;
}

/** The last 由 that names an agent; 理由, 自由, 缘由, 由于 do not. */
function byAt(text: string, start: number, end: number): number {
  for (let i = end - 1; i >= start; i--) {
    if (text[i] === "由" && text[i + 1] !== "于" && !/[理自事缘经]/.test(text[i - 1] ?? "")) return i;
  }
  return -1;
}

const MODAL =
  /要|应|须|必须|将|主管(?!部门|单位|机关|机构|行政|[^，。；]{1,16}的(?:部门|机关|机构))|[收接]到|作为|对|按|在|负责|牵头|会同|每|分别|共同|具体|继续|切实|主动|为|是|依|根据|承担|履行|围绕|结合|加强|严格|认真|积极|定期|组织|建立|统筹|推进|推动|指导|研究|制定|加快|完善|开展|健全|落实|采取|通过|依托|可以|会同|牵头/g;

/** The names a sentence begins with, as far as its first verb: 高新区、昌南新区要主动对接…. */
export function leadingNames(text: string, sentence: Sentence): Name[] {
  let { start } = trim(text, sentence.start, sentence.end);
  start += /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|[①-⑳]|[一二三四五六七八九十]是|其中，?|同时，?)?由?/.exec(
    text.slice(start, start + 8),
  )![0].length;
  let stop = start;
  for (let depth = 0; stop < sentence.end && stop < start + 400; stop++) {
    const c = text[stop]!;
    if (c === "（" || c === "(") depth++;
    else if (c === "）" || c === ")") depth--;
    else if (depth === 0 && (c === "，" || c === "," || c === "；" || c === ";" || c === "：" || c === ":")) break;
  }
  const words = text.slice(start, stop);
  // X是…的主管部门: the subject is X.
  const whole = words.includes("是") ? null : nameList(text, start, stop);
  if (whole) return whole;
  MODAL.lastIndex = 0;
  let tries = 0;
  for (let match = MODAL.exec(words); match && tries < 12; match = MODAL.exec(words), tries++) {
    if (match.index < 2) continue;
    const names = nameList(text, start, start + match.index);
    if (names) return names;
  }
  return [];
}

/** The head that ends in a colon and names a party: （四）申报主体：…. */
export function titleNames(text: string, passage: Passage): Name[] {
  const head = /^[^。，；：:]{0,40}[：:]/.exec(text.slice(passage.start, passage.end));
  if (!head) return [];
  const label = /^[\s\u3000]*(?:[（(][^）)]{1,4}[）)]|[一二三四五六七八九十\d]{1,3}[、.．])?[\s\u3000]*/.exec(head[0])!;
  return nameList(text, passage.start + label[0].length, passage.start + head[0].length - 1) ?? [];
}

/** 成立X领导小组，负责…: the body set up in the segment before. */
export function setUp(text: string, segments: Name[]): Name[] {
  const before = segments[1];
  if (!before) return [];
  const words = text.slice(before.start, before.end);
  const match =
    /(?:成立|组建|设立)(?:由[^，。]{2,60}的)?([^由的]{3,30}(?:小组|专班|委员会|办公室|指挥部|工作组|专家组))$/.exec(
      words,
    );
  if (!match) return [];
  const start = before.end - match[1]!.length;
  return nameList(text, start, before.end) ?? [];
}

/** …由A、B等部门组成，各负其责: the members named in the segment before. */
export function composedOf(text: string, segments: Name[]): Name[] {
  const before = segments[1];
  if (!before) return [];
  const words = text.slice(before.start, before.end);
  const match = /由([^由]{2,400}?)(?:等(?:有关)?(?:部门|单位|机构)?)?(?:共同)?组成$/.exec(words);
  if (!match) return [];
  const from = before.start + match.index + 1;
  return nameList(text, from, from + match[1]!.length) ?? [];
}
