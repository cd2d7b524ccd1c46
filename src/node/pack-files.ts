import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, isAbsolute, join, resolve } from "node:path";
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
    resolve: (from, path) => (isAbsolute(path) ? path : resolve(from === null ? cwd : dirname(from), path)),
  };
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
