import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { promisify } from "node:util";
import { type Language, say } from "../language/say.ts";
import { safe } from "../report/terminal.ts";
import { UsageError } from "./errors.ts";

const run = promisify(execFile);
/** A list of file names: 100,000 of 250 bytes. */
const MAX_OUTPUT = 32 * 1024 * 1024;

/** The files of the repository around `cwd` that differ from a revision. */
export interface Changed {
  /** Whether a file (absolute path) has to be looked at again; one outside the repository always has. */
  has(path: string): boolean;
}

/**
 * Files changed since the point where HEAD and `revision` parted, in the working tree as it stands: committed, staged
 * or edited; a renamed one under its new name, deleted ones left out, untracked ones that were never added too. Throws
 * UsageError outside a repository, for a revision that is none, and where the history is too short to tell.
 */
export async function changedSince(revision: string, cwd: string): Promise<Changed> {
  const top = (await git(cwd, "rev-parse", "--show-cdup").catch(noRepository)).replace(/\r?\n$/, "");
  const root = resolve(cwd, top);
  // No revision begins with a dash; git would take it for an option.
  if (revision.startsWith("-")) throw new UsageError("cli.no-revision", { revision });
  const commit = await git(cwd, "rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`).catch(
    (error: unknown) => refused(error, "cli.no-revision", { revision }),
  );
  const base = await git(cwd, "merge-base", commit.trim(), "HEAD").catch((error: unknown) =>
    refused(error, "cli.no-merge-base", { revision }),
  );
  const names = await git(
    root,
    "diff",
    "--name-only",
    "-z",
    "--find-renames",
    "--diff-filter=d",
    "--ignore-submodules",
    "--no-ext-diff",
    base.trim(),
    "--",
  );
  const changed = new Set(
    names
      .split("\0")
      .filter(Boolean)
      .map((name) => resolve(root, name)),
  );
  const below = root.endsWith("/") || root.endsWith("\\") ? [root] : [`${root}/`, `${root}\\`];
  return { has: (path) => changed.has(path) || !below.some((folder) => path.startsWith(folder)) };
}

/** What was looked at and what was not: a run over a few changed files must not read like one over all. */
export function changedWords(revision: string, checked: number, unchanged: number, language: Language): string {
  return say(language, checked > 0 ? "cli.changed" : "cli.changed-none", {
    revision: safe(revision),
    checked,
    unchanged,
  });
}

/** Git without a shell, and without the programs that a repository's configuration may name. */
async function git(cwd: string, ...args: string[]): Promise<string> {
  const safe = ["-c", "core.fsmonitor=false", "-c", "core.quotePath=false"];
  const { stdout } = await run("git", [...safe, ...args], { cwd, maxBuffer: MAX_OUTPUT, encoding: "utf8" });
  return stdout;
}

/** Git's own refusals are numbers; anything else (git is missing, too much output) is told apart. */
function refused(error: unknown, key: string, values: Record<string, string>): never {
  const { code, stderr } = error as { code?: unknown; stderr?: string };
  if (code === "ENOENT") throw new UsageError("cli.no-git");
  // In a container the owner of the folder may be another: only git's own words tell that from no repository.
  if (typeof code === "number") throw new UsageError(key, { ...values, detail: stderr?.split("\n")[0] ?? "" });
  throw error;
}

const noRepository = (error: unknown): never => refused(error, "cli.no-repository", {});
