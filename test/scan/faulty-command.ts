// The command with documents that hang, fill memory, abort … on purpose: what the first line of a file asks for.
import { readFileSync, renameSync, statSync, writeSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import timers from "node:timers/promises";
import { main } from "../../src/cli/main.ts";
import { openServer } from "../../src/cli/scan-child.ts";
import { processWorld } from "../../src/cli/world.ts";
import { serve } from "../../src/scan/serve.ts";

// Who waits minutes for a share that is away waits a thousandth of it.
const { setTimeout: sleep } = timers;
timers.setTimeout = (milliseconds, ...rest) => sleep((milliseconds ?? 0) / 1000, ...rest);
syncBuiltinESMExports();

const FAULTS: Record<string, () => unknown> = {
  hang: () => new Promise((done) => setTimeout(done, 1e9)),
  slow: () => sleep(2500),
  // What is named by the environment is moved away under the run.
  vanish: () => {
    const victim = process.env["VANISHING"];
    if (victim && statSync(victim, { throwIfNoEntry: false })) renameSync(victim, `${victim}.away`);
  },
  busy: () => {
    for (;;);
  },
  "oom-heap": () => {
    const kept: string[][] = [];
    for (;;) kept.push(Array.from({ length: 1e5 }, (_, i) => `${i}${kept.length}`));
  },
  "oom-buffer": async () => {
    const kept: Buffer[] = [];
    for (;;) {
      kept.push(Buffer.alloc(64 * 1024 * 1024, 1));
      await new Promise((done) => setTimeout(done, 50));
    }
  },
  abort: () => process.abort(),
  "exit-0": () => process.exit(0),
  "exit-1": () => process.exit(1),
  sigsegv: () => process.kill(process.pid, "SIGSEGV"),
  "stdout-noise": () => {
    for (let i = 0; i < 1000; i++) writeSync(1, `{"kind":"line"} noise ${i}\n`);
  },
  "stderr-noise": () => {
    for (let i = 0; i < 1000; i++) process.stderr.write(`noise ${i}\n`);
  },
  throw: () => {
    throw new Error("a fault on purpose");
  },
  "reject-later": () => void setTimeout(() => Promise.reject(new Error("a fault on purpose")), 1),
  flood: () => {
    const noise = Buffer.alloc(1024 * 1024, "x");
    for (;;) {
      try {
        writeSync(3, noise);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
      }
    }
  },
  broken: () => writeSync(3, "this is no frame\n"),
};

function wordsOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

async function commit(path: string): Promise<void> {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats?.isFile()) return;
  const wanted = /^fault: (\S+)/.exec(wordsOf(path))?.[1];
  if (wanted) await FAULTS[wanted]!();
}

if (process.argv[2] === "scan-child") {
  await serve(async (setting) => {
    const world = { ...processWorld(), today: setting.today };
    const server = await openServer(setting, { world, language: "zh", finish: () => {} });
    return {
      ...server,
      async *scan(task, opening) {
        opening();
        await commit(task.path);
        yield* server.scan(task, opening);
      },
    };
  });
} else process.exitCode = await main(process.argv.slice(2));
