import type * as zod from "zod";
import type { Block } from "../../model/block.ts";
import type { CheckContext, CheckKind, Zod } from "../../model/check.ts";
import type { LabelStyle, OfficialDocument, Span } from "../../model/document.ts";
import { textOf } from "../../model/place.ts";
import type { Hit, Outcome } from "../../model/result.ts";
import { printedBlocks, type Range } from "../printed.ts";
import { halfWidth, neighbours, SCANS } from "../punctuation/faults.ts";
import { pairsOf } from "../punctuation/pairs.ts";

/*
 * punctuation: 标点. One fault of punctuation, by GB/T 15834-2011.
 *
 *   fault   repeated ？！！！ · dash -- for —— · ellipsis ... for …… · ellipsis-etc ……等 · doubled ，， · firstly 第一、 ·
 *           chinese-label 一. · arabic-label 1、 · bracket-label （一）、 · etc 、等 · nested-title 《…《》》 ·
 *           nested-quote “…“”…” · nested-bracket （…（）） · unpaired a mark without its partner · straight “甲" ·
 *           half-width 甲,乙 ·
 *           between-quotes ”、“ and ”“ in one document · title-end a heading on its own line ends in 。
 *   report  each (default) | first: one finding a document, at the first place, with the number of places
 *
 * Before: with { fault: arabic-label } “1、加强领导” is a hit at “1、”.
 * After:  “1.加强领导” is none, nor “1、2号楼由街道负责”.
 * What a page or a converter may have done to a whole text (every comma half-width) is one hit, as an info.
 */
const SCANNED = Object.keys(SCANS) as (keyof typeof SCANS)[];
const FAULTS = [...SCANNED, "unpaired", "straight", "half-width", "between-quotes", "title-end"] as const;

const options = (z: Zod) =>
  z.strictObject({ fault: z.enum(FAULTS), report: z.enum(["each", "first"]).default("each") });

type Options = zod.infer<ReturnType<typeof options>>;

interface Place {
  block: Block;
  range: Range;
}

/** Share of half-width marks from which the text came that way: a drafter's slips are far below. */
const CONVERTED = 0.1;

export const punctuation: CheckKind<Options> = {
  name: "punctuation",
  title: { zh: "标点", en: "Punctuation" },
  about: {
    zh: "按 GB/T 15834-2011 看一种标点差错：序次语后的标点、破折号和省略号的写法、引号书名号括号的配对和嵌套、重叠的标点、标题末的标点、半角标点等。整篇都是半角标点的，多半是转存造成的，只提示一次。消息里可用 {match}、{count}。",
    en: "Looks for one fault of punctuation by GB/T 15834-2011: marks behind labels, form of dash and ellipsis, pairs and nesting, doubled marks, marks behind headings, half-width marks. A text that is half-width throughout was converted: one info. Messages may use {match}, {count}.",
  },
  values: ["match", "count"],
  options,
  check(document, { fault, report }, context): Outcome {
    const blocks = context.once("printed blocks", () => printedBlocks(document));
    if (fault === "half-width") return { hits: halfWidthHits(document, blocks, report) };
    if (fault === "between-quotes") return { hits: mixedHits(blocks) };
    if (fault === "unpaired") return { hits: unpairedHits(document, blocks, report) };
    const places =
      fault === "straight"
        ? blocks.flatMap((block) => straightIn(block))
        : fault === "title-end"
          ? titleEnds(document)
          : scan(blocks, fault, context);
    return { hits: hitsOf(places, report) };
  },
};

function scan(blocks: Block[], fault: keyof typeof SCANS, context: CheckContext): Place[] {
  const cells = fault.endsWith("-label") ? "no" : "yes";
  const searched = context.once(`blocks with text ${cells}`, () =>
    blocks.filter((block) => block.text !== "" && (cells === "yes" || !block.cell)),
  );
  return searched.flatMap((block) => SCANS[fault](block.text).map((range) => ({ block, range })));
}

function hitsOf(places: Place[], report: Options["report"]): Hit[] {
  const shown = report === "first" ? places.slice(0, 1) : places;
  return shown.map(({ block, range }) => {
    const span = { block: block.index, start: range.start, end: range.end };
    const match = block.text.slice(range.start, range.end).trim();
    return {
      span,
      values: { match: shortened(match), count: places.length },
      evidence: [{ kind: "text", draft: span }],
    };
  });
}

/** A long match is shown by its ends. */
function shortened(match: string): string {
  return match.length <= 30 ? match : `${match.slice(0, 14)}…${match.slice(-14)}`;
}

/**
 * Text that came from a page or a converter may have lost its full-width marks on the way: there one info says it. So
 * does a docx whose marks are half-width throughout.
 */
function halfWidthHits(document: OfficialDocument, blocks: Block[], report: Options["report"]): Hit[] {
  let full = 0;
  const places: Place[] = [];
  for (const block of blocks) {
    const found = halfWidth(block.text);
    full += found.full;
    for (const range of found.half) places.push({ block, range });
  }
  const converted = document.source.format !== "docx" || places.length > CONVERTED * (places.length + full);
  const hits = hitsOf(places, converted ? "first" : report);
  return converted ? hits.map((hit) => ({ ...hit, atMost: "info", note: { key: "check.converted" } })) : hits;
}

