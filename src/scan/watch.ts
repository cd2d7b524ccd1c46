import { Worker } from "node:worker_threads";

/** Written to standard error before the watch ends a process for its memory. */
export const MEMORY_MARK = "gwlint: memory limit";

/**
 * A thread that looks once a second whether the process has outgrown its memory or outlived its parent, and ends it: the
 * main thread cannot while a document keeps it busy. The parent process hears why from standard error.
 */
export function watchSelf(memory: number): void {
  const source = `
    const { workerData: { memory, parent, mark } } = require("node:worker_threads");
    const { writeSync } = require("node:fs");
    setInterval(() => {
      const grown = process.memoryUsage.rss() > memory;
      // A pipe that is full takes no more: then the end is told as a crash.
      if (grown) try { writeSync(2, "\\n" + mark + "\\n"); } catch {}
      if (grown || process.ppid !== parent) process.kill(process.pid, "SIGKILL");
    }, 1000);`;
  const workerData = { memory, parent: process.ppid, mark: MEMORY_MARK };
  const resourceLimits = { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 1 };
  new Worker(source, { eval: true, workerData, resourceLimits }).unref();
}
