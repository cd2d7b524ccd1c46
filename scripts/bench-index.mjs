// Times the index: how fast documents are taken up, what a posting costs on disk, and how a query grows from 1,000 to
// 100,000 documents. `npm run bench:index [-- LAWS [SIZE…]]`; LAWS is a folder of Markdown laws, the reference material
// beside the project where left out. Documents beyond the laws are made of their paragraphs with 12 % of the characters
// changed, so that most grams are shared by some, as in an archive. Nothing here is a test.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { importTs } from "./import-ts.mjs";

const {
  addToIndex,
  beginPart,
  buildIndex,
  emptyContents,
  entryOf,
  indexFiles,
  indexSuperiors,
  openIndex,
  readText,
  DEFAULT_LIMITS,
  recognise,
  search,
  writeContents,
} = await importTs(
  "src/index-store/part-writer.ts",
  "src/index-store/contents.ts",
  "src/index-store/entry.ts",
  "src/index-store/open.ts",
  "src/index-store/search.ts",
  "src/index-store/write.ts",
  "src/node/index-files.ts",
  "src/node/index-superiors.ts",
  "src/read/text.ts",
  "src/model/limits.ts",
  "src/recognise/recognise.ts",
);

const here = fileURLToPath(import.meta.url);
const [mode, laws, ...rest] =
  process.argv[2] === "--query" ? process.argv.slice(2) : ["--build", ...process.argv.slice(2)];
const folderOfLaws = laws || fileURLToPath(new URL("../../shared/corpus/laws/", import.meta.url));
const paths = readdirSync(folderOfLaws).map((name) => ({ name, path: join(folderOfLaws, name) }));
const texts = paths.map(({ path }) => readFileSync(path, "utf8"));

/** Park and Miller: the same figures from the same seed. */
function random(seed) {
  let state = seed;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}
const paragraphs = texts.map((text) => text.split("\n").filter((line) => line.length > 20));
const common = [...texts.join("").replace(/[^\u4e00-\u9fff]/g, "")].filter((_, at) => at % 97 === 0).join("");

function altered(text, next, percent) {
  let out = "";
  for (let i = 0; i < text.length; i++) {
    out += next(100) < percent && text.charCodeAt(i) > 0x4e00 ? common[next(common.length)] : text[i];
  }
  return out;
}

/** Runs of paragraphs from several laws, about 3,500 characters. */
function variant(number) {
  const next = random(number + 1);
  const lines = [`关于第${number}号事项的通知`];
  for (let size = 0; size < 3_500; ) {
    const law = paragraphs[next(paragraphs.length)];
    if (law.length === 0) continue;
    const from = next(law.length);
    for (const line of law.slice(from, from + 4)) {
      lines.push(altered(line, next, 12));
      size += line.length;
    }
  }
  return lines.join("\n");
}

const documentOf = (name, text) => recognise(readText(text, "utf-8", DEFAULT_LIMITS), name, {});
const at = (list, share) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))];
const load = () => loadavg()[0].toFixed(1);
/** Milliseconds of processor time so far, all threads: what a busy machine does not change much. */
const processor = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e3;
};

/** Drafts of 2,500 characters of their own and 1,000 copied from a law, a tenth of those changed. */
function drafts(count) {
  return Array.from({ length: count }, (_, number) => {
    const next = random(number + 1_000_003);
    const source = next(texts.length);
    const law = paragraphs[source].join("\n");
    const start = next(Math.max(1, law.length - 1_000));
    const copied = altered(law.slice(start, start + 1_000), next, 10);
    const own = altered(variant(number + 5_000_000).slice(0, 2_500), next, 30);
    return { source: paths[source].name, document: documentOf("draft.txt", `${own}\n${copied}`) };
  });
}

const EVERYTHING = { scope: "all", ownVersions: false };

