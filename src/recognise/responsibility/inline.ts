import type { Role } from "../../model/document.ts";
import type { MarkUnit } from "./mark.ts";
import type { Name } from "./names.ts";
import { helpersAfter, namesAfter } from "./object.ts";
import type { Found, Passage } from "./passage.ts";
import { covers, isQuiet, type Sentence, segmentsBefore, sentencesOf } from "./sentence.ts";
import { composedOf, leadingNames, setUp, subjectBefore, titleNames } from "./subject.ts";

/**
 * The words that make running text a mark. 牵头单位, 负责人, 负责制, 敢于负责 and 负责解释 are none; 履行主体责任 is one only
 * with a subject of its own.
 */
const TRIGGER =
  /由(?:具体)?牵头的|实行[“"]?[^，。；”]{0,4}责任人[”"]?制|(?:牵头|责任|配合)(?:单位|部门)(?:为|是)|会同|牵头(?!单位|部门|人|的|医院|企业|领导|责任|处室|机构|制定部|方[^案]|科室|学校|高校)|负责(?!人|同志|制|任|者|干部|领导|精神|态度|地)|各负其责|各司其职|负(?:有|起)?(?:直接|首要|主体|主要|第一|领导|属地|监管|总|全|全部)+责任|负[总全首主]责|(?:履行|落实|承担|担负|扛起|负起)[^，。；：、]{0,14}?(?:主体责任|第一责任|直接责任|属地责任|监管责任|领导责任|审批责任)|(?:为|是|作为|担任)[^，。；：、是为]{0,12}(?:第一责任人|责任主体|实施主体|牵头单位|牵头部门|责任单位)/g;

/** Before 负责 these describe a quality or belong to another word. */
const NOT_DUTY = /(?:敢于|勇于|敢|担当|高度|认真|尽职|自我|主要|分管|有关|相关|党政|班子|负责|不|者|为)$/;

/** Leading a project or an application is what these do, not a duty laid on them. */
const BENEFICIARY = /(?:企业|公司|高校|院校|院所|大学|联盟|申报单位|申报主体|联合体)$/;

/** Every trigger has one of these; looked for before anything is taken apart. */
const SIGNS = /责|牵头|会同|各司其职/g;

/**
 * Marks in running text: 由X牵头, X会同Y, X负责…, X对…负直接责任, X要切实履行主体责任. A plain subject is none. `taken` are
 * the marks already read in the passage's block.
 */
export function inlineMarks(passage: Passage, taken: Found[]): Found[] {
  const { text, block } = passage;
  const found: Found[] = [];
  const others = taken.length > 1 ? [...taken].sort((a, b) => a.start - b.start) : taken;
  if (!signOutside(passage, others)) return found;
  const sentences = sentencesOf(passage);
  const known: Known = { text, passage, sentences, index: 0, named: [], namedIn: -1, leading: new Map() };
  for (const [index, sentence] of sentences.entries()) {
    known.index = index;
    TRIGGER.lastIndex = sentence.start;
    for (let match = TRIGGER.exec(text); match && match.index < sentence.end; match = TRIGGER.exec(text)) {
      const at = match.index;
      const word = match[0];
      if (isQuiet(sentence, at)) continue;
      if (covers(others, at)) continue;
      const units = unitsAt(text, sentence, at, word, known);
      if (units.length === 0) continue;
      const leading = units.filter((unit) => unit.role !== "配合");
      if (leading.length > 0) {
        known.named = leading;
        known.namedIn = index;
      }
      const start = Math.min(at, units[0]!.start);
      found.push({ units, firstLeads: false, form: "inline", block, start, end: at + word.length });
      TRIGGER.lastIndex = at + word.length;
    }
  }
  return found;
}

