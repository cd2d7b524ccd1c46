// Kills a scan's children 25 times and the scan itself 5 times, then holds its results against those of a calm run.
//   npm run eval:scan-faults [-- FILES] [FOLDER]
import { spawn } from "node:child_process";
import {
  createReadStream,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const files = Number(process.argv[2] ?? 100_000);
const command = fileURLToPath(new URL("../../bin/gwlint.js", import.meta.url));
const corpus = fileURLToPath(new URL("../../../shared/corpus/", import.meta.url));
const scratch = mkdtempSync(join(process.argv[3] ?? tmpdir(), "gwlint-faults-"));
process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));
const CHILD_KILLS = 25;
const PARENT_KILLS = 5;

/** Small documents: real ones where the reference material is there, and drafts that differ in a number. */
const kinds = [];
for (const folder of ["docx-issued", "docx-odd", "hostile", "docx-templates"]) {
  if (!existsSync(join(corpus, folder))) continue;
  for (const name of readdirSync(join(corpus, folder))) {
    const path = join(corpus, folder, name);
    if (statSync(path).isFile() && statSync(path).size < 40_000) kinds.push({ name, bytes: readFileSync(path) });
  }
}
const draft = (i) =>
  `# 关于第${i}项工作的通知\n\n各县区人民政府：\n\n一、由市水利局牵头做好第${i}项工作。\n\n${i % 3 ? "二" : "三"}、按月报告。\n\n某某市人民政府办公室\n2026年5月6日\n`;
const originals = join(scratch, "originals");
mkdirSync(originals);
for (const [i, { bytes }] of kinds.entries()) writeFileSync(join(originals, String(i)), bytes);
for (let i = 0; i < files; i++) {
  const folder = join(scratch, "archive", String(i % 97));
  if (i < 97) mkdirSync(folder, { recursive: true });
  // One in twenty is a real or a broken document under a further name.
  if (i % 20 === 0 && kinds.length > 0) {
    const kind = (i / 20) % kinds.length;
    linkSync(join(originals, String(kind)), join(folder, `${i}-${kinds[kind].name}`));
  } else writeFileSync(join(folder, `${i}.md`), draft(i));
}

const children = (pid) => {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean).map(Number);
  } catch {
    return [];
  }
};
const written = (out) => {
  const path = join(scratch, out, "results.jsonl");
  return existsSync(path) ? statSync(path).size : 0;
};

/** One process of the scan, killed once `until()` says so. */
function start(out, more, until) {
  const child = spawn(process.execPath, [command, "scan", "archive", "--out", out, "--jobs", "2", "--quiet", ...more], {
    cwd: scratch,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const timer = setInterval(() => {
    if (until(child.pid)) child.kill("SIGKILL");
  }, 20);
  return new Promise((done) =>
    child.on("close", (status, signal) => {
      clearInterval(timer);
      done({ status, signal });
    }),
  );
}

/** What two runs must have alike: everything but how often a file was tried. One hash a path, since a run is large. */
async function digests(out) {
  const { createHash } = await import("node:crypto");
  const lines = new Map();
  const statuses = {};
  let twice = 0;
  for await (const text of createInterface({ input: createReadStream(join(scratch, out, "results.jsonl")) })) {
    const line = JSON.parse(text);
    if (lines.has(line.path)) twice++;
    line.file.attempts = 0;
    statuses[line.status] = (statuses[line.status] ?? 0) + 1;
    lines.set(line.path, createHash("sha256").update(JSON.stringify(line)).digest("base64url").slice(0, 16));
  }
  return { lines, statuses, twice };
}

const started = performance.now();
const calm = await start("calm", [], () => false);
const total = written("calm");
console.log(`calm run: ${files} files, exit ${calm.status}, ${((performance.now() - started) / 1000).toFixed(0)} s`);

let childKills = 0;
let parentKills = 0;
for (let ended = null, more = []; ended?.status === undefined || ended.signal !== null; more = ["--resume"]) {
  ended = await start("faulty", more, (pid) => {
    const progress = written("faulty") / total;
    const [victim] = children(pid).slice(childKills % 2);
    if (victim !== undefined && childKills < CHILD_KILLS && progress > (childKills + 1) / (CHILD_KILLS + 2)) {
      childKills++;
      try {
        process.kill(victim, "SIGKILL");
      } catch {
        // It ended by itself meanwhile.
      }
    }
    if (parentKills < PARENT_KILLS && progress > (parentKills + 1) / (PARENT_KILLS + 1)) {
      parentKills++;
      return true;
    }
    return false;
  });
  if (ended.signal === null)
    console.log(`with faults: exit ${ended.status}, ${childKills} children and ${parentKills} times the parent killed`);
}
const [a, b] = [await digests("calm"), await digests("faulty")];
const lost = [...a.lines.keys()].filter((path) => !b.lines.has(path));
const other = [...a.lines].filter(([path, hash]) => b.lines.has(path) && b.lines.get(path) !== hash);
const run = JSON.parse(readFileSync(join(scratch, "faulty", "run.json"), "utf8"));
const sum = Object.values(run.totals.summary.byStatus).reduce((one, two) => one + two, 0);
console.table(b.statuses);
console.log(
  `files ${files}, lines ${b.lines.size}, statuses ${sum}, lost ${lost.length}, twice ${b.twice}, other than in the calm run ${other.length}`,
);
if (other.length > 0) console.log(other.slice(0, 5));
const good =
  b.lines.size === files && sum === files && lost.length === 0 && b.twice === 0 && other.length === 0 && run.complete;
if (!good || childKills < CHILD_KILLS || parentKills < PARENT_KILLS) process.exitCode = 1;
