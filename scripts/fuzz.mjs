// Mutated Word documents and random packs, each from its seed, through the whole chain. A document is read, recognised,
// checked against a superior, made into every report, into both copies, its 责任清单 and its archive record; a pack that
// loads runs over a draft. A child works, its parent watches: an exception, a status `crashed`, a copy that cannot be
// read, a death of the child or 30 seconds of silence is a failure, and its seed is printed, so that
// `--seed N --count 1` with the same files shows it again.
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

/** What stands where a pack has a value: nothing, too much, of another type, patterns that other engines die of. */
const VALUES = [
  "",
  "~",
  "[]",
  "{}",
  "-1",
  "0",
  "1e309",
  "99999999999999999999",
  "true",
  "''",
  '"\\u0000"',
  "[[[[[[[[[[",
  "&a [*a]",
  "!!js/function x",
  "__proto__",
  "(a+)+$",
  "'(?=a)b'",
  "'(.*，){9}。'",
  "'[一-龥]{1,1000}'",
  "'a{1000}{1000}'",
  "'(?:'",
  "[通知, 通知, ~, 3]",
  "{ kind: 通知, kind: 意见 }",
  "gongwen",
  "../../etc/passwd",
  "https://localhost/p.yaml",
  "第三条".repeat(2000),
];

/** YAML that mostly stays YAML: lines left out, doubled, swapped, moved in or out, values and keys of others put in. */
function mutateLines(text, next) {
  const lines = text.split("\n");
  for (let steps = 1 + Math.floor(next() ** 2 * 6); steps > 0; steps--) {
    const at = Math.floor(next() * lines.length);
    const line = lines[at] ?? "";
    const kind = Math.floor(next() * 7);
    if (kind === 0) lines.splice(at, 1 + Math.floor(next() ** 3 * 10));
    else if (kind === 1) lines.splice(at, 0, line);
    else if (kind === 2) lines[at] = (next() < 0.5 ? "  " : "") + line.replace(next() < 0.5 ? /^ {2}/ : /^/, "");
    else if (kind === 3) lines[at] = line.replace(/: .*$/, `: ${among(next, VALUES)}`);
    else if (kind === 4) lines[at] = line.replace(/\d+/g, () => among(next, ["0", "-1", "1000001", "3", "x"]));
    else if (kind === 5) lines[at] = line.replace(/: .*$/, /: .*$/.exec(among(next, lines))?.[0] ?? "");
    else lines[at] = line.replace(/[^\s:#-][^:]*(?=:)/, /[^\s:#-][^:]*(?=:)/.exec(among(next, lines))?.[0] ?? "x");
  }
  return lines.join("\n");
}

/** One rule or a few of a pack, so that a change meets one that counts and most of what is left loads. */
function fewRules(text, next) {
  const [head, ...rules] = text.split(/^(?= {2}[A-Z][\w-]*:$)/m);
  if (rules.length < 2 || !head.endsWith("rules:\n")) return text;
  const from = Math.floor(next() * rules.length);
  return head + rules.slice(from, from + 1 + Math.floor(next() * 3)).join("");
}

const mutatePack = (text, next) => {
  const kind = next();
  if (kind < 0.1) return mutateText(text, next);
  return mutateLines(kind < 0.8 ? fewRules(text, next) : text, next);
};

const docxIn = (folder) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => /\.docx$/.test(name))
    .map((name) => join(folder, name));

const yamlIn = (folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".yaml"))
    .sort();

/** A stage or a rule that threw. */
function refuseCrash(what, result) {
  const crash = result.findings.find(({ fingerprint }) => fingerprint.startsWith("crashed-"));
  if (result.status === "crashed" || crash) throw new Error(`${what}: ${(crash ?? result.problem).message}`);
}

