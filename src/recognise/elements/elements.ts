import type { Block } from "../../model/block.ts";
import type { Element, Elements, Span } from "../../model/document.ts";
import type { Line } from "../lines/line.ts";
import { type Paper, saysItPrints } from "../papers/papers.ts";
import { bracketedNumber, headElements } from "./head.ts";

/** An element over whole lines; `joint` stands between the lines. */
export function elementOf(lines: Line[], blocks: Block[], at: number[], joint: string): Element | null {
  if (at.length === 0) return null;
  const spans = at.map(
    (index): Span => ({ block: lines[index]!.block, start: lines[index]!.start, end: lines[index]!.end }),
  );
  return { text: spans.map((span) => textOf(blocks, span)).join(joint), spans };
}

const textOf = (blocks: Block[], span: Span) => blocks[span.block]!.text.slice(span.start, span.end);

const single = (blocks: Block[], span: Span): Element => ({ text: textOf(blocks, span), spans: [span] });

export function titleOf(lines: Line[], blocks: Block[], paper: Paper): Element | null {
  const { quoted, title } = paper.opening;
  if (quoted) return single(blocks, { block: lines[quoted.line]!.block, start: quoted.start, end: quoted.end });
  const element = elementOf(lines, blocks, title, "");
  const last = element?.spans[element.spans.length - 1];
  if (!element || !last) return null;
  // 某某通知（某政发〔2024〕3号）: a page puts the number behind the title.
  const number = bracketedNumber(textOf(blocks, last));
  if (number) last.end = last.start + number.before;
  // A page gives the whole title as 《…》.
  const whole = element.spans.map((span) => textOf(blocks, span)).join("");
  if (whole.startsWith("《") && whole.indexOf("》") === whole.length - 1) {
    element.spans[0]!.start++;
    last.end--;
  }
  const text = element.spans.map((span) => textOf(blocks, span)).join("");
  return { text: text.replace(/[\n\r\v\f\u2028]+/g, ""), spans: element.spans };
}

/**
 * The elements of GB/T 9704-2012 section 7. With a notice and a plan, title, 落款 and date are the notice's; where the
 * notice has none, the plan's. A letter that prints nothing and begins with 主送机关 has no title, whatever is attached to it.
 */
export function elementsOf(
  lines: Line[],
  boxes: Line[],
  blocks: Block[],
  papers: Paper[],
  titles: (Element | null)[],
): Elements {
  const own = papers.filter((paper) => paper.kind !== "attachment");
  const closings = own.flatMap((paper) => paper.closings);
  const main = papers[0];
  const signed = closings.find((closing) => closing.date || closing.signature.length > 0);
  const named = closings.find((closing) => closing.attachments.length > 0);
  const head = headElements(lines, blocks, main, boxes);
  const annex = papers.find((paper) => paper.kind === "annex");
  const whole = (at: number[], joint = "\n") => elementOf(lines, blocks, at, joint);
  const letter = main !== undefined && main.opening.addressees.length > 0 && !saysItPrints(lines, main);
  const titleIndex = letter
    ? 0
    : papers.findIndex((paper, index) => paper.kind !== "attachment" && titles[index] !== null);
  // Written out: a spread of the head made the object twenty times as dear.
  return {
    copyNumber: head.copyNumber,
    secrecy: head.secrecy,
    urgency: head.urgency,
    issuerMark: head.issuerMark,
    docNumber: head.docNumber ?? headElements(lines, blocks, annex, []).docNumber,
    signers: head.signers,
    title: titles[titleIndex] ?? null,
    addressees: whole(main?.opening.addressees ?? [], ""),
    attachments: (named?.attachments ?? []).map((name) =>
      single(blocks, { block: lines[name.line]!.block, start: name.start, end: name.end }),
    ),
    signature: signed ? signatureOf(lines, blocks, signed.signature, signed.date) : null,
    date: signed?.date
      ? single(blocks, {
          block: lines[signed.date.line]!.block,
          start: signed.date.start,
          end: lines[signed.date.line]!.end,
        })
      : null,
    notes: whole(closings.find((closing) => closing.notes.length > 0)?.notes ?? []),
    copies: whole(closings.find((closing) => closing.copies.length > 0)?.copies ?? []),
    printed: whole(closings.find((closing) => closing.printed.length > 0)?.printed ?? []),
    publicity: whole(closings.flatMap((closing) => closing.publicity ?? []).slice(0, 1)),
  };
}

function signatureOf(
  lines: Line[],
  blocks: Block[],
  at: number[],
  date: { line: number; start: number } | null,
): Element | null {
  const spans = at.map((index): Span => {
    const line = lines[index]!;
    let end = date?.line === index ? date.start : line.end;
    while (end > line.start && /\s/.test(line.plain[end - 1]!)) end--;
    return { block: line.block, start: line.start, end };
  });
  return spans.length === 0 ? null : { text: spans.map((span) => textOf(blocks, span)).join("\n"), spans };
}
