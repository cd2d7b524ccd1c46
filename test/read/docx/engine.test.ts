import fc from "fast-check";
import { deflateSync } from "fflate";
import { afterEach, describe, expect, it } from "vitest";
import { DEFAULT_LIMITS } from "../../../src/model/limits.ts";
import { docxEngine } from "../../../src/node/docx-engine.ts";
import { useDocxEngine } from "../../../src/read/docx/engine.ts";
import { readDocx } from "../../../src/read/docx/read-docx.ts";
import { decodeXml } from "../../../src/read/docx/xml/decode.ts";
import { p, partsOf } from "./build.ts";
import { type RawEntry, rawZip } from "./raw-zip.ts";

const MAIN = "word/document.xml";
afterEach(() => useDocxEngine(null));

/** What comes of it with Node's means and without. */
function ways<T>(work: () => T): { quick: T; plain: T } {
  useDocxEngine(docxEngine);
  const quick = work();
  useDocxEngine(null);
  return { quick, plain: work() };
}

const bothWays = (file: Uint8Array) => ways(() => readDocx(file, DEFAULT_LIMITS));

/** A document whose main part is packed as told. */
function withMain(text: string, change: (entry: RawEntry, data: Uint8Array) => RawEntry): Uint8Array {
  const entries = Object.entries(partsOf(p(text))).map(([name, content]): RawEntry => {
    const data = deflateSync(content);
    return name === MAIN ? change({ name, content, data }, data) : { name, content, data };
  });
  return rawZip(entries);
}

const text = fc
  .array(fc.constantFrom("公文", "通知", "abc", "　", "2026年3月"), { minLength: 1, maxLength: 400 })
  .map((words) => words.join(""));

describe("a document unpacked and decoded by Node's means", () => {
  it("is the same document", () => {
    fc.assert(
      fc.property(text, (words) => {
        const { quick, plain } = bothWays(withMain(words, (entry) => entry));
        expect(plain).toMatchObject({ ok: true, source: { blocks: [{ text: words }] } });
        expect(quick).toEqual(plain);
      }),
      { numRuns: 100 },
    );
  });

  it("is refused for the same reason where its data are damaged", () => {
    const seen = new Set<string>();
    const damage = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(text, damage, (words, places) => {
        const file = withMain(words, (entry, data) => {
          const broken = data.slice();
          for (const [at, mask] of places) broken[at % broken.length]! ^= mask;
          return { ...entry, data: broken };
        });
        const { quick, plain } = bothWays(file);
        expect(quick).toEqual(plain);
        if (!plain.ok) seen.add(plain.failure.reason);
      }),
      { numRuns: 400 },
    );
    expect(seen).toContain("read.zip.data");
    expect(seen).toContain("read.zip.crc");
  });

  it("is decoded the same, whatever its bytes", () => {
    const bytes = fc.uint8Array({ minLength: 0, maxLength: 12 });
    const pieces = fc.tuple(bytes, fc.constantFrom("", "公文", "𠮷", "A\u0085", "\ufeff"));
    fc.assert(
      fc.property(pieces, fc.boolean(), ([raw, words], marked) => {
        const head = marked ? [0xef, 0xbb, 0xbf] : [];
        const part = Uint8Array.from([...head, ...new TextEncoder().encode(`<a>${words}</a>`), ...raw]);
        const { quick, plain } = ways(() => {
          try {
            return decodeXml(part, MAIN);
          } catch (error) {
            return error;
          }
        });
        expect(quick).toEqual(plain);
      }),
      { numRuns: 500 },
    );
  });

  it.each<[string, (entry: RawEntry, data: Uint8Array) => RawEntry]>([
    ["ends early", (entry, data) => ({ ...entry, data: data.slice(0, -4) })],
    ["has no data", (entry) => ({ ...entry, data: new Uint8Array() })],
    ["has data behind its end", (entry, data) => ({ ...entry, data: Uint8Array.from([...data, 1, 2, 3]) })],
    ["states a size too small", (entry) => ({ ...entry, size: 100 })],
    ["states a size too large", (entry) => ({ ...entry, size: 1_000_000 })],
    ["states another CRC", (entry) => ({ ...entry, crc: 1 })],
    ["is stored, not packed", (entry) => ({ ...entry, method: 0, data: entry.content as Uint8Array })],
  ])("is judged the same where its main part %s", (_, change) => {
    const { quick, plain } = bothWays(withMain("通知", change));
    expect(quick).toEqual(plain);
  });
});
