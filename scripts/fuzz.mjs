// Mutated Word documents and random packs, each from its seed, through the whole chain. A child works, its parent
// watches: an exception, a status `crashed`, a death of the child or 30 seconds of silence is a failure, and its seed is
// printed, so that `--seed N --count 1` shows it again.
//   npm run fuzz -- [--count 10000] [--seed 1] [--only docx|packs] [FILE.docx …]
// FILEs are what is mutated; without any, the drafts under fixtures/demo and rules/tests.
import { fork } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { unzipSync, zipSync } from "fflate";
import { importTs } from "./import-ts.mjs";

const SILENCE = 30_000;
const root = fileURLToPath(new URL("../", import.meta.url));

/** Numbers 0 ≤ n < 1 that depend on the seed alone (mulberry32). */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
const among = (next, list) => list[Math.floor(next() * list.length)];

const BITS = [
  "<w:p>",
  "</w:p>",
  "<w:tbl><w:tr><w:tc>",
  "&#x0;",
  "&amp;",
  "<![CDATA[",
  "-->",
  'w:val="-1"',
  'w:val="99999999999"',
  "<w:del>",
  "\u202e",
  "一、",
  "（二）",
  "附件：",
];

/** Text with pieces cut out, doubled, moved, or put in. */
function mutateText(text, next) {
  let out = text;
  for (let steps = 1 + Math.floor(next() * 6); steps > 0; steps--) {
    const at = Math.floor(next() * out.length);
    const length = Math.floor(next() ** 3 * Math.min(4000, out.length));
    const piece = out.slice(at, at + length);
    const kind = Math.floor(next() * 4);
    if (kind === 0) out = out.slice(0, at) + out.slice(at + length);
    else if (kind === 1) out = out.slice(0, at) + piece.repeat(1 + Math.floor(next() * 20)) + out.slice(at);
    else if (kind === 2) out = out.slice(0, at) + among(next, BITS) + out.slice(at);
    else {
      const to = Math.floor(next() * out.length);
      out = out.slice(0, to) + piece + out.slice(to);
    }
    if (out.length > 4_000_000) out = out.slice(0, 4_000_000);
  }
  return out;
}

function mutateBytes(bytes, next) {
  const out = bytes.slice(0, next() < 0.2 ? Math.floor(next() * bytes.length) : bytes.length);
  for (let steps = 1 + Math.floor(next() * 30); steps > 0 && out.length > 0; steps--) {
    out[Math.floor(next() * out.length)] = Math.floor(next() * 256);
  }
  return out;
}

/** XML that stays wellformed: paragraphs, runs and cells doubled, left out, moved or put into one another, values changed. */
function mutateElements(xml, next) {
  let out = xml;
  for (let steps = 1 + Math.floor(next() * 8); steps > 0; steps--) {
    const tag = among(next, [
      "w:p",
      "w:r",
      "w:tc",
      "w:tr",
      "w:pPr",
      "w:rPr",
      "w:sectPr",
      "w:abstractNum",
      "w:style",
      "Relationship",
    ]);
    const all = [...out.matchAll(new RegExp(`<${tag}(?: [^>]*)?(?:/>|>(?:(?!<${tag}[ >])[^])*?</${tag}>)`, "g"))];
    if (all.length === 0) continue;
    const { 0: element, index } = among(next, all);
    const end = index + element.length;
    const kind = Math.floor(next() * 5);
    if (kind === 0) out = out.slice(0, index) + out.slice(end);
    else if (kind === 1) out = out.slice(0, end) + element.repeat(1 + Math.floor(next() * 30)) + out.slice(end);
    else if (kind === 2) {
      const to = among(next, all).index;
      out = out.slice(0, to) + element + out.slice(to);
    } else if (kind === 3) out = out.slice(0, index) + element.replace(/>/, `>${among(next, all)[0]}`) + out.slice(end);
    else
      out =
        out.slice(0, index) +
        element.replace(/="[^"]*"/g, () => `="${among(next, ["0", "-1", "x", "65536", "一", ""])}"`) +
        out.slice(end);
  }
  return out;
}

/** A fifth with bytes of the zip changed, a fifth with the XML of a part torn, the others with its elements moved. */
function mutateDocx(bytes, next) {
  const kind = next();
  const parts = kind < 0.2 ? null : unzipped(bytes);
  if (parts === null) return mutateBytes(bytes, next);
  const name =
    next() < 0.6
      ? "word/document.xml"
      : among(
          next,
          Object.keys(parts).filter((part) => /\.(?:xml|rels)$/.test(part)),
        );
  const mutate = kind < 0.4 ? mutateText : mutateElements;
  if (parts[name]) parts[name] = new TextEncoder().encode(mutate(new TextDecoder().decode(parts[name]), next));
  return zipSync(parts, { level: 1 });
}

