import { availableParallelism, totalmem } from "node:os";
import { dirname, relative, resolve, sep } from "node:path";
import type { Config } from "../config/config.ts";
import { loadConfig } from "../config/load.ts";
import { say } from "../language/say.ts";
import type { DocumentResult } from "../model/result.ts";
import type { ScanRun } from "../model/scan.ts";
import { configFiles, slashes } from "../node/config-files.ts";
import { safe } from "../report/terminal.ts";
import { digest } from "../scan/basis.ts";
import { ChildRefused } from "../scan/child.ts";
import { type Job, ShareLost } from "../scan/pool.ts";
import { ReportError } from "../scan/report-error.ts";
import { type ScanOrder, Stopped, scan } from "../scan/scan.ts";
import type { CacheBy, CheckSetting } from "../scan/setting.ts";
import { rootsAmong } from "../scan/share.ts";
import { ROOT_GONE } from "../scan/snapshot.ts";
import { openRun } from "./bench.ts";
import { discover } from "./discover.ts";
import { shownName } from "./drafts.ts";
import { UsageError } from "./errors.ts";
import { addToTally, type Decision, EXIT, exitCode } from "./exit-code.ts";
import type { Session } from "./main.ts";
import { NONE } from "./option-values.ts";
import { scanProgress } from "./scan-progress.ts";
import { scanWords, viewsWritten } from "./scan-words.ts";
import { VERSION } from "./version.ts";
import { viewsStand } from "./views-stand.ts";

/** Options of `scan` as commander hands them over. */
export interface ScanOptions extends Partial<Omit<CheckSetting, "root">> {
  out: string;
  resume?: boolean;
  restart?: boolean;
  jobs?: number;
  cache?: string;
  cacheBy?: CacheBy;
  shard?: string;
  archives?: boolean;
  allowClassified?: boolean;
  timeout?: number;
  heap?: number;
  memory?: number;
  recycle?: number;
  allowEmpty?: boolean;
  root?: string;
  quiet?: boolean;
}

const SECONDS = 30;
const HEAP = 512;
const MEMORY = 1024;
const RECYCLE = 10_000;
const MB = 1024 * 1024;

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
    const scanned = await scan({ ...order, files, ignored, closing, interrupted: interruption.signal }, progress);
    const { run } = scanned;
    progress.done();
    if (!options.quiet) await world.out(scanWords(run, options.out, language));
    // A shard is no archive: its views are made of all shards when they are merged.
    if (run.shard === null && !(scanned.unchanged && viewsStand(order.report))) {
      await views(options.out, options, session);
    } else if (run.shard === null && !options.quiet) await world.out(`${say(language, "scan.unchanged")}\n`);
    session.finish(scanExit(run, decision));
  } catch (error) {
    progress.done();
    session.finish(stopWords(error, options.out, session));
  } finally {
    uninterrupted();
    over();
  }
}

/** Workbook, page and CSV beside the master, and where they are. */
export async function views(
  out: string,
  { quiet, config }: Pick<ScanOptions, "quiet" | "config">,
  session: Session,
): Promise<void> {
  const { makeViews } = await import("./archive-views.ts");
  const written = await makeViews(resolve(session.world.cwd, out), config === undefined ? {} : { config }, session);
  if (!quiet) await session.world.out(`${viewsWritten(out, written, session.language)}\n`);
}

/** Ctrl-C, or the machine wants its process back. */
class Interrupted extends Error {}

/** Where to look and how names are shown. */
interface Search {
  paths: string[];
  cwd: string;
  root: string;
  config: Config;
  except: string[];
}

function searchFor(paths: string[], options: ScanOptions, config: Config, { world }: Session): Search {
  const { cwd } = world;
  const own = [options.out, options.cache].filter((folder) => folder !== undefined);
  return {
    paths,
    cwd,
    root: rootOf(paths, options.root, cwd),
    config,
    except: own.map((folder) => resolve(cwd, folder)),
  };
}

/** Names are relative to where the command runs, or, for an archive elsewhere, to the folder that holds all of it. */
function rootOf(paths: readonly string[], root: string | undefined, cwd: string): string {
  if (root !== undefined) return resolve(cwd, root);
  const below = (folder: string, path: string) =>
    path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
  const absolute = paths.map((path) => resolve(cwd, path));
  if (absolute.every((path) => below(cwd, path))) return cwd;
  let at = absolute[0]!;
  while (!absolute.every((path) => below(at, path))) at = dirname(at);
  return at;
}

