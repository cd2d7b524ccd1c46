import type { Line } from "../lines/line.ts";
import { isDate, trailingDate } from "../shapes/date.ts";
import { isFurniture } from "../shapes/furniture.ts";
import { endsInKind } from "../shapes/kind.ts";
import { isOrganLine, isOrganName, isSigner } from "../shapes/organ.ts";
import { attachmentHead, attachmentList, type NamedAttachment } from "./attachment-list.ts";
import { COPIES, PRINTED, takeImprint } from "./imprint.ts";

/** What stands below a body: 附件说明, 落款, 成文日期, 附注, 公开方式, 版记. Numbers are indexes of lines. */
export interface Closing {
  from: number;
  /** First line after it. */
  next: number;
  attachments: NamedAttachment[];
  signature: number[];
  /** Line and offset of 成文日期; the signature may stand on the same line before it. */
  date: { line: number; start: number } | null;
  notes: number[];
  publicity: number | null;
  copies: number[];
  printed: number[];
}

const NUMERIC_DAY = /^(?:19|20)\d{2}(?:[-/.]\d{1,2}){2}$/;
/** A day whose 年, 月 and 日 a page has lost: 2023515. */
const LOST_DAY = /^(?:19|20)\d{4,6}$/;
const PUBLICITY =
  /^(?:(?:信息)?公开(?:方式|属性|选项|类别|类型|形式)|政府信息公开(?:选项|类别))[:：].{2,12}$|^[（(]?(?:此件)?(?:主动公开|依申请公开|不予公开|公开发布|删减后公开|不公开)[）)]?$|^[（(]此件.{0,16}(?:公开|发布|发至|传达).{0,16}[）)]$/;

/** The closing that begins at line `at`, or null where the body goes on. */
export function closingAt(lines: Line[], at: number): Closing | null {
  const line = lines[at]!;
  if (!mayClose(line)) return null;
  const closing: Closing = {
    from: at,
    next: at,
    attachments: [],
    signature: [],
    date: null,
    notes: [],
    publicity: null,
    copies: [],
    printed: [],
  };
  takeAttachments(lines, closing);
  takeImprint(lines, closing);
  takeSignature(lines, closing, at);
  takeNotes(lines, closing);
  // Whom to ask may stand above the signature, 附件说明 below it.
  if (!closing.date && closing.signature.length === 0) takeSignature(lines, closing, at);
  if (closing.attachments.length === 0) takeAttachments(lines, closing);
  takeNotes(lines, closing);
  takeImprint(lines, closing);
  takeNotes(lines, closing);
  return closing.next > at ? closing : null;
}

/** Cheap test: most lines of a body cannot begin a closing. */
function mayClose(line: Line): boolean {
  if (line.label || (line.prose && line.plain[line.start] !== "附" && !COPIES.test(line.bare))) return false;
  return line.bare.length <= 120 || line.plain[line.start] === "附" || COPIES.test(line.bare);
}

function takeAttachments(lines: Line[], closing: Closing): void {
  if (closing.next >= lines.length) return;
  const list = attachmentList(lines, closing.next);
  if (!list || list.names.some((name) => name.end - name.start > 150)) return;
  closing.attachments = list.names;
  closing.next = list.next;
}

function takeSignature(lines: Line[], closing: Closing, from: number): void {
  let at = closing.next;
  const signature: number[] = [];
  const table = isSignatureTable(lines, at, from);
  let wrapped = false;
  while (at < lines.length && signature.length < 40) {
    const line = table ? { ...lines[at]!, cell: false } : lines[at]!;
    if (isDate(line.bare) || (signature.length > 0 && NUMERIC_DAY.test(line.bare))) {
      if (signature.length === 0 && (table || !dateMayStandAlone(lines, at, closing, from))) return;
      closing.signature = signature;
      closing.date = { line: at, start: line.start };
      closing.next = at + 1;
      return;
    }
    const date = PRINTED.test(line.bare) ? -1 : trailingDate(line.bare);
    if (date > 0 && !line.label && !line.cell && isOrganName(line.bare.slice(0, date))) {
      closing.signature = [...signature, at];
      closing.date = { line: at, start: offsetOfBare(line, date) };
      closing.next = at + 1;
      return;
    }
    if (isSealNote(line)) {
      at++;
      continue;
    }
    if (isOrganLine(line) || isSigner(line) || isBlankSigner(lines, at)) signature.push(at++);
    else if (isWrappedOrgan(lines, at, signature.length > 0)) {
      wrapped = true;
      signature.push(at++, at++);
    } else break;
  }
  // Only a day below tells a broken name from two short lines of something else.
  if (wrapped) return;
  if (signature.length > 0 && endsHere(lines, at, from, closing)) {
    closing.signature = signature;
    closing.next = at;
  }
}

