import { existsSync } from "node:fs";
import { sep } from "node:path";
import type { Files } from "../config/files.ts";
import { readIfThere } from "./pack-files.ts";

/** The disk as the configuration sees it: paths with `/`. */
export const configFiles: Files = {
  read: (path) => readIfThere(path),
  exists: async (path) => existsSync(path),
};

/** A path of this system with `/`. */
export const slashes = (path: string) => (sep === "\\" ? path.replaceAll("\\", "/") : path);
