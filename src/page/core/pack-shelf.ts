import type { PackFiles } from "../../pack/load.ts";
import type { SetUp } from "../messages.ts";

/** Packs that the page brings along: compiled JSON by name, and the names of the lexicons they may use. */
export interface ShippedPacks {
  compiled: ReadonlyMap<string, string>;
  lexicons: readonly string[];
}

/** Packs as the loader asks for them: the shipped ones, and dropped files, which lie side by side in one folder. */
export function packShelf(shipped: ShippedPacks, own: SetUp["ownPacks"]): PackFiles {
  const dropped = new Map(own.map(({ name, text }) => [name, text]));
  return {
    names: async () => [...shipped.compiled.keys()],
    lexicons: async () => shipped.lexicons,
    installed: async (name) => {
      const text = shipped.compiled.get(name);
      return text === undefined ? null : { path: name, text };
    },
    read: async (path) => dropped.get(path) ?? null,
    resolve: (_from, path) => path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1) || null,
  };
}
