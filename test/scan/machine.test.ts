// What the machine and the network do to a run: a full disk, permissions, a share that goes away.
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { goneWith, rootsAmong } from "../../src/scan/share.ts";
import { folderWith } from "../cli/run.ts";
import {
  bundledCommand,
  comparable,
  draft,
  results,
  run,
  runOf,
  type Start,
  startProgram,
  statuses,
} from "./harness.ts";

let command = "";
beforeAll(async () => {
  command = await bundledCommand("faulty-command");
});

const drafts = (count: number, folder = "档案") =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`${folder}/${i}.md`, draft(i)]));
const scan = ["scan", "档案", "--out", "报告", "--jobs", "1"];

/** Every line whole, and none twice. */
const wholeLines = (report: string) => {
  expect(readFileSync(join(report, "results.jsonl"), "utf8")).toMatch(/(?:^|\n)$/);
  return results(report).size;
};

describe("a disk that takes no more", () => {
  const mounts = spawnSync("unshare", ["-rm", "sh", "-c", "mount -t tmpfs tmpfs /mnt"]).status === 0;

  test("ends the run with 2 and words, what was written stays, and it goes on once there is room", async ({ skip }) => {
    skip(!mounts, "no small disk can be mounted here");
    const root = folderWith(drafts(180));
    await run(command, root, ["scan", "档案", "--out", "全"]);
    mkdirSync(join(root, "报告"));
    const gwlint = `"${process.execPath}" "${command}" ${scan.join(" ")}`;
    // The disk is gone with the process that mounted it, so that all of it happens in one.
    const script = `mount -t tmpfs -o size=448k tmpfs 报告
      ${gwlint}; echo "一 $?"
      cp -r 报告 满
      mount -o remount,size=64m 报告
      ${gwlint} --resume; echo "二 $?"
      cp -r 报告 后`;
    const { out, err } = await startProgram("unshare", ["-rm", "sh", "-c", script], root).ended;
    expect(out.match(/^[一二] \d+$/gm)).toEqual(["一 2", "二 1"]);
    expect(err).toContain("磁盘满了");
    expect(err).toContain("--resume");
    const kept = wholeLines(join(root, "满"));
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(180);
    expect(comparable(join(root, "后"))).toEqual(comparable(join(root, "全")));
  });

  test("or a file that may not grow further, likewise", async ({ skip }) => {
    skip(process.platform === "win32", "no limit on the size of files here");
    const root = folderWith(drafts(120));
    await run(command, root, ["scan", "档案", "--out", "全"]);
    const gwlint = `exec "${process.execPath}" "${command}" ${scan.join(" ")}`;
    const { status, err } = await startProgram("sh", ["-c", `ulimit -f 200; ${gwlint}`], root).ended;
    expect([status, err]).toEqual([2, expect.stringContaining("写不进去（EFBIG）")]);
    expect(err).toContain("--resume");
    expect(wholeLines(join(root, "报告"))).toBeLessThan(120);
    expect(runOf(join(root, "报告")).complete).toBe(false);
    const { status: second } = await run(command, root, [...scan, "--resume"]);
    expect(second).toBe(1);
    expect(comparable(join(root, "报告"))).toEqual(comparable(join(root, "全")));
  });
});

describe("without permission", () => {
  const root = process.getuid?.() === 0;
  const NOBODY = { uid: 65534, gid: 65534 };

  /** A user whom permissions hold: whoever runs the tests, or nobody where that is root; null where there is none. */
  function user(): Start | null {
    if (process.platform === "win32") return null;
    if (!root) return {};
    const reads = ["-e", `require("node:fs").readFileSync(${JSON.stringify(command)})`];
    return spawnSync(process.execPath, reads, NOBODY).status === 0 ? NOBODY : null;
  }
  function folderOf(files: Record<string, string>): string {
    const folder = folderWith(files);
    if (root) execFileSync("chown", ["-R", "65534:65534", folder]);
    return folder;
  }

  test("a folder and a file are named, and the rest is read", async ({ skip }) => {
    const who = user();
    skip(who === null, "nobody here whom permissions hold");
    const cwd = folderOf({
      ...drafts(3),
      "档案/密/a.md": draft(1),
      "档案/列/.gitignore": "x\n",
      "档案/列/b.md": draft(2),
    });
    for (const name of ["档案/密", "档案/1.md", "档案/列/.gitignore"]) chmodSync(join(cwd, name), 0);
    const { status } = await run(command, cwd, scan, who!);
    expect(status).toBe(3);
    expect(statuses(join(cwd, "报告"))).toEqual({
      "档案/密": "unreadable",
      "档案/1.md": "unreadable",
      "档案/0.md": "checked-findings",
      "档案/2.md": "checked-findings",
      "档案/列/b.md": "checked-findings",
    });
    expect(results(join(cwd, "报告")).get("档案/1.md")!.problem!.message).toContain("权限");
  });

  test("to write the report nothing is scanned, and the words name the folder", async ({ skip }) => {
    const who = user();
    skip(who === null, "nobody here whom permissions hold");
    const cwd = folderOf({ ...drafts(3), "锁/x": "" });
    chmodSync(join(cwd, "锁"), 0o500);
    for (const out of ["锁", "锁/报告"]) {
      const { status, err } = await run(command, cwd, ["scan", "档案", "--out", out], who!);
      expect([status, err]).toEqual([2, expect.stringMatching(/锁.*写不进去（EACCES）/)]);
    }
    expect(existsSync(join(cwd, "锁/报告"))).toBe(false);
  });
});

