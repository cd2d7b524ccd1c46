import type { ScanLine, ScanRun, ScanTotals } from "../model/scan.ts";
import type { Status } from "../model/source.ts";
import { addToSummary, emptySummary } from "../result/summary.ts";

export function emptyTotals(): ScanTotals {
  return { found: 0, bytes: 0, summary: emptySummary(), problems: {}, unchecked: { files: 0, rules: 0 }, ignored: 0 };
}

/** What of a line decides the exit code of the run. */
export interface Judgement {
  uncheckedFiles: boolean;
  uncheckedRule: boolean;
}

/** What one line adds to the sums of a run: a row, which a cache keeps in fifty characters and a pipe carries in as many. */
export type LineSums = [
  status: Status,
  bytes: number,
  errors: number,
  warnings: number,
  infos: number,
  suppressed: number,
  held: number,
  broken: number,
  notChecked: number,
  notApplicable: number,
  uncheckedFiles: number,
  uncheckedRules: number,
  problem: string,
];
const FIELDS = 13;

export function sumsOf(line: ScanLine, judged: Judgement): LineSums {
  const summary = emptySummary();
  addToSummary(summary, line);
  const { bySeverity, suppressed, rules } = summary;
  return [
    line.status,
    line.file.bytes ?? 0,
    bySeverity.error,
    bySeverity.warning,
    bySeverity.info,
    suppressed,
    rules.held,
    rules.broken,
    rules.notChecked,
    rules.notApplicable,
    judged.uncheckedFiles ? 1 : 0,
    judged.uncheckedRule ? 1 : 0,
    line.problem?.code ?? "",
  ];
}

/** A row as it was written down; null where the text is none. */
export function parseSums(text: string): LineSums | null {
  if (!text.startsWith("[")) return null;
  const row = JSON.parse(text) as LineSums;
  return row.length === FIELDS ? row : null;
}

/** Adds one line; it is counted as a line only, what was found is counted where it is found. */
export function addLine(totals: ScanTotals, line: LineSums): void {
  const [status, bytes, errors, warnings, infos, suppressed, held, broken, notChecked, notApplicable] = line;
  const [, , , , , , , , , , uncheckedFiles, uncheckedRules, problem] = line;
  const { summary, unchecked } = totals;
  totals.bytes += bytes;
  summary.documents++;
  summary.byStatus[status] = (summary.byStatus[status] ?? 0) + 1;
  summary.bySeverity.error += errors;
  summary.bySeverity.warning += warnings;
  summary.bySeverity.info += infos;
  summary.suppressed += suppressed;
  summary.rules.held += held;
  summary.rules.broken += broken;
  summary.rules.notChecked += notChecked;
  summary.rules.notApplicable += notApplicable;
  unchecked.files += uncheckedFiles;
  unchecked.rules += uncheckedRules;
  if (problem !== "") totals.problems[problem] = (totals.problems[problem] ?? 0) + 1;
}

/** Every file found ended in exactly one status. */
export function addsUp({ totals: { found, summary } }: Pick<ScanRun, "totals">): boolean {
  const ended = Object.values(summary.byStatus).reduce((sum, files) => sum + files, 0);
  return ended === found && summary.documents === found;
}
