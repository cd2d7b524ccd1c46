// Times every report format over a run with 10,000 findings, in twenty files and in one: milliseconds that the format
// itself takes (checking is not counted), by the clock and of the processor (which counts, where others use the machine), bytes written, and the most memory the whole process held. Each runs in a
// process of its own. `npm run bench:formats [-- FORMAT…]`; nothing here is a test.
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const FINDINGS = 10_000;
const here = fileURLToPath(import.meta.url);
// Packs and word lists are looked for beside the bundle, so it lies in dist/ like the command.
const bundle = fileURLToPath(new URL("../dist/bench-formats.mjs", import.meta.url));
const MODULES = [
  "report/formats.ts",
  "bench/workbench.ts",
  "bench/rules.ts",
  "lint.ts",
  "dossier.ts",
  "result/summary.ts",
  "model/limits.ts",
];

async function makeBundle() {
  await build({
    stdin: {
      contents: MODULES.map((path) => `export * from "./src/${path}";`).join("\n"),
      resolveDir: fileURLToPath(new URL("..", import.meta.url)),
    },
    outfile: bundle,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    logLevel: "error",
    banner: { js: 'import { createRequire as __cr } from "node:module"; const require = __cr(import.meta.url);' },
  });
}

const SENTENCE =
  "推进重点项目，推进要素保障，推进政务服务，2026年6月底前形成问题清单并推进首轮销号（市发展改革委牵头）。";
/** Findings in it: every 推进 is one. */
const IN_SENTENCE = 4;

/** A draft of measures; the rule below objects to their commonest word. */
function draft(findings, seed) {
  const lines = [`关于第${seed}批重点工作的实施方案`, ""];
  for (let at = 0; at * IN_SENTENCE < findings; at++) lines.push(`${at + 1}. ${SENTENCE}`, "");
  return lines.join("\n");
}

async function measured(format, files) {
  const { FORMATS, openWorkbench, rulesOf, lintDocument, dossierOf, addToSummary, emptySummary, DEFAULT_LIMITS } =
    await import(bundle);
  const pack = JSON.parse(readFileSync(new URL("../dist/packs/gongwen.json", import.meta.url), "utf8"));
  const [like] = pack.rules.filter((rule) => rule.check === "pattern");
  const rule = {
    ...like,
    id: "BENCH-1",
    severity: "warning",
    when: null,
    options: { ...like.options, pattern: "推进", scope: "document" },
  };
  const packs = [{ ...pack, rules: [rule, ...pack.rules] }];
  const limits = { ...DEFAULT_LIMITS, findingsPerRule: FINDINGS, findingsPerFile: FINDINGS };
  const bench = await openWorkbench(packs, { language: "zh", limits });
  const context = {
    version: "0",
    language: "zh",
    packs,
    rules: rulesOf(packs),
    colour: false,
    width: 100,
    quiet: false,
  };
  const reporter = (await FORMATS[format]()).start({ ...context, dossier: dossierOf });
  const summary = emptySummary();
  let [milliseconds, processor, bytes] = [0, 0, 0];
  const timed = async (work) => {
    const [started, used] = [performance.now(), process.cpuUsage()];
    const chunk = await work();
    milliseconds += performance.now() - started;
    const { user, system } = process.cpuUsage(used);
    processor += (user + system) / 1000;
    bytes += Buffer.byteLength(chunk);
  };
  await timed(() => reporter.begin());
  for (let i = 0; i < files; i++) {
    const content = new TextEncoder().encode(draft(FINDINGS / files, i + 1));
    const declared = { over: {}, under: {} };
    const one = { name: `${i + 1}.md`, declared, superiors: [], open: async () => content };
    const { result, checked } = await lintDocument(one, bench);
    addToSummary(summary, result);
    await timed(() => reporter.document(result, checked));
  }
  await timed(() => reporter.end(summary, 1, 0));
  const findings = summary.bySeverity.error + summary.bySeverity.warning + summary.bySeverity.info;
  const megabytes = process.resourceUsage().maxRSS / 1024;
  return {
    format,
    files,
    findings,
    milliseconds: Math.round(milliseconds),
    "of processor": Math.round(processor),
    "MB written": +(bytes / 1e6).toFixed(1),
    "MB held": Math.round(megabytes),
  };
}

const [flag, format, files] = process.argv.slice(2);
if (flag === "--one") console.log(JSON.stringify(await measured(format, Number(files))));
else {
  await makeBundle();
  const named = process.argv.slice(2);
  const rows = [];
  for (const name of named.length > 0 ? named : Object.keys((await import(bundle)).FORMATS)) {
    for (const count of [20, 1]) {
      const { stdout, stderr } = spawnSync(process.execPath, [here, "--one", name, String(count)], {
        encoding: "utf8",
      });
      if (!stdout) throw new Error(stderr);
      rows.push(JSON.parse(stdout));
    }
  }
  rmSync(bundle);
  console.table(rows);
}
