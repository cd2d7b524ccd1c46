import { resolve } from "node:path";
import { loadConfig } from "../config/load.ts";
import { configFiles, slashes } from "../node/config-files.ts";
import { type ScanOrder, scan } from "../scan/scan.ts";
import { UsageError } from "./errors.ts";
import type { Session } from "./main.ts";
import { exemptionResults, Interrupted, scanExit, stopWords, views } from "./scan-end.ts";
import { found, openFiles, searchFor } from "./scan-files.ts";
import { decisionOf, orderOf, type ScanOptions } from "./scan-order.ts";
import { scanProgress } from "./scan-progress.ts";
import { scanWords } from "./scan-words.ts";

/** `scan`: sets the run up, shows how far it is, and says at the end what came of it. */
export async function scanWork(paths: string[], options: ScanOptions, session: Session): Promise<void> {
  const { world, language } = session;
  if (paths.includes("-")) throw new UsageError("discover.missing", { paths: "-", count: 1 });
  if (options.resume && options.restart) throw new UsageError("scan.resume-restart");
  const named = options.config === undefined ? undefined : slashes(resolve(world.cwd, options.config));
  const config = await loadConfig(slashes(world.cwd), configFiles, named);
  const search = searchFor(paths, options, config, session);
  const order = orderOf(paths, options, search, session);
  const decision = decisionOf(options, config);
  const { first, files, ignored } = await openFiles(search);
  if (!first && !options.allowEmpty) throw new UsageError("discover.empty", { paths: paths.join("、") });
  const interruption = new AbortController();
  const progress = scanProgress(session, options.quiet === true, () => found(search, () => {}));
  let over = () => {};
  const ended = new Promise<void>((done) => (over = done));
  const uninterrupted = world.onInterrupt(async () => {
    interruption.abort(new Interrupted());
    await ended;
  });
  try {
    const closing: ScanOrder["closing"] = (marks) => exemptionResults(paths, options, config, marks, session);
    const run = await scan({ ...order, files, ignored, closing, interrupted: interruption.signal }, progress);
    progress.done();
    if (!options.quiet) await world.out(scanWords(run, options.out, language));
    // A shard is no archive: its views are made of all shards when they are merged.
    if (run.shard === null) await views(run, options, session);
    session.finish(scanExit(run, decision));
  } catch (error) {
    progress.done();
    session.finish(stopWords(error, options.out, session));
  } finally {
    uninterrupted();
    over();
  }
}