if (mode === "--query") {
  const before = process.memoryUsage().rss;
  const index = openIndex(rest[0]);
  const asked = drafts(120);
  const first = [];
  const firstProcessor = [];
  const whole = [];
  let found = 0;
  const superiors = indexSuperiors(rest[0], EVERYTHING, "en");
  for (const [number, { source, document }] of asked.entries()) {
    const used = processor();
    const start = performance.now();
    const result = search(index, document, EVERYTHING);
    const middle = performance.now();
    const usedBySearch = processor() - used;
    superiors(document);
    if (number < 20) continue;
    first.push(middle - start);
    firstProcessor.push(usedBySearch);
    whole.push(performance.now() - middle);
    const named = result.found.flatMap(({ entry, same }) => [entry, ...same]).map(({ path }) => path);
    if (named.includes(source)) found++;
  }
  console.log(
    JSON.stringify({
      "query p50 ms": +at(first, 0.5).toFixed(1),
      "p95 ms": +at(first, 0.95).toFixed(1),
      "processor p50 ms": +at(firstProcessor, 0.5).toFixed(1),
      "processor p95 ms": +at(firstProcessor, 0.95).toFixed(1),
      "with alignment p50 ms": +at(whole, 0.5).toFixed(1),
      "aligned p95 ms": +at(whole, 0.95).toFixed(1),
      "source found %": found,
      "RSS MB": Math.round(process.memoryUsage().rss / 1048576),
      "RSS before MB": Math.round(before / 1048576),
    }),
  );
  process.exit(0);
}

const scratch = mkdtempSync(join(tmpdir(), "gwlint-bench-index-"));
process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));

/** Documents made before they are taken up, so that making them is not timed. */
const TOGETHER = 1_000;

/** Takes documents up that are read and recognised already; what is timed is normalising, prints, sorting and writing. */
function take(folder, size) {
  mkdirSync(folder);
  const part = beginPart(folder, "part-1", 0);
  let spent = 0;
  let used = 0;
  let characters = 0;
  const shell = documentOf("variant.txt", "关于有关事项的通知");
  for (let first = 0; first < size; first += TOGETHER) {
    const ready = [];
    for (let number = first; number < Math.min(size, first + TOGETHER); number++) {
      const law = number < texts.length;
      const text = law ? texts[number] : variant(number);
      const path = law ? paths[number].name : `variant-${number}.txt`;
      const entry = { ...entryOf({ path, sha256: "", document: shell }), title: path, date: null };
      ready.push({ entry, source: readText(text, "utf-8", DEFAULT_LIMITS) });
      characters += text.length;
    }
    // What making the texts left behind is not the index's to clear away.
    globalThis.gc?.();
    const [start, before] = [performance.now(), processor()];
    for (const { entry, source } of ready) part.add(entry, source);
    spent += performance.now() - start;
    used += processor() - before;
  }
  const [start, before] = [performance.now(), processor()];
  const entry = part.finish();
  spent += performance.now() - start;
  used += processor() - before;
  writeContents(folder, { ...emptyContents(), generation: 1, parts: [entry] });
  return { spent, used, characters, entry };
}

const rows = [];
const sizes = mode === "--build" && rest.length > 0 ? rest.map(Number) : [1_000, 10_000, 100_000];
for (const size of sizes) {
  const folder = join(scratch, `index-${size}`);
  const { spent, used, characters, entry } = take(folder, size);
  const { off, ent, stop } = entry.files;
  const rss = Math.round(process.memoryUsage().rss / 1048576);
  const { stdout, stderr } = spawnSync(process.execPath, [here, "--query", folderOfLaws, folder], { encoding: "utf8" });
  if (stderr) process.stderr.write(stderr);
  rows.push({
    documents: size,
    "M characters": +(characters / 1e6).toFixed(1),
    "indexed M characters/s": +(characters / spent / 1e3).toFixed(1),
    "… of processor time": +(characters / used / 1e3).toFixed(1),
    "bytes a posting": +((off.bytes + ent.bytes + stop.bytes) / entry.postings).toFixed(2),
    "index MB": Math.round(
      readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0) / 1048576,
    ),
    "RSS while indexing MB": rss,
    ...JSON.parse(stdout),
    load: load(),
  });
}
console.table(Object.fromEntries(Object.keys(rows[0]).map((name) => [name, rows.map((row) => row[name])])));

/** The whole way from files: reading, recognising, indexing; then one more. */
async function* files(list) {
  yield* list;
}
const folder = join(scratch, "files");
const characters = texts.reduce((sum, text) => sum + text.length, 0);
let start = performance.now();
await buildIndex(folder, indexFiles(files(paths.slice(1)), "en"));
const built = performance.now() - start;
start = performance.now();
await addToIndex(folder, indexFiles(files(paths.slice(0, 1)), "en"));
const added = performance.now() - start;
console.log(
  `${paths.length - 1} files, read and recognised: ${(characters / built / 1e3).toFixed(2)} M characters/s; ` +
    `one more: ${added.toFixed(0)} ms (load ${load()})`,
);
