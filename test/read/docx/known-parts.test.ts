import fc from "fast-check";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { DEFAULT_LIMITS, type Limits } from "../../../src/model/limits.ts";
import type { ReadResult } from "../../../src/model/source.ts";
import { docx, type Parts, p } from "./build.ts";
import { rawZip } from "./raw-zip.ts";

type Read = (bytes: Uint8Array, limits: Limits) => ReadResult;

/** A reader that has read nothing yet. */
async function freshReader(): Promise<Read> {
  vi.resetModules();
  return (await import("../../../src/read/docx/read-docx.ts")).readDocx;
}

let read: Read;
beforeEach(async () => {
  read = await freshReader();
});

const within = (limits: Partial<Limits>): Limits => ({ ...DEFAULT_LIMITS, ...limits });
const style = (id: string, size: number, more = "") =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/>${more}<w:rPr><w:sz w:val="${size}"/></w:rPr></w:style>`;
const level = (text: string) =>
  `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="${text}"/></w:lvl>`;
const list = (text: string) =>
  `<w:abstractNum w:abstractNumId="0">${level(text)}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;

/** Parts that drafts of one office take from its templates, two of each, so that a draft shares some with the last. */
const drawn: fc.Arbitrary<Parts> = fc.record({
  styles: fc.constantFrom(
    style("a", 32, '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
    style("a", 44) + style("b", 28, '<w:basedOn w:val="a"/>'),
  ),
  numbering: fc.constantFrom(list("%1."), list("（%1）")),
  headers: fc.constantFrom({ h1: p("内部文件") }, { h1: p("页眉", '<w:pStyle w:val="a"/>') }),
});
const body = fc
  .array(fc.constantFrom('<w:pStyle w:val="a"/>', '<w:pStyle w:val="b"/>', '<w:pStyle w:val="none"/>', ""), {
    minLength: 1,
    maxLength: 5,
  })
  .map((styles) => styles.map((pPr, i) => p(`第${i}段`, pPr)).join(""));
const section = '<w:sectPr><w:headerReference w:type="default" r:id="h1"/></w:sectPr>';

describe("parts that files share", () => {
  it("read the same after any other files as in a process of their own", async () => {
    const drafts = fc.sample(fc.tuple(body, drawn), { numRuns: 24, seed: 20_240_501 });
    const files = drafts.map(([text, parts]) => docx(text + section, parts));
    const together = files.map((file) => read(file, DEFAULT_LIMITS));
    for (const [i, file] of files.entries()) {
      const alone = (await freshReader())(file, DEFAULT_LIMITS);
      expect(alone.ok).toBe(true);
      expect(together[i]).toEqual(alone);
    }
  });

  it("are not changed by what is done to a result", () => {
    const app = '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">';
    const file = docx(p("通知"), {
      files: { "docProps/app.xml": `${app}<Application>WPS</Application></Properties>` },
      packageRelationships:
        '<Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties" Target="docProps/app.xml"/>',
    });
    const first = read(file, DEFAULT_LIMITS);
    if (first.ok) first.source.witness!.application = "changed";
    expect(read(file, DEFAULT_LIMITS)).toMatchObject({ source: { witness: { application: "WPS" } } });
  });

  it("count against every limit as often as they are met", async () => {
    const file = docx(p("通知", '<w:pStyle w:val="a"/>'), { styles: style("a", 32).repeat(60) });
    expect(read(file, DEFAULT_LIMITS).ok).toBe(true);
    for (const limits of [
      { xmlEvents: 150 },
      { inflatedBytes: 3000 },
      { partBytes: 2000 },
      { xmlDepth: 2 },
      { xmlAttributes: 1 },
      { attributeBytes: 4 },
    ]) {
      const again = read(file, within(limits));
      expect(again.ok, JSON.stringify(limits)).toBe(false);
      expect(again).toEqual((await freshReader())(file, within(limits)));
    }
  });

  it("are known by their bytes: one that only states the CRC and size of another is refused", () => {
    const entries = (types: string, like = types) => {
      const { crc, size } = { crc: crcOf(like), size: like.length };
      return rawZip([{ name: "[Content_Types].xml", content: types, method: 0, crc, size, packed: types.length }]);
    };
    const types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';
    expect(read(entries(types), DEFAULT_LIMITS)).toMatchObject({ failure: { reason: "read.docx.main" } });
    const other = types.replace("/>", " >");
    expect(read(entries(other, types), DEFAULT_LIMITS)).toMatchObject({ failure: { reason: "read.zip.crc" } });
  });
});

/** CRC-32, one bit at a time. */
function crcOf(text: string): number {
  let crc = -1;
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}