test("a report folder that is a file is refused before anything is scanned", async () => {
  const root = folderWith({ ...drafts(2), 报告: "mine" });
  const { status, err } = await run(command, root, scan);
  expect([status, err]).toEqual([2, expect.stringContaining("写不进去")]);
  expect(readFileSync(join(root, "报告"), "utf8")).toBe("mine");
});

describe("what is no longer there when its turn comes", () => {
  const vanishing = { "档案/消失.md": `fault: vanish\n\n${draft(99)}` };
  const files = { ...drafts(40), ...drafts(40, "档案/子"), ...vanishing };

  /** Runs while `victim` is moved away under it, then again after it came back. */
  async function awayAndBack(victim: string) {
    const root = folderWith({ ...files, "档案/子/消失.md": vanishing["档案/消失.md"] });
    await run(command, root, ["scan", "档案", "--out", "全"]);
    const first = await run(command, root, scan, { env: { VANISHING: join(root, victim) } });
    const report = join(root, "报告");
    const before = existsSync(join(report, "results.jsonl")) ? results(report) : new Map();
    renameSync(join(root, `${victim}.away`), join(root, victim));
    const second = await run(command, root, [...scan, "--resume"]);
    return { root, report, first, before, second };
  }

  test.each(["档案", "档案/子"])(
    "%s with all that is in it: the share is away, and no file is told",
    async (victim) => {
      const { root, report, first, before, second } = await awayAndBack(victim);
      expect(first.status).toBe(3);
      expect(first.err).toContain(victim === "档案" ? "要查的文件夹不见了" : "接连 10 个文件都是这样");
      expect(first.err).toContain("--resume");
      expect([...before.values()].filter(({ status }) => status === "unreadable")).toEqual([]);
      expect(before.size).toBeLessThan(82);
      expect(second.status).toBe(1);
      expect(comparable(report)).toEqual(comparable(join(root, "全")));
      expect(runOf(report).totals).toEqual(runOf(join(root, "全")).totals);
    },
  );

  test("a file alone is told, and the run goes on", async () => {
    const root = folderWith(files);
    const env = { VANISHING: join(root, "档案/消失.md") };
    const { status } = await run(command, root, scan, { env });
    expect(status).toBe(3);
    const lines = results(join(root, "报告"));
    expect(lines.size).toBe(81);
    expect(lines.get("档案/消失.md")).toMatchObject({ status: "unreadable", problem: { code: "open.gone" } });
    expect([...lines.values()].filter((line) => line.status === "unreadable")).toHaveLength(1);
  });

  test("is told from what went with it: a share that is unmounted leaves an empty folder on another disk", () => {
    const root = mkdtempSync(join(tmpdir(), "gwlint-"));
    mkdirSync(join(root, "空"));
    const roots = rootsAmong([root, join(root, "没有")]);
    expect(roots).toEqual([{ path: root, disk: expect.any(Number) }]);
    expect(goneWith(join(root, "a.md"), roots)).toBeNull();
    expect(goneWith(join(root, "空/a.md"), roots)).toBe("folder");
    expect(goneWith(join(root, "没有/a.md"), roots)).toBe("folder");
    expect(goneWith(join(root, "a.md"), [{ path: root, disk: -1 }])).toBe("root");
    expect(goneWith(root, [{ path: root, disk: -1 }])).toBe("root");
    expect(goneWith(join(root, "a.md"), [{ path: `${root}x`, disk: -1 }])).toBeNull();
    rmSync(root, { recursive: true });
    expect(goneWith(join(root, "a.md"), roots)).toBe("root");
  });
});
