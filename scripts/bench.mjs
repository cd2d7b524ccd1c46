// Times gwlint against mammoth on the same files in one run: reading alone, recognising, the default pack, the full
// check, cold start. `npm run bench` prints the table; nothing here is a test.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import mammoth from "mammoth";
import { draftDocx } from "./bench-drafts.mjs";

const scratch = mkdtempSync(join(tmpdir(), "gwlint-bench-"));
process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));

// The stages are not exported one by one, so the benchmark bundles them for itself.
const entry = join(scratch, "stages.ts");
const src = new URL("../src/", import.meta.url).pathname;
writeFileSync(
  entry,
  `import { docxEngine } from "${src}node/docx-engine.ts";
import { useDocxEngine } from "${src}read/docx/engine.ts";
export { readDocx } from "${src}read/docx/read-docx.ts";
export { DEFAULT_LIMITS } from "${src}model/limits.ts";
export { recognise } from "${src}recognise/recognise.ts";
export { runRules } from "${src}check/run.ts";
export { checkKinds } from "${src}check/registry.ts";
export { createMatcher } from "${src}check/matcher.ts";
export { openWorkbench } from "${src}bench/workbench.ts";
useDocxEngine(docxEngine);
`,
);
const bundle = join(scratch, "stages.mjs");
await build({
  entryPoints: [entry],
  outfile: bundle,
  bundle: true,
  format: "esm",
  platform: "node",
  logLevel: "error",
});
const { readDocx, DEFAULT_LIMITS, recognise, runRules, checkKinds, createMatcher, openWorkbench } = await import(
  bundle
);
const pack = JSON.parse(readFileSync(new URL("../dist/packs/gongwen.json", import.meta.url), "utf8"));
const kindNamed = new Map(checkKinds.map((kind) => [kind.name, kind]));
const pattern = await createMatcher(
  pack.rules.flatMap((rule) => kindNamed.get(rule.check)?.patterns?.(rule.options) ?? []),
);
const resources = { kinds: checkKinds, superiors: [], pattern, lexicon: () => [] };

// Every rule on one draft of every shipped pack, as a run that names them all would have it.
const shipped = readdirSync(new URL("../dist/packs/", import.meta.url)).map((name) =>
  JSON.parse(readFileSync(new URL(`../dist/packs/${name}`, import.meta.url), "utf8")),
);
const everything = await openWorkbench(shipped, { language: "zh" });
const known = new Set(checkKinds.map(({ name }) => name));
const allRules = shipped.flatMap(({ rules }) => rules.filter(({ check }) => known.has(check)));

const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];

/** Median milliseconds of `work` over `runs` runs after warming up, and the highest heap seen above the start. */
async function time(work, runs, warm = Math.ceil(runs / 3)) {
  for (let i = 0; i < warm; i++) await work();
  globalThis.gc?.();
  const start = process.memoryUsage().heapUsed;
  const times = [];
  let peak = 0;
  for (let i = 0; i < runs; i++) {
    const t = performance.now();
    await work();
    times.push(performance.now() - t);
    peak = Math.max(peak, process.memoryUsage().heapUsed - start);
  }
  return { ms: median(times), mb: peak / 1048576 };
}

const stages = (bytes) => {
  const read = () => readDocx(bytes, DEFAULT_LIMITS);
  const source = read().source;
  const document = recognise(source, "draft.docx", {});
  return {
    read,
    recognise: () => recognise(source, "draft.docx", {}),
    "default pack": () => runRules(document, pack.rules, resources),
    "all packs": () => runRules(document, allRules, everything),
    "full check": () => runRules(recognise(read().source, "draft.docx", {}), pack.rules, resources),
    "mammoth extractRawText": () => mammoth.extractRawText({ buffer: Buffer.from(bytes) }),
  };
};

const rows = [];
async function measure(name, works, runs) {
  const figures = {};
  for (const [stage, work] of Object.entries(works)) figures[stage] = await time(work, runs);
  const base = figures["mammoth extractRawText"].ms;
  for (const [stage, { ms, mb }] of Object.entries(figures)) {
    rows.push({
      documents: name,
      stage,
      ms: +ms.toFixed(2),
      "of mammoth": +(ms / base).toFixed(3),
      "peak heap MB": +mb.toFixed(1),
    });
  }
}

const small = await draftDocx(4_000);
const large = await draftDocx(37_000);
await measure("4,000 characters", stages(small), 200);
await measure("60 pages", stages(large), 30);

// 5,000 clauses: cost per 1,000 characters has to stay where it was for one page.
const long = await draftDocx(390_000);
const growth = [];
for (const [name, bytes, runs] of [
  ["4,000 characters", small, 100],
  ["60 pages", large, 20],
  ["5,000 clauses", long, 5],
]) {
  const { read, recognise: recognised, "default pack": checked } = stages(bytes);
  const source = read().source;
  const characters = source.blocks.reduce((sum, block) => sum + block.text.length, 0) / 1000;
  const clauses = recognise(source, "draft.docx", {}).clauses.length;
  const per = async (work) => +((await time(work, runs)).ms / characters).toFixed(3);
  growth.push({
    document: name,
    clauses,
    read: await per(read),
    recognise: await per(recognised),
    "default pack": await per(checked),
  });
}
console.log("milliseconds per 1,000 characters");
console.table(growth);

const thousand = [];
for (let i = 0; i < 1000; i++) thousand.push(await draftDocx(800 + (i % 40) * 100, i));
const all = thousand.map(stages);
const every = (stage) => async () => {
  for (const works of all) await works[stage]();
};
await measure("1,000 documents", Object.fromEntries(Object.keys(all[0]).map((stage) => [stage, every(stage)])), 3);

console.table(rows);

// Loading the packs and compiling their patterns, in a process of its own: what a cold run pays for naming them all.
const loading = join(scratch, "load.mjs");
writeFileSync(
  loading,
  `import { openWorkbench } from ${JSON.stringify(bundle)};
import { readdirSync, readFileSync } from "node:fs";
const started = performance.now();
const folder = new URL(${JSON.stringify(new URL("../dist/packs/", import.meta.url).href)});
const packs = readdirSync(folder).map((name) => JSON.parse(readFileSync(new URL(name, folder), "utf8")));
await openWorkbench(packs, { language: "zh" });
console.log(performance.now() - started);`,
);
const loads = Array.from({ length: 7 }, () => Number(spawnSync(process.execPath, [loading]).stdout));
console.log(`loading all ${shipped.length} packs cold: ${median(loads).toFixed(0)} ms`);

const file = join(scratch, "draft.docx");
writeFileSync(file, await draftDocx(1_500));
const cold = [];
for (let i = 0; i < 11; i++) {
  const t = performance.now();
  spawnSync(process.execPath, [new URL("../bin/gwlint.js", import.meta.url).pathname, "check", file]);
  cold.push(performance.now() - t);
}
const bare = [];
for (let i = 0; i < 11; i++) {
  const t = performance.now();
  spawnSync(process.execPath, ["-e", "0"]);
  bare.push(performance.now() - t);
}
console.log(
  `one cold check of a short draft: ${median(cold).toFixed(0)} ms wall (node itself ${median(bare).toFixed(0)} ms)`,
);
