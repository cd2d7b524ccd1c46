import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { folderWith } from "../cli/run.ts";
import { bundledCommand, run, statuses } from "./harness.ts";

let command = "";
beforeAll(async () => {
  command = await bundledCommand("command");
});

/** What opens a connection: modules of the runtime, and functions that need none. */
const MODULES =
  /(?:from|require\(|import\()\s*"(?:node:)?(?:https?|http2|net|tls|dns|dns\/promises|dgram|inspector|undici)"/g;
const FUNCTIONS =
  /(?<![.\w$])(?:fetch|XMLHttpRequest|WebSocket|EventSource)\s*\(|new (?:WebSocket|XMLHttpRequest|EventSource)\b/g;

test("nothing in the program opens a connection", () => {
  const folder = dirname(command);
  let scripts = 0;
  for (const name of readdirSync(folder)) {
    if (!/\.m?js$/.test(name)) continue;
    scripts++;
    const text = readFileSync(join(folder, name), "utf8");
    expect([name, text.match(MODULES) ?? []]).toEqual([name, []]);
    expect([name, text.match(FUNCTIONS) ?? []]).toEqual([name, []]);
  }
  expect(scripts).toBeGreaterThan(30);
  // The patterns do find what they look for.
  expect('import a from"node:net";'.match(MODULES)).toHaveLength(1);
  expect("await fetch(url)".match(FUNCTIONS)).toHaveLength(1);
});

const alone = spawnSync("unshare", ["-rn", "true"]).status === 0;
test.skipIf(!alone)("a scan without any network ends as one with it", async () => {
  const root = folderWith({ "档案/a.md": "# 关于防汛的通知\n\n各单位：\n\n一、做好值守。\n", "档案/b.txt": "说明\n" });
  await run(command, root, ["scan", "档案", "--out", "一"]);
  try {
    execFileSync("unshare", ["-rn", process.execPath, command, "scan", "档案", "--out", "二"], { cwd: root });
  } catch (error) {
    // Findings end with 1 as well.
    expect((error as { status: number }).status).toBe(1);
  }
  expect(statuses(join(root, "二"))).toEqual(statuses(join(root, "一")));
});
