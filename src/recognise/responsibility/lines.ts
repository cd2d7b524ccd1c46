import { isBlank } from "../../model/blank.ts";
import type { Role } from "../../model/document.ts";
import { parseMark } from "./mark.ts";
import { isOrgan } from "./organs.ts";
import type { Found, FoundByBlock, Passage } from "./passage.ts";
import { labelAt, type MarkLabel } from "./roles.ts";

/** Longest line without a label that can be a list of units; running text is longer or has a full stop. */
const SHORT = 160;
const INSIDE =
  /(?:牵头|责任|主办|承办|负责|配合|协办|参与|参加|协同|协作|实施|落实)(?:单位|部门|处室|科室|机构)(?:（[^）]{1,12}）)?[:：]/;
const ROLE_ENDS = /(?:牵头|负责|配合|落实|参与|参加|承办|实施)$/;

/**
 * Marks on lines of their own below a clause (责任单位：…, 牵头单位：…, with the list on the following line too; or
 * 省发展改革委牵头，省财政厅配合), and such a label at the end of a paragraph without brackets.
 */
export function lineMarks(passages: Passage[], taken: FoundByBlock): Found[] {
  const found: Found[] = [];
  /** Role of a label that stood alone on its line and waits for its list. */
  let waiting: Role | null = null;
  passages.forEach((passage, i) => {
    const { text, block } = passage;
    const { start, end } = inner(passage);
    const here = taken.get(block) ?? [];
    if (end <= start || here.some((mark) => mark.start <= start && mark.end >= end)) return;
    const own = i > 0;
    const label = own ? labelOf(text, start, end) : null;
    const plain = end - start <= SHORT && !text.slice(start, end).includes("。");
    const make = (role?: Role) => {
      const mark = parseMark(text, start, end, role ? { role } : {});
      if (!mark || mark.units.length === 0) return false;
      if (!label?.colon && !mark.units.every((unit) => isOrgan(text.slice(unit.start, unit.end)))) return false;
      const { units, firstLeads } = mark;
      found.push({ units, firstLeads, form: "line", block, start, end });
      return true;
    };
    if (label && label.end >= end) {
      waiting = label.person ? null : label.role;
      return;
    }
    if (label?.colon || (label && plain)) {
      waiting = null;
      if (make()) return;
    }
    if (waiting && plain && make(waiting)) return;
    waiting = null;
    if (
      own &&
      plain &&
      ROLE_ENDS.test(text.slice(start, end)) &&
      /^[^，；]{2,40}(?:牵头|负责|、)/.test(text.slice(start, end)) &&
      make()
    )
      return;
    const inside = labelInside(passage, here);
    if (inside) found.push(inside);
  });
  return found;
}

/** A label with a colon, alone on its line, or parted from its list by a space (责任单位　市科技局). */
function labelOf(text: string, start: number, end: number): MarkLabel | null {
  const label = labelAt(text, start, end);
  return label && (label.colon || label.end >= end || /[\s\u3000]/.test(text[label.end - 1]!)) ? label : null;
}

/** The passage without the bracket or full stop around the whole of it. */
function inner(passage: Passage): { start: number; end: number } {
  const { text } = passage;
  let { start, end } = passage;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && (isBlank(text.charCodeAt(end - 1)) || "。.；;".includes(text[end - 1]!))) end--;
  return { start, end };
}

/** …。责任单位：市科技局、市财政局。 inside a paragraph: from the label to the end of its sentence. */
function labelInside(passage: Passage, taken: Found[]): Found | null {
  const { text, block, start, end } = passage;
  const match = INSIDE.exec(text.slice(start, end));
  if (!match) return null;
  const at = start + match.index;
  if (taken.some((mark) => mark.start <= at && mark.end > at)) return null;
  const before = text.slice(start, at).trimEnd();
  if (before !== "" && !/[。；;：:）)”！]$/.test(before)) return null;
  const stop = text.indexOf("。", at);
  const to = stop < 0 || stop > end ? end : stop;
  const mark = parseMark(text, at, to);
  return mark && mark.units.length > 0 ? { ...mark, form: "line", block, start: at, end: to } : null;
}