/** Null for a file that is broken before anything was done to it. */
function unzipped(bytes) {
  try {
    return unzipSync(bytes);
  } catch {
    return null;
  }
}

const docxIn = (folder) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => /\.docx$/.test(name))
    .map((name) => join(folder, name));

async function work({ count, seed, only, files }) {
  const gwlint = await importTs(
    "src/pack/load.ts",
    "src/pack/errors.ts",
    "src/bench/kinds.ts",
    "src/lint.ts",
    "src/bench/workbench.ts",
  );
  const { shippedPacks } = await import("./shipped-packs.mjs");
  const { packs } = await gwlint.loadSources(
    ["gongwen", "gbt-9704", "hegao", "gbt-15834", "gbt-15835", "tiaoli-2012"],
    gwlint.ruleKinds,
    shippedPacks,
  );
  const bench = await gwlint.openWorkbench(packs, { language: "zh" });
  const sources = files.map((file) => new Uint8Array(readFileSync(file)));
  const texts = readdirSync(join(root, "rules"))
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => readFileSync(join(root, "rules", name), "utf8"));
  const statuses = {};
  for (let at = seed; at < seed + count; at++) {
    process.send({ at });
    if (only !== "packs") {
      const next = random(at);
      const bytes = mutateDocx(among(next, sources), next);
      const draft = { name: `${at}.docx`, declared: { over: {}, under: {} }, superiors: [], open: async () => bytes };
      const { result } = await gwlint.lintDocument(draft, bench);
      statuses[result.status] = (statuses[result.status] ?? 0) + 1;
      if (result.status === "crashed" || result.findings.some(({ check }) => check === "crashed"))
        throw new Error(`docx ${at}: ${result.problem?.message}`);
      JSON.stringify(result);
    }
    if (only !== "docx") {
      const next = random(at);
      const text = mutateText(among(next, texts), next).slice(0, 200_000);
      const outside = {
        names: async () => [],
        lexicons: async () => [],
        installed: async () => null,
        read: async (path) => (path === "p.yaml" ? text : null),
        resolve: () => null,
      };
      await gwlint.loadPacks(["p.yaml"], gwlint.ruleKinds, outside).then(
        () => (statuses["pack loaded"] = (statuses["pack loaded"] ?? 0) + 1),
        (error) => {
          if (!(error instanceof gwlint.PackError)) throw error;
          statuses["pack refused"] = (statuses["pack refused"] ?? 0) + 1;
        },
      );
    }
  }
  process.send({ statuses });
}

/** Runs the child over the seeds; resolves with the seed it failed at, null where it went through. */
function watch(options, statuses) {
  return new Promise((done) => {
    const child = fork(fileURLToPath(import.meta.url), ["--child", JSON.stringify(options)], {
      execArgv: ["--max-old-space-size=1024"],
    });
    let at = options.seed;
    let finished = false;
    let timer = setTimeout(() => child.kill("SIGKILL"), SILENCE * 2);
    child.on("message", (message) => {
      clearTimeout(timer);
      timer = setTimeout(() => child.kill("SIGKILL"), SILENCE);
      at = message.at ?? at;
      if (!message.statuses) return;
      finished = true;
      for (const [status, number] of Object.entries(message.statuses))
        statuses[status] = (statuses[status] ?? 0) + number;
    });
    child.on("exit", () => {
      clearTimeout(timer);
      done(finished ? null : at);
    });
  });
}

const { values, positionals } = parseArgs({
  options: {
    count: { type: "string", default: "10000" },
    seed: { type: "string", default: "1" },
    only: { type: "string" },
    child: { type: "string" },
  },
  allowPositionals: true,
});
if (values.child) await work(JSON.parse(values.child));
else {
  const files =
    positionals.length > 0 ? positionals : [...docxIn(join(root, "fixtures")), ...docxIn(join(root, "rules/tests"))];
  const end = Number(values.seed) + Number(values.count);
  const statuses = {};
  const failed = [];
  // Pieces of 1,000, so that what was counted before a failure is not lost.
  for (let seed = Number(values.seed); seed < end; ) {
    const count = Math.min(1000, end - seed);
    const at = await watch({ count, seed, only: values.only ?? null, files }, statuses);
    if (at !== null) {
      failed.push(at);
      console.error(`seed ${at} fails`);
    }
    seed = at === null ? seed + count : at + 1;
  }
  for (const [status, number] of Object.entries(statuses).sort()) console.log(`${status}: ${number}`);
  console.log(
    `${end - Number(values.seed)} seeds from ${values.seed}, ${files.length} documents: ${failed.length === 0 ? "none fails" : `fail: ${failed.join(" ")}`}`,
  );
  process.exitCode = failed.length === 0 ? 0 : 1;
}
