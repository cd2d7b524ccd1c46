import type { ScanLine, ScanRun } from "../model/scan.ts";
import { openJournal } from "./journal.ts";
import { fileLines } from "./lines.ts";
import { lockFolder } from "./lock.ts";
import { parseLine } from "./recover.ts";
import { ReportError } from "./report-error.ts";
import { differences, newRunId, reportFolder } from "./report-folder.ts";
import { seenNames } from "./seen.ts";
import { addLine, addsUp, emptyTotals, type Judgement, sumsOf } from "./totals.ts";

/** What a merge is told; what a scan of the whole would have been told is in the shards' runs. */
export interface MergeOrder {
  /** Report folders of the shards, absolute. */
  shards: readonly string[];
  report: string;
  judge(line: ScanLine): Judgement;
  closing(marks: { met: ReadonlySet<number>; used: ReadonlySet<number> }): Promise<ScanLine[]>;
}

/** The reports of all shards as that of one run. Refuses what is not whole: a part missing, unfinished, or of another run. */
export async function merge({ shards, report, judge, closing }: MergeOrder): Promise<ScanRun> {
  const folders = shards.map(reportFolder);
  const runs = folders.map((folder) => folder.run() ?? refuse("scan.no-report", { folder: folder.folder }));
  const first = runs[0]!;
  checkParts(runs, shards);
  const target = reportFolder(report);
  const unlock = lockFolder(report);
  try {
    if (target.run()) throw new ReportError("scan.merge-taken", { folder: report });
    const totals = emptyTotals();
    const seen = seenNames();
    const marks = { met: new Set<number>(), used: new Set<number>() };
    const { shard: _shard, ...basis } = first.basis;
    const started = runs.map((run) => run.started).sort()[0]!;
    const superiorUnread = runs.some((run) => run.superiorUnread);
    const run: ScanRun = {
      ...first,
      id: newRunId(),
      basis: { ...basis, shard: "" },
      shard: null,
      totals,
      superiorUnread,
      started,
      finished: null,
      complete: false,
    };
    target.writeRun(run);
    let failed: unknown = null;
    const journal = openJournal(target.results, 0, (error) => (failed = error));
    const take = (line: ScanLine, bytes: Buffer) => {
      if (failed) throw failed;
      if (!seen.add(line.path)) throw new ReportError("scan.merge-twice", { path: line.path });
      totals.found++;
      addLine(totals, sumsOf(line, judge(line)));
      for (const entry of line.exemptions?.met ?? []) marks.met.add(entry);
      for (const entry of line.exemptions?.used ?? []) marks.used.add(entry);
      journal.append(bytes);
    };
    try {
      for (const folder of folders) {
        for await (const { bytes } of fileLines(folder.results)) {
          take(parseLine(bytes) ?? refuse("scan.line-broken", { path: folder.results }), bytes);
        }
      }
      for (const line of await closing(marks)) take(line, Buffer.from(`${JSON.stringify(line)}\n`));
    } finally {
      await journal.close();
    }
    totals.ignored = Math.max(...runs.map((one) => one.totals.ignored));
    const expected = runs.reduce((sum, one) => sum + one.totals.found, 0);
    if (!addsUp(run) || totals.found < expected)
      throw new ReportError("scan.merge-sum", { found: totals.found, expected });
    Object.assign(run, {
      finished: runs
        .map((one) => one.finished!)
        .sort()
        .at(-1),
      complete: true,
    });
    target.writeRun(run);
    return run;
  } finally {
    unlock();
  }
}

function checkParts(runs: readonly ScanRun[], names: readonly string[]): void {
  const [first] = runs;
  const parts = new Set<number>();
  runs.forEach((run, i) => {
    const folder = names[i]!;
    if (!run.shard) throw new ReportError("scan.merge-whole", { folder });
    if (!run.complete) throw new ReportError("scan.merge-unfinished", { folder });
    const changed = differences(run.basis, first!.basis).filter((name) => name !== "shard");
    if (changed.length > 0) throw new ReportError("scan.merge-differs", { folder, changed: changed.join(" ") });
    if (run.shard.of !== first!.shard!.of || parts.has(run.shard.index)) {
      throw new ReportError("scan.merge-parts", { folder, part: `${run.shard.index}/${run.shard.of}` });
    }
    parts.add(run.shard.index);
  });
  const { of } = first!.shard!;
  const missing = Array.from({ length: of }, (_, i) => i + 1).filter((part) => !parts.has(part));
  if (missing.length > 0) throw new ReportError("scan.merge-missing", { missing: missing.join("、"), of });
}

function refuse(key: string, values: Record<string, string>): never {
  throw new ReportError(key, values);
}
