import { constants } from "node:fs";
import { chmod, copyFile, link, mkdir, open, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { type CopyMark, copyName } from "../revise/copy-name.ts";
import { UsageError } from "./errors.ts";

/** How many copies of one draft may lie side by side before somebody has to tidy up. */
const MOST = 999;

/**
 * Writes `bytes` as 草稿.批注.docx beside the draft (or into `folder`) and returns the file's name. A file that is there
 * is never overwritten, not even an earlier copy, since somebody may have worked in it: the copy is 草稿.批注2.docx then.
 */
export async function writeCopy(
  draft: string,
  folder: string | null,
  mark: CopyMark,
  bytes: Uint8Array,
): Promise<string> {
  const to = folder ?? dirname(draft);
  const own = basename(draft);
  return orSay(to, async () => {
    await mkdir(to, { recursive: true });
    const temporary = join(to, `.${own}.${process.pid}.tmp`);
    await writeTemporary(temporary, bytes);
    try {
      for (let n = 1; n <= MOST; n++) {
        const name = copyName(own, mark, n);
        if (await claim(temporary, join(to, name))) return name;
      }
      throw new UsageError("copy.too-many", { name: copyName(own, mark), max: MOST });
    } finally {
      await rm(temporary, { force: true });
    }
  });
}

/** Puts `bytes` in the place of a file: written beside it and renamed, with the rights the file has. */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  await orSay(path, async () => {
    const real = await realpath(path);
    const temporary = join(dirname(real), `.${basename(real)}.${process.pid}.tmp`);
    const { mode } = await stat(real);
    await writeTemporary(temporary, bytes);
    try {
      await chmod(temporary, mode & 0o777);
      await rename(temporary, real);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  });
}

async function writeTemporary(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, "wx", 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Gives the finished file its name if nobody has it; a link fails where the name is taken, a rename would not. */
async function claim(temporary: string, path: string): Promise<boolean> {
  try {
    await link(temporary, path);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") return false;
    // Drives without hard links: FAT, many network shares.
    if (code !== "EPERM" && code !== "ENOTSUP" && code !== "ENOSYS" && code !== "EOPNOTSUPP") throw error;
  }
  try {
    await copyFile(temporary, path, constants.COPYFILE_EXCL);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

const UNWRITABLE = ["EACCES", "EPERM", "EROFS", "ENOSPC", "ENOTDIR", "EEXIST", "EDQUOT", "ENAMETOOLONG"];

/** A place that cannot be written to is wrong use, not a bug of ours. */
async function orSay<T>(path: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== undefined && UNWRITABLE.includes(code)) throw new UsageError("copy.failed", { path, code });
    throw error;
  }
}
