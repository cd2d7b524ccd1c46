import type { Dir, Dirent, Stats } from "node:fs";
import { lstat, opendir, readFile, stat } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Config } from "../config/config.ts";
import { insideRoot } from "../config/config.ts";
import { type IgnoreLines, ignoredBy, parseGitignore } from "../config/gitignore.ts";
import { compileGlob, isGlob, type PathMatcher } from "../config/glob.ts";
import { isBelow } from "../node/below.ts";
import { endingOf, isOwnerFile, isUncheckedText } from "../read/detect.ts";
import { isPassing } from "../scan/snapshot.ts";
import { UsageError } from "./errors.ts";

/** A file the run has to account for. Whether it can be checked is for the reader to say. */
export interface Found {
  /** Absolute, `-` for standard input. */
  path: string;
  /** As shown: relative to the folder of the run, with `/`. */
  name: string;
  /** The user named this very file, so it has to be checkable. */
  named: boolean;
}

export type DiscoverConfig = Pick<Config, "root" | "documents" | "ignore">;

/** How an archive is gone through: every file is handed on whatever its type, and none is kept in mind. */
export interface Thorough {
  /** Called for every file and folder passed over by a rule. */
  ignored(): void;
  /** Folders of our own, absolute: the report, the cache. */
  except: readonly string[];
}

const DISCOVERED = new Set([".docx", ".md", ".markdown", ".txt", ".html", ".htm"]);
const REPOSITORY_TEXT = /^(?:readme|changelog|licen[cs]e|contributing)(?:[.\-_][^/]*)?\.(?:md|markdown|txt|html?)$/i;

/**
 * Files named, below named folders, and matching patterns, one after another as they are found; nothing is collected, so
 * that an archive of any size takes no memory. A file comes once however often it is meant. Symbolic links are not
 * followed below a folder. Throws UsageError with all arguments that name nothing before the first file comes. Names come
 * in order within a folder; with `thorough` as the disk has them, since a folder may hold a million.
 */
export async function* discover(
  args: readonly string[],
  cwd: string,
  config: DiscoverConfig,
  thorough: Thorough | null = null,
): AsyncGenerator<Found> {
  const targets = await resolveAll(args, cwd, config);
  const named = new Set(targets.filter(({ kind }) => kind === "file").map(({ path }) => path));
  const folders = targets.filter(({ kind }) => kind === "folder").map(({ path }) => path);
  const done: Target[] = [];
  const once = new Set<string>();
  for (const target of targets) {
    if (target.kind === "stdin" || target.kind === "file") {
      if (!once.has(target.path)) yield { path: target.path, name: shownName(target.path, cwd), named: true };
      once.add(target.path);
      continue;
    }
    for await (const path of walk(target, config, thorough)) {
      const known = named.has(path) || done.some((one) => covers(one, path));
      if (!known && !(target.kind === "glob" && folders.some((folder) => isBelow(folder, path)))) {
        yield { path, name: shownName(path, cwd), named: false };
      }
    }
    done.push(target);
  }
}

type Target =
  | { path: string; kind: "file" | "folder" | "stdin" }
  | { path: string; kind: "glob"; matches: PathMatcher };

async function resolveAll(args: readonly string[], cwd: string, config: DiscoverConfig): Promise<Target[]> {
  const targets: Target[] = [];
  const missing: string[] = [];
  for (const arg of args) {
    const target = arg === "-" ? ({ path: "-", kind: "stdin" } as const) : await resolveOne(arg, cwd, config);
    if (target) targets.push(target);
    else missing.push(arg);
  }
  if (missing.length > 0)
    throw new UsageError("discover.missing", { paths: missing.join("、"), count: missing.length });
  return targets;
}

async function resolveOne(arg: string, cwd: string, config: DiscoverConfig): Promise<Target | null> {
  const path = resolve(cwd, arg);
  const stats = await statsOf(path);
  // What is neither file nor folder (a pipe, a device) is handed on: reading it says what is wrong.
  if (stats) return { path, kind: stats.isDirectory() ? "folder" : "file" };
  if (!isGlob(arg)) return null;
  const pattern = slashes(arg);
  const fixed = pattern.split("/").findIndex((part) => isGlob(part));
  const base = resolve(cwd, pattern.split("/").slice(0, fixed).join("/") || (pattern.startsWith("/") ? "/" : "."));
  const inside = compileGlob(pattern.split("/").slice(fixed).join("/"));
  const target: Target = { path: base, kind: "glob", matches: (file) => inside(slashes(relative(base, file))) };
  for await (const _ of walk(target, config, null)) return target;
  return null;
}

async function statsOf(path: string): Promise<Stats | null> {
  try {
    return await stat(path);
  } catch (error) {
    // A link that leads nowhere or a folder that may not be entered: there is no file to read.
    if (["ENOENT", "ENOTDIR", "EACCES", "ELOOP", "ENAMETOOLONG"].includes((error as NodeJS.ErrnoException).code ?? ""))
      return null;
    throw error;
  }
}

/** Folder with the `.gitignore` that stands in it. */
interface Ignore {
  folder: string;
  lines: IgnoreLines;
}

async function* walk(target: Target, config: DiscoverConfig, thorough: Thorough | null): AsyncGenerator<string> {
  const start = (await statsOf(target.path))?.isDirectory() ? target.path : null;
  if (!start) return;
  const ignores = await ignoresAbove(start);
  if (thorough) yield* walkAll(start, ignores, target, config, thorough);
  else yield* walkFolder(start, ignores, target, config);
}

