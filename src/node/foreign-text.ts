import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type { ForeignKind, ForeignText, TextOfForeign } from "../model/foreign.ts";
import type { ReadFailure } from "../model/source.ts";

/**
 * The libraries that get at such text. Peers that need not be there: an office without network installs gwlint from one
 * file, and most never meet a PDF; whoever needs them adds them once. Loaded only when such a file comes.
 */
const PACKAGE: Record<ForeignKind, string> = { doc: "word-extractor", pdf: "unpdf" };

/** Milliseconds one file may take; a printed plan of 60 pages takes about 600. */
const MOST_TIME = 30_000;
/** Megabytes of its heap, and of the whole process above where it began: a bomb unpacks outside the heap. */
const MOST_HEAP = 512;
const MOST_MEMORY = 1024;
const LOOK_EVERY = 100;

/**
 * Neither library is written against hostile files, so it works in a thread of its own that can be ended. Plain
 * JavaScript run from its text: a file of its own would have to be found again in every bundle.
 */
const WORK = `
const { parentPort, workerData: { kind, url, bytes, most } } = require("node:worker_threads");
const work = {
  async doc(library) {
    const document = await new library.default().extract(Buffer.from(bytes));
    const notes = [document.getFootnotes(), document.getEndnotes(), document.getTextboxes()].filter(Boolean);
    return { text: [document.getBody(), ...notes].join("\\n"), pages: null };
  },
  async pdf(library) {
    const { text, totalPages } = await library.extractText(bytes, { mergePages: false });
    return { text: text.join("\\f"), pages: totalPages };
  },
};
import(url)
  .then((library) => work[kind](library))
  .then(({ text, pages }) => parentPort.postMessage({ text: text.slice(0, most + 1), pages }))
  .catch((error) => parentPort.postMessage({ failed: String(error?.name) + " " + String(error?.message) }));
`;

export const foreignText: TextOfForeign = (...file) => textWith(located, MOST_TIME)(...file);

/** The same with libraries where `locate` finds them and no more than `time` milliseconds a file. */
export const textWith =
  (locate: (library: string) => string | null, time: number): TextOfForeign =>
  async (kind, bytes, limits) => {
    const library = PACKAGE[kind];
    const url = locate(library);
    if (url === null) return failure("unsupported", `read.${kind}.library`, { library });
    if (bytes.length > limits.docxBytes) {
      const values = { limit: "docxBytes", actual: megabytes(bytes.length), max: megabytes(limits.docxBytes) };
      return failure("too-large", "read.docx.too-large", values);
    }
    const answer = await inThread({ kind, url, bytes, most: limits.textCharacters }, time);
    if (typeof answer === "object")
      return answer.text.trim() === "" ? failure("unsupported", `read.${kind}.blank`) : answer;
    if (answer === "timeout") return failure("timeout", "read.foreign.timeout", { seconds: time / 1000 });
    if (answer === "memory") return failure("out-of-memory", "read.foreign.memory");
    return /password|encrypt/i.test(answer)
      ? failure("encrypted", "read.foreign.encrypted")
      : failure("corrupt", "read.foreign.corrupt");
  };

const megabytes = (bytes: number) => (bytes / 1048576).toFixed(1);

function failure(status: ReadFailure["status"], reason: string, values: ReadFailure["values"] = {}): ReadFailure {
  return { status, reason, values };
}

/** Where an installed library is; null where it is not. */
export function located(library: string): string | null {
  try {
    return pathToFileURL(createRequire(import.meta.url).resolve(library)).href;
  } catch {
    return null;
  }
}

/** The file each library begins with, null for one that is not installed. */
export const foreignReaders = (): (string | null)[] =>
  Object.values(PACKAGE).map((library) => {
    const url = located(library);
    return url && fileURLToPath(url);
  });

interface Job {
  kind: ForeignKind;
  url: string;
  bytes: Uint8Array;
  most: number;
}

/** The text, or what went wrong: `timeout`, `memory`, or the library's own words. */
function inThread(job: Job, time: number): Promise<ForeignText | string> {
  return new Promise((done) => {
    const worker = new Worker(WORK, {
      eval: true,
      workerData: { ...job, bytes: new Uint8Array(job.bytes) },
      resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP },
      // What a library prints about a broken file is no word of ours.
      stdout: true,
      stderr: true,
    });
    const began = process.memoryUsage.rss();
    const finish = (answer: ForeignText | string) => {
      clearTimeout(timer);
      clearInterval(look);
      done(answer);
      void worker.terminate();
    };
    const timer = setTimeout(() => finish("timeout"), time);
    const look = setInterval(() => {
      if (process.memoryUsage.rss() - began > MOST_MEMORY * 1048576) finish("memory");
    }, LOOK_EVERY);
    worker.once("message", (answer: ForeignText | { failed: string }) =>
      finish("failed" in answer ? answer.failed : answer),
    );
    worker.once("error", (error: NodeJS.ErrnoException) =>
      finish(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "memory" : error.message),
    );
    worker.once("exit", () => finish("ended"));
  });
}
