import type * as zod from "zod";
import type { CheckKind, Zod } from "../../model/check.ts";
import type { OfficialDocument } from "../../model/document.ts";
import type { Hit, Outcome } from "../../model/result.ts";
import type { PageSection } from "../../model/source.ts";
import { FONT_FAMILIES } from "../format/fonts.ts";
import { markDistance } from "../format/head.ts";
import { faultOf, type Looked, looked } from "../format/look.ts";
import { charactersPerLine, linePitch, linesPerPage, MM, mainSection } from "../format/page.ts";
import { type Fault, firstPageFault, pageNumberFault } from "../format/page-number.ts";
import { letterHead, placed, ROLES, type Role } from "../format/roles.ts";

/*
 * format: 版式. One point of layout of a docx, by GB/T 9704-2012; a unit's own values are options.
 *
 *   page     { width, height, tolerance }                mm
 *   margins  { top, right, bottom, left, tolerance }     mm
 *   lines    lines a page, however they were set: exact pitch, grid, or multiple on a grid
 *   characters  characters a line
 *   pageNumber  points: every page number is of that size and stands between two dashes, — 1 —; there is one
 *   firstPage  unnumbered: the first page shows no number
 *   mark     { from: page | type-area, distance, tolerance }  mm to the upper edge of the 发文机关标志 (of the title where
 *            there is none), as the file's blank lines and spacing give it
 *   letter   true: only papers headed by the issuer's name without 文件: the letter layout (信函格式)
 *   role     issuerMark | docNumber | title | addressees | body | heading1 一、 | heading2 （一） | signature | date | copies
 *            | printed | attendance 出席：: with fonts [仿宋 …] · size pt · alignment · indent (first line, in characters) · black true
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
    firstPage: z.literal("unnumbered").optional(),
    mark: z.strictObject({ from: z.enum(["page", "type-area"]), distance: mm, tolerance: mm.default(6) }).optional(),
    letter: z.boolean().default(false),
    role: z.enum(ROLES).optional(),
    fonts: z.array(z.enum(FONT_FAMILIES)).min(1).optional(),
    size: z.number().positive().optional(),
    alignment: z.enum(["left", "center", "right"]).optional(),
    indent: z.number().nonnegative().optional(),
    black: z.boolean().optional(),
  });
};

/** 天头 of the standard (5.2.1), mm. */
const LETTER_TOP = 37;

type Options = zod.infer<ReturnType<typeof options>>;
type InRole = (role: Role) => readonly Looked[];

export const format: CheckKind<Options> = {
  name: "format",
  title: { zh: "版式", en: "Layout" },
  about: {
    zh: "看 docx 的纸张、页边距、每面行数、每行字数，页码，或者发文机关标志、发文字号、标题、正文、各级标题、主送、落款、版记的字体、字号、对齐、缩进、颜色。按识别出的身份判断，不看样式名；字体的常见别名都算。一种问题一份文件报一次。发文机关标志的位置是按空行和段前距估算的。红线、双线、分隔线的位置和长短，印章，标题回行的形状，首页有没有正文，要看打印稿，不查。消息里可用 {actual}、{expected}、{count}。",
    en: "Looks at paper, margins, lines a page and characters a line of a docx, page numbers, or at font, size, alignment, indent and colour of head, number, title, text, headings and the rest, by their recognised role. Once a document. The place of the head is estimated from blank lines and spacing. Where red lines and separators stand, seals, the shape of a title and whether page one has text are seen on the printed page only and not checked. Messages may use {actual}, {expected}, {count}.",
  },
  values: ["actual", "expected", "count"],
  needs: ["layout"],
  options,
  check(document, options, context): Outcome {
    const section = mainSection(document.source.layout?.sections ?? []);
    if (!section) return { notApplicable: { because: "check.no-upright-page", values: {} } };
    if (options.letter && letterHead(document).length === 0)
      return { notApplicable: { because: "check.no-letter", values: {} } };
    const inRole = (role: Role) => context.once(`placed ${role}`, () => placed(document, role).map(looked));
    if (options.mark) return markOutcome(document, options.mark, section, inRole);
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
  const fault = pageFault(document, options, typeArea(document, section), inRole);
  if (!fault) return { hits: [] };
  const { note, ...values } = fault;
  return { hits: [{ span: null, values: { ...values, count: 1 }, ...(note ? { note } : {}) }] };
}

function markOutcome(
  document: OfficialDocument,
  { from, distance, tolerance }: NonNullable<Options["mark"]>,
  section: PageSection,
  inRole: InRole,
): Outcome {
  const [mark = inRole("title")[0]] = inRole("issuerMark");
  const actual = mark ? markDistance(document, mark, section, from) : null;
  if (!mark || actual === null) return { notApplicable: { because: "check.no-role", values: {} } };
  if (Math.abs(actual - distance) <= tolerance) return { hits: [] };
  const values = { actual: String(actual), expected: String(distance), count: 1 };
  return { hits: [{ span: mark.span, values, evidence: [{ kind: "text", draft: mark.span }] }] };
}

function pageFault(document: OfficialDocument, options: Options, section: PageSection, inRole: InRole): Fault | null {
  const { page, margins, lines, characters, pageNumber } = options;
  if (pageNumber) return pageNumberFault(document, pageNumber);
  if (options.firstPage) return firstPageFault(document);
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

/** The head of a letter stands 30 mm from the edge of the paper: a smaller margin above makes room for it. */
function typeArea(document: OfficialDocument, section: PageSection): PageSection {
  if (letterHead(document).length === 0) return section;
  return { ...section, margin: { ...section.margin, top: Math.max(section.margin.top, LETTER_TOP * MM) } };
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