async function work({ count, seed, only, files }) {
  const gwlint = await importTs(
    "src/pack/load.ts",
    "src/pack/errors.ts",
    "src/pack/format-error.ts",
    "src/bench/kinds.ts",
    "src/lint.ts",
    "src/bench/workbench.ts",
    "src/bench/comment-words.ts",
    "src/bench/rules.ts",
    "src/archive/record/record-of.ts",
    "src/revise/annotate.ts",
    "src/revise/fix-document.ts",
    "src/dossier.ts",
    "src/report/formats.ts",
    "src/result/summary.ts",
  );
  const { shippedPacks } = await import("./shipped-packs.mjs");
  const { packs } = await gwlint.loadSources(
    ["gongwen", "gbt-9704", "hegao", "gbt-15834", "gbt-15835", "tiaoli-2012"],
    gwlint.ruleKinds,
    shippedPacks,
  );
  const bench = await gwlint.openWorkbench(packs, { language: "zh" });
  const sources = files.map((file) => new Uint8Array(readFileSync(file)));
  const plain = { declared: { over: {}, under: {} }, superiors: [] };
  const superior = await gwlint.openSuperior({ ...plain, name: "上级.docx", open: async () => sources[0] }, bench);
  const context = {
    ...{ version: "0", language: "zh", rules: bench.rules, colour: true, width: 80, quiet: false, today: "2026-05-06" },
    packs: packs.map(({ name, title }) => ({ name, title })),
    dossier: gwlint.dossierOf,
  };
  /** Everything that is made of a document besides its result. */
  async function makeAll(result, checked) {
    for (const name of gwlint.FORMAT_NAMES) {
      const reporter = (await gwlint.FORMATS[name]()).start(context);
      const summary = gwlint.emptySummary();
      gwlint.addToSummary(summary, result);
      await reporter.begin();
      await reporter.document(result, checked);
      await reporter.end(summary, 0, 1);
    }
    if (!checked) return;
    const { document, bytes } = checked;
    gwlint.recordOf(document);
    const open = checked.findings.filter(({ suppressed }) => !suppressed);
    for (const copy of [
      gwlint.fixDocument(bytes, document),
      gwlint.annotate(bytes, document, open, gwlint.commentWords(document, "zh")),
    ]) {
      if (!copy.ok) continue;
      const again = await gwlint.openDocument({ ...plain, name: "again.docx", open: async () => copy.bytes }, bench);
      if (!again.ok) throw new Error(`the copy cannot be read: ${again.failure.reason}`);
    }
  }
  /** A draft that most rules find something in, for packs. */
  const sample = {
    ...plain,
    name: "sample.docx",
    open: async () => new Uint8Array(readFileSync(join(root, "fixtures/demo/plan.docx"))),
  };
  const texts = yamlIn("rules").map((name) => readFileSync(join(root, "rules", name), "utf8"));
  const lexicons = yamlIn("rules/lexicon").map((name) => name.slice(0, -".yaml".length));
  const statuses = {};
  for (let at = seed; at < seed + count; at++) {
    process.send({ at });
    if (only !== "packs") {
      const next = random(at);
      const bytes = mutateDocx(among(next, sources), next);
      const draft = { ...plain, name: `${at}.docx`, superiors: [superior], open: async () => bytes };
      const { result, checked } = await gwlint.lintDocument(draft, bench);
      statuses[result.status] = (statuses[result.status] ?? 0) + 1;
      refuseCrash(`docx ${at}`, result);
      await makeAll(result, checked);
    }
    if (only !== "docx") {
      const next = random(at);
      const text = mutatePack(among(next, texts), next).slice(0, 200_000);
      const outside = {
        ...shippedPacks,
        lexicons: async () => lexicons,
        read: async (path) => (path === "p.yaml" ? text : null),
      };
      const loaded = await gwlint.loadPacks(["p.yaml"], gwlint.ruleKinds, outside).catch((error) => {
        if (!(error instanceof gwlint.PackError)) throw error;
        gwlint.formatPackError(error, "zh");
        return null;
      });
      const end = loaded ? "pack loaded" : "pack refused";
      statuses[end] = (statuses[end] ?? 0) + 1;
      if (!loaded) continue;
      const own = await gwlint.openWorkbench(loaded, { language: "zh" });
      const { result } = await gwlint.lintDocument(sample, own);
      refuseCrash(`pack ${at}`, result);
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
      // A machine that is busy with other things is silent too: what fails fails alone.
      const again = await watch({ count: 1, seed: at, only: values.only ?? null, files }, {});
      if (again !== null) failed.push(at);
      console.error(again === null ? `seed ${at} took too long, and not when run alone` : `seed ${at} fails`);
    }
    seed = at === null ? seed + count : at + 1;
  }
  for (const [status, number] of Object.entries(statuses).sort()) console.log(`${status}: ${number}`);
  console.log(
    `${end - Number(values.seed)} seeds from ${values.seed}, ${files.length} documents: ${failed.length === 0 ? "none fails" : `fail: ${failed.join(" ")}`}`,
  );
  process.exitCode = failed.length === 0 ? 0 : 1;
}
