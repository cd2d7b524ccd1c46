import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blocks } from "./build.ts";

/** A piece of a document: its XML and the characters of it that a reader of the page sees, in order. */
interface Piece {
  xml: string;
  seen: string;
}

const join = (pieces: Piece[], wrap: (xml: string) => string, seen = (text: string) => text): Piece => ({
  xml: wrap(pieces.map(({ xml }) => xml).join("")),
  seen: seen(pieces.map((piece) => piece.seen).join("")),
});
const unseen = () => "";

const words = fc.string({
  unit: fc.constantFrom("公", "文", "一", "、", "A", "7", "𠮷", "（"),
  minLength: 1,
  maxLength: 6,
});
const text = words.map((value): Piece => ({ xml: `<w:r><w:t>${value}</w:t></w:r>`, seen: value }));
const hidden = words.map(
  (value): Piece => ({ xml: `<w:r><w:rPr><w:vanish/></w:rPr><w:t>${value}</w:t></w:r>`, seen: "" }),
);
const deleted = words.map(
  (value): Piece => ({ xml: `<w:del w:author="x"><w:r><w:delText>${value}</w:delText></w:r></w:del>`, seen: "" }),
);
const symbol: fc.Arbitrary<Piece> = fc.constant({
  xml: '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:tab/><w:br/></w:r>',
  seen: "☑",
});

const { inline, block } = fc.letrec<{ inline: Piece; block: Piece; inlines: Piece[]; blocks: Piece[] }>((tie) => ({
  inlines: fc.array(tie("inline"), { maxLength: 4 }),
  blocks: fc.array(tie("block"), { maxLength: 3 }),
  inline: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    text,
    hidden,
    deleted,
    symbol,
    tie("inlines").map((pieces) => join(pieces, (xml) => `<w:ins w:author="x">${xml}</w:ins>`)),
    tie("inlines").map((pieces) => join(pieces, (xml) => `<w:moveFrom w:author="x">${xml}</w:moveFrom>`, unseen)),
    tie("inlines").map((pieces) => join(pieces, (xml) => `<w:hyperlink><w:smartTag>${xml}</w:smartTag></w:hyperlink>`)),
    tie("inlines").map((pieces) =>
      join(pieces, (xml) => `<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>${xml}</w:sdtContent></w:sdt>`),
    ),
    fc.tuple(tie("inlines"), tie("inlines")).map(([code, result]) => ({
      xml: `<w:r><w:fldChar w:fldCharType="begin"/></w:r>${code.map(({ xml }) => xml).join("")}<w:r><w:instrText>IF</w:instrText><w:fldChar w:fldCharType="separate"/></w:r>${result.map(({ xml }) => xml).join("")}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
      seen: result.map(({ seen }) => seen).join(""),
    })),
  ),
  block: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    tie("inlines").map((pieces) => join(pieces, (xml) => `<w:p><w:pPr><w:jc w:val="both"/></w:pPr>${xml}</w:p>`)),
    tie("inlines").map((pieces) =>
      join(pieces, (xml) => `<w:p><w:pPr><w:rPr><w:del w:author="x"/></w:rPr></w:pPr>${xml}</w:p>`),
    ),
    tie("blocks").map((pieces) =>
      join(
        pieces,
        (xml) =>
          `<w:tbl><w:tr><w:tc>${xml}<w:p/></w:tc><w:tc><w:tcPr><w:vMerge/></w:tcPr>${xml}<w:p/></w:tc></w:tr></w:tbl>`,
        (seen) => seen + seen,
      ),
    ),
    tie("blocks").map((pieces) => join(pieces, (xml) => `<w:sdt><w:sdtContent>${xml}</w:sdtContent></w:sdt>`)),
    tie("blocks").map((pieces) =>
      join(
        pieces,
        (xml) =>
          `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:txbxContent>${xml}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${xml}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
      ),
    ),
  ),
}));

describe("reading a document", () => {
  it("loses no character that is seen and adds none", () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 6 }), (pieces) => {
        const read = blocks(pieces.map(({ xml }) => xml).join(""));
        expect(read.map((found) => found.text.replace(/[\t\n]/g, "")).join("")).toBe(
          pieces.map(({ seen }) => seen).join(""),
        );
        for (const { text: whole, format } of read) {
          expect(format!.runs.map(({ start, end }) => whole.slice(start, end)).join("")).toBe(whole);
        }
        expect(read.map(({ index }) => index)).toEqual(read.map((_, at) => at));
      }),
      { numRuns: 300 },
    );
  });

  it("keeps what stands in one paragraph in one block, in order", () => {
    fc.assert(
      fc.property(fc.array(inline, { maxLength: 8 }), (pieces) => {
        const [first, ...rest] = blocks(`<w:p>${pieces.map(({ xml }) => xml).join("")}</w:p>`);
        expect(first!.text.replace(/[\t\n]/g, "")).toBe(pieces.map(({ seen }) => seen).join(""));
        expect(rest).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
