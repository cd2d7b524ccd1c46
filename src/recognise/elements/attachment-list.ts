import { arabicNumber, chineseNumber } from "../labels/numeral.ts";
import { readLabel } from "../labels/read-label.ts";
import type { Line } from "../lines/line.ts";
import { isDate } from "../shapes/date.ts";
import { isOrganLine } from "../shapes/organ.ts";

/** A name in 附件说明 and where it stands. */
export interface NamedAttachment {
  line: number;
  start: number;
  end: number;
}

const HEAD =
  /^附\s*(?:件|表|图)?\s*([0-9０-９一二三四五六七八九十]{0,3})\s*(?:[-－—至、][0-9０-９]{1,2})?\s*(?:下载)?\s*([:：.．、]?)\s*/;

/** Longest 附件说明 that is read, in lines. */
const MOST = 200;

/** What stands after 附件 at the start of a line: its number, its colon, and where the rest begins; null for other lines. */
export function attachmentHead(line: Line): { number: number; colon: boolean; rest: number } | null {
  if (line.plain[line.start] !== "附" || (line.prose && line.end - line.start > 200)) return null;
  const text = line.plain.slice(line.start, line.end);
  const match = HEAD.exec(text)!;
  if (!match) return null;
  const mark = match[2] ?? "";
  const named = /^附\s*(?:件|表|图)/.test(text);
  const rest = match[0].length;
  if (!named && mark === "") return rest === text.length ? { number: 0, colon: false, rest: line.end } : null;
  if (mark === "" && rest < text.length && !/\s$/.test(match[0])) return null;
  const digits = match[1] ?? "";
  const number = digits === "" ? 0 : (arabicNumber(digits, 0)?.value ?? chineseNumber(digits));
  return { number, colon: mark === ":" || mark === "：", rest: line.start + rest };
}

/**
 * 附件说明 that begins at line `at`: 附件：甲 or 附件：1.甲 2.乙, on one line or several. Null where the line is the head
 * of an attached paper (附件1 alone on its line) or no 附件 line at all.
 */
export function attachmentList(lines: Line[], at: number): { names: NamedAttachment[]; next: number } | null {
  const first = lines[at]!;
  const head = attachmentHead(first);
  if (!head) return null;
  const names: NamedAttachment[] = [];
  let next = at + 1;
  let expected = 1;
  if (head.rest < first.end) {
    expected = take(names, first, at, head.rest, head.number > 0 ? 0 : expected);
    if (head.number > 0) expected = head.number + 1;
  } else if (head.colon && standsAlone(lines, next)) {
    add(names, lines[next]!, next, lines[next]!.start, lines[next]!.end);
    return { names, next: next + 1 };
  } else if (!startsList(lines, next)) return null;
  const limit = Math.min(lines.length, at + MOST);
  for (; next < limit; next++) {
    const line = lines[next]!;
    const own = attachmentHead(line);
    if (own && own.number > 0 && own.rest < line.end && head.number > 0 === own.number > 0) {
      take(names, line, next, own.rest, 0);
      continue;
    }
    if (own && own.number > 0 && own.rest < line.end && names.length > 0) {
      take(names, line, next, own.rest, 0);
      continue;
    }
    if (line.label && !line.prose && line.label.ordinal === expected && line.label.style.startsWith("arabic")) {
      expected = take(names, line, next, line.start, expected);
      continue;
    }
    break;
  }
  return names.length > 0 ? { names, next } : null;
}

/** 附件： and below it one unnumbered name, before 落款, the attached paper or the end. */
function standsAlone(lines: Line[], at: number): boolean {
  const line = lines[at];
  if (!line || line.prose || line.label || line.bare.length > 80 || attachmentHead(line)) return false;
  const below = lines[at + 1];
  return !below || attachmentHead(below) !== null || isDate(below.bare) || isOrganLine(below);
}

const startsList = (lines: Line[], at: number) => {
  const line = lines[at];
  if (!line || line.prose) return false;
  const own = attachmentHead(line);
  if (own) return own.number > 0 && own.rest < line.end;
  return line.label?.ordinal === 1 && line.label.style.startsWith("arabic") && line.bare.length < 80;
};

/** Adds the names from `from` to the end of the line, split at the numbers that go on from `expected`; 0 for an unnumbered name. */
function take(names: NamedAttachment[], line: Line, index: number, from: number, expected: number): number {
  let start = from;
  if (expected > 0) {
    const label = readLabel(line.plain, from);
    if (label?.style.startsWith("arabic") && label.ordinal === expected) {
      start = label.end;
      expected++;
    } else if (expected === 1) expected = 0;
  }
  for (let i = start + 1; expected > 0 && i < line.end; i++) {
    const digit = line.plain.charCodeAt(i);
    if (digit < 0x30 || digit > 0x39 || !/[\s。；;，,》）)]/.test(line.plain[i - 1]!)) continue;
    const label = readLabel(line.plain, i);
    if (!label?.style.startsWith("arabic") || label.ordinal !== expected) continue;
    add(names, line, index, start, i);
    start = label.end;
    expected++;
  }
  add(names, line, index, start, line.end);
  return expected;
}

function add(names: NamedAttachment[], line: Line, index: number, start: number, end: number): void {
  const { plain } = line;
  const blank = (at: number) => /[\s\u3000]/.test(plain[at]!);
  while (start < end && blank(start)) start++;
  const own = /^附\s*件\s*[0-9０-９]{1,2}\s*[:：.．、]?\s+/.exec(plain.slice(start, end));
  if (own) start += own[0].length;
  while (end > start && /[\s\u3000。；;，,、]/.test(plain[end - 1]!)) end--;
  if (plain[start] === "《" && plain.indexOf("》", start) === end - 1) {
    start++;
    end--;
  }
  if (end > start) names.push({ line: index, start, end });
}
