import { appendFileSync, readFileSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { folderWith } from "../cli/run.ts";
import { bundledCommand, comparable, draft, results, run, runOf, start, statuses } from "./harness.ts";

let command = "";
beforeAll(async () => {
  command = await bundledCommand("faulty-command");
});

const drafts = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`档案/${i % 5}/${i}.md`, draft(i)]));

describe("a document that", () => {
  const cases: [fault: string, status: string][] = [
    ["hang", "timeout"],
    ["busy", "timeout"],
    ["oom-heap", "out-of-memory"],
    ["oom-buffer", "out-of-memory"],
    ["abort", "crashed"],
    ["exit-0", "crashed"],
    ["exit-1", "crashed"],
    ["sigsegv", "crashed"],
    ["throw", "crashed"],
    ["broken", "crashed"],
    ["flood", "crashed"],
  ];
  test("takes its process with it costs one file, each under its own status", { timeout: 120_000 }, async () => {
    const files: Record<string, string> = drafts(12);
    for (const [fault] of cases) files[`档案/${fault}.md`] = `fault: ${fault}\n`;
    files["档案/stdout-noise.md"] = `fault: stdout-noise\n${draft(98)}`;
    files["档案/slow.md"] = `fault: slow\n${draft(96)}`;
    files["档案/stderr-noise.md"] = `fault: stderr-noise\n${draft(99)}`;
    files["档案/reject-later.md"] = `fault: reject-later\n${draft(97)}`;
    const root = folderWith(files);
    const limits = ["--timeout", "2", "--heap", "64", "--memory", "400", "--jobs", "2"];
    const { status } = await run(command, root, ["scan", "档案", "--out", "报告", ...limits]);
    const ends = statuses(join(root, "报告"));
    for (const [fault, expected] of cases) expect([fault, ends[`档案/${fault}.md`]]).toEqual([fault, expected]);
    for (const path of Object.keys(drafts(12))) expect(ends[path]).toBe("checked-findings");
    // Too slow for the first attempt, and not for the second.
    expect(ends["档案/slow.md"]).toMatch(/^checked/);
    expect(ends["档案/stdout-noise.md"]).toMatch(/^checked/);
    expect(ends["档案/stderr-noise.md"]).toMatch(/^checked/);
    // Its fault comes after its result: which of the two the run met first is chance.
    expect(ends["档案/reject-later.md"]).toMatch(/^checked|crashed/);
    const lines = results(join(root, "报告"));
    expect(lines.get("档案/hang.md")!.file).toMatchObject({ attempts: 2, bytes: 12 });
    expect(lines.get("档案/hang.md")!.problem!.message).toContain("4 秒");
    expect(runOf(join(root, "报告")).totals.found).toBe(cases.length + 16);
    expect(status).toBe(3);
  });
});

describe("a run that was killed", () => {
  const scan = ["scan", "档案", "--out", "报告", "--jobs", "1"];

  /** Kills the run once it has written something, by `signal`. */
  async function cutOff(root: string, signal: NodeJS.Signals) {
    const { child, ended } = start(command, root, scan);
    const file = join(root, "报告", "results.jsonl");
    for (let size = 0; size === 0; ) {
      await new Promise((done) => setTimeout(done, 20));
      try {
        size = readFileSync(file).length;
      } catch {
        // Not there yet.
      }
    }
    child.kill(signal);
    return ended;
  }

  test("goes on where it stopped, its last line torn, and ends as an unbroken one", { timeout: 120_000 }, async () => {
    const root = folderWith(drafts(400));
    await run(command, root, ["scan", "档案", "--out", "全", "--jobs", "1"]);
    const ended = await cutOff(root, "SIGKILL");
    expect(ended.signal).toBe("SIGKILL");
    const results = join(root, "报告", "results.jsonl");
    appendFileSync(results, '{"path":"档案/0/0.md","status":"checked-cl');
    const refused = await run(command, root, scan);
    expect([refused.status, refused.err]).toEqual([2, expect.stringContaining("--resume")]);
    const differs = await run(command, root, [...scan, "--resume", "--fact", "kind=意见"]);
    expect([differs.status, differs.err]).toEqual([2, expect.stringContaining("--fact")]);
    expect(differs.err).not.toContain("规则");
    const { status } = await run(command, root, [...scan, "--resume"]);
    expect(status).toBe(1);
    expect(comparable(join(root, "报告"))).toEqual(comparable(join(root, "全")));
    expect(runOf(join(root, "报告")).totals).toEqual(runOf(join(root, "全")).totals);
    const again = await run(command, root, [...scan, "--resume"]);
    expect(again.status).toBe(1);
  });

  test("by Ctrl-C ends with 130 and says how to go on", { timeout: 60_000 }, async () => {
    const root = folderWith(drafts(3000));
    const { child, ended } = start(command, root, scan);
    await new Promise((done) => setTimeout(done, 1500));
    child.kill("SIGINT");
    const { status, err } = await ended;
    expect(status).toBe(130);
    expect(err).toContain("--resume");
    expect(runOf(join(root, "报告")).complete).toBe(false);
  });

  test("after a power cut left a hole in it, is taken up before the hole", { timeout: 60_000 }, async () => {
    const root = folderWith(drafts(30));
    await run(command, root, [...scan.slice(0, 2), "--out", "全"]);
    await run(command, root, scan);
    const report = join(root, "报告");
    const file = join(report, "results.jsonl");
    const { length } = readFileSync(file);
    truncateSync(file, length - 5000);
    truncateSync(file, length);
    const fs = await import("node:fs");
    fs.writeFileSync(join(report, "run.json"), JSON.stringify({ ...runOf(report), complete: false }));
    await run(command, root, [...scan, "--resume"]);
    expect(comparable(report)).toEqual(comparable(join(root, "全")));
  });
});

test("children that are killed cost nothing", { timeout: 60_000 }, async () => {
  const root = folderWith(drafts(600));
  const { child, ended } = start(command, root, ["scan", "档案", "--out", "报告", "--jobs", "2", "--recycle", "100"]);
  const children = () =>
    readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, "utf8").trim().split(" ").filter(Boolean).map(Number);
  let kills = 0;
  const timer = setInterval(() => {
    try {
      const [victim] = children();
      if (victim !== undefined && kills < 5) {
        process.kill(victim, "SIGKILL");
        kills++;
      }
    } catch {
      // It is gone already.
    }
  }, 700);
  const { status } = await ended;
  clearInterval(timer);
  expect(status).toBe(1);
  const ends = Object.values(statuses(join(root, "报告")));
  expect(ends).toHaveLength(600);
  expect(new Set(ends)).toEqual(new Set(["checked-findings"]));
});
