// Runs the hostile inputs (test/hostile, and the faults of a scan) and prints cases, passes, and the worst time and
// memory of each group. Memory is the highest of the process so far, the program and its test runner included.
//   npm run eval:hostile
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { table } from "./markdown-table.mjs";

const folder = mkdtempSync(join(tmpdir(), "gwlint-"));
const file = join(folder, "results.json");
const vitest = ["node_modules/vitest/vitest.mjs", "run", "test/hostile", "--maxWorkers=1", "--reporter=json"];
spawnSync(process.execPath, [...vitest, `--outputFile=${file}`], { stdio: ["ignore", "ignore", "inherit"] });
const { testResults } = JSON.parse(readFileSync(file, "utf8"));
rmSync(folder, { recursive: true });

const groups = new Map();
for (const one of testResults.flatMap(({ assertionResults }) => assertionResults)) {
  const name = one.ancestorTitles.at(-1).replace("hostile: ", "").replaceAll("'", "");
  const group = groups.get(name) ?? { cases: 0, passed: 0, worst: { ms: 0, title: "" }, rss: 0 };
  groups.set(name, group);
  group.cases++;
  if (one.status === "passed") group.passed++;
  else console.error(`${one.status}: ${one.fullName}`);
  if (one.duration > group.worst.ms) group.worst = { ms: one.duration, title: one.title };
  group.rss = Math.max(group.rss, one.meta?.rss ?? 0);
}
const sum = { cases: 0, passed: 0 };
const rows = [...groups].map(([name, { cases, passed, worst, rss }]) => {
  sum.cases += cases;
  sum.passed += passed;
  return [
    name,
    cases,
    passed,
    `${Math.round(worst.ms)} ms (${worst.title.slice(0, 40)})`,
    rss ? `${Math.round(rss)} MB` : "–",
  ];
});
console.log(table(["group", "cases", "passed", "slowest", "peak memory"], rows));
console.log(`${sum.passed} of ${sum.cases} pass`);
process.exitCode = sum.passed === sum.cases ? 0 : 1;
