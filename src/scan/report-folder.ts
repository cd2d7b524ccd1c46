import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ScanRun } from "../model/scan.ts";
import { asReportError } from "./journal.ts";
import { ReportError } from "./report-error.ts";

const RESULTS = "results.jsonl";
const RUN = "run.json";
/** Results and run of the scan before, while the next one writes: lines that a cache knows are taken from there. */
const PREVIOUS_RESULTS = "results.previous.jsonl";
const PREVIOUS_RUN = "run.previous.json";

/** The files of a report folder. */
export interface ReportFolder {
  folder: string;
  results: string;
  /** What stands in `run.json`, null in a new folder. */
  run(): ScanRun | null;
  /**
   * Results that lines may be taken from: of `finished`, where they will be laid aside, else those laid aside already. Null
   * where there are none, or somebody has written in them since: then lines no longer lie where a cache knows them.
   */
  earlier(finished: ScanRun | null): { file: string; run: string } | null;
  writeRun(run: ScanRun): void;
  /** Lays the finished results aside for the run that now begins. */
  layAside(): void;
  /** Puts the results that were laid aside back in the place of the new ones. */
  takeUp(): void;
  /** Takes away what was laid aside. */
  forgetEarlier(): void;
}

export function reportFolder(folder: string): ReportFolder {
  const at = (name: string) => join(folder, name);
  const orSay = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw asReportError(folder, error);
    }
  };
  orSay(() => mkdirSync(folder, { recursive: true, mode: 0o700 }));
  return {
    folder,
    results: at(RESULTS),
    run: () => orSay(() => readRun(at(RUN))),
    earlier(finished) {
      const before = finished ?? readRun(at(PREVIOUS_RUN));
      const [results, run] = finished ? [RESULTS, RUN] : [PREVIOUS_RESULTS, PREVIOUS_RUN];
      const written = statSync(at(results), { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY;
      const untouched = before !== null && written <= statSync(at(run)).mtimeMs;
      return untouched ? { file: at(PREVIOUS_RESULTS), run: before.id } : null;
    },
    writeRun: (run) =>
      orSay(() => {
        const temporary = at(`${RUN}.${process.pid}.tmp`);
        writeFileSync(temporary, `${JSON.stringify(run, null, 2)}\n`, { mode: 0o600, flush: true });
        renameSync(temporary, at(RUN));
      }),
    layAside: () =>
      orSay(() => {
        if (existsSync(at(RESULTS))) renameSync(at(RESULTS), at(PREVIOUS_RESULTS));
        renameSync(at(RUN), at(PREVIOUS_RUN));
      }),
    takeUp: () => orSay(() => renameSync(at(PREVIOUS_RESULTS), at(RESULTS))),
    forgetEarlier() {
      for (const name of [PREVIOUS_RESULTS, PREVIOUS_RUN]) rmSync(at(name), { force: true });
    },
  };
}

export const newRunId = (): string => randomBytes(6).toString("hex");

function readRun(path: string): ScanRun | null {
  if (!existsSync(path)) return null;
  try {
    return JSON.parse(readFileSync(path, "utf8")) as ScanRun;
  } catch (error) {
    if (error instanceof SyntaxError) throw new ReportError("scan.run-broken", { path });
    throw error;
  }
}

/** Names of what two runs differ in, of all that results depend on. */
export function differences(a: Record<string, string>, b: Record<string, string>): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((name) => a[name] !== b[name]);
}
