import { dossierOf } from "../../dossier.ts";
import { say } from "../../language/say.ts";
import type { Chunk } from "../../report/format.ts";
import { FORMATS } from "../../report/formats.ts";
import { addToSummary, emptySummary } from "../../result/summary.ts";
import type { Answer, Job, ReportName } from "../messages.ts";
import { checkUp, type Desk } from "./desk.ts";

/** Statuses that leave a file, or a part of it, unchecked: exit code 3 of the command. */
const CHECKED = ["checked-clean", "checked-findings", "skipped"];

/** A report over all drafts, as `--format` of the command writes it. */
export async function reportOf(
  jobs: readonly Job[],
  report: ReportName,
  desk: Desk,
  { version, today }: { version: string; today: string },
): Promise<Answer> {
  const { language } = desk.setUp;
  const { packs, rules } = desk;
  const reporter = (await FORMATS[report]()).start({
    version,
    language,
    packs,
    rules,
    colour: false,
    width: 100,
    quiet: false,
    today,
    dossier: dossierOf,
  });
  const summary = emptySummary();
  const chunks: Chunk[] = [reporter.begin()];
  let [elapsed, unchecked] = [0, false];
  for (const job of jobs) {
    const { result, checked } = await checkUp(job, desk);
    addToSummary(summary, result);
    elapsed += result.elapsed;
    unchecked ||= !CHECKED.includes(result.status);
    chunks.push(await reporter.document(result, checked));
  }
  const { error, warning } = summary.bySeverity;
  chunks.push(await reporter.end(summary, unchecked ? 3 : error + warning > 0 ? 1 : 0, elapsed));
  const own = jobs.length === 1 ? jobs[0]!.draft.name.replace(/\.[^.]+$/, "") : say(language, "page.report-name");
  return {
    answer: "file",
    name: `${own}.${say(language, "page.report-mark")}.${report}`,
    bytes: joined(chunks),
    said: "",
  };
}

function joined(chunks: readonly Chunk[]): Uint8Array {
  const encoder = new TextEncoder();
  const parts = chunks.map((chunk) => (typeof chunk === "string" ? encoder.encode(chunk) : chunk));
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
