import { resolve } from "node:path";
import type { Config } from "../config/config.ts";
import { say } from "../language/say.ts";
import type { DocumentResult } from "../model/result.ts";
import type { ScanRun } from "../model/scan.ts";
import { safe } from "../report/terminal.ts";
import { ChildRefused } from "../scan/child.ts";
import { ShareLost } from "../scan/pool.ts";
import { ReportError } from "../scan/report-error.ts";
import { Stopped } from "../scan/scan.ts";
import { ROOT_GONE } from "../scan/snapshot.ts";
import { openRun } from "./bench.ts";
import { type Decision, EXIT, exitCode } from "./exit-code.ts";
import type { Session } from "./main.ts";
import { NONE } from "./option-values.ts";
import { rootOf } from "./scan-files.ts";
import { checkSetting, type ScanOptions } from "./scan-order.ts";
import { viewsWritten } from "./scan-words.ts";
import { viewsOfRun } from "./views-made.ts";

/** Workbook, page and CSV beside the master, and where they are; those that show this very run stay. */
export async function views(
  run: ScanRun,
  { out, quiet, config }: Pick<ScanOptions, "out" | "quiet" | "config">,
  session: Session,
): Promise<void> {
  const { world, language } = session;
  const asked = config === undefined ? {} : { config };
  const folder = resolve(world.cwd, out);
  const made = await viewsOfRun(folder, { run, asked, language }, async () => {
    const { makeViews } = await import("./archive-views.ts");
    return makeViews(folder, asked, session);
  });
  if (quiet) return;
  await world.out(`${made ? viewsWritten(out, made, language) : say(language, "scan.unchanged")}\n`);
}

/** Ctrl-C, or the machine wants its process back. */
export class Interrupted extends Error {}

export function scanExit({ totals, superiorUnread }: ScanRun, decision: Decision): number {
  const { summary, unchecked } = totals;
  const tally = { uncheckedFiles: unchecked.files > 0 || superiorUnread, uncheckedRule: unchecked.rules > 0 };
  return exitCode(summary, tally, decision);
}

/** Entries of the exemption file that are wrong, or hid nothing in the whole run. */
export async function exemptionResults(
  paths: string[],
  options: ScanOptions,
  config: Config,
  { met, used }: { met: ReadonlySet<number>; used: ReadonlySet<number> },
  session: Session,
): Promise<DocumentResult[]> {
  if (config.exemptions === null) return [];
  const root = rootOf(paths, options.root, session.world.cwd);
  const check = { ...NONE, color: false, ...checkSetting(options, root), against: [] };
  const { exceptions } = await openRun(paths, check, session);
  exceptions.exempting!.recall({ met: [...met], used: [...used] });
  return exceptions.results();
}

/** Tells why a run stopped, and how it goes on; returns the exit code. What is no stop of a run is thrown on. */
export function stopWords(error: unknown, out: string, { world, language }: Session): number {
  const cause = error instanceof Stopped ? error.cause : error;
  const tell = (key: string, values: Record<string, string | number> = {}) =>
    world.err(`${safe(say(language, key, values))}\n`);
  const how = () => {
    if (error instanceof Stopped) tell("scan.how-to-resume", { done: error.totals.summary.documents, folder: out });
  };
  if (cause instanceof Interrupted) {
    tell("scan.interrupted");
    how();
    return EXIT.interrupted;
  }
  if (cause instanceof ShareLost) {
    if (cause.code === ROOT_GONE) tell("scan.root-gone");
    else tell("scan.share-lost", { code: cause.code });
    how();
    return EXIT.unchecked;
  }
  if (cause instanceof ReportError) {
    const changed = String(cause.values["changed"] ?? "")
      .split(" ")
      .map((name) => say(language, `scan.basis.${name}`))
      .join("、");
    tell(cause.key, { ...cause.values, changed });
    how();
    return EXIT.usage;
  }
  if (cause instanceof ChildRefused && cause.code !== null) {
    world.err(`${cause.text}\n`);
    return cause.code;
  }
  how();
  throw cause;
}
