import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pairStore, pairsWithin } from "../../src/index-store/pairs.ts";
import { gwlint } from "../cli/run.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "gwlint-pairs-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a store of so many pairs in memory gives back of these documents. */
function given(documents: readonly number[][], capacity: number): [number, number][] {
  const store = pairStore(folder, capacity);
  documents.forEach((prints, doc) => {
    store.add(doc, Uint32Array.from(prints));
  });
  const all = [...store.slices()].flatMap(({ hashes, docs }) =>
    [...hashes].map((hash, i) => [hash, docs[i]!] as const),
  );
  store.close();
  return all.map(([hash, doc]) => [hash, doc]);
}

describe("pairs", () => {
  it("come back the same, by hash and document, however little memory there is", () => {
    const hash = fc.integer({ min: 0, max: 0xffffffff });
    fc.assert(
      fc.property(fc.array(fc.array(hash, { maxLength: 40 }), { maxLength: 12 }), (documents) => {
        const whole = given(documents, 1_000_000);
        expect(whole).toHaveLength(documents.flat().length);
        expect(given(documents, 16)).toEqual(whole);
        expect(readdirSync(folder)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it("take more room where more memory is given", () => {
    expect(pairsWithin(300)).toBe(1 << 22);
    expect(pairsWithin(1000)).toBeGreaterThan(pairsWithin(300));
    expect(pairsWithin(240)).toBeLessThan(pairsWithin(300));
  });
});

describe("index build --memory", () => {
  it("refuses less than the program itself takes", async () => {
    const { status, err } = await gwlint(folder, ["index", "build", ".", "--out", "index", "--memory", "100"]);
    expect(status).toBe(2);
    expect(err).toContain("240");
  });
});