/** Whether a sign stands in the passage outside the marks already read: most paragraphs have theirs in the closing bracket. */
function signOutside({ text, start, end }: Passage, others: Found[]): boolean {
  SIGNS.lastIndex = start;
  for (let match = SIGNS.exec(text); match && match.index < end; match = SIGNS.exec(text))
    if (!covers(others, match.index)) return true;
  return false;
}

/** What a trigger without a subject of its own may fall back on; worked out only when one does. */
interface Known {
  text: string;
  passage: Passage;
  sentences: Sentence[];
  index: number;
  /** The last names that a trigger had, and the sentence they stand in. */
  named: Name[];
  namedIn: number;
  /** Names that sentences begin with, by the sentence's position. */
  leading: Map<number, Name[]>;
}

function leadingAt(known: Known, index: number): Name[] {
  let names = known.leading.get(index);
  if (!names) {
    names = leadingNames(known.text, known.sentences[index]!);
    known.leading.set(index, names);
  }
  return names;
}

/** Sentences further back than this do not lend their subject. */
const LENDS = 3;

/** The subject last named before this sentence: a trigger's, or the names a sentence begins with. */
function carried(known: Known): Name[] {
  for (let i = known.index - 1; i >= Math.max(known.namedIn + 1, known.index - LENDS); i--) {
    const names = leadingAt(known, i);
    if (names.length > 0) return names;
  }
  return known.named;
}

const as = (names: Name[], role: Role): MarkUnit[] => names.map(({ start, end }) => ({ start, end, role }));

function unitsAt(text: string, sentence: Sentence, at: number, word: string, known: Known): MarkUnit[] {
  const after = at + word.length;
  if (word.startsWith("由")) return as(namesAfter(text, after, sentence.end), "牵头");
  if (/^(?:牵头|责任|配合)(?:单位|部门)/.test(word)) {
    const role = word.startsWith("牵头") ? "牵头" : word.startsWith("配合") ? "配合" : "负责";
    return as(namesAfter(text, after, sentence.end), role);
  }
  if (word === "负责" && text.startsWith("牵头", at - 2)) return [];
  if (word === "负责" && NOT_DUTY.test(text.slice(Math.max(sentence.start, at - 4), at))) return [];
  if (word === "负责" && text.startsWith("解释", after))
    return as(subjectBefore(text, sentence, at, word) ?? [], "负责");
  const segments = segmentsBefore(text, sentence, at);
  const own = subjectBefore(text, sentence, at, word);
  const names = own ?? otherwise(text, sentence, segments, word, known);
  if (names.length === 0) return [];
  const role: Role = /牵头|会同/.test(word) ? "牵头" : "负责";
  if (role === "牵头" && names.some(({ start, end }) => BENEFICIARY.test(text.slice(start, end)))) return [];
  const units = as(names, role);
  if (word === "会同") units.push(...as(namesAfter(text, after, sentence.end), "配合"));
  if (word === "牵头") units.push(...as(helpersAfter(text, after, sentence.end), "配合"));
  return units;
}

/** Whom a trigger with no name beside it means: the members or the body named just before, else the sentence's subject. */
function otherwise(text: string, sentence: Sentence, segments: Name[], word: string, known: Known): Name[] {
  if (word.startsWith("各")) return composedOf(text, segments);
  const founded = word === "负责" ? setUp(text, segments) : [];
  return founded.length > 0 ? founded : whose(text, sentence, word, known);
}

/** The subject of a trigger that has none beside it; a sentence that opens with a verb of its own has no other subject. */
function whose(text: string, sentence: Sentence, word: string, known: Known): Name[] {
  if (known.namedIn === known.index) return known.named;
  const subject = leadingAt(known, known.index);
  if (subject.length > 0) return subject;
  const opens = text.slice(sentence.start, sentence.start + 6).trimStart();
  if (/^(?:要|应|须|需|负责|并|同时|牵头|会同|必须|还要|也要|具体)/.test(opens)) {
    const names = carried(known);
    if (names.length > 0) return names;
  }
  return word === "负责" ? titleNames(text, known.passage) : [];
}
