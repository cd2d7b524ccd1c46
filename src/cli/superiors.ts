import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { declaredIn } from "../bench/declared.ts";
import type { Config } from "../config/config.ts";
import type { SearchOptions } from "../index-store/scope.ts";
import { type Draft, openSuperior } from "../lint.ts";
import type { Superior } from "../model/check.ts";
import { DEFAULT_LIMITS, type Limits } from "../model/limits.ts";
import { foreignText } from "../node/foreign-text.ts";
import { openFile } from "../node/open-file.ts";
import { fileDigest } from "../scan/basis.ts";
import { discover } from "./discover.ts";
import { shownName } from "./drafts.ts";
import type { Session } from "./main.ts";
import type { Superiors } from "./named-superiors.ts";

/** Superior documents by path, each read once however many drafts it is held against. */
export function superiorShelf(
  config: Config,
  { limits = DEFAULT_LIMITS, ...search }: SearchOptions & { limits?: Limits },
  { world, language }: Session,
) {
  const shelf = new Map<string, Promise<Superiors>>();
  let unread = false;
  async function read(path: string): Promise<Superiors> {
    const folder = resolve(world.cwd, path);
    if (existsSync(join(folder, "meta.json"))) {
      const { indexSuperiors } = await import("../node/index-superiors.ts");
      const find = indexSuperiors(folder, search, language);
      return { documents: [], find, indexes: [fileDigest(join(folder, "meta.json"))] };
    }
    const superiors: Superior[] = [];
    for await (const found of discover([path], world.cwd, { ...config, documents: null })) {
      const draft: Draft = {
        name: shownName(found.path, world.cwd),
        declared: { over: {}, under: {} },
        superiors: [],
        open: () => openFile(found.path, limits),
      };
      const superior = await openSuperior(draft, { limits, declaredIn, language, textOfForeign: foreignText });
      if ("problem" in superior) unread = true;
      superiors.push(superior);
    }
    return { documents: superiors, find: null, indexes: [] };
  }
  return {
    open(path: string): Promise<Superiors> {
      const known = shelf.get(path) ?? read(path);
      shelf.set(path, known);
      return known;
    },
    anyUnread: () => unread,
  };
}
