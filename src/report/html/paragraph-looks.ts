import type { Block, ParagraphFormat } from "../../model/block.ts";
import type { Element, OfficialDocument } from "../../model/document.ts";

/** Classes of a paragraph: its own look in a docx, else the look that GB/T 9704 gives what it was recognised as. */
export function looksOf(draft: OfficialDocument): (block: Block) => string {
  const roles = rolesOf(draft);
  const chrome = (index: number) => draft.chrome.some(({ first, last }) => index >= first && index <= last);
  return (block) => {
    const role = roles.get(block.index) ?? "";
    const own = draft.source.format === "docx" ? printedLook(block) : recognisedLook(block, role);
    const box = block.region === "text-box" ? "box" : "";
    return ["p", own, box, chrome(block.index) ? "chrome" : ""].filter(Boolean).join(" ");
  };
}

function printedLook({ format, text }: Block): string {
  if (!format) return "";
  return [alignment(format), ...indents(format), size(format, text)].filter(Boolean).join(" ");
}

function alignment({ alignment: own }: ParagraphFormat): string {
  return own === "center" || own === "right" ? own : "";
}

/** Indents in whole characters, as far as the paper has room. */
function indents({ firstLineChars, firstLine, leftChars, left, rightChars, right, runs }: ParagraphFormat): string[] {
  const type = runs[0]?.size ?? 16;
  const whole = (characters: number | undefined, points: number | undefined) =>
    Math.round(characters ?? (points ?? 0) / type);
  const within = (name: string, value: number, most: number) => (value > 0 ? `${name}${Math.min(value, most)}` : "");
  const first = whole(firstLineChars, firstLine);
  return [
    within("first", first, 4),
    within("left", whole(leftChars, left), 8),
    within("right", whole(rightChars, right), 8),
  ];
}

/** Steps of size around 三号 (16 points), by what most of the paragraph is set in. */
function size({ runs }: ParagraphFormat, text: string): string {
  const main = [...runs].sort((a, b) => b.end - b.start - (a.end - a.start))[0];
  if (!main?.size || !text) return "";
  const at = STEPS.findIndex((most) => main.size! <= most);
  return SIZES[at < 0 ? STEPS.length : at]!;
}

const STEPS = [11, 14.5, 17, 20, 25];
const SIZES = ["size-2", "size-1", "", "size1", "size2", "size3"];

function recognisedLook({ kind, cell, headingLevel }: Block, role: string): string {
  if (role) return role;
  if (cell) return "";
  return kind === "heading" || headingLevel > 0 ? "heading" : "first2";
}

/** What each block is, where it is more than body text. */
function rolesOf({ elements, clauses, parts, blocks }: OfficialDocument): Map<number, string> {
  const roles = new Map<number, string>();
  const set = (element: Element | null | undefined, role: string) => {
    for (const { block } of element?.spans ?? []) if (!roles.has(block)) roles.set(block, role);
  };
  set(elements.title, "title");
  for (const part of parts) set(part.title, "title");
  set(elements.issuerMark, "head");
  set(elements.docNumber, "center");
  set(elements.addressees, "flush");
  set(elements.copyNumber, "flush");
  set(elements.secrecy, "flush");
  set(elements.urgency, "flush");
  set(elements.signature, "right right4");
  set(elements.date, "right right4");
  for (const { inline, style, level, span, head } of clauses) {
    // Only a heading that has its paragraph to itself is set apart.
    const alone = head.end >= blocks[span.block]!.text.trimEnd().length - 1;
    if (inline || !alone || roles.has(span.block)) continue;
    if (style === "chapter") roles.set(span.block, "center hei");
    else if (style === "chinese" && level <= 2) roles.set(span.block, "first2 hei");
    else if (style === "chinese-bracket") roles.set(span.block, "first2 kai");
  }
  return roles;
}
