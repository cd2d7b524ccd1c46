// Times the comparison: a draft of 2,500 characters against one source of 6,000, one draft streamed through a folder of
// laws, and what preparing a source costs. `node --expose-gc scripts/bench-copying.mjs [LAWS]`; LAWS is a folder of
// Markdown laws, the reference material beside the project where left out. Nothing here is a test.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { importTs } from "./import-ts.mjs";

const folder = process.argv[2] ?? fileURLToPath(new URL("../../shared/corpus/laws/", import.meta.url));
if (!existsSync(folder)) {
  console.log(`comparison: not measured, there is no ${folder}`);
  process.exit(0);
}
const { compare, comparePrepared, prepare, prepareDraft } = await importTs("src/compare/compare.ts");
const texts = readdirSync(folder)
  .sort()
  .map((name) => readFileSync(join(folder, name), "utf8").replace(/^#+\s*/gm, ""));

const at = (list, share) => [...list].sort((a, b) => a - b)[Math.floor(list.length * share)];
const processor = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e3;
};

/** Milliseconds of every run by the clock and of the processor in the mean, after warming up. */
function time(work, runs) {
  for (let i = 0; i < runs; i++) work(i);
  globalThis.gc?.();
  const used = processor();
  const times = [];
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    work(i);
    times.push(performance.now() - start);
  }
  return { p50: at(times, 0.5), p95: at(times, 0.95), processor: (processor() - used) / runs };
}

/** 1,500 characters of one law with 1,000 of another set into them, and 6,000 of that other: a pair with a copy in it. */
const long = texts.filter((text) => text.length >= 7_000);
const pairs = long.slice(1).map((host, i) => {
  const source = long[i].slice(500, 6_500);
  return { draft: host.slice(500, 1_250) + source.slice(2_000, 3_000) + host.slice(1_250, 2_000), source };
});
const nth = (list, i) => list[i % list.length];
const ready = pairs.map(({ draft, source }) => ({ draft: prepareDraft(draft), source: prepare(source) }));
const rows = {};
const row = (name, { p50, p95, processor: used }) => {
  rows[name] = { "p50 ms": +p50.toFixed(2), "p95 ms": +p95.toFixed(2), "processor ms": +used.toFixed(2) };
};
row(
  "2,500 × 6,000 characters",
  time((i) => compare(nth(pairs, i).draft, [{ name: "source", text: nth(pairs, i).source }]), 400),
);
row(
  "the same, prepared before",
  time((i) => comparePrepared(nth(ready, i).draft, [{ name: "source", ...nth(ready, i).source }]), 400),
);
console.table(rows);

const characters = texts.reduce((sum, text) => sum + text.length, 0);
const rate = (ms) => +(characters / ms / 1e3).toFixed(1);
const sources = texts.map((text, i) => ({ name: String(i), ...prepare(text) }));
const stream = time((i) => comparePrepared(nth(ready, i * 7).draft, sources), 25);
const preparing = time(() => texts.map(prepare), 5);
console.table({
  "one draft streamed through prepared sources": {
    "M characters/s": rate(stream.p50),
    "… of processor time": rate(stream.processor),
  },
  "preparing sources": { "M characters/s": rate(preparing.p50), "… of processor time": rate(preparing.processor) },
});
console.log(`${texts.length} sources, ${(characters / 1e6).toFixed(1)} M characters; load ${loadavg()[0].toFixed(1)}`);
