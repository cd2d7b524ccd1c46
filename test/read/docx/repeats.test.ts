import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { docx, failure, source } from "./build.ts";

const MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/** Properties as a draft repeats them, some of a kind that programs hardly write: two in one run, a section, a field. */
const runProperties = fc.constantFrom(
  "",
  "<w:rPr><w:b/></w:rPr>",
  '<w:rPr><w:rFonts w:eastAsia="黑体"/><w:sz w:val="32"/></w:rPr>',
  "<w:rPr><w:b/><w:vanish/></w:rPr>",
  '<w:rPr><w:rPrChange w:id="1"><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr>',
  '<w:rPr><w:b/></w:rPr><w:rPr><w:sz w:val="44"/></w:rPr>',
  `<w:rPr xmlns:k="${MAIN}"><k:i/></w:rPr>`,
);
const paragraphProperties = fc.constantFrom(
  "",
  '<w:pPr><w:jc w:val="center"/></w:pPr>',
  '<w:pPr><w:ind w:firstLine="640"/><w:rPr><w:sz w:val="30"/></w:rPr></w:pPr>',
  '<w:pPr><w:rPr><w:del w:author="某"/></w:rPr></w:pPr>',
  '<w:pPr><w:jc w:val="right"/></w:pPr><w:pPr><w:keepNext/></w:pPr>',
  '<w:pPr><w:sectPr><w:pgSz w:w="16838" w:h="11906"/></w:sectPr></w:pPr>',
);
const run = fc
  .tuple(runProperties, fc.constantFrom("公文", "A", "&amp;", ""))
  .map(([properties, text]) => `<w:r>${properties}<w:t>${text}</w:t></w:r>`);
const paragraph = fc
  .tuple(paragraphProperties, fc.array(run, { maxLength: 3 }))
  .map(([properties, runs]) => `<w:p>${properties}${runs.join("")}</w:p>`);
const body = fc.array(paragraph, { minLength: 1, maxLength: 12 }).map((paragraphs) => paragraphs.join(""));

/** The same document with no two properties to the letter the same: each holds a comment of its own. */
function unrepeated(xml: string): string {
  let count = 0;
  return xml.replace(/<\/w:[rp]Pr>/g, (end) => `<!--${count++}-->${end}`);
}

/** The least number of events that a document can be read with. */
function eventsOf(file: Uint8Array): number {
  let [low, high] = [0, 1000];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    try {
      source(file, { xmlEvents: middle });
      high = middle;
    } catch {
      low = middle;
    }
  }
  return high;
}

describe("properties that come again to the letter", () => {
  it("say what they said before", () => {
    fc.assert(
      fc.property(body, (xml) => {
        expect(source(docx(xml))).toEqual(source(docx(unrepeated(xml))));
      }),
      { numRuns: 300 },
    );
  });

  it("are counted as often as they come", () => {
    fc.assert(
      fc.property(body, (xml) => {
        expect(eventsOf(docx(xml))).toBe(eventsOf(docx(unrepeated(xml))));
      }),
      { numRuns: 30 },
    );
  });

  it("mean something else where a prefix does", () => {
    const runs = [MAIN, "urn:other", MAIN].map(
      (uri) => `<w:p xmlns:k="${uri}"><w:r><w:rPr><k:b/></w:rPr><w:t>字</w:t></w:r></w:p>`,
    );
    const bold = source(docx(runs.join(""))).blocks.map(({ format }) => format?.runs[0]?.bold);
    expect(bold).toEqual([true, undefined, true]);
  });

  it("are too deep where they stand too deep", () => {
    const one = "<w:r><w:rPr><w:b/></w:rPr><w:t>字</w:t></w:r>";
    const deep = (levels: number) => `<w:p>${one}${"<w:ins>".repeat(levels)}${one}${"</w:ins>".repeat(levels)}</w:p>`;
    const limits = { xmlDepth: 20 };
    expect(source(docx(deep(15)), limits).blocks[0]?.text).toBe("字字");
    expect(failure(docx(deep(16)), limits).values).toMatchObject({ limit: "xmlDepth" });
  });
});
