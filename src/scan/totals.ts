import type { ScanLine, ScanRun, ScanTotals } from "../model/scan.ts";
import { addToSummary, emptySummary } from "../result/summary.ts";

export function emptyTotals(): ScanTotals {
  return { found: 0, bytes: 0, summary: emptySummary(), problems: {}, unchecked: { files: 0, rules: 0 }, ignored: 0 };
}

/** What of a line decides the exit code of the run. */
export interface Judgement {
  uncheckedFiles: boolean;
  uncheckedRule: boolean;
}

/** Adds one line; it is counted as a line only, what was found is counted where it is found. */
export function addLine(totals: ScanTotals, line: ScanLine, judged: Judgement): void {
  addToSummary(totals.summary, line);
  totals.bytes += line.file.bytes ?? 0;
  if (line.problem) count(totals.problems, line.problem.code, 1);
  if (judged.uncheckedFiles) totals.unchecked.files++;
  if (judged.uncheckedRule) totals.unchecked.rules++;
}

/** Adds what another process, or another shard, has counted. */
export function addTotals(totals: ScanTotals, other: ScanTotals): void {
  totals.found += other.found;
  totals.bytes += other.bytes;
  totals.ignored += other.ignored;
  for (const [code, files] of Object.entries(other.problems)) count(totals.problems, code, files);
  add(totals.unchecked, other.unchecked);
  const { summary } = totals;
  summary.documents += other.summary.documents;
  summary.suppressed += other.summary.suppressed;
  add(summary.byStatus, other.summary.byStatus);
  add(summary.bySeverity, other.summary.bySeverity);
  add(summary.rules, other.summary.rules);
}

/** Every file found ended in exactly one status. */
export function addsUp({ totals: { found, summary } }: Pick<ScanRun, "totals">): boolean {
  const ended = Object.values(summary.byStatus).reduce((sum, files) => sum + files, 0);
  return ended === found && summary.documents === found;
}

function add<Name extends string>(to: Partial<Record<Name, number>>, from: Partial<Record<Name, number>>): void {
  for (const [name, number] of Object.entries(from) as [Name, number][]) count(to, name, number);
}

function count<Name extends string>(counts: Partial<Record<Name, number>>, name: Name, number: number): void {
  counts[name] = (counts[name] ?? 0) + number;
}
