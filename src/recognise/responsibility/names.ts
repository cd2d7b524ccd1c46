import { bare, isOrgan } from "./organs.ts";

export interface Name {
  start: number;
  end: number;
}

/** A bare level of administration, whose noun follows further on: 各省、自治区、直辖市人民政府; 市、区两级财政部门. */
const LEVEL =
  /^(?:各|有关|相关)?(?:省|自治区|直辖市|市|州|地|盟|县|区|旗|乡|镇|乡镇|街道|设区市|地级市|自治州|县市区|计划单列市)(?:[（(][^（）()]{1,12}[）)])?(?:(?:及|和|与)(?:省|自治区|直辖市|市|州|地|盟|县|区|旗|乡|镇|乡镇|街道|设区市|地级市|自治州|县市区|计划单列市))?$/;
/** Last characters of what `LEVEL` matches. */
const LEVEL_LAST = "省区市州地盟县旗乡镇道）)";
const LEVEL_NEXT = /^(?:省|自治区|直辖市|计划单列市|市|州|地|盟|县|区|旗|乡|镇|街道|新疆)/;

const LIST = new Set("、，,；;");

/** 财政、审计部门: fields of work that share the noun at the end of the list. */
const FIELD = /^[\u4e00-\u9fff]{2,12}$/;
const SHARED = /^[\u4e00-\u9fff（）()]{2,16}(?:部门|机关)$/;

/**
 * The names in `text.slice(from, to)`, a list joined by 、 ， 和 及 与 以及: 等 is dropped (等有关部门 is a name of its own),
 * and a conjunction splits only between two complete names, so that 人力资源和社会保障厅 stays whole.
 */
export function splitNames(text: string, from: number, to: number): Name[] {
  const items = splitAt(text, from, to, LIST);
  const names: Name[] = [];
  const words = items.map(({ start, end }) => text.slice(start, end));
  let pending = -1;
  for (const [i, item] of items.entries()) {
    const next = words[i + 1];
    const level = next !== undefined && LEVEL_NEXT.test(next) ? levelAtEnd(words[i]!) : null;
    if (level) {
      const start = pending < 0 ? item.start : pending;
      if (level.head > 0) splitConjunctions(text, trim(text, start, item.start + level.head), names);
      pending = level.head > 0 ? item.start + level.start : start;
      continue;
    }
    const shared = pending < 0 ? sharedEnd(words, i) : -1;
    if (shared > i) {
      names.push({ start: item.start, end: items[shared]!.end });
      return names.concat(splitNames(text, items[shared]!.end, to));
    }
    const whole = { start: pending < 0 ? item.start : pending, end: item.end };
    pending = -1;
    splitConjunctions(text, whole, names);
  }
  return names;
}

/** The bare level that the words are or end with, behind 和 (市科技局和各区): its start, and the end of what stands before. */
function levelAtEnd(words: string): { head: number; start: number } | null {
  if (!LEVEL_LAST.includes(words[words.length - 1]!)) return null;
  if (LEVEL.test(words)) return { head: 0, start: 0 };
  for (let start = words.length - 1; start > Math.max(2, words.length - 24); start--) {
    const joint = /(?:以及|[和及与])$/.exec(words.slice(0, start));
    const head = start - (joint?.[0].length ?? 0);
    if (joint && LEVEL.test(words.slice(start)) && complete(words.slice(0, head))) return { head, start };
  }
  return null;
}

/** Where the list of fields that begins at item `from` has its noun; −1 where it is none. */
function sharedEnd(words: string[], from: number): number {
  for (let at = from; at < words.length && at < from + 12; at++) {
    if (at > from && SHARED.test(words[at]!)) return /^(?:各|有关|相关)/.test(words[at]!) ? -1 : at;
    if (isOrgan(words[at]!) || !FIELD.test(words[at]!)) return -1;
  }
  return -1;
}

const OPENING = new Set("（(《〔“");
const CLOSING = new Set("）)》〕”");

/** Han characters, the bulk of any text: they part nothing, open nothing and close nothing. */
export const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;

