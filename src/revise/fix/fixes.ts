import type { Block } from "../../model/block.ts";
import type { Element, OfficialDocument } from "../../model/document.ts";
import { addresseesColon } from "./addressees.ts";
import type { Fix, FixKind } from "./fix.ts";
import { citedNumber, date, docNumber, halfWidth, labelMark, type Mend, neighbours } from "./marks.ts";

/**
 * What is mechanical in a document, in reading order: marks, brackets and padding zeros. No word changes, and the fixed
 * text has nothing left to fix. Only typed text of the body: headers, notes and what is not part of the document stay.
 */
export function fixes(document: OfficialDocument): Fix[] {
  const { blocks, elements, chrome, source } = document;
  const found = new Map<string, Fix>();
  const add = (block: Block, what: FixKind, mends: readonly Mend[], from = 0) => {
    for (const { start, end, replacement } of mends) {
      const span = { block: block.index, start: start + from, end: end + from };
      const key = `${span.block} ${span.start}`;
      if (span.start >= block.labelLength && !found.has(key)) found.set(key, { span, replacement, what });
    }
  };
  const within = (element: Element | null, what: FixKind, mend: (text: string) => Mend[]) => {
    for (const { block, start, end } of element?.spans ?? []) {
      const holder = blocks[block];
      if (holder?.region === "body") add(holder, what, mend(holder.text.slice(start, end)), start);
    }
  };
  within(elements.docNumber, "doc-number", docNumber);
  within(elements.date, "date", date);
  const colon = addresseesColon(document);
  if (colon) {
    const { span, replacement } = colon;
    add(blocks[span.block]!, "addressees", [{ start: span.start, end: span.end, replacement }]);
  }
  const apart = new Set<number>();
  for (const { first, last } of chrome) for (let i = first; i <= last; i++) apart.add(i);
  for (const block of blocks) {
    if (block.region !== "body" || apart.has(block.index) || block.text === "") continue;
    // Before half-width marks: both may mean one mark, and a label knows better. In Markdown “1.” may begin a list,
    // which is another document.
    if (!block.cell && block.labelLength === 0) {
      add(block, "label-mark", labelMark(block.text, source.format !== "markdown"));
    }
    add(block, "doc-number", citedNumber(block.text));
    add(block, "half-width", halfWidth(block.text));
    add(block, "neighbours", neighbours(block.text));
  }
  return [...found.values()].sort((a, b) => a.span.block - b.span.block || a.span.start - b.span.start);
}
