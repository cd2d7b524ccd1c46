import type * as zod from "zod";
import type { RunFormat } from "../../model/block.ts";
import type { CheckKind, Zod } from "../../model/check.ts";
import type { OfficialDocument } from "../../model/document.ts";
import type { Hit, Outcome } from "../../model/result.ts";
import type { PageSection } from "../../model/source.ts";
import { FONT_FAMILIES, familyOf } from "../format/fonts.ts";
import { charactersPerLine, linePitch, linesPerPage, MM, mainSection } from "../format/page.ts";
import { type Fault, pageNumberFault } from "../format/page-number.ts";
import { type Placed, placed, ROLES, type Role } from "../format/roles.ts";

/*
 * format: 版式. One point of layout of a docx, by GB/T 9704-2012; a unit's own values are options.
 *
 *   page     { width, height, tolerance }                mm
 *   margins  { top, right, bottom, left, tolerance }     mm
 *   lines    lines a page, however they were set: exact pitch, grid, or multiple on a grid
 *   characters  characters a line
 *   pageNumber  points: every page number is of that size and stands between two dashes, — 1 —; there is one
 *   role     title | addressees | body | heading1 一、 | heading2 （一） | signature | date | copies | printed: with
 *            fonts [仿宋 …] · size pt · alignment · indent (first line, in characters) · black true
 *
 * Before: with { role: body, fonts: [仿宋] } running text in 宋体 is one hit, at the first such paragraph, with the count.
 * After:  仿宋_GB2312, FangSong, 方正仿宋 are all 仿宋; a paragraph whose font the file does not say is none.
 */
const options = (z: Zod) => {
  const mm = z.number().positive();
  return z.strictObject({
    page: z.strictObject({ width: mm, height: mm, tolerance: mm.default(1) }).optional(),
    margins: z.strictObject({ top: mm, right: mm, bottom: mm, left: mm, tolerance: mm.default(1) }).optional(),
    lines: z.number().int().positive().optional(),
    characters: z.number().int().positive().optional(),
    pageNumber: z.number().positive().optional(),
    role: z.enum(ROLES).optional(),
    fonts: z.array(z.enum(FONT_FAMILIES)).min(1).optional(),
    size: z.number().positive().optional(),
    alignment: z.enum(["left", "center", "right"]).optional(),
    indent: z.number().nonnegative().optional(),
    black: z.boolean().optional(),
  });
};

type Options = zod.infer<ReturnType<typeof options>>;

export const format: CheckKind<Options> = {
  name: "format",
  title: { zh: "版式", en: "Layout" },
  about: {
    zh: "看 docx 的纸张、页边距、每面行数、每行字数，或者标题、正文、各级标题、主送、落款、版记的字体、字号、对齐、缩进、颜色。按识别出的身份判断，不看样式名；字体的常见别名都算。一种问题一份文件报一次。消息里可用 {actual}、{expected}、{count}。",
    en: "Looks at paper, margins, lines a page and characters a line of a docx, or at font, size, alignment, indent and colour of title, text, headings and the rest, by their recognised role. Once a document. Messages may use {actual}, {expected}, {count}.",
  },
  values: ["actual", "expected", "count"],
  needs: ["layout"],
  options,
  check(document, options, context): Outcome {
    const section = mainSection(document.source.layout?.sections ?? []);
    if (!section) return { notApplicable: { because: "check.no-upright-page", values: {} } };
    const inRole = (role: Role) => context.once(`placed ${role}`, () => placed(document, role).map(looked));
    if (options.role === undefined) return pageOutcome(document, options, section, inRole);
    const paragraphs = inRole(options.role);
    if (paragraphs.length === 0) return { notApplicable: { because: "check.no-role", values: {} } };
    const wrong = paragraphs.flatMap((one) => {
      const fault = faultOf(one, options);
      return fault ? [{ ...one, fault }] : [];
    });
    const [first] = wrong;
    if (!first) return { hits: [] };
    const hit: Hit = {
      span: first.span,
      values: { actual: first.fault.actual, expected: first.fault.expected, count: wrong.length },
      evidence: [{ kind: "text", draft: first.span }],
    };
    return { hits: [hit] };
  },
};

function pageOutcome(document: OfficialDocument, options: Options, section: PageSection, inRole: InRole): Outcome {
  const fault = pageFault(document, options, section, inRole);
  if (!fault) return { hits: [] };
  const { note, ...values } = fault;
  return { hits: [{ span: null, values: { ...values, count: 1 }, ...(note ? { note } : {}) }] };
}

