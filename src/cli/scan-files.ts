import { dirname, resolve } from "node:path";
import type { Config } from "../config/config.ts";
import { isBelow } from "../node/below.ts";
import type { Job } from "../scan/pool.ts";
import { discover } from "./discover.ts";
import { shownName } from "./drafts.ts";
import type { Session } from "./main.ts";
import type { ScanOptions } from "./scan-order.ts";

/** Where to look and how names are shown. */
export interface Search {
  paths: string[];
  cwd: string;
  root: string;
  config: Config;
  except: string[];
}

export function searchFor(paths: string[], options: ScanOptions, config: Config, { world }: Session): Search {
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
export function rootOf(paths: readonly string[], root: string | undefined, cwd: string): string {
  if (root !== undefined) return resolve(cwd, root);
  const holds = (folder: string, path: string) => path === folder || isBelow(folder, path);
  const absolute = paths.map((path) => resolve(cwd, path));
  if (absolute.every((path) => holds(cwd, path))) return cwd;
  let at = absolute[0]!;
  while (!absolute.every((path) => holds(at, path))) at = dirname(at);
  return at;
}

/** The files of the run one after another; `ignored` hears of each that a rule passes over. */
export async function* found({ paths, cwd, root, config, except }: Search, ignored: () => void): AsyncGenerator<Job> {
  for await (const { path, named } of discover(paths, cwd, config, { ignored, except })) {
    yield { path, name: shownName(path, root), named };
  }
}

/** The first file is looked for at once, so that a wrong name ends the command before a report begins. */
export async function openFiles(search: Search) {
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
