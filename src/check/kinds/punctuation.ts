import type * as zod from "zod";
import type { Block } from "../../model/block.ts";
import type { CheckContext, CheckKind, Zod } from "../../model/check.ts";
import type { OfficialDocument } from "../../model/document.ts";
import type { Hit, Outcome } from "../../model/result.ts";
import { type Place, printedBlocks } from "../printed.ts";
import { halfWidth, neighbours, SCANS } from "../punctuation/faults.ts";
import { type Pairs, pairsOnce } from "../punctuation/pairs.ts";
import { titleEnds } from "../punctuation/title-ends.ts";
import { unpaired } from "../punctuation/unpaired.ts";
import { converted, isSaved, unlessSaved } from "../saved.ts";

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
 * What a page or a converter may have done to a whole text (every comma half-width) is one hit, as an info; dashes and
 * ellipses of a saved text, which converters write as -- and ..., are infos too.
 */
const SCANNED = Object.keys(SCANS) as (keyof typeof SCANS)[];
const FAULTS = [...SCANNED, "unpaired", "straight", "half-width", "between-quotes", "title-end"] as const;

const options = (z: Zod) =>
  z.strictObject({ fault: z.enum(FAULTS), report: z.enum(["each", "first"]).default("each") });

type Options = zod.infer<ReturnType<typeof options>>;
type PairsOf = (text: string) => Pairs;

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
    const pairs = context.once("pairs", pairsOnce);
    if (fault === "half-width") return { hits: halfWidthHits(document, blocks, report) };
    if (fault === "between-quotes") return { hits: mixedHits(blocks) };
    if (fault === "unpaired") return { hits: unpairedHits(document, blocks, report, pairs) };
    if (fault === "straight") {
      const places = blocks.flatMap((block) => straightIn(block, pairs));
      return { hits: unlessSaved(document, hitsOf(places, isSaved(document) ? "first" : report)) };
    }
    const places = fault === "title-end" ? titleEnds(document) : scan(blocks, fault, context, pairs);
    const hits = hitsOf(places, report);
    return { hits: fault === "dash" || fault === "ellipsis" ? unlessSaved(document, hits) : hits };
  },
};

/** Faults that do not depend on where a paragraph begins: one search over the whole text tells whether there are any. */
const ANYWHERE: ReadonlySet<string> = new Set(["repeated", "dash", "ellipsis", "ellipsis-etc", "doubled", "etc"]);

function scan(blocks: Block[], fault: keyof typeof SCANS, context: CheckContext, pairs: PairsOf): Place[] {
  const cells = fault.endsWith("-label") ? "no" : "yes";
  const searched = context.once(`blocks with text ${cells}`, () =>
    blocks.filter((block) => block.text !== "" && (cells === "yes" || !block.cell)),
  );
  if (ANYWHERE.has(fault)) {
    const whole = context.once("printed text", () => blocks.map((block) => block.text).join("\n"));
    if (SCANS[fault](whole, pairs).length === 0) return [];
  }
  return searched.flatMap((block) => SCANS[fault](block.text, pairs).map((range) => ({ block, range })));
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
 * does a draft whose marks are half-width throughout.
 */
function halfWidthHits(document: OfficialDocument, blocks: Block[], report: Options["report"]): Hit[] {
  let full = 0;
  const places: Place[] = [];
  for (const block of blocks) {
    const found = halfWidth(block.text);
    full += found.full;
    for (const range of found.half) places.push({ block, range });
  }
  const whole = document.source.format !== "docx" || places.length > CONVERTED * (places.length + full);
  return whole ? converted(hitsOf(places, "first")) : hitsOf(places, report);
}

function straightIn(block: Block, pairs: PairsOf): Place[] {
  if (!block.text.includes('"')) return [];
  return pairs(block.text).straight.map((range) => ({ block, range }));
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

/** A page saved as text may have lost the partner on the way: one info a document. */
function unpairedHits(document: OfficialDocument, blocks: Block[], report: Options["report"], pairs: PairsOf): Hit[] {
  const places = unpaired(blocks, pairs);
  return unlessSaved(document, hitsOf(places, isSaved(document) ? "first" : report));
}
