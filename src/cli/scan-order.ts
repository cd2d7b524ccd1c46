import { availableParallelism, totalmem } from "node:os";
import { relative, resolve } from "node:path";
import type { Config } from "../config/config.ts";
import type { ScanRun } from "../model/scan.ts";
import { slashes } from "../node/config-files.ts";
import { digest } from "../scan/basis.ts";
import type { ScanOrder } from "../scan/scan.ts";
import type { CacheBy, CheckSetting } from "../scan/setting.ts";
import { rootsAmong } from "../scan/share.ts";
import { UsageError } from "./errors.ts";
import { addToTally, type Decision } from "./exit-code.ts";
import type { Session } from "./main.ts";
import { NONE } from "./option-values.ts";
import type { Search } from "./scan-files.ts";
import { VERSION } from "./version.ts";

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

/** What the options of the command order. */
export function orderOf(
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

export const checkSetting = (options: ScanOptions, root: string): CheckSetting => ({
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

/** What decides the exit code. */
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
