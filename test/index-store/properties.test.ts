import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalise } from "../../src/compare/normalise.ts";
import { openIndex } from "../../src/index-store/open.ts";
import { grams, prints } from "../../src/index-store/prints.ts";
import { candidates } from "../../src/index-store/query.ts";
import { buildIndex } from "../../src/index-store/write.ts";
import { incoming, newFolder } from "./folder.ts";

/** Characters that are one unit each in every surrounding: no place name, numeral or level word is made of them. */
const HAN = "春夏秋冬风雨雷电山水林田湖草沙金木火土天地日月星辰江河海洋前后左右";
const text = (least: number, most: number) =>
  fc.string({ unit: fc.constantFrom(...HAN), minLength: least, maxLength: most });

describe("prints", () => {
  it("leave one in every run of 17 units that two texts have in common", () => {
    fc.assert(
      fc.property(text(0, 60), text(17, 17), text(0, 60), text(0, 60), text(0, 60), (a, run, b, c, d) => {
        const { codes } = normalise(`${c}${run}${d}`);
        const asked = new Set(grams(codes, new Uint8Array(codes.length)));
        const kept = prints(normalise(`${a}${run}${b}`).codes);
        expect([...kept].some((print) => asked.has(print))).toBe(true);
      }),
    );
  });

  it("are grams of their text, sorted, each once", () => {
    fc.assert(
      fc.property(text(6, 200), (words) => {
        const { codes } = normalise(words);
        const all = new Set(grams(codes, new Uint8Array(codes.length)));
        const kept = [...prints(codes)];
        expect(kept.every((print) => all.has(print))).toBe(true);
        expect(kept).toEqual([...new Set(kept)].sort((a, b) => a - b));
        expect(kept.length).toBeGreaterThan(0);
      }),
    );
  });

  it("are not asked for where a gram proves nothing", () => {
    const { codes } = normalise(HAN);
    expect(grams(codes, new Uint8Array(codes.length).fill(1))).toHaveLength(0);
    expect(grams(codes, new Uint8Array(codes.length).fill(1, 0, 10))).toHaveLength(codes.length - 5 - 5);
  });
});

describe("query", () => {
  it("retrieves the document of every copied run of 17 units", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(text(30, 120), { minLength: 2, maxLength: 8 }),
        fc.nat(),
        fc.nat(),
        text(0, 40),
        async (texts, whose, where, around) => {
          const folder = newFolder();
          await buildIndex(folder, incoming(Object.fromEntries(texts.map((words, at) => [`${at}.txt`, words]))));
          const source = texts[whose % texts.length]!;
          const at = where % (source.length - 16);
          const { codes } = normalise(around + source.slice(at, at + 17));
          const index = openIndex(folder);
          const found = candidates(index, { codes, proofless: new Uint8Array(codes.length) }, [], () => true);
          const told = found.flatMap(({ id, same }) => [id, ...same]).map((id) => index.source(id).blocks[0]!.text);
          index.close();
          expect(told).toContain(source);
        },
      ),
      { numRuns: 40 },
    );
  });
});