function pageFault(document: OfficialDocument, options: Options, section: PageSection, inRole: InRole): Fault | null {
  const { page, margins, lines, characters, pageNumber } = options;
  if (pageNumber) return pageNumberFault(document, pageNumber);
  if (page) {
    const fits = near(section.width, page.width, page.tolerance) && near(section.height, page.height, page.tolerance);
    return fits
      ? null
      : { actual: `${mm(section.width)}×${mm(section.height)}`, expected: `${page.width}×${page.height}` };
  }
  if (margins) {
    const { top, right, bottom, left } = section.margin;
    const own = { top, right, bottom, left: left + section.margin.gutter };
    const sides = ["top", "bottom", "left", "right"] as const;
    if (sides.every((side) => near(own[side], margins[side], margins.tolerance))) return null;
    return {
      actual: sides.map((side) => mm(own[side])).join("/"),
      expected: sides.map((side) => margins[side]).join("/"),
    };
  }
  if (!lines && !characters) return null;
  const body = inRole("body");
  if (lines)
    return most(
      body,
      ({ block }) => counted(linePitch(block, section), (pitch) => linesPerPage(pitch, section)),
      lines,
      0,
    );
  if (characters)
    return most(
      body,
      (one) => counted(one.own.size ?? null, (size) => charactersPerLine(size, section)),
      characters,
      1,
    );
  return null;
}

/** The number most paragraphs have, where it is further from what is asked than `slack`; null where none tells one. */
function most(
  body: readonly Looked[],
  measure: (one: Looked) => number | null,
  wanted: number,
  slack: number,
): Fault | null {
  const tally = new Map<number, number>();
  for (const one of body) {
    const value = measure(one);
    if (value !== null) tally.set(value, (tally.get(value) ?? 0) + one.block.text.length);
  }
  const [usual] = [...tally].sort((a, b) => b[1] - a[1])[0] ?? [wanted];
  return Math.abs(usual - wanted) <= slack ? null : { actual: String(usual), expected: String(wanted) };
}

function counted(value: number | null, count: (value: number) => number): number | null {
  return value === null ? null : count(value);
}

function near(points: number, millimetres: number, tolerance: number): boolean {
  return Math.abs(points / MM - millimetres) <= tolerance + 0.05;
}

function mm(points: number): string {
  return String(Math.round((points / MM) * 10) / 10);
}

/** A paragraph in its role with its look: a dozen rules ask for both. */
interface Looked extends Placed {
  own: Partial<RunFormat>;
}
type InRole = (role: Role) => readonly Looked[];

const looked = (one: Placed): Looked => ({ ...one, own: look(one) });

/** The look of most Chinese characters of the paragraph. */
function look({ block, span }: Placed): Partial<RunFormat> {
  const [only, ...others] = block.format?.runs ?? [];
  if (only && others.length === 0) return /[\u4e00-\u9fff]/.test(block.text.slice(span.start, span.end)) ? only : {};
  let best: RunFormat | undefined;
  let length = 0;
  for (const run of block.format?.runs ?? []) {
    const text = block.text.slice(Math.max(run.start, span.start), Math.min(run.end, span.end));
    const size = text.match(/[\u4e00-\u9fff]/g)?.length ?? 0;
    if (size > length) [best, length] = [run, size];
  }
  return best ?? {};
}

function faultOf(one: Looked, options: Options): Fault | null {
  const { fonts, size, alignment, indent, black } = options;
  const { own } = one;
  if (fonts && own.eastAsianFont !== undefined) {
    const family = familyOf(own.eastAsianFont);
    if (!family || !fonts.includes(family)) return { actual: own.eastAsianFont, expected: fonts.join("、") };
  }
  if (size && own.size !== undefined && Math.abs(own.size - size) > 0.26) {
    return { actual: String(own.size), expected: String(size) };
  }
  if (black && own.color !== undefined && !/^0{6}$/.test(own.color)) return { actual: own.color, expected: "000000" };
  if (alignment && !isAligned(one, alignment)) {
    return { actual: one.block.format?.alignment ?? "left", expected: alignment };
  }
  return indent === undefined ? null : indentFault(one, indent, own.size);
}

/** Blanks typed before a line, and an indent of a third of the line, put it to the right or the middle as well. */
function isAligned({ block }: Placed, wanted: "left" | "center" | "right"): boolean {
  const { alignment, left = 0, leftChars = 0 } = block.format ?? {};
  const pushed = /^[\s\u3000]{4,}/.test(block.text) || leftChars >= 8 || left >= 120;
  if (wanted === "left") return alignment !== "center" && alignment !== "right" && !pushed;
  return alignment === wanted || pushed;
}

/** First-line indent in characters of the paragraph's own size; typed blanks count. Half a character is not seen. */
function indentFault({ block }: Placed, wanted: number, size: number | undefined): Fault | null {
  const { firstLineChars, firstLine, leftChars, left } = block.format ?? {};
  const typed = /^[\u3000 ]*/.exec(block.text)![0];
  const blanks = [...typed].reduce((sum, blank) => sum + (blank === "\u3000" ? 1 : 0.5), 0);
  const lines = firstLineChars ?? (firstLine !== undefined && size ? firstLine / size : 0);
  const body = leftChars ?? (left !== undefined && size ? left / size : 0);
  const actual = Math.round((lines + body + blanks) * 10) / 10;
  return Math.abs(actual - wanted) <= 0.5 ? null : { actual: String(actual), expected: String(wanted) };
}
