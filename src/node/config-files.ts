import { existsSync } from "node:fs";
import { sep } from "node:path";
import type { Files } from "../config/files.ts";
import { readIfThere } from "./pack-files.ts";

/** The disk as the configuration sees it: paths with `/`. */
export const configFiles: Files = {
  // Most drafts have no file beside them: asking first costs a tenth of an opening that fails.
  read: async (path) => (existsSync(path) ? readIfThere(path) : null),
  exists: async (path) => existsSync(path),
};

/** A path of this system with `/`. */
export const slashes = (path: string) => (sep === "\\" ? path.replaceAll("\\", "/") : path);
