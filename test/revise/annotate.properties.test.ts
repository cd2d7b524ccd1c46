import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { annotate } from "../../src/revise/annotate.ts";
import { docx } from "../read/docx/build.ts";
import { covered, documentOf, finding, textOfBlocks } from "./covered.ts";
import { mainXml, unmark } from "./unmark.ts";

const letters = fc.constantFrom("一", "二", "三", "，", "a", " ", "&amp;", "&#x4E00;", "&lt;", "　", "𠮷");
const typed = fc.array(letters, { minLength: 1, maxLength: 8 }).map((all) => all.join(""));
const look = fc.constantFrom("", "<w:rPr/>", "<w:rPr><w:b/></w:rPr>", '<w:rPr>\n<w:color w:val="FF0000"/></w:rPr>');
const start = fc.constantFrom("<w:r>", '<w:r w:rsidR="00A1">', "<w:r>\n ");
const child = fc.oneof(
  typed.map((text) => `<w:t xml:space="preserve">${text}</w:t>`),
  // Without xml:space blanks at the edges are no text, so there are none here; those have a test of their own.
  typed.filter((text) => !/^ | $/.test(text)).map((text) => `<w:t>${text}</w:t>`),
  fc.constantFrom("<w:tab/>", "<w:br/>", "<w:noBreakHyphen/>", "<w:lastRenderedPageBreak/>"),
);
const run = fc
  .tuple(start, look, fc.array(child, { minLength: 0, maxLength: 3 }))
  .map(([open, rPr, children]) => `${open}${rPr}${children.join("")}</w:r>`);
const wrapped = fc.tuple(
  fc.constantFrom(
    ["", ""],
    ["", ""],
    ['<w:hyperlink r:id="x">', "</w:hyperlink>"],
    ['<w:ins w:id="9" w:author="张">', "</w:ins>"],
    ['<w:smartTag w:element="a">', "</w:smartTag>"],
    ["<w:sdt><w:sdtPr/><w:sdtContent>", "</w:sdtContent></w:sdt>"],
    ['<w:fldSimple w:instr="PAGE">', "</w:fldSimple>"],
  ),
  fc.array(run, { minLength: 1, maxLength: 3 }),
);
const body = fc
  .array(fc.array(wrapped, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
  .map((paragraphs) =>
    paragraphs
      .map(
        (parts) => `<w:p><w:pPr/>${parts.map(([[open, close], runs]) => open + runs.join("") + close).join("")}</w:p>`,
      )
      .join(""),
  );
const spots = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(12)), { minLength: 1, maxLength: 6 });

describe("annotated documents", () => {
  it("are the original without the marks, say the same, and cover the words of each finding", () => {
    fc.assert(
      fc.property(body, spots, (inner, places) => {
        const bytes = docx(inner);
        const document = documentOf(bytes);
        const findings = places.map(([block, from, length]) => {
          const { index, text } = document.blocks[block % document.blocks.length]!;
          const start = from % (text.length + 1);
          return finding({ block: index, start, end: Math.min(text.length, start + length) });
        });
        const result = annotate(bytes, document, findings, () => ["问题"]);
        if (!result.ok) {
          expect(result.reason).toBe("revise.no-body");
          return;
        }
        const ids = result.placed.map(({ id }) => id);
        expect(unmark(mainXml(result.bytes), mainXml(bytes), ids)).toBe(mainXml(bytes));
        expect(textOfBlocks(documentOf(result.bytes))).toBe(textOfBlocks(document));
        const texts = covered(result.bytes, ids);
        for (const { finding: of, id, kind } of result.placed) {
          // A place inside a rare character moves out of it.
          if (/[\uDC00-\uDFFF]/.test(document.blocks[of.span?.block ?? 0]!.text)) continue;
          if (kind !== "words" || !of.span || of.span.start === of.span.end) continue;
          const words = document.blocks[of.span.block]!.text.slice(of.span.start, of.span.end);
          // Tabs, breaks and hyphens are elements of their own, which the measure does not see.
          expect(texts.get(id)!.replace(/[\t\n-]/g, "")).toBe(words.replace(/[\t\n-]/g, ""));
        }
      }),
      { numRuns: 300 },
    );
  });
});
