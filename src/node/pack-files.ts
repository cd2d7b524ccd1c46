import { existsSync, realpathSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { PackFiles } from "../pack/load.ts";

/** The installed package: the folder above this file that holds the packs. */
export const HOME = home(dirname(fileURLToPath(import.meta.url)));

function home(folder: string): string {
  if (existsSync(join(folder, "rules")) && existsSync(join(folder, "package.json"))) return folder;
  const above = dirname(folder);
  if (above === folder) throw new Error("the folder rules/ is missing from this installation");
  return home(above);
}

/** Compiled packs belong to the build; from source, packs are read from their YAML and are never stale. */
const BUILT = !import.meta.url.endsWith(".ts");

/** Packs on disk: the shipped ones under `rules/` (compiled under `dist/packs/`), others by path from `cwd`. */
export function packFiles(cwd: string): PackFiles {
  return {
    names: () => namesIn(join(HOME, "rules")),
    lexicons: () => namesIn(join(HOME, "rules", "lexicon")),
    async installed(name, form) {
      // A name never leaves the folder: packs are looked up, not addressed.
      if (!/^[a-z0-9-]+$/.test(name)) return null;
      if (form === "compiled" && BUILT) {
        const compiled = join(HOME, "dist", "packs", `${name}.json`);
        const text = await readTextIfThere(compiled);
        if (text !== null) return { path: compiled, text };
      }
      const path = join(HOME, "rules", `${name}.yaml`);
      const text = await readTextIfThere(path);
      return text === null ? null : { path, text };
    },
    read: readTextIfThere,
    resolve(from, path) {
      // What the user names may lie anywhere; what a pack names shows in its mistakes, and a pack may come from anybody.
      if (from === null) return resolve(cwd, path);
      const named = resolve(dirname(from), path);
      return liesIn(dirname(from), named) || liesIn(cwd, named) ? named : null;
    },
  };
}

/** Whether a path leads into a folder, links followed. */
function liesIn(folder: string, path: string): boolean {
  const inside = relative(real(folder), real(path));
  return inside !== ".." && !inside.startsWith(`..${sep}`) && !isAbsolute(inside);
}

/** The path with its links followed, as far as it is there. */
function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const above = dirname(path);
    return above === path ? path : join(real(above), basename(path));
  }
}

async function namesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  return entries.flatMap((entry) => (entry.endsWith(".yaml") ? [entry.slice(0, -5)] : [])).sort();
}

/** Text of a file, null where there is none. */
export async function readTextIfThere(path: string): Promise<string | null> {
  const bytes = await readIfThere(path);
  return bytes && new TextDecoder().decode(bytes);
}

/** Bytes of a file, null where there is none; any other trouble is thrown. */
export async function readIfThere(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    // A name too long for this disk names nothing on it: a sidecar of a draft whose own name fills the 255 bytes.
    if (code === "ENOENT" || code === "ENOTDIR" || code === "EISDIR" || code === "ENAMETOOLONG") return null;
    throw error;
  }
}