async function* walkFolder(
  folder: string,
  above: Ignore[],
  target: Target,
  config: DiscoverConfig,
): AsyncGenerator<string> {
  const own = await gitignoreIn(folder);
  const ignores = own ? [...above, own] : above;
  const folders: string[] = [];
  const entries = await sortedEntries(folder);
  if (!entries) {
    // May not be looked into: handed on as it is, so that the run says so instead of passing it over.
    yield folder;
    return;
  }
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (isPassedOver(path, entry, ignores, config)) continue;
    if (entry.isDirectory()) folders.push(path);
    else if (entry.isFile() && isMeant(path, target, config)) yield path;
  }
  for (const path of folders) if (entersModules(path)) yield* walkFolder(path, ignores, target, config);
}

function isPassedOver(path: string, entry: Dirent, ignores: readonly Ignore[], config: DiscoverConfig): boolean {
  return (
    entry.name.startsWith(".") ||
    isIgnored(path, entry.isDirectory(), ignores) ||
    config.ignore(insideRoot(config, slashes(path)))
  );
}

/** Everything below a folder as the disk has it: links, pipes and files of any type too, which are for the run to name. */
async function* walkAll(
  folder: string,
  above: Ignore[],
  target: Target,
  config: DiscoverConfig,
  thorough: Thorough,
): AsyncGenerator<string> {
  try {
    const own = await gitignoreIn(folder);
    const ignores = own ? [...above, own] : above;
    for await (const entry of await openPatiently(folder)) {
      const path = join(folder, entry.name);
      if (thorough.except.includes(path)) continue;
      const isFolder = entry.isDirectory();
      if (
        isPassedOver(path, entry, ignores, config) ||
        (isFolder ? !entersModules(path) : isOurs(path, target, config))
      )
        thorough.ignored();
      else if (isFolder) yield* walkAll(path, ignores, target, config, thorough);
      else yield path;
    }
  } catch (error) {
    // A folder that cannot be looked into, or not to its end, is named like a file that cannot be read.
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    yield folder;
  }
}

/** A share that is away for a moment is asked again after 1, 2 and 4 seconds. */
async function openPatiently(folder: string): Promise<Dir> {
  for (let wait = 1000; ; wait *= 2) {
    try {
      return await opendir(folder, { bufferSize: 1024 });
    } catch (error) {
      if (wait > 4000 || !isPassing((error as NodeJS.ErrnoException).code)) throw error;
      await sleep(wait);
    }
  }
}

/** Files that say something about documents, or that a system leaves behind, and those that `documents:` does not name. */
function isOurs(path: string, target: Target, config: DiscoverConfig): boolean {
  const name = basename(path);
  if (target.kind === "glob" && !target.matches(path)) return true;
  if (/(?:^|\.)gwlint\.yaml$/.test(name) || /^(?:thumbs\.db|desktop\.ini)$/i.test(name)) return true;
  if (config.documents) return !config.documents(insideRoot(config, slashes(path)));
  return REPOSITORY_TEXT.test(name);
}

/** Installed packages hold thousands of texts and no document of the office. */
function entersModules(folder: string): boolean {
  return basename(folder) !== "node_modules";
}

function isMeant(path: string, target: Target, config: DiscoverConfig): boolean {
  const name = basename(path);
  const ending = endingOf(name);
  if (target.kind === "glob" && !target.matches(path)) return false;
  if (isOwnerFile(name)) return DISCOVERED.has(ending) || isUncheckedText(ending);
  if (!DISCOVERED.has(ending) && !isUncheckedText(ending)) return false;
  if (config.documents) return config.documents(insideRoot(config, slashes(path)));
  return !REPOSITORY_TEXT.test(name);
}

/** Entries by name, so that a run over the same files reports in the same order everywhere; null: may not be read. */
async function sortedEntries(folder: string): Promise<Dirent[] | null> {
  const entries: Dirent[] = [];
  try {
    for await (const entry of await opendir(folder)) entries.push(entry);
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return []; // gone since its parent was read
    if (code === "EACCES" || code === "EPERM") return null;
    throw error;
  }
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function gitignoreIn(folder: string): Promise<Ignore | null> {
  const path = join(folder, ".gitignore");
  const stats = await lstat(path).catch(() => null);
  if (!stats?.isFile()) return null;
  try {
    return { folder, lines: parseGitignore(await readFile(path, "utf8")) };
  } catch (error) {
    // One that may not be read leaves nothing out.
    if (!["EACCES", "EPERM", "ENOENT"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
    return null;
  }
}

/** The `.gitignore` files between a folder and the top of its repository, the top first; none outside a repository. */
async function ignoresAbove(folder: string): Promise<Ignore[]> {
  const ignores: Ignore[] = [];
  for (let at = folder; ; at = dirname(at)) {
    if (at !== folder) {
      const own = await gitignoreIn(at);
      if (own) ignores.unshift(own);
    }
    if (await statsOf(join(at, ".git"))) return ignores;
    if (dirname(at) === at) return [];
  }
}

/** The deepest file that says something decides. */
function isIgnored(path: string, isFolder: boolean, ignores: readonly Ignore[]): boolean {
  for (let i = ignores.length - 1; i >= 0; i--) {
    const said = ignoredBy(ignores[i]!.lines, slashes(relative(ignores[i]!.folder, path)), isFolder);
    if (said !== null) return said;
  }
  return false;
}

function covers(target: Target, path: string): boolean {
  return target.kind === "folder"
    ? isBelow(target.path, path)
    : target.kind === "glob" && isBelow(target.path, path) && target.matches(path);
}

function shownName(path: string, cwd: string): string {
  if (path === "-") return path;
  const shown = relative(cwd, path);
  return slashes(shown === "" ? path : shown);
}

function slashes(path: string): string {
  return sep === "\\" ? path.replaceAll("\\", "/") : path;
}
