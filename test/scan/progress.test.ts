// How far a scan is, on a terminal and off one.
import { spawnSync } from "node:child_process";
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Session } from "../../src/cli/main.ts";
import { scanProgress } from "../../src/cli/scan-progress.ts";
import type { ScanRun } from "../../src/model/scan.ts";
import { width } from "../../src/report/terminal.ts";
import { emptyTotals } from "../../src/scan/totals.ts";
import { folderWith } from "../cli/run.ts";
import { bundledCommand, startProgram } from "./harness.ts";

describe("progress", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** What is shown of a run in which 40 files and 2 MB are done every second. */
  async function shown(seconds: number, { terminal = true, columns = 100, quiet = false } = {}) {
    const said: string[] = [];
    const world = { errIsTerminal: terminal, errColumns: () => columns, err: (text: string) => void said.push(text) };
    const session = { world, language: "zh" } as unknown as Session;
    const totals = emptyTotals();
    const progress = scanProgress(session, quiet, async function* () {});
    progress.began({ totals, shard: null } as unknown as ScanRun, () => [100, 100]);
    for (let second = 0; second < seconds; second++) {
      totals.summary.documents += 40;
      totals.summary.byStatus["checked-findings"] = totals.summary.documents;
      totals.bytes += 2 * 1024 * 1024;
      await vi.advanceTimersByTimeAsync(1000);
    }
    const before = said.length;
    progress.done();
    const end = said.slice(before);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(said.length).toBe(before + end.length);
    return { lines: said.slice(0, before), end };
  }

  test("on a terminal is one line written over itself twice a second, taken away at the end", async () => {
    const { lines, end } = await shown(5);
    expect(lines).toHaveLength(6);
    for (const line of lines) expect(line).toMatch(/^\r[^\r\n]*\u001b\[K$/);
    expect(lines.at(-1)).toContain("已查 200");
    expect(lines.at(-1)).toContain("10/0 MB，每秒 40 个");
    expect(lines.at(-1)).toContain("查过，有问题 200");
    expect(end).toEqual(["\r\u001b[K"]);
  });

  test.each([20, 40, 60])("fits into a terminal of %i columns", async (columns) => {
    const { lines } = await shown(4, { columns });
    for (const line of lines) {
      expect(width(line.slice(1, -3))).toBeLessThanOrEqual(columns - 3);
      expect(line).toContain("已查");
    }
  });

  test("of a run of two seconds is not shown at all", async () => {
    expect(await shown(2)).toEqual({ lines: [], end: [] });
  });

  test("off a terminal is a line every ten seconds, without control characters", async () => {
    const { lines, end } = await shown(31, { terminal: false });
    expect(lines).toHaveLength(3);
    expect(lines[1]).toMatch(/^已查 8[04]0[^\n]*\n$/);
    expect(lines.join("")).not.toMatch(/[\r\u001b]/);
    expect(end).toEqual([]);
  });

  test("is silent with --quiet", async () => {
    expect((await shown(30, { quiet: true })).lines).toEqual([]);
  });
});

describe("a scan on a terminal", () => {
  const pseudo = spawnSync("script", ["-qec", "true", "/dev/null"]).status === 0;
  let command = "";
  beforeAll(async () => {
    command = await bundledCommand("faulty-command");
  });

  test("shows how far it is, and Ctrl-C clears the line and says how to go on", async ({ skip }) => {
    skip(!pseudo, "no pseudo terminal here");
    const drafts = Array.from({ length: 30 }, (_, i) => [`档案/${i}.md`, `# 关于第${i}项工作的通知\n\n各单位：\n`]);
    const root = folderWith({ ...Object.fromEntries(drafts), "档案/慢.md": "fault: hang\n" });
    const scan = `'${process.execPath}' '${command}' scan 档案 --out 报告 --jobs 1`;
    const { child, ended } = startProgram("script", ["-qec", `stty cols 50; ${scan}`, "/dev/null"], root);
    let seen = "";
    await new Promise<void>((done) => {
      child.stdout.on("data", (text: Buffer) => {
        seen += text.toString();
        if (seen.split("已查").length > 3) done();
      });
      child.on("close", () => done());
    });
    child.stdin.write("\u0003");
    const { status, out } = await ended;
    expect(status).toBe(130);
    const [shown, after] = out.split(/\r\u001b\[K(?=[^\r]*已中断)/);
    const lines = shown!.split("\r").filter((line) => line.includes("已查"));
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(width(line.replace("\u001b[K", ""))).toBeLessThan(50);
    expect(after).toContain("--resume");
    expect(after).not.toContain("\u001b");
  });
});
