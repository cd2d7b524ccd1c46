import type { Role } from "../../model/document.ts";

/**
 * The words at the end of a list of names: those that give its role, and (null) those that only stand between. Of two
 * with one last character the longer comes first; of several roles 牵头 goes before 配合 and that before 负责.
 */
const ENDINGS: [string, Role | null][] = [
  ["牵头抓总", "牵头"],
  ["组织实施", "负责"],
  ["组织落实", "负责"],
  ["督促指导", "负责"],
  ["结合实际", null],
  ["负总责", "负责"],
  ["负主责", "负责"],
  ["抓好落实", "负责"],
  ["贯彻落实", "负责"],
  ["牵头", "牵头"],
  ["主办", "牵头"],
  ["主责", "牵头"],
  ["配合", "配合"],
  ["参与", "配合"],
  ["参加", "配合"],
  ["协办", "配合"],
  ["协助", "配合"],
  ["协同", "配合"],
  ["协作", "配合"],
  ["支持", "配合"],
  ["负责", "负责"],
  ["落实", "负责"],
  ["实施", "负责"],
  ["承办", "负责"],
  ["指导", "负责"],
  ["督办", "负责"],
  ["推进", "负责"],
  ["执行", "负责"],
  ["按照", null],
  ["根据", null],
  ["依据", null],
  ["职责", null],
  ["职能", null],
  ["任务", null],
  ["各自", null],
  ["各负其责", "负责"],
  ["各司其职", "负责"],
  ["分工", null],
  ["分头", null],
  ["共同", null],
  ["联合", null],
  ["分别", null],
  ["具体", null],
  ["统筹", null],
  ["组织", null],
  ["抓总", null],
  ["积极", null],
  ["密切", null],
  ["做好", null],
  ["工作", null],
  ["协调", null],
  ["推动", null],
  ["管理", null],
  ["主要", null],
  ["同步", null],
  ["按", null],
  ["依", null],
  ["总", null],
  ["并", null],
];

/** The endings by their last character, so that a name is compared with one or two of them and not with all. */
const BY_LAST = new Map<number, [string, Role | null][]>();
for (const ending of ENDINGS) {
  const last = ending[0].charCodeAt(ending[0].length - 1);
  const list = BY_LAST.get(last);
  if (list) list.push(ending);
  else BY_LAST.set(last, [ending]);
}

/** A list's end without its role words, and the role; null where it has none. `A、B按职责分工负责` ends before 按. */
export function roleAtEnd(text: string, from: number, to: number): { end: number; role: Role } | null {
  let end = to;
  let role: Role | null = null;
  while (end > from) {
    const ending = BY_LAST.get(text.charCodeAt(end - 1))?.find(
      ([word, as]) =>
        end - word.length >= from && (as !== null || role !== null) && text.startsWith(word, end - word.length),
    );
    if (!ending) break;
    const [word, as] = ending;
    if (as && (role === null || as === "牵头" || (as === "配合" && role === "负责"))) role = as;
    end -= word.length;
  }
  return role ? { end, role } : null;
}

/** 市科技局（牵头）: the role in a bracket behind a name. */
export function roleInBracket(text: string, from: number, to: number): { end: number; role: Role } | null {
  if (text[to - 1] !== "）" && text[to - 1] !== ")") return null;
  const match = /[（(](牵头|主办|主责|配合|协办|参与|负责|责任)(?:单位|部门)?[）)]$/.exec(text.slice(from, to));
  return match ? { end: to - match[0].length, role: BY_LABEL[match[1]!] ?? "负责" } : null;
}

/**
 * 责任单位：, 牵头部门：, 配合处室 … at the start of a mark. With the colon any noun does; without it only a noun for a
 * unit, so that 责任清单 and 配合做好 are none.
 */
const LABEL =
  /^(?:(?:省|市|县|区|州|中央|国家)(?:级|直)?)?(?:主要|其他|具体|第一|总)?(责任分工|部门分工|任务分工|职责分工|牵头|主办|主责任|主责|责任|负责|承办|落实|实施|执行|承接|配合|协办|协同|协助|参与|参加|协作|支持|分管|督办|分工)(?:及|和|与|\/|、)?(?:责任|配合|参与|协办|实施|承办|落实)?(单位|部门|处室|科室|机构|机关|主体|地区|股室|院系|方|局办|委办|司局|领导|省领导|市领导|县领导|人|人员|责任人)?(?:（[^）]{1,12}）|\([^)]{1,12}\))?\s*([:：]|为[:：]?|是[:：]?)?/;

/** A label opens with one of these, a level of administration (省级, 市直) before it left out. */
const codes = (characters: string) => new Set(Array.from(characters, (character) => character.charCodeAt(0)));
const LABEL_STARTS = codes("主其具第总责部任职牵负承落实执配协参支分督");
const LEVELS = codes("省市县区州");

/** Cheap test: most list items open with a level (市财政局) and go on with no word of a label. */
function mayBeLabel(text: string, from: number): boolean {
  let at = from;
  if (LEVELS.has(text.charCodeAt(at))) at++;
  else if (text.startsWith("中央", at) || text.startsWith("国家", at)) at += 2;
  if (at > from && (text[at] === "级" || text[at] === "直")) at++;
  return LABEL_STARTS.has(text.charCodeAt(at));
}

const BY_LABEL: Record<string, Role> = {
  牵头: "牵头",
  主办: "牵头",
  主责: "牵头",
  配合: "配合",
  协办: "配合",
  协同: "配合",
  协助: "配合",
  参与: "配合",
  参加: "配合",
  协作: "配合",
  支持: "配合",
};

export interface MarkLabel {
  /** Offset just after the label. */
  end: number;
  role: Role;
  /** 责任领导, 责任人: names a person, not a unit. */
  person: boolean;
  colon: boolean;
}

export function labelAt(text: string, from: number, to: number): MarkLabel | null {
  if (!mayBeLabel(text, from)) return null;
  const match = LABEL.exec(text.slice(from, Math.min(to, from + 40)));
  if (!match) return null;
  const [whole, word = "", noun = "", colon = ""] = match;
  if (!noun && !/[:：]/.test(colon)) return null;
  return {
    end: from + whole.length,
    role: BY_LABEL[word] ?? "负责",
    person: /领导|人/.test(noun) || word === "分管",
    colon: colon !== "",
  };
}
