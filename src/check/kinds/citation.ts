import type * as zod from "zod";
import type { Block } from "../../model/block.ts";
import type { CheckKind, Zod } from "../../model/check.ts";
import type { OfficialDocument } from "../../model/document.ts";
import type { Hit, Outcome } from "../../model/result.ts";
import { simplify } from "../../model/simplify.ts";
import { printedBlocks } from "../printed.ts";

/*
 * citation: 引文核对. What the draft cites of a superior document is what stands there.
 *
 *   of  title  《…》 that is nearly the superior's title · number  the 文号 behind that title · quote  “…” that is nearly a
 *       sentence of the superior
 *
 * Before: 《关于加强养老服务的意见》（某政发〔2026〕2号） beside a superior numbered 3号 is a hit at the number.
 * After:  another document's title, and quoted words that do not resemble anything in the superior, are none.
 */
const options = (z: Zod) => z.strictObject({ of: z.enum(["title", "number", "quote"]) });

type Options = zod.infer<ReturnType<typeof options>>;

interface Source {
  title: string;
  number: string;
  text: string;
}

/** Share of character pairs two titles or sentences have in common from which one is meant to be the other. */
const MEANT = 0.85;

/** Shorter quotations are single words. */
const QUOTE = 12;

export const citation: CheckKind<Options> = {
  name: "citation",
  title: { zh: "引文核对", en: "Citations" },
  about: {
    zh: "与 --against 给的上级文件核对：引用的标题、发文字号、加引号的原话与上级文件是不是一字不差。与上级文件不沾边的引文不管。消息里可用 {match}、{other}（上级文件里的写法）。",
    en: "Holds titles, numbers and quoted sentences cited in the draft against the superiors given with --against. Citations of other documents are left alone. Messages may use {match}, {other}.",
  },
  values: ["match", "other"],
  needs: ["superior"],
  options,
  check(document, { of }, context): Outcome {
    const sources = context.once("citation sources", () =>
      context.superiors.flatMap((superior) => ("document" in superior ? [sourceOf(superior.document)] : [])),
    );
    const blocks = context.once("printed blocks", () => printedBlocks(document));
    const find = of === "quote" ? quotes : titles;
    return { hits: blocks.flatMap((block) => find(block, sources, of)) };
  },
};

function sourceOf(document: OfficialDocument): Source {
  const { title, docNumber } = document.elements;
  return {
    title: folded(title?.text ?? ""),
    number: folded(docNumber?.text ?? ""),
    text: folded(document.blocks.map((block) => block.text).join("")),
  };
}

function titles(block: Block, sources: readonly Source[], of: Options["of"]): Hit[] {
  const hits: Hit[] = [];
  for (const match of block.text.matchAll(
    /《([^《》]{6,120}(?:〈[^〉]{2,80}〉[^《》]{0,40})?)》(?:\s*[（(]([^（）()]{4,30}号)[）)])?/g,
  )) {
    const cited = folded(match[1]!);
    const source = sources.find(
      ({ title }) => title !== "" && (title === cited || likeness(title, cited) >= MEANT || isSlip(title, cited)),
    );
    if (!source) continue;
    if (of === "title" && source.title !== cited && !isPartOf(cited, source.title)) {
      hits.push(hit(block, match.index, match.index + match[1]!.length + 2, source.title));
    }
    const number = match[2];
    if (of === "number" && number && source.number !== "" && folded(number) !== source.number) {
      const at = match.index + match[0].lastIndexOf(number);
      hits.push(hit(block, at, at + number.length, source.number));
    }
  }
  return hits;
}

/** 国务院关于…的通知 is cited without the issuer, and the plan a notice prints without “关于印发”. */
function isPartOf(cited: string, title: string): boolean {
  return title.endsWith(cited) || title.includes(cited);
}

function quotes(block: Block, sources: readonly Source[]): Hit[] {
  const hits: Hit[] = [];
  for (const match of block.text.matchAll(/“([^“”]{12,300})”/g)) {
    const cited = folded(match[1]!);
    if (cited.length < QUOTE) continue;
    for (const { text } of sources) {
      if (text.includes(cited)) break;
      const other = near(text, cited);
      if (other === null) continue;
      hits.push(hit(block, match.index, match.index + match[0].length, other));
      break;
    }
  }
  return hits;
}

/** The stretch of the source that begins or ends like the quotation and resembles it as a whole. */
function near(text: string, cited: string): string | null {
  const heads = placesOf(text, cited.slice(0, END));
  const tails = placesOf(text, cited.slice(-END)).map((at) => Math.max(0, at + END - cited.length));
  for (const from of [...heads, ...tails]) {
    const other = text.slice(from, from + cited.length);
    if (likeness(other, cited) >= MEANT || isSlip(other, cited)) return other;
  }
  return null;
}

/** Characters at either end of a quotation that are looked for. */
const END = 6;

/** Set phrases open many sentences; further places are not looked at. */
const PLACES = 20;

function placesOf(text: string, words: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(words); at >= 0 && places.length < PLACES; at = text.indexOf(words, at + 1))
    places.push(at);
  return places;
}

/** One or two signs put in the place of others: in a short sentence they spoil many pairs. */
function isSlip(one: string, other: string): boolean {
  let differing = 0;
  for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) differing++;
  return one.length === other.length && differing <= 2;
}

/** Share of the pairs of neighbouring characters that both have, 0–1. */
function likeness(one: string, other: string): number {
  const pairs = new Map<string, number>();
  for (let i = 0; i + 1 < one.length; i++) pairs.set(one.slice(i, i + 2), (pairs.get(one.slice(i, i + 2)) ?? 0) + 1);
  let common = 0;
  for (let i = 0; i + 1 < other.length; i++) {
    const pair = other.slice(i, i + 2);
    const left = pairs.get(pair) ?? 0;
    if (left > 0) {
      common++;
      pairs.set(pair, left - 1);
    }
  }
  return (2 * common) / Math.max(1, one.length + other.length - 2);
}

function hit(block: Block, start: number, end: number, other: string): Hit {
  const span = { block: block.index, start, end };
  return { span, values: { match: block.text.slice(start, end), other }, evidence: [{ kind: "text", draft: span }] };
}

/** Without what a line break or a typist changes: blanks, width, script, and which mark. */
function folded(text: string): string {
  return simplify(text.normalize("NFKC")).replace(/[\s\p{P}]/gu, "");
}
