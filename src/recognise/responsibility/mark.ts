import type { Role } from "../../model/document.ts";
import { type Name, splitAt, splitNames, trim } from "./names.ts";
import { isOrgan, runsOn } from "./organs.ts";
import { labelAt, roleAtEnd, roleInBracket } from "./roles.ts";

export interface MarkUnit extends Name {
  role: Role;
}

export interface Mark {
  units: MarkUnit[];
  /** The mark says 排在第一位的为牵头单位，下同: holds for every later list. */
  firstLeads: boolean;
}

export interface MarkOptions {
  /** Words the place itself stands for (a label before it, a table column): any list is taken, with this role. */
  role?: Role | null;
  /** A list without a role word counts as 负责: the words stand in a bracket that closes a paragraph. */
  bare?: boolean;
}

/** 排在第一位的部门为牵头部门, 列首位者牵头. */
export function leadsFirst(words: string): boolean {
  if (!words.includes("第一") && !words.includes("首")) return false;
  return /(?:第一位|首位|排名第一|排第一|第一个|列首)[^。]{0,12}(?:牵头|主办|主责)/.test(words);
}

const SEPARATORS = new Set("，,；;。、|｜\n");
const SPACES = new Set(" \u3000\t");

/**
 * The units in the words of a mark, `text.slice(from, to)` in simplified characters: labels (责任单位：…；配合单位：…),
 * lists that end in a role word (A、B牵头，C配合), or both. Null where the words are no mark.
 */
export function parseMark(text: string, from: number, to: number, options: MarkOptions = {}): Mark | null {
  const units: MarkUnit[] = [];
  let firstLeads = false;
  let pending: Name | null = null;
  let labelRole: Role | null = options.role ?? null;
  let labelled = labelRole !== null;
  /** The item belongs to a label that names no unit: 责任人：, 适用范围：, 完成时限：. */
  let other = false;
  let odd = 0;

  const flush = (role: Role) => {
    if (pending) {
      for (const name of splitNames(text, pending.start, pending.end)) {
        for (const { start, end } of spaced(text, name)) {
          if (acceptable(text.slice(start, end), labelled)) units.push({ start, end, role });
          else odd++;
        }
      }
    }
    pending = null;
  };
  const add = (start: number, end: number) => {
    if (end > start) pending = pending ? { start: pending.start, end } : { start, end };
  };

  for (const item of itemsOf(text, from, to)) {
    let { start } = item;
    const { end } = item;
    const words = text.slice(start, end);
    if (leadsFirst(words)) {
      firstLeads = true;
      continue;
    }
    const label = labelAt(text, start, end);
    if (label && (label.colon || namesFollow(text, label.end, end))) {
      if (pending) flush(labelRole ?? "负责");
      labelRole = label.role;
      other = label.person;
      labelled = true;
      start = label.end;
      while (start < end && /[\s\u3000]/.test(text[start]!)) start++;
      if (start >= end) continue;
    }
    if (!label && /[：:]/.test(words) && /^[^：:]{2,12}[：:]/.test(words)) {
      if (pending) flush(labelRole ?? "负责");
      other = true;
    }
    if (other || isTime(text.slice(start, end))) continue;
    if (text[start] === "由" || text[start] === "请") start++;
    const joint = text.indexOf("会同", start);
    if (joint > start && joint < end) {
      // A会同B、C负责: the role word closes the list for both; without one A leads and the others assist.
      const role = roleAtEnd(text, joint + 2, phraseEnd(text, joint, to))?.role ?? null;
      add(start, joint);
      flush(role ?? "牵头");
      labelled = true;
      const own = roleAtEnd(text, joint + 2, end);
      add(joint + 2, own ? own.end : end);
      if (own) flush(own.role === "牵头" ? "配合" : own.role);
      else if (!role) labelRole = "配合";
      continue;
    }
    const role = roleInBracket(text, start, end) ?? roleAtEnd(text, start, end);
    if (role) {
      add(start, role.end);
      flush(labelRole === "配合" && role.role === "负责" ? "配合" : role.role);
      if (options.role === undefined && !label) labelRole = labelRole === "配合" ? null : labelRole;
    } else add(start, end);
  }
  if (pending) {
    if (labelRole === null && units.length > 0 && !options.bare) odd++;
    else if (labelRole !== null || (options.bare && !listsThings(wordsOf(text, pending)))) flush(labelRole ?? "负责");
  }
  if (units.length === 0) return firstLeads ? { units, firstLeads } : null;
  return odd > units.length ? null : { units, firstLeads };
}

const wordsOf = (text: string, { start, end }: Name) => text.slice(start, end);

/** 高新技术企业、重点实验室等相关证明材料: a bare list whose last noun is no organ names things, not who is responsible. */
function listsThings(words: string): boolean {
  const last = /等([^等、，,；;]{2,})$/.exec(words)?.[1];
  return last !== undefined && !isOrgan(last);
}

/** After a label without a colon only a name may stand, not 牵头单位和联合单位之间的协议. */
function namesFollow(text: string, from: number, to: number): boolean {
  const name = text.slice(from, to).trim();
  return name === "" || (isOrgan(name) && !runsOn(name));
}

/** The pieces between separators, and between spaces before a label: 牵头部门：A 责任部门：B. */
function itemsOf(text: string, from: number, to: number): Name[] {
  const items = splitAt(text, from, to, SEPARATORS);
  if (!/[\s\u3000]/.test(text.slice(from, to))) return items;
  return items.flatMap((item) => {
    const parts: Name[] = [];
    let { start } = item;
    for (let i = start + 1; i < item.end; i++) {
      if (!/[\s\u3000]/.test(text[i - 1]!) || !labelAt(text, i, item.end)?.colon) continue;
      parts.push(trim(text, start, i));
      start = i;
    }
    parts.push({ start, end: item.end });
    return parts;
  });
}

/** End of the phrase around `at`: the next comma, semicolon or full stop. */
function phraseEnd(text: string, at: number, to: number): number {
  for (let i = at; i < to; i++) if (/[，,；;。]/.test(text[i]!)) return i;
  return to;
}

/** 2025年底前, 持续推进, 长期: says when, not who. */
function isTime(words: string): boolean {
  if (isOrgan(words)) return false;
  return /^(?:完成)?(?:时限|时间)|\d+[年月日]|[年月季]底|长期|持续|适时|[年月]内|^下同$|^完成/.test(words);
}

/** Names with nothing but spaces between them, as in table cells; a space inside one name stays. */
function spaced(text: string, name: Name): Name[] {
  if (!/[ \u3000\t]/.test(text.slice(name.start, name.end))) return [name];
  const parts = splitAt(text, name.start, name.end, SPACES);
  return parts.length > 1 && parts.every((part) => isOrgan(text.slice(part.start, part.end))) ? parts : [name];
}

/** Under a label any short list item is a name; beside role words alone it has to look like one. */
function acceptable(name: string, labelled: boolean): boolean {
  if (/[“”《》？?！!。：:]|谁|^(?:待|无|暂|另|详|见|同上|略|[/／—-])/.test(name) || name.length > 40) return false;
  if (!labelled && runsOn(name)) return false;
  if (isOrgan(name) || (name.length <= 12 && /^(?:各|有关|相关)/.test(name))) return true;
  return labelled ? name.length >= 2 && name.length <= 24 : name.length <= 14 && QUALIFIED.test(name);
}

const QUALIFIED = /^(?:省|市|县|区|州|国家|中国|中央|全国|团|国网|人民)/;
