import { mkdir, open, rename, rm, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { UsageError } from "./errors.ts";
import { EXIT } from "./exit-code.ts";

/** What a command may touch: injected, so that whole commands are tested without a process. */
export interface World {
  cwd: string;
  env: Record<string, string | undefined>;
  /** Text or bytes to standard output; resolves when they were taken, so that a slow pipe slows us down. */
  out(chunk: string | Uint8Array): Promise<void>;
  err(text: string): void;
  stdin(): Promise<Uint8Array>;
  outIsTerminal: boolean;
  errIsTerminal: boolean;
  columns: number;
  /** Columns of the terminal that standard error is; its user may change them at any time. */
  errColumns(): number;
  /** Today's date here, ISO: the stages have no clock. */
  today: string;
  /** The script of this program, for starting it again as a child. */
  script: string;
  /** Calls `leave` on Ctrl-C or when told to end, then ends with 130. Returns what takes the order back. */
  onInterrupt(leave: () => Promise<void>): () => void;
}

/** Ctrl-C, a scheduler that wants its machine back, a terminal that is closed. */
const ENDING = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

function send(stream: NodeJS.WriteStream, chunk: string | Uint8Array): Promise<void> {
  return new Promise((done, fail) => stream.write(chunk, (error) => (error ? fail(error) : done())));
}

export function processWorld(): World {
  // Whoever writes is told by the callback of its write; a pipe that was closed (`| head`) is no reason for a trace.
  process.stdout.on("error", () => {});
  return {
    cwd: process.cwd(),
    env: process.env,
    out: (chunk) => (chunk.length === 0 ? Promise.resolve() : send(process.stdout, chunk)),
    err: (text) => void process.stderr.write(text),
    async stdin() {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    },
    outIsTerminal: process.stdout.isTTY === true,
    errIsTerminal: process.stderr.isTTY === true,
    columns: process.stdout.columns || 100,
    errColumns: () => process.stderr.columns || 80,
    today: localDay(new Date()),
    script: process.argv[1] ?? "",
    onInterrupt(leave) {
      const stop = () => void leave().finally(() => process.exit(EXIT.interrupted));
      for (const signal of ENDING) process.once(signal, stop);
      return () => {
        for (const signal of ENDING) process.off(signal, stop);
      };
    },
  };
}

function localDay(date: Date): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** A file written beside its name and renamed at the end: a reader never sees half of it, and a failure leaves nothing. */
export interface FileInMaking {
  write(chunk: string | Uint8Array): Promise<void>;
  finish(): Promise<void>;
  abandon(): Promise<void>;
}

export async function fileInMaking(path: string, shown = path): Promise<FileInMaking> {
  const tell = telling(shown);
  await tell(mkdir(dirname(resolve(path)), { recursive: true }));
  const temporary = `${path}.${process.pid}.tmp`;
  const handle = await tell(open(temporary, "wx", 0o600));
  return {
    write: (chunk) => tell(handle.appendFile(chunk)),
    async finish() {
      await tell(handle.sync());
      await handle.close();
      await tell(rename(temporary, path));
    },
    async abandon() {
      await handle.close();
      await rm(temporary, { force: true });
    },
  };
}

/** Why the disk refuses to take a file: full, read-only, no such folder. Wrong use, and no bug of ours. */
export function telling(path: string): <T>(work: Promise<T>) => Promise<T> {
  return (work) =>
    work.catch((error: NodeJS.ErrnoException) => {
      if (error.syscall === undefined) throw error;
      throw new UsageError("cli.cannot-write", { path, code: error.code ?? "" });
    });
}

/** Writes a new file; an existing one is never overwritten. */
export async function writeNew(path: string, text: string): Promise<boolean> {
  try {
    await writeFile(path, text, { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}
