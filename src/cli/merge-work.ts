import { resolve } from "node:path";
import { loadConfig } from "../config/load.ts";
import { configFiles, slashes } from "../node/config-files.ts";
import { bareLine } from "../scan/bare-line.ts";
import { merge } from "../scan/merge.ts";
import { reportFolder } from "../scan/report-folder.ts";
import { addToTally } from "./exit-code.ts";
import type { Session } from "./main.ts";
import { exemptionResults, scanExit, stopWords, views } from "./scan-end.ts";
import { decisionOf, type ScanOptions } from "./scan-order.ts";
import { scanWords } from "./scan-words.ts";

/** Options of `merge` as commander hands them over. */
export type MergeOptions = Pick<
  ScanOptions,
  "out" | "failOn" | "failOnUnchecked" | "maxWarnings" | "strictInput" | "config" | "quiet"
>;

/** `merge`: one report of all shards, and the exit code that one run over everything would have had. */
export async function mergeWork(reports: string[], options: MergeOptions, session: Session): Promise<void> {
  const { world, language } = session;
  const named = options.config === undefined ? undefined : slashes(resolve(world.cwd, options.config));
  const config = await loadConfig(slashes(world.cwd), configFiles, named);
  const shards = reports.map((report) => resolve(world.cwd, report));
  const decision = decisionOf(options, config);
  try {
    const { inputs = [], options: scanned = {} } = reportFolder(shards[0]!).run() ?? {};
    const run = await merge({
      shards,
      report: resolve(world.cwd, options.out),
      judge(line) {
        const tally = { uncheckedFiles: false, uncheckedRule: false };
        addToTally(tally, line, { ...decision, failOn: "never" }, inputs.includes(line.path));
        return tally;
      },
      async closing(marks) {
        const results = await exemptionResults(inputs, { ...scanned, ...options }, config, marks, session);
        return results.map((result) => bareLine(result));
      },
    });
    if (!options.quiet) await world.out(scanWords(run, options.out, language));
    await views(run, options, session);
    session.finish(scanExit(run, decision));
  } catch (error) {
    session.finish(stopWords(error, options.out, session));
  }
}
