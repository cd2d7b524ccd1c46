import { existsSync, readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import type { PackFiles } from "../../src/pack/load.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Packs from a map: `shipped` by name, `files` by path; a path that climbs out of the folder is refused. */
export function packFiles(files: Record<string, string>, shipped: Record<string, string> = {}): PackFiles {
  return {
    names: async () => Object.keys(shipped),
    lexicons: async () => ["set-phrases"],
    installed: async (name) => (name in shipped ? { path: `rules/${name}.yaml`, text: shipped[name]! } : null),
    read: async (path) => files[path] ?? null,
    resolve: (from, path) => {
      const full = posix.normalize(posix.join(from ? posix.dirname(from) : ".", path));
      return full.startsWith("..") ? null : full;
    },
  };
}

/** The packs of this repository, from their YAML. */
export const shippedFiles: PackFiles = {
  names: async () => readdirSync(`${root}rules`).flatMap((name) => name.match(/^(.+)\.yaml$/)?.[1] ?? []),
  lexicons: async () => readdirSync(`${root}rules/lexicon`).flatMap((name) => name.match(/^(.+)\.yaml$/)?.[1] ?? []),
  installed: async (name) => {
    const path = `rules/${name}.yaml`;
    return existsSync(root + path) ? { path, text: readFileSync(root + path, "utf8") } : null;
  },
  read: async () => null,
  resolve: (from, path) => posix.join(from ? posix.dirname(from) : ".", path),
};
