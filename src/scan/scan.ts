import { statSync } from "node:fs";
import type { DocumentResult } from "../model/result.ts";
import type { ExemptionMarks, ScanLine, ScanRun, ScanTotals } from "../model/scan.ts";
import type { ReadFailure } from "../model/source.ts";
import { refusedResult } from "../result/document-result.ts";
import { bareLine } from "./bare-line.ts";
import { type Keeping, openKeeping } from "./cache/keep.ts";
import { type ChildCommand, type Death, startChild } from "./child.ts";
import { type Journal, openJournal } from "./journal.ts";
import { lockFolder } from "./lock.ts";
import { type Job, openPool } from "./pool.ts";
import type { LineReply, Payload, Task } from "./protocol.ts";
import { recover } from "./recover.ts";
import { ReportError } from "./report-error.ts";
import { differences, newRunId, type ReportFolder, reportFolder } from "./report-folder.ts";
import { type Seen, seenNames } from "./seen.ts";
import type { Setting } from "./setting.ts";
import { inShard } from "./shard.ts";
import { snapshot } from "./snapshot.ts";
import { addLine, addsUp, emptyTotals, type Judgement, sumsOf } from "./totals.ts";

/** What a scan is told. */
export interface ScanOrder {
  /** Folder of the report, absolute. */
  report: string;
  setting: Omit<Setting, "earlier">;
  command: ChildCommand;
  jobs: number;
  /** Seconds a file may take, and on its second attempt. */
  seconds: { first: number; second: number };
  recycleFiles: number;
  /** Goes on with an unfinished run; begins where there is none. */
  resume: boolean;
  /** Throws an unfinished run away. */
  restart: boolean;
  shard: ScanRun["shard"];
  tool: string;
  inputs: string[];
  options: Record<string, unknown>;
  /** What results depend on beyond what a child tells: inputs, options. */
  basis: Record<string, string>;
  /** Files one after another as they are found, and how many were passed over by a rule until now. */
  files(): AsyncIterable<Job>;
  ignored(): number;
  judge(line: ScanLine): Judgement;
  /** Lines about files of the run that are no documents, once every document was seen: exemptions used for nothing. */
  closing(marks: { met: ReadonlySet<number>; used: ReadonlySet<number> }): Promise<DocumentResult[]>;
  /** Aborted by Ctrl-C. */
  interrupted: AbortSignal;
}

/** What is told while a scan goes on. */
export interface ScanWatch {
  began(run: ScanRun, memory: () => number[]): void;
}

/** The run stopped before its end; the journal is whole, and `totals` tells how far it came. */
export class Stopped extends Error {
  override readonly cause: unknown;
  readonly totals: ScanTotals;
  constructor(cause: unknown, totals: ScanTotals) {
    super("the scan stopped");
    this.name = "Stopped";
    this.cause = cause;
    this.totals = totals;
  }
}

/**
 * The whole of a scan: find → hand to children → write a line each → add up. Returns the finished run; where no line
 * changed it bears the id of the run before.
 */
export async function scan(order: ScanOrder, watch: ScanWatch): Promise<ScanRun> {
  const folder = reportFolder(order.report);
  const unlock = lockFolder(order.report);
  try {
    const before = folder.run();
    const unfinished = before !== null && !before.complete && hasLines(folder.results);
    if (unfinished && !order.resume && !order.restart)
      throw new ReportError("scan.unfinished", { folder: order.report });
    if (before && order.resume && before.complete) return before;
    return await scanInto(folder, unfinished && order.resume ? before : null, order, watch);
  } finally {
    unlock();
  }
}

const hasLines = (results: string) => (statSync(results, { throwIfNoEntry: false })?.size ?? 0) > 0;

