import { type Language, say } from "../language/say.ts";
import type { ScanRun } from "../model/scan.ts";
import { safe } from "../report/terminal.ts";
import { duration } from "./scan-progress.ts";

/** What came of a scan, for the terminal: statuses that add up, findings, what was not checked and what to do about it. */
export function scanWords({ totals, started, finished }: ScanRun, folder: string, language: Language): string {
  const word = (key: string, values: Record<string, string | number> = {}) => say(language, key, values);
  const { summary, problems, found, ignored } = totals;
  const lines: string[] = [];
  const seconds = (Date.parse(finished ?? started) - Date.parse(started)) / 1000;
  lines.push(word("scan.done", { files: found, time: duration(seconds, language) }));
  for (const [status, count] of byCount(summary.byStatus)) lines.push(`  ${word(`status.${status}`)}  ${count}`);
  const { error, warning, info } = summary.bySeverity;
  lines.push(word("scan.findings", { error, warning, info, suppressed: summary.suppressed }));
  if (Object.keys(problems).length > 0) {
    lines.push(word("scan.problems"));
    for (const [code, count] of byCount(problems)) lines.push(`  ${count}  ${adviceOn(code, language)}`);
  }
  if (ignored > 0) lines.push(word("scan.ignored", { ignored }));
  lines.push(word("scan.report", { folder: safe(folder) }));
  return `${lines.join("\n")}\n`;
}

const byCount = (counts: Record<string, number>) => Object.entries(counts).sort(([, a], [, b]) => b - a);

/** What to do about files of one kind; numbers and names of single files stand in the report. */
function adviceOn(code: string, language: Language): string {
  const kind = say(language, `scan.kind.${code}`);
  const what = kind === `scan.kind.${code}` ? general(say(language, code)) : kind;
  const advice = say(language, `${code}.advice`);
  return advice === `${code}.advice` ? what : `${what}${say(language, "scan.colon")}${general(advice)}`;
}

/** A sentence about one file as one about many: brackets with its figures are left out, its names become …. */
const general = (sentence: string) =>
  sentence.replace(/[（(][^（()）]*\{\w+\}[^（()）]*[）)]/g, "").replace(/ ?\{\w+\} ?/g, "…");

/** Which files the views of a scan were written to. */
export function viewsWritten(folder: string, names: readonly string[], language: Language): string {
  const files = names
    .map((name) => safe(`${folder.replace(/[\\/]$/, "")}/${name}`))
    .join(language === "zh" ? "、" : ", ");
  return say(language, "cli.report-written", { files });
}