/** Ranges between separators outside brackets and quotation marks, trimmed; empty ones left out. */
export function splitAt(text: string, from: number, to: number, separators: ReadonlySet<string>): Name[] {
  const parts: Name[] = [];
  let depth = 0;
  let start = from;
  const push = (end: number) => {
    const part = trim(text, start, end);
    if (part.end > part.start) parts.push(part);
  };
  for (let i = from; i < to; i++) {
    if (isHan(text.charCodeAt(i))) continue;
    const c = text[i]!;
    if (OPENING.has(c)) depth++;
    else if (CLOSING.has(c)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && separators.has(c)) {
      push(i);
      start = i + 1;
    }
  }
  push(to);
  return parts;
}

export const isSpace = (code: number): boolean =>
  code === 0x20 || code === 0x3000 || code === 0xa0 || (code >= 9 && code <= 13);

export function trim(text: string, from: number, to: number): Name {
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

const JOINTS = ["以及", "和", "及", "与", "或", "并"];
const JOINT_STARTS = new Set(JOINTS.map((word) => word.charCodeAt(0)));

function splitConjunctions(text: string, range: Name, into: Name[]): void {
  let depth = 0;
  for (let i = range.start; i < range.end; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xff08 || code === 0x28) depth++;
    else if (code === 0xff09 || code === 0x29) depth--;
    if (depth !== 0 || !JOINT_STARTS.has(code)) continue;
    const joint = JOINTS.find((word) => text.startsWith(word, i));
    if (!joint || text.startsWith("及其", i) || text.startsWith("及时", i) || i + joint.length >= range.end) continue;
    const left = trim(text, range.start, i);
    const right = trim(text, i + joint.length, range.end);
    const tail = stripEtc(text, left);
    if (
      LEVEL.test(text.slice(tail.start, tail.end).replace(/^.*、/, "")) ||
      !complete(text.slice(tail.start, tail.end)) ||
      !complete(rightOf(text, right))
    )
      continue;
    pushName(text, left, into);
    splitConjunctions(text, right, into);
    return;
  }
  pushName(text, range, into);
}

/** A name that can stand alone on one side of 和: 各级党委和政府 keeps together, 市委和市政府 does not. */
function complete(name: string): boolean {
  return isOrgan(name) && !/^(?:政府|党委|人民政府|单位|部门|机构|办公室)$/.test(bare(name));
}

/** The first name of what follows a conjunction, for judging it. */
function rightOf(text: string, right: Name): string {
  const words = text.slice(right.start, right.end);
  const etc = words.indexOf("等");
  return etc > 1 ? words.slice(0, etc) : words;
}

function stripEtc(text: string, name: Name): Name {
  const etc = text.indexOf("等", name.start);
  return etc > name.start + 1 && etc < name.end ? trim(text, name.start, etc) : name;
}

function pushName(text: string, range: Name, into: Name[]): void {
  const words = text.slice(range.start, range.end);
  const etc = etcAt(words);
  const named = etc < 0 ? range : trim(text, range.start, range.start + etc);
  const first = { start: named.start, end: named.end - aliasLength(text.slice(named.start, named.end)) };
  if (first.end > first.start) into.push(first);
  if (etc < 0) return;
  const rest = trim(text, range.start + etc + 1, range.end);
  const collective = text.slice(rest.start, rest.end);
  if (/^(?:各?有关|各?相关|各|省|市|其他|地方)/.test(collective) && isOrgan(collective)) into.push(rest);
}

/** Length of a bracket that gives the name a shorter one: （以下简称经办机构）. */
function aliasLength(name: string): number {
  return /[（(](?:以下)?[简统]称[^（）()]*[）)]$/.exec(name)?.[0].length ?? 0;
}

/** Offset of the 等 that ends a list, not of 等级, 高等, 平等; −1 for none. */
function etcAt(words: string): number {
  for (let at = words.indexOf("等", 1); at > 0; at = words.indexOf("等", at + 1)) {
    if (!/[高中初平同]/.test(words[at - 1]!) && !/[级额于]/.test(words[at + 1] ?? "")) return at;
  }
  return -1;
}
