import { readFileSync } from "node:fs";
import { beforeAll, expect, it } from "vitest";
import { countScope } from "../../src/measure/count.ts";
import { estimatePages } from "../../src/measure/pages.ts";
import { DEFAULT_LIMITS } from "../../src/model/limits.ts";
import type { PageEstimate, WireCounts } from "../../src/model/result.ts";
import { read } from "../../src/read/read.ts";
import { recognise } from "../../src/recognise/recognise.ts";
import { describeShared, shared } from "../shared.ts";

interface Measured {
  counts: WireCounts;
  estimate: PageEstimate;
  /** What WPS counted when it saved the document. */
  wps: { pages: number; words: number; characters: number };
}

async function measureAll(): Promise<Measured[]> {
  const corpus = shared("corpus/")!;
  const measured: Measured[] = [];
  for (const row of readFileSync(`${corpus}MANIFEST.tsv`, "utf8").split("\n")) {
    const truth = /counts:pages=(\d+) words=(\d+) characters=(\d+)/.exec(row);
    if (!truth) continue;
    const file = row.slice(0, row.indexOf("\t"));
    const result = await read(new Uint8Array(readFileSync(corpus + file)), file, DEFAULT_LIMITS);
    if (!result.ok) throw new Error(`${file}: ${result.failure.reason}`);
    const document = recognise(result.source, file, {});
    const [pages, words, characters] = truth.slice(1).map(Number) as [number, number, number];
    const counts = countScope(document, "document");
    measured.push({ counts, estimate: estimatePages(document), wps: { pages, words, characters } });
  }
  return measured;
}

describeShared("documents that WPS counted", () => {
  let documents: Measured[] = [];
  beforeAll(async () => {
    documents = await measureAll();
  });
  const share = <T>(list: T[], holds: (one: T) => boolean) => list.filter(holds).length / list.length;

  it("have WPS's 字数 and 字符数 within 0.2 %", () => {
    const near = (ours: number, theirs: number) => Math.abs(ours - theirs) / theirs <= 0.002;
    expect(documents.length).toBeGreaterThan(40);
    expect(share(documents, ({ counts, wps }) => near(counts.words, wps.words))).toBeGreaterThanOrEqual(0.95);
    expect(share(documents, ({ counts, wps }) => near(counts.characters, wps.characters))).toBeGreaterThanOrEqual(0.95);
  });

  it("have WPS's page number inside a narrow interval", () => {
    const inside = ({ estimate, wps }: Measured) => estimate.low <= wps.pages && wps.pages <= estimate.high;
    const width = documents.reduce((sum, { estimate }) => sum + estimate.high - estimate.low, 0) / documents.length;
    expect(share(documents, inside)).toBeGreaterThanOrEqual(0.9);
    expect(share(documents, ({ estimate, wps }) => estimate.best === wps.pages)).toBeGreaterThanOrEqual(0.6);
    expect(width).toBeLessThanOrEqual(1.5);
  });
});
