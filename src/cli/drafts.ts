import { basename, relative, resolve } from "node:path";
import type { Config } from "../config/config.ts";
import { factsFor, superiorsFor } from "../config/config.ts";
import { mergeFacts } from "../config/declared.ts";
import { ConfigError } from "../config/error.ts";
import { loadSidecar } from "../config/sidecar.ts";
import type { DeclaredFacts, Draft } from "../lint.ts";
import type { Facts } from "../model/facts.ts";
import { DEFAULT_LIMITS, type Limits } from "../model/limits.ts";
import type { ReadFailure } from "../model/source.ts";
import { configFiles, slashes } from "../node/config-files.ts";
import { openFile } from "../node/open-file.ts";
import type { Changed } from "./changed.ts";
import { discover, type Found } from "./discover.ts";
import { UsageError } from "./errors.ts";
import { joined, type Superiors } from "./named-superiors.ts";
import type { World } from "./world.ts";

/** One file named by the user, `-` for standard input. A file that is not there is wrong usage. */
export async function namedDraft(path: string, declared: DeclaredFacts, world: World): Promise<Draft> {
  if (path === "-") return { name: "-", declared, superiors: [], open: () => world.stdin() };
  const absolute = resolve(world.cwd, path);
  if (!(await configFiles.exists(absolute))) throw new UsageError("discover.missing", { paths: path, count: 1 });
  return {
    name: shownName(absolute, world.cwd),
    declared,
    superiors: [],
    open: () => openFile(absolute, DEFAULT_LIMITS),
  };
}

/** What every file of a run is given besides its own words. */
export interface Surroundings {
  config: Config;
  facts: Partial<Facts>;
  root: string;
  superior(path: string): Promise<Superiors>;
  /** Indexes of the run, in which superiors of every draft are looked for. */
  indexes: Superiors;
  /** With --changed-since: the files to look at; the others are passed over and counted. */
  changed: Changed | null;
  limits: Limits;
  /** Files the run writes, by absolute path. */
  reports: ReadonlySet<string>;
}

/** A discovered file as a draft: facts by precedence (--fact, sidecar, file, gwlint.yaml), its own superiors. */
export async function draftOf(
  found: Pick<Found, "path"> & { name?: string },
  around: Surroundings,
  world: World,
  open: Draft["open"] = () => openFile(found.path, around.limits),
): Promise<Draft> {
  if (found.path === "-") {
    const declared = { over: around.facts, under: {} };
    return { name: "-", declared, superiors: [], ...finding(around.indexes), open: () => world.stdin() };
  }
  const path = slashes(found.path);
  const name = found.name ?? shownName(found.path, around.root);
  const sidecar = await loadSidecar(path, configFiles).catch((error: unknown) => {
    if (error instanceof ConfigError) return error;
    throw error;
  });
  // A broken sidecar is this draft's trouble alone: its facts would have decided rules, so it is not checked at all.
  if (sidecar instanceof ConfigError) return { ...UNDECLARED, name, open: async () => sidecarFailure(sidecar) };
  const named: Superiors[] = [];
  for (const superior of [...superiorsFor(around.config, path), ...(sidecar?.superiors ?? [])]) {
    if (superior !== path) named.push(await around.superior(superior));
  }
  const own = joined([around.indexes, ...named]);
  return {
    name,
    declared: {
      over: mergeFacts(around.facts, sidecar?.facts ?? {}),
      under: factsFor(around.config, path),
    },
    superiors: own.documents,
    ...finding(own),
    open,
  };
}

const finding = ({ find, indexes }: Superiors) => (find ? { findSuperiors: find, indexes } : {});

const UNDECLARED = { declared: { over: {}, under: {} }, superiors: [] };

function sidecarFailure({ file, line, column }: ConfigError): ReadFailure {
  return { status: "unreadable", reason: "open.sidecar", values: { file: basename(file), line, column } };
}

/** A name relative to the root of the run, with `/`; never an absolute path of this machine where it lies below. */
export function shownName(path: string, root: string): string {
  const shown = slashes(relative(root, path));
  return shown === "" ? basename(path) : shown;
}

/** The files of a run. The first is looked for at once, so that a wrong name ends the run before a report begins. */
export async function findDrafts(
  paths: readonly string[],
  around: Surroundings,
  world: World,
  allowEmpty: boolean,
): Promise<{ drafts: () => AsyncGenerator<Draft>; isNamed(name: string): boolean; unchanged(): number }> {
  const found = discover(paths, world.cwd, around.config);
  const first = await found.next();
  const { changed, reports } = around;
  // A change that deletes the last draft leaves nothing to find, and that is no mistake.
  if (first.done && !allowEmpty && !changed) throw new UsageError("discover.empty", { paths: paths.join("、") });
  const named = new Set<string>();
  let unchanged = 0;
  async function* drafts(): AsyncGenerator<Draft> {
    for (let next = first; !next.done; next = await found.next()) {
      if (!next.value.named && reports.has(next.value.path)) continue;
      if (changed && next.value.path !== "-" && !changed.has(next.value.path)) {
        unchanged++;
        continue;
      }
      const draft = await draftOf(next.value, around, world);
      if (next.value.named) named.add(draft.name);
      yield draft;
    }
  }
  return { drafts, isNamed: (name) => named.has(name), unchanged: () => unchanged };
}
