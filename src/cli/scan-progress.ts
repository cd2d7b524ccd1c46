import { lstat } from "node:fs/promises";
import { say } from "../language/say.ts";
import type { ScanRun } from "../model/scan.ts";
import type { Status } from "../model/source.ts";
import { cut } from "../report/terminal.ts";
import type { Job } from "../scan/pool.ts";
import type { ScanWatch } from "../scan/scan.ts";
import type { Session } from "./main.ts";

const ON_TERMINAL = 500;
const IN_A_LOG = 10_000;
/** A shorter run (milliseconds) shows no progress and counts nothing beforehand. */
const PATIENCE = 2_000;
/** Files counted between two looks at the rest of the work. */
const BREATH = 500;

/** What of the archive is known so far by counting, beside the work, what there is. */
interface Expected {
  files: number;
  bytes: number;
  counted: boolean;
}

/**
 * How far a scan is: one line rewritten in place on a terminal, a line every ten seconds elsewhere. The time left is
 * told from bytes, since one file may be a thousand times another, and once everything has been counted.
 */
export function scanProgress(
  { world, language }: Session,
  quiet: boolean,
  all: () => AsyncIterable<Job>,
): ScanWatch & { done(): void } {
  const terminal = world.errIsTerminal;
  let timers: NodeJS.Timeout[] = [];
  let shown = false;
  const expected: Expected = { files: 0, bytes: 0, counted: false };
  let stopped = false;
  async function count(): Promise<void> {
    for await (const { path } of all()) {
      if (stopped) return;
      const stats = await lstat(path).catch(() => null);
      expected.files++;
      expected.bytes += stats?.isFile() ? stats.size : 0;
      if (expected.files % BREATH === 0) await new Promise((done) => setImmediate(done));
    }
    expected.counted = true;
  }
  return {
    began(run, memory) {
      if (quiet) return;
      const started = performance.now();
      const before = { files: run.totals.summary.documents, bytes: run.totals.bytes };
      const tell = () => {
        const seconds = (performance.now() - started) / 1000;
        const text = progressLine(run, before, expected, seconds, memory(), language);
        shown = true;
        // A line that wraps is not taken back by \r: each one would leave its upper part behind. ^C is echoed behind it.
        world.err(terminal ? `\r${cut(text, world.errColumns() - 3)}\u001b[K` : `${text}\n`);
      };
      const begin = () => {
        // A share that cannot be counted shows no time left; that it cannot be read is told by the scan itself.
        if (!run.shard) count().catch(() => {});
        timers.push(setInterval(tell, terminal ? ON_TERMINAL : IN_A_LOG));
      };
      timers.push(setTimeout(begin, terminal ? PATIENCE : 0));
      for (const timer of timers) timer.unref();
    },
    done() {
      stopped = true;
      for (const timer of timers) clearTimeout(timer);
      timers = [];
      if (shown && terminal) world.err("\r\u001b[K");
      shown = false;
    },
  };
}

/** 已查 1200/20000 个文件，35/580 MB，每秒 240 个，约剩 1 分 18 秒　有问题 900、没有问题 280、不支持的类型 20. */
function progressLine(
  { totals }: ScanRun,
  before: { files: number; bytes: number },
  expected: Expected,
  seconds: number,
  memory: readonly number[],
  language: Session["language"],
): string {
  const { summary, bytes } = totals;
  const files = summary.documents;
  const rate = (files - before.files) / Math.max(seconds, 0.001);
  const byteRate = (bytes - before.bytes) / Math.max(seconds, 0.001);
  const { counted } = expected;
  const left = counted && byteRate > 0 ? Math.max(0, expected.bytes - bytes) / byteRate : null;
  const statuses = Object.entries(summary.byStatus) as [Status, number][];
  return say(language, "scan.progress", {
    files: counted ? `${files}/${expected.files}` : files,
    megabytes: counted ? `${megabytes(bytes)}/${megabytes(expected.bytes)}` : megabytes(bytes),
    rate: rate.toFixed(rate < 10 ? 1 : 0),
    left: left === null ? "" : say(language, "scan.progress-left", { time: duration(left, language) }),
    statuses: statuses
      .map(([status, number]) => `${say(language, `status.${status}`)} ${number}`)
      .join(say(language, "scan.joint")),
    memory: memory.map(megabytes).join("+"),
  });
}

const megabytes = (bytes: number) => Math.round(bytes / 1048576);

/** Seconds as people say them. */
export function duration(seconds: number, language: Session["language"]): string {
  const whole = Math.round(seconds);
  const values = { hours: Math.floor(whole / 3600), minutes: Math.floor(whole / 60) % 60, seconds: whole % 60 };
  return say(language, whole >= 3600 ? "scan.hours" : whole >= 60 ? "scan.minutes" : "scan.seconds", values);
}
