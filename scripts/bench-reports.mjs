// `npm run bench:reports`: every report format fed 10,000 findings, each in a process of its own: time from the first call
// to the last byte (CPU time beside it: a busy machine stretches the first), and the memory the process took at its highest. The goal is one second and 300 MB.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { table } from "./eval/markdown-table.mjs";
import { importTs } from "./import-ts.mjs";

/** Documents of a run and findings of each: 10,000 together. */
const DOCUMENTS = 100;
const FINDINGS = 100;

const own = fileURLToPath(import.meta.url);
const { FORMATS, openWorkbench, lintDocument, emptySummary, addToSummary } = await importTs(
  "src/report/formats.ts",
  "src/bench/workbench.ts",
  "src/lint.ts",
  "src/result/summary.ts",
);

const [format] = process.argv.slice(2);
if (format) await one(format);
else all();

/** A draft of many faults, checked as a user would; its findings repeated up to the number wanted. */
async function sample() {
  const pack = (name) => JSON.parse(readFileSync(new URL(`../dist/packs/${name}.json`, import.meta.url), "utf8"));
  const packs = ["gongwen", "gbt-15834", "gbt-15835"].map(pack);
  const bench = await openWorkbench(packs, { language: "zh" });
  const items = Array.from(
    { length: 120 },
    (_, i) => `${i + 1}.加强管理,落实责任（第${i}项）。对辖区内企业逐户排查,建立台账。`,
  );
  const bytes = new TextEncoder().encode(`某某市加强管理实施方案\n\n一、工作安排\n${items.join("\n")}\n`);
  const draft = { name: "方案.txt", declared: { over: {}, under: {} }, superiors: [], open: async () => bytes };
  const { result, checked } = await lintDocument(draft, bench);
  const findings = Array.from({ length: FINDINGS }, (_, i) => result.findings[i % result.findings.length]);
  const context = {
    version: "0.0.0",
    language: "zh",
    packs: packs.map(({ name, title }) => ({ name, title })),
    rules: bench.rules,
    colour: false,
    width: 100,
    quiet: false,
    maxResults: null,
  };
  return { result: { ...result, findings }, checked, context };
}

async function one(name) {
  const { result, checked, context } = await sample();
  const summary = emptySummary();
  let bytes = 0;
  const take = (chunk) => {
    bytes += typeof chunk === "string" ? Buffer.byteLength(chunk) : chunk.length;
  };
  const started = performance.now();
  const before = process.cpuUsage();
  const reporter = (await FORMATS[name]()).start(context);
  take(reporter.begin());
  for (let i = 0; i < DOCUMENTS; i++) {
    const document = { ...result, path: `草稿/方案${i}.txt` };
    addToSummary(summary, document);
    take(await reporter.document(document, { ...checked, document: { ...checked.document, name: document.path } }));
  }
  take(await reporter.end(summary, 1, 0));
  const ms = performance.now() - started;
  const { user, system } = process.cpuUsage(before);
  console.log(JSON.stringify({ ms, cpu: (user + system) / 1000, bytes, peak: process.resourceUsage().maxRSS / 1024 }));
}

function all() {
  const rows = Object.keys(FORMATS).map((name) => {
    const ran = spawnSync(process.execPath, [own, name], { encoding: "utf8" });
    if (ran.status !== 0) return [name, "failed", ran.stderr.split("\n")[0] ?? "", "", ""];
    const { ms, cpu, bytes, peak } = JSON.parse(ran.stdout);
    return [name, Math.round(ms), Math.round(cpu), Math.round(peak), (bytes / 1048576).toFixed(1)];
  });
  console.log(table(["format", "ms", "CPU ms", "peak MB", "size MB"], rows));
}