/** Two organs side by side in a table without lines, below the last sentence and with nothing of the table after the day. */
function isSignatureTable(lines: Line[], at: number, from: number): boolean {
  const before = lines[from - 1];
  if (!lines[at]?.cell || !before || before.cell || !"。！）)".includes(before.last)) return false;
  let end = at;
  while (end < lines.length && end < at + 16 && lines[end]!.cell) end++;
  return !lines[end]?.cell && isDate(lines[end - 1]!.bare);
}

/** 某某市工业和 ⏎ 信息化局: a printed page breaks a long name; below a sentence or another organ. */
function isWrappedOrgan(lines: Line[], at: number, below: boolean): boolean {
  const line = lines[at]!;
  const next = lines[at + 1];
  if (!next || line.label || next.label || line.cell || next.cell || line.bare.length + next.bare.length > 40)
    return false;
  if (!below && !"。！".includes(lines[at - 1]?.last ?? " ")) return false;
  return isOrganName(line.bare + next.bare);
}

/** A draft's stand-in for the organ (×××, XX公司名称): one short line between the last sentence and the day. */
function isBlankSigner(lines: Line[], at: number): boolean {
  const line = lines[at]!;
  const before = lines[at - 1];
  const below = lines[at + 1];
  if (!before || !below || !isDate(below.bare) || line.cell || below.cell || line.label) return false;
  return (
    "。！".includes(before.last) && line.bare.length <= 24 && !/[，。；：:、]/.test(line.bare) && !endsInKind(line.bare)
  );
}

/** （某某办公室代章） between organ and day. */
const isSealNote = (line: Line) => /^[（(].{0,30}(?:代章|盖章|印章|公章|章)[）)]$/.test(line.bare);

/** A signature without a date counts only at the very end: after a full stop and before nothing, page furniture or a note. */
function endsHere(lines: Line[], at: number, from: number, closing: Closing): boolean {
  const before = lines[from - 1];
  if (closing.attachments.length === 0 && !(before && "。！!）)；".includes(before.last))) return false;
  const line = lines[at];
  if (!line || isFurniture(line) || LOST_DAY.test(line.bare) || attachmentHead(line) !== null) return true;
  return PUBLICITY.test(line.bare) || COPIES.test(line.bare);
}

/** A day without a signature above it: after a full stop or 附件说明, outside tables. */
function dateMayStandAlone(lines: Line[], at: number, closing: Closing, from: number): boolean {
  if (lines[at]!.cell) return false;
  const before = lines[from - 1];
  return closing.attachments.length > 0 || (before !== undefined && !before.cell && "。！!".includes(before.last));
}

function takeNotes(lines: Line[], closing: Closing): void {
  for (; closing.next < lines.length; closing.next++) {
    const line = lines[closing.next]!;
    if (closing.publicity === null && PUBLICITY.test(line.bare)) {
      closing.publicity = closing.next;
      if ("（(".includes(line.bare[0]!)) closing.notes.push(closing.next);
    } else if (closing.next > closing.from && isNote(line)) closing.notes.push(closing.next);
    // 主题词 stood here until 2012.
    else if (closing.next > closing.from && /^主题词[:：]/.test(line.bare)) continue;
    else return;
  }
}

/** 附注 in brackets, or whom to ask: 联系人, 联系电话. */
function isNote(line: Line): boolean {
  if (line.label || line.bare.length > 80 || isFurniture(line)) return false;
  if ("（(".includes(line.bare[0]!) && "）)".includes(line.last)) return true;
  return /^(?:联系|咨询|电话|传真|(?:电子)?邮箱)(?:人|单位|处室|科室|部门|电话|方式)?[:：]/.test(line.bare);
}

/** Offset in the line's text of the character at `at` of its text without white space. */
export function offsetOfBare(line: Line, at: number): number {
  let seen = 0;
  for (let i = line.start; i < line.end; i++) {
    if (/[\s\u3000\u00a0\u200b\ufeff]/.test(line.plain[i]!)) continue;
    if (seen === at) return i;
    seen++;
  }
  return line.end;
}