async function* found({ paths, cwd, root, config, except }: Search, ignored: () => void): AsyncGenerator<Job> {
  for await (const { path, named } of discover(paths, cwd, config, { ignored, except })) {
    yield { path, name: shownName(path, root), named };
  }
}

/** The first file is looked for at once, so that a wrong name ends the command before a report begins. */
async function openFiles(search: Search) {
  let passed = 0;
  const all = found(search, () => passed++);
  const first = await all.next();
  return {
    first: !first.done,
    ignored: () => passed,
    async *files(): AsyncGenerator<Job> {
      if (!first.done) yield first.value;
      yield* all;
    },
  };
}

function orderOf(
  paths: string[],
  options: ScanOptions,
  { root, cwd }: Search,
  { world, language }: Session,
): Omit<ScanOrder, "files" | "ignored" | "closing" | "interrupted"> {
  const heap = options.heap ?? HEAP;
  const memory = options.memory ?? MEMORY;
  const seconds = options.timeout ?? SECONDS;
  const shard = parseShard(options.shard);
  const inputs = paths.map((path) => slashes(relative(root, resolve(cwd, path)) || "."));
  const check = checkSetting(options, root);
  if (options.cacheBy && !options.cache) throw new UsageError("scan.needs-cache");
  return {
    report: resolve(cwd, options.out),
    setting: {
      cwd,
      language,
      today: world.today,
      options: check,
      archives: options.archives === true,
      roots: rootsAmong(paths.map((path) => resolve(cwd, path))),
      allowClassified: options.allowClassified === true,
      cache:
        options.cache === undefined ? null : { folder: resolve(cwd, options.cache), by: options.cacheBy ?? "content" },
      memory: memory * MB,
    },
    command: { script: world.script, args: ["scan-child", "--lang", language], heap },
    jobs: options.jobs ?? defaultJobs(memory),
    seconds: { first: seconds, second: 2 * seconds },
    recycleFiles: options.recycle ?? RECYCLE,
    resume: options.resume === true,
    restart: options.restart === true,
    shard,
    tool: VERSION,
    inputs,
    options: { ...check, root: undefined, archives: options.archives === true },
    basis: { inputs: digest(inputs), shard: options.shard ?? "" },
    judge(line) {
      const tally = { uncheckedFiles: false, uncheckedRule: false };
      addToTally(tally, line, { ...decisionOf(options, null), failOn: "never" }, inputs.includes(line.path));
      return tally;
    },
  };
}

const checkSetting = (options: ScanOptions, root: string): CheckSetting => ({
  rules: options.rules ?? NONE.rules,
  against: options.against ?? NONE.against,
  fact: options.fact ?? NONE.fact,
  limit: options.limit ?? NONE.limit,
  failOnUnchecked: options.failOnUnchecked ?? NONE.failOnUnchecked,
  root,
  ...(options.indexScope ? { indexScope: options.indexScope } : {}),
  ...(options.ownVersions ? { ownVersions: true } : {}),
  ...(options.config === undefined ? {} : { config: options.config }),
  ...(options.strictInput ? { strictInput: true } : {}),
});

/** One core is left to the machine's user and to the parent; each child may need its memory. */
function defaultJobs(memory: number): number {
  return Math.max(1, Math.min(availableParallelism() - 1, Math.floor(totalmem() / 2 / (memory * MB))));
}

function parseShard(option: string | undefined): ScanRun["shard"] {
  if (option === undefined) return null;
  const [, index = 0, of = 0] = (/^(\d{1,5})\/(\d{1,5})$/.exec(option) ?? []).map(Number);
  if (index < 1 || index > of) throw new UsageError("scan.bad-shard", { shard: option });
  return { index, of };
}

export function decisionOf(
  options: Pick<ScanOptions, "failOn" | "maxWarnings" | "failOnUnchecked" | "strictInput">,
  config: Config | null,
): Decision {
  const required = options.failOnUnchecked ?? [];
  return {
    failOn: options.failOn ?? config?.failOn ?? "warning",
    maxWarnings: options.maxWarnings ?? null,
    failOnUnchecked: required === true || required.length > 0 ? required : null,
    strictInput: options.strictInput === true,
  };
}

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
