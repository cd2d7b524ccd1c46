import { constants } from "node:fs";
import { type FileHandle, open, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { endingOf, READERS } from "../read/detect.ts";
import { UsageError } from "./errors.ts";
import { type FileInMaking, fileInMaking, telling } from "./world.ts";

/** What every report to read begins or ends with: the mark of a comment, of a page, the sum of a run. */
const OURS = /<!-- gwlint|content="gwlint|\d+ 个文件：|^files: \d+, /m;
const HEAD = 64 * 1024;

/**
 * The file a report goes to. A report never takes the place of a draft: where the name is one of the run's `drafts`, or
 * a file that could be a draft stands there and is no report of ours, the run ends before it begins (UsageError). What is
 * no regular file (`/dev/stdout`, a named pipe) is written to as it is, everything else beside its name and renamed.
 */
export async function reportFile(path: string, cwd: string, drafts: ReadonlySet<string>): Promise<FileInMaking> {
  const absolute = resolve(cwd, path);
  if (drafts.has(absolute)) throw new UsageError("cli.report-over-draft", { path });
  const there = await stat(absolute).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw new UsageError("cli.cannot-write", { path, code: error.code ?? "" });
  });
  if (there?.isDirectory()) throw new UsageError("cli.report-folder", { path });
  if (there && !there.isFile()) return written(absolute, path);
  if (there && READERS.has(endingOf(absolute)) && !OURS.test(await edges(absolute, there.size))) {
    throw new UsageError("cli.report-over-draft", { path });
  }
  return fileInMaking(absolute, path);
}

/** The beginning and the end of a file. */
async function edges(path: string, size: number): Promise<string> {
  const file = await open(path, constants.O_RDONLY);
  try {
    return (await piece(file, 0)) + (size > HEAD ? await piece(file, size - HEAD) : "");
  } finally {
    await file.close();
  }
}

async function piece(file: FileHandle, from: number): Promise<string> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, from);
  return buffer.toString("utf8", 0, bytesRead);
}

/** A device or a pipe takes what it is given; there is nothing to rename and nothing to take back. */
async function written(absolute: string, path: string): Promise<FileInMaking> {
  const tell = telling(path);
  const file = await tell(open(absolute, "w"));
  return {
    write: (chunk) => tell(file.appendFile(chunk)),
    finish: () => tell(file.close()),
    abandon: () => file.close(),
  };
}
