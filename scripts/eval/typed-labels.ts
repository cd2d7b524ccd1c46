import { numeral } from "../../src/read/docx/numbering/numerals.ts";

/** The look of a typed ordinal label, as a list level of Word would print it: what stands around the number. */
export interface LabelLook {
  /** Equal for labels that one list level can print: `chineseCounting|（|）`. */
  key: string;
  format: "chineseCounting" | "decimal";
  before: string;
  after: string;
  /** 1.1: the number before the last, which is the parent level's; null otherwise. */
  parent: number | null;
}

export interface TypedLabel {
  look: LabelLook;
  value: number;
  /** Characters of the line that Word's list replaces: leading blanks, label, blanks after it. */
  length: number;
}

const FORMS = [
  /^(第)([一二三四五六七八九十]{1,4})([章节条])(?=\s)/,
  /^(第)([一二三四五六七八九十]{1,4})([章节条])(?![规定款项第的之至和、]|所)/,
  /^()([一二三四五六七八九十]{1,4})([、．])/,
  /^([（(])([一二三四五六七八九十]{1,4})([）)])/,
  /^([（(])(\d{1,3})([）)])/,
  /^()(\d{1,2}\.\d{1,2})()(?=\s*\p{Script=Han})(?!\s*[万亿千百倍个人元吨米公年月日%])/u,
  /^()(\d{1,3})( ?[.．、])(?!\d)/,
];

/** The label a line begins with when a counter of Word can print exactly it; null where it has to stay typed. */
export function typedLabel(line: string): TypedLabel | null {
  const lead = line.length - line.trimStart().length;
  const text = line.slice(lead);
  for (const form of FORMS) {
    const match = form.exec(text);
    if (!match) continue;
    const [whole, before, number, after] = match as unknown as [string, string, string, string];
    const blanks = text.length - whole.length - text.slice(whole.length).trimStart().length;
    const decimals = number.split(".");
    const value = /\d/.test(number) ? Number(decimals.at(-1)) : chineseValue(number);
    if (value === null || value === 0) return null;
    const format = /\d/.test(number) ? "decimal" : "chineseCounting";
    const parent = decimals.length > 1 ? Number(decimals[0]) : null;
    const key = [format, before, after, parent === null ? "" : "nested"].join("|");
    return { look: { key, format, before, after, parent }, value, length: lead + whole.length + blanks };
  }
  return null;
}

/** 1 … 99 as Word counts them; null for another spelling (一十, 二一), which no counter prints. */
function chineseValue(text: string): number | null {
  for (let value = 1; value < 100; value++) if (numeral(value, "chineseCounting") === text) return value;
  return null;
}
