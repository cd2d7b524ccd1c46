import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
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
  /** Where the finished results of the run before are laid. */
  laidAside: string;
  /** What stands in `run.json`, null in a new folder. */
  run(): ScanRun | null;
  /** The finished run before this one, where its results are still at hand. */
  earlier(): { file: string; run: string } | null;
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
    laidAside: at(PREVIOUS_RESULTS),
    run: () => orSay(() => readRun(at(RUN))),
    earlier() {
      const before = readRun(at(PREVIOUS_RUN));
      return before && existsSync(at(PREVIOUS_RESULTS)) ? { file: at(PREVIOUS_RESULTS), run: before.id } : null;
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
