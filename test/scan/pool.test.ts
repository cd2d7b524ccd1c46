import { describe, expect, test } from "vitest";
import type { Child, Death } from "../../src/scan/child.ts";
import { type Job, openPool, ShareLost } from "../../src/scan/pool.ts";
import type { LineReply, Task } from "../../src/scan/protocol.ts";
import { ROOT_GONE } from "../../src/scan/snapshot.ts";
import type { LineSums } from "../../src/scan/totals.ts";

/** What a pretended child does with a file: answers, fails for the disk's sake, or ends. */
type Deed = "answer" | "trouble" | "root-gone" | Death;

/** Children without processes. `deed` is asked for every task begun. */
function pretend(files: number, deed: (task: Task) => Deed) {
  const lines: string[] = [];
  const lost: [string, string, number][] = [];
  const pauses: number[] = [];
  let born = 0;
  const pool = openPool({
    jobs: 2,
    recycleFiles: 50,
    recycleBytes: 1e9,
    wait: async (milliseconds) => void pauses.push(milliseconds),
    line: ({ trouble }, _payload, { name }) => lines.push(trouble ? `${name} ${trouble}` : name),
    lost: ({ name, attempt }, { status }) => lost.push([name, status, attempt]),
    start(take) {
      born++;
      const hand: Task[] = [];
      let death: Death | null = null;
      let answered = 0;
      let dropped = -1;
      let wake = () => {};
      let change = new Promise<void>((done) => (wake = done));
      const tell = () => {
        wake();
        change = new Promise<void>((done) => (wake = done));
      };
      const work = async () => {
        await null;
        while (hand[0] && !death) {
          const task = hand[0];
          const done = deed(task);
          if (typeof done === "object") {
            death = done;
            break;
          }
          hand.shift();
          answered++;
          const failed = done !== "answer";
          const trouble = failed ? { trouble: done === "trouble" ? "EIO" : ROOT_GONE } : {};
          const sums: LineSums = ["checked-clean", failed ? 0 : 10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ""];
          const reply: LineReply = {
            kind: "line",
            task: task.id,
            last: true,
            name: task.name,
            sums,
            rss: 1,
            checked: true,
            bytes: 0,
            sealed: 0,
            ...trouble,
          };
          if (task.epoch > dropped) take(reply, { line: Buffer.alloc(0), sealed: Buffer.alloc(0) }, task);
          if (failed) dropped = task.epoch;
          tell();
          await null;
        }
        tell();
      };
      return {
        ready: Promise.resolve({ kind: "ready", packs: [], basis: {}, superiorUnread: false }),
        hand,
        get worked() {
          return answered;
        },
        rss: 1,
        get death() {
          return death;
        },
        give(task) {
          hand.push(task);
          if (hand.length === 1) void work();
        },
        takeBack: () => hand.splice(0),
        changed: () => change,
        release() {},
        kill() {
          death ??= { status: "crashed", how: "SIGKILL" };
          tell();
        },
      } satisfies Child;
    },
  });
  async function* jobs(): AsyncGenerator<Job> {
    for (let i = 0; i < files; i++) yield { path: `/${i}`, name: `${i}`, named: false };
  }
  const run = async () => {
    await pool.open();
    await pool.run(jobs());
  };
  return { run, lines, lost, pauses, born: () => born };
}

const all = (files: number) => Array.from({ length: files }, (_, i) => `${i}`);
const sorted = (names: readonly string[]) => [...names].sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));

describe("a pool", () => {
  test("gives every file one answer and replaces children that have done their share", async () => {
    const { run, lines, born } = pretend(400, () => "answer");
    await run();
    expect(sorted(lines)).toEqual(all(400));
    expect(born()).toBeGreaterThan(6);
  });

  test("tries a file again alone, and gives it up the second time", async () => {
    let alone = true;
    let begun = 0;
    const { run, lines, lost } = pretend(100, (task) => {
      begun++;
      if (task.name === "13") return { status: "timeout" };
      if (task.name === "14" && task.attempt === 1) return { status: "crashed", how: "exit 1" };
      if (task.attempt === 2 && task.name !== "14") alone = false;
      return "answer";
    });
    await run();
    expect(lost).toEqual([["13", "timeout", 2]]);
    expect(sorted(lines)).toEqual(all(100).filter((name) => name !== "13"));
    expect(alone).toBe(true);
    expect(begun).toBe(102);
  });

  test("does not blame a file for a kill from outside", async () => {
    let kills = 0;
    const { run, lines, lost } = pretend(60, (task) => {
      if (task.name !== "7" || kills === 3) return "answer";
      kills++;
      return { status: "crashed", how: "SIGKILL" };
    });
    await run();
    expect(lost).toEqual([]);
    expect(sorted(lines)).toEqual(all(60));
  });

  test("waits when the disk fails, and a file that alone cannot be read gets its line", async () => {
    const { run, lines, pauses } = pretend(120, ({ name }) => (name === "30" ? "trouble" : "answer"));
    await run();
    expect(sorted(lines)).toEqual(all(120).map((name) => (name === "30" ? "30 EIO" : name)));
    expect(pauses[0]).toBe(1000);
  });

  test("records no file of a folder that is away, be it the last one", async () => {
    const { run, lines, pauses } = pretend(120, ({ name }) => (name === "119" ? "root-gone" : "answer"));
    await expect(run()).rejects.toThrow(ShareLost);
    expect(sorted(lines)).toEqual(all(119));
    expect(pauses).toHaveLength(9);
  });

  test("goes on when the disk is back, nothing lost", async () => {
    let away = 0;
    const { run, lines } = pretend(120, ({ name }) => {
      if (name === "40") away ||= 1;
      return away > 0 && away++ < 6 ? "trouble" : "answer";
    });
    await run();
    expect(sorted(lines)).toEqual(all(120));
  });

  test("stops after ten failures in a row, waiting twice as long each time, and records none of them", async () => {
    const { run, lines, pauses } = pretend(120, ({ name }) => (Number(name) >= 30 ? "trouble" : "answer"));
    await expect(run()).rejects.toThrow(ShareLost);
    expect(lines.every((name) => Number(name) < 30)).toBe(true);
    expect(pauses).toEqual([1000, 2000, 4000, 8000, 16000, 32000, 64000, 128000, 256000]);
  });
});