function straightIn(block: Block): Place[] {
  if (!block.text.includes('"')) return [];
  return pairsOf(block.text).straight.map((range) => ({ block, range }));
}

/** Both ways in one document: the rarer is the slip. One way throughout is the drafter's choice. */
function mixedHits(blocks: Block[]): Hit[] {
  const marked: Place[] = [];
  const bare: Place[] = [];
  for (const block of blocks) {
    const found = neighbours(block.text);
    for (const range of found.marked) marked.push({ block, range });
    for (const range of found.bare) bare.push({ block, range });
  }
  return marked.length > 0 && bare.length > 0 ? hitsOf(marked, "first") : [];
}

/** In a text whose lines were cut on the way (saved from a PDF) the partner may have been lost with them: an info. */
function unpairedHits(document: OfficialDocument, blocks: Block[], report: Options["report"]): Hit[] {
  const places = unpaired(blocks);
  if (document.source.format === "docx") return hitsOf(places, report);
  const order = new Map(blocks.map((block, at) => [block, at]));
  const hits = places.map((place) => {
    const at = order.get(place.block)!;
    const [hit] = hitsOf([place], "each");
    return isCut(place.block) || (at > 0 && isCut(blocks[at - 1]!))
      ? { ...hit!, atMost: "info" as const, note: { key: "check.cut-line" } }
      : hit!;
  });
  const cut = hits.filter((hit) => "note" in hit).slice(0, 1);
  return [...hits.filter((hit) => !("note" in hit)), ...cut];
}

/** A line of some length that does not end like a paragraph. */
function isCut({ text }: Block): boolean {
  return text.length >= 15 && !/[。；：！？.;:!?…）)”》]\s*$/.test(text);
}

/**
 * Marks without a partner in their paragraph. A quotation of several paragraphs opens in each and closes in the last,
 * and a bracket may be closed in the next: such a mark has its partner in a neighbour.
 */
function unpaired(blocks: Block[]): Place[] {
  const open: { block: Block; range: Range; at: number }[] = [];
  const found: Place[] = [];
  blocks.forEach((block, at) => {
    const last = open.at(-1);
    if (last && /^\s*“/.test(block.text) && opensParagraph(last)) open.pop();
    for (const range of pairsOf(block.text).loose) {
      const mark = block.text[range.start] === ")" ? "）" : block.text[range.start]!;
      const partner = PARTNER[mark];
      if (partner === undefined) {
        open.push({ block, range, at });
        continue;
      }
      const from = open.findLastIndex((one) => opens(one, partner) && at - one.at <= REACH);
      if (from < 0) {
        found.push({ block, range });
        continue;
      }
      open.splice(from);
    }
  });
  const all = [...found, ...open.map(({ block, range }) => ({ block, range }))];
  return all.sort((a, b) => a.block.index - b.block.index || a.range.start - b.range.start);
}

function opens({ block, range }: Place, partner: string): boolean {
  const mark = block.text[range.start]!;
  return mark === partner || (mark === "(" && partner === "（");
}

function opensParagraph({ block, range }: Place): boolean {
  return block.text[range.start] === "“" && block.text.slice(0, range.start).trim() === "";
}

const PARTNER: Record<string, string> = {
  "”": "“",
  "’": "‘",
  "）": "（",
  "》": "《",
  "〉": "〈",
  "〕": "〔",
  "】": "【",
};
/** Paragraphs a quotation may run over. */
const REACH = 30;

/**
 * B.4: a title, and a heading that stands alone above its text where the headings beside it bear no mark. A row
 * of short sentences is the drafter's way of listing, and articles of a statute are no headings.
 */
function titleEnds(document: OfficialDocument): Place[] {
  const titles = document.parts.flatMap((part) => part.title?.spans.slice(-1) ?? []);
  const found = titles.flatMap((span) => endMark(document, span) ?? []);
  const levels = new Map<string, { bare: number; ended: Place[] }>();
  for (const clause of document.clauses) {
    if (clause.inline || !HEADED.has(clause.style) || (clause.children.length === 0 && clause.own.length < 2)) continue;
    const siblings = `${clause.style} ${clause.parent}`;
    const level = levels.get(siblings) ?? { bare: 0, ended: [] };
    levels.set(siblings, level);
    const place = endMark(document, clause.span);
    if (place) level.ended.push(place);
    else if (!/[。；，]\s*$/.test(textOf(document, clause.span))) level.bare++;
  }
  for (const { bare, ended } of levels.values()) if (bare >= LEVEL * ended.length) found.push(...ended);
  return found;
}

/** Levels that head a text; below them stand items. */
const HEADED: ReadonlySet<LabelStyle> = new Set(["chapter", "chinese", "chinese-bracket", "heading"]);

/** So many headings without a mark for one with it make it a slip. */
const LEVEL = 3;

/** The point that ends a short line of its own without another point in it. */
function endMark(document: OfficialDocument, span: Span): Place | null {
  const text = textOf(document, span);
  const block = document.blocks[span.block]!;
  if (block.text.slice(0, span.start).trim() !== "" || span.end < block.text.trimEnd().length) return null;
  const end = text.length > HEADING ? null : /[。；]\s*$/.exec(text);
  if (!end || /[。；，]/.test(text.slice(0, end.index))) return null;
  return { block, range: { start: span.start + end.index, end: span.start + end.index + 1 } };
}

/** Headings are shorter; a longer line is a sentence. */
const HEADING = 30;
