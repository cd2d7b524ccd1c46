// Times `scan` over an archive of docx against mammoth's extractRawText over the same files in the same run, with one and
// two processes, watches the memory of parent and children, and times second runs with a cache.
//   npm run bench:scan [-- FILES] [FOLDER]
import { spawn } from "node:child_process";
import { linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Document, Packer, Paragraph, TextRun } from "docx";
import { draftDocx } from "./bench-drafts.mjs";

const files = Number(process.argv[2] ?? 20_000);
const command = fileURLToPath(new URL("../bin/gwlint.js", import.meta.url));
const scratch = mkdtempSync(join(process.argv[3] ?? tmpdir(), "gwlint-bench-scan-"));
process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));

/** Distinct drafts; the rest of an archive are further names of the same files, which costs a reader as much. */
const DISTINCT = 200;
const drafts = join(scratch, "drafts");
mkdirSync(drafts);
for (let i = 0; i < DISTINCT; i++) {
  writeFileSync(join(drafts, `${i}.docx`), await draftDocx(800 + (i % 40) * 100, i));
}

function archive(name, count, ids) {
  for (let i = 0; i < count; i++) linkSync(join(drafts, `${ids[i % ids.length]}.docx`), placeOf(name, i));
  return name;
}

function placeOf(name, i) {
  const folder = join(scratch, name, String(Math.floor(i / 1000)));
  if (i % 1000 === 0) mkdirSync(folder, { recursive: true });
  return join(folder, `${i}.docx`);
}

/** The same drafts, each file with a zip comment of its own: a cache that knows contents must not know one for another. */
function distinctArchive(name, count, ids) {
  const known = ids.map((id) => readFileSync(join(drafts, `${id}.docx`)));
  for (let i = 0; i < count; i++) {
    const draft = known[i % known.length];
    const comment = Buffer.from(`No. ${i}`);
    const file = Buffer.concat([draft, comment]);
    file.writeUInt16LE(comment.length, draft.length - 2);
    writeFileSync(placeOf(name, i), file);
  }
  return name;
}

/** Ticks a second in which Linux counts processor time, on every machine it runs on today. */
const TICKS = 100;

/** Highest resident memory of a process so far, MB; 0 where the system does not tell. */
function peak(pid) {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
/** Processor seconds of a process and of its children that have ended, null where the system does not tell. */
function processor(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1).split(" ").map(Number);
    const [user, system, childUser, childSystem] = fields.slice(11, 15);
    return { own: (user + system) / TICKS, ended: (childUser + childSystem) / TICKS };
  } catch {
    return null;
  }
}
function childrenOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean);
  } catch {
    return [];
  }
}

/**
 * Runs a command; seconds it took, the highest memory of it and of any of its children, and processor seconds: of its
 * children, of itself while it had children, and of itself to the end (views are made then).
 */
function timed(args, script = command) {
  return new Promise((done, fail) => {
    const started = performance.now();
    const child = spawn(process.execPath, [script, ...args], { cwd: scratch, stdio: ["ignore", "ignore", "pipe"] });
    let err = "";
    child.stderr.on("data", (text) => (err = (err + text).slice(-2000)));
    let parent = 0;
    let children = 0;
    const cpu = { own: 0, scanning: 0, children: 0 };
    const timer = setInterval(() => {
      parent = Math.max(parent, peak(child.pid));
      const alive = childrenOf(child.pid);
      for (const pid of alive) children = Math.max(children, peak(pid));
      const used = processor(child.pid);
      if (!used) return;
      cpu.own = used.own;
      if (alive.length > 0) cpu.scanning = used.own;
      const living = alive.reduce((sum, pid) => sum + (processor(pid)?.own ?? 0), 0);
      cpu.children = Math.max(cpu.children, used.ended + living);
    }, 20);
    child.on("close", (status) => {
      clearInterval(timer);
      if (status !== 0 && status !== 1) fail(new Error(`${args.join(" ")} ended with ${status}\n${err}`));
      done({ seconds: (performance.now() - started) / 1000, parent, children, cpu });
    });
  });
}

const scan = (name, out, ...more) => timed(["scan", name, "--out", out, "--quiet", ...more]);
const rows = [];
const perFile = (seconds, count) => +((1000 * seconds) / count).toFixed(3);
/** Adds a row; returns the rate by the clock and by the processor time of all processes together. */
function row(what, count, { seconds, parent, children, cpu }) {
  const rate = count / seconds;
  rows.push({
    what,
    files: count,
    "files/s": +rate.toFixed(0),
    "parent MB": Math.round(parent),
    "child MB": Math.round(children),
    "child ms/file": perFile(cpu.children, count),
    "parent ms/file": perFile(cpu.scanning, count),
    "views ms/file": perFile(cpu.own - cpu.scanning, count),
  });
  return { rate, work: count / (cpu.own + cpu.children), child: count / (cpu.children || cpu.own), cpu };
}

