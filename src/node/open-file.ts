import { readFile, stat } from "node:fs/promises";
import type { Limits } from "../model/limits.ts";
import type { ReadFailure } from "../model/source.ts";
import { sizeFailure } from "../read/size-failure.ts";

/**
 * The bytes of a regular file, or why there are none. The size is looked at first, so that a file over the largest
 * limit is never taken into memory; devices, pipes and folders are not opened at all.
 */
export async function openFile(path: string, limits: Limits): Promise<Uint8Array | ReadFailure> {
  try {
    const { size, isFile } = await stat(path).then((found) => ({ size: found.size, isFile: found.isFile() }));
    if (!isFile) return { status: "unreadable", reason: "open.not-a-file", values: {} };
    return sizeFailure(size, limits) ?? (await readFile(path));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    const reason =
      code === "EACCES" || code === "EPERM" ? "open.no-permission" : code === "ENOENT" ? "open.gone" : "open.failed";
    return { status: "unreadable", reason, values: { code } };
  }
}