async function scanInto(
  folder: ReportFolder,
  resumed: ScanRun | null,
  order: ScanOrder,
  watch: ScanWatch,
): Promise<ScanRun> {
  const finished = resumed ? null : folder.run();
  const laidAside = folder.earlier(finished?.complete ? finished : null);
  const setting: Setting = {
    ...order.setting,
    today: resumed?.today ?? order.setting.today,
    earlier: order.setting.cache ? laidAside : null,
  };
  const limit = ({ attempt }: Task) => 1000 * (attempt === 1 ? order.seconds.first : order.seconds.second);
  let line: (reply: LineReply, payload: Payload, task: Task) => void = () => {};
  let lost: (task: Task, death: Death) => void = () => {};
  const pool = openPool({
    jobs: order.jobs,
    start: (take) => startChild(order.command, setting, limit, take),
    recycleFiles: order.recycleFiles,
    recycleBytes: setting.memory * 0.7,
    line: (...reply) => line(...reply),
    lost: (...end) => lost(...end),
  });
  const interrupt = () => pool.halt(order.interrupted.reason);
  order.interrupted.addEventListener("abort", interrupt);
  let journal: Journal | null = null;
  let keeping: Keeping | null = null;
  const seen = seenNames();
  const totals = emptyTotals();
  const marks = { met: new Set<number>(), used: new Set<number>() };
  const mark = (own: ExemptionMarks | undefined) => {
    for (const entry of own?.met ?? []) marks.met.add(entry);
    for (const entry of own?.used ?? []) marks.used.add(entry);
  };
  let run: ScanRun | null = null;
  try {
    const ready = await pool.open();
    const basis = { ...ready.basis, ...order.basis };
    if (resumed) {
      const changed = differences(resumed.basis, basis);
      if (changed.length > 0) throw new ReportError("scan.resume-differs", { changed: changed.join(" ") });
    } else if (finished?.complete) folder.layAside();
    const { tool, inputs, options, shard } = order;
    const { packs, superiorUnread } = ready;
    const fresh = { id: newRunId(), tool, basis, packs, superiorUnread, inputs, options, shard, today: setting.today };
    run = resumed ?? { ...fresh, totals, started: new Date().toISOString(), finished: null, complete: false };
    run.totals = totals;
    const size = resumed
      ? await recover(folder.results, (one) => {
          seen.add(one.path);
          totals.found++;
          addLine(totals, sumsOf(one, order.judge(one)));
          mark(one.exemptions);
        })
      : 0;
    folder.writeRun(run);
    journal = openJournal(folder.results, size, pool.halt);
    keeping = openKeeping(setting, run, order.report, journal);
    line = (reply, payload, task) => {
      // A member of an archive is found when it is met; one that an earlier attempt at the archive told is there already.
      if (reply.name !== task.name) {
        if (!seen.add(reply.name)) return;
        totals.found++;
      }
      keeping!.take(reply, payload);
      addLine(totals, reply.sums);
      mark(reply.exemptions);
    };
    const own = (one: ScanLine) => {
      keeping!.add(Buffer.from(`${JSON.stringify(one)}\n`));
      addLine(totals, sumsOf(one, order.judge(one)));
    };
    lost = (task, death) => own(lostLine(task, death, order));
    watch.began(run, pool.memory);
    await pool.run(jobs(order, seen, totals));
    for (const result of shard ? [] : await order.closing(marks)) {
      if (seen.has(result.path)) continue;
      totals.found++;
      own(bareLine(result));
    }
    if (!addsUp(run)) throw new Error(`${totals.found} files, statuses ${JSON.stringify(totals.summary.byStatus)}`);
    totals.ignored = order.ignored();
    const unchanged = keeping.isAsBefore(finished);
    if (!unchanged) keeping.settle();
    await journal.close();
    journal = null;
    await keeping.finish(!unchanged);
    if (unchanged) {
      // The results of the run before are these: they stay, and what the cache knows of them stays true.
      folder.takeUp();
      run.id = finished!.id;
    }
    Object.assign(run, { finished: new Date().toISOString(), complete: true });
    folder.writeRun(run);
    folder.forgetEarlier();
    return run;
  } catch (error) {
    pool.halt(error);
    if (!run) throw error;
    totals.ignored = order.ignored();
    await settle(folder, run, journal, keeping);
    throw new Stopped(error, totals);
  } finally {
    order.interrupted.removeEventListener("abort", interrupt);
  }
}

/** What can still be written is written: the reason of the stop is told, not what it made impossible. */
async function settle(
  folder: ReportFolder,
  run: ScanRun,
  journal: Journal | null,
  keeping: Keeping | null,
): Promise<void> {
  try {
    if (journal) keeping?.settle();
    await journal?.close();
    folder.writeRun(run);
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
  }
}

/** The files of this part that have no line yet. */
async function* jobs(
  { files, shard }: ScanOrder,
  seen: Pick<Seen, "has" | "size">,
  totals: ScanTotals,
): AsyncGenerator<Job> {
  for await (const job of files()) {
    if (!inShard(job.name, shard) || (seen.size > 0 && seen.has(job.name))) continue;
    totals.found++;
    yield job;
  }
}

/** The line of a file that took two children with it. */
function lostLine(task: Task, death: Death, { setting, seconds, command }: ScanOrder): ScanLine {
  const failure: ReadFailure = {
    status: death.status,
    reason: `scan.${death.status}`,
    values: {
      seconds: seconds.second,
      heap: command.heap,
      memory: Math.round(setting.memory / 1048576),
      how: death.status === "crashed" ? death.how : "",
    },
  };
  const { file } = snapshot(task.path, null, task.attempt);
  return bareLine(refusedResult(task.name, failure, setting.language), file);
}