/** A short notice in which the default pack finds nothing. */
async function cleanDocx(seed) {
  const lines = [
    "某某市人民政府办公室",
    `关于做好第${seed}批防汛物资发放工作的通知`,
    "各县区人民政府：",
    ...Array.from(
      { length: 3 + (seed % 5) },
      (_, i) => `为做好第${seed}批第${i + 1}项防汛物资发放工作，现就有关事项通知如下。`,
    ),
    "一、加强值守。由市应急管理局牵头，2026年6月底前完成。",
    "二、排查隐患。由市水利局牵头，2026年6月底前完成。",
    "某某市人民政府办公室",
    "2026年5月6日",
  ];
  const children = lines.map((text) => new Paragraph({ children: [new TextRun(text)] }));
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}

const everyDraft = Array.from({ length: DISTINCT }, (_, i) => i);
const all = archive("all", files, everyDraft);
console.log(`${files} docx, ${availableParallelism()} cores, load ${loadavg()[0].toFixed(1)}`);

const alone = join(scratch, "mammoth.mjs");
writeFileSync(
  alone,
  `import { createRequire } from "node:module";
import { readdirSync, readFileSync } from "node:fs";
const mammoth = createRequire(${JSON.stringify(import.meta.url)})("mammoth");
for (const folder of readdirSync("all"))
  for (const name of readdirSync("all/" + folder))
    await mammoth.extractRawText({ buffer: readFileSync("all/" + folder + "/" + name) });
`,
);
const mammoth = row("mammoth extractRawText", files, await timed([], alone));
const one = row("scan, 1 process", files, await scan(all, "one", "--jobs", "1"));
const two = row("scan, 2 processes", files, await scan(all, "two", "--jobs", "2"));
for (const count of [1000, 5000].filter((count) => count < files)) {
  row("scan, 1 process", count, await scan(archive(`some-${count}`, count, everyDraft), `out-${count}`, "--jobs", "1"));
}

const clean = Array.from({ length: DISTINCT }, (_, i) => DISTINCT + i);
for (const id of clean) writeFileSync(join(drafts, `${id}.docx`), await cleanDocx(id));
const cached = files;
const second = {};
for (const [kind, ids] of [
  ["clean", clean],
  ["with findings", everyDraft],
]) {
  const name = distinctArchive(`archive ${kind}`, cached, ids);
  const cache = ["--cache", `cache ${kind}`, "--jobs", "1"];
  const first = row(`${kind}, first run`, cached, await scan(name, `out ${kind}`, ...cache));
  const { byStatus } = JSON.parse(readFileSync(join(scratch, `out ${kind}`, "run.json"), "utf8")).totals.summary;
  if (kind === "clean" && byStatus["checked-clean"] !== cached) throw new Error(JSON.stringify(byStatus));
  const again = row(`${kind}, same report folder`, cached, await scan(name, `out ${kind}`, ...cache));
  const fresh = row(`${kind}, new report folder`, cached, await scan(name, `new ${kind}`, ...cache));
  const byMetadata = [...cache, "--cache-by", "metadata"];
  // The first by metadata learns size, time and inode of each.
  await scan(name, `out ${kind}`, ...byMetadata);
  const known = row(`${kind}, known by metadata`, cached, await scan(name, `out ${kind}`, ...byMetadata));
  second[kind] = {
    "same report folder": [again, first],
    "new report folder": [fresh, first],
    "by metadata": [known, first],
  };
}
console.table(rows);
/** Processor time does not depend on what else the machine does; the clock does. */
const times = (a, b) =>
  `${(a.rate / b.rate).toFixed(2)} times by the clock, ${(a.work / b.work).toFixed(2)} by processor time`;
console.log(
  `1 process against mammoth: ${times(one, mammoth)}; the child alone ${(one.child / mammoth.child).toFixed(2)}`,
);
console.log(`2 processes against 1: ${times(two, one)}`);
const share = (100 * one.cpu.scanning) / one.cpu.children;
console.log(
  `the parent takes ${share.toFixed(1)} % of the processor time of its child: what of the work does not divide`,
);
for (const [kind, ratios] of Object.entries(second)) {
  for (const [where, [again, first]] of Object.entries(ratios)) {
    console.log(`second run, ${kind}, ${where}: ${times(again, first)}`);
  }
}
