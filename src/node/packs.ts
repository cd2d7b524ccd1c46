import { ruleKinds } from "../bench/kinds.ts";
import type { Pack } from "../model/rule.ts";
import { loadPacks } from "../pack/load.ts";
import { packFiles } from "./pack-files.ts";

/** Packs by name or path, as the command and the library load them. Throws PackError with every mistake. */
export function openPacks(names: readonly string[], cwd: string): Promise<Pack[]> {
  return loadPacks(names, ruleKinds, packFiles(cwd));
}
