import { writeSync } from "node:fs";
import type { ExemptionMarks, ScanLine } from "../model/scan.ts";
import type { Place } from "./cache/earlier.ts";
import type { CacheNote } from "./cache/entry.ts";
import { encodeReply, type LineReply, type Reply, type Task } from "./protocol.ts";
import type { Setting } from "./setting.ts";
import { type Judgement, type LineSums, sumsOf } from "./totals.ts";
import { watchSelf } from "./watch.ts";

const REPLIES = 3;

/**
 * Answers that took no checking go out together, so many or so many bytes at once: fewer than a child has in hand, so that the
 * parent takes some while the next are made.
 */
const TOGETHER = 16;
const GATHER = 64 * 1024;

/** What a child makes of a file: its line as it will stand in the results, and what the parent has to know of it. */
export interface Scanned {
  name: string;
  /** The line and its newline. */
  payload: Uint8Array;
  sums: LineSums;
  exemptions?: ExemptionMarks;
  /** The line stands in the results of the run before just so; `payload` is empty. */
  copied?: Place;
  cache?: CacheNote;
  /** The line sealed for the cache. */
  sealed?: Uint8Array;
  trouble?: string;
}

export function scannedLine(line: ScanLine, judged: Judgement): Scanned {
  const { path: name, exemptions } = line;
  const payload = Buffer.from(`${JSON.stringify(line)}\n`);
  return { name, payload, sums: sumsOf(line, judged), ...(exemptions ? { exemptions } : {}) };
}

/** What a child is once its setting was read: ready to take files, or the words for what is wrong. */
export interface Server {
  ready: Omit<Extract<Reply, { kind: "ready" }>, "kind">;
  /**
   * Lines of one file, its own last. `checking` is called before a file is checked: what follows may take long, and the
   * parent's clock runs for the first file it has no answer to.
   */
  scan(task: Task, checking: () => void): AsyncGenerator<Scanned>;
}

type Opened = Server | Extract<Reply, { kind: "refused" }>;

/** The life of a child: reads its setting, then takes tasks one at a time until standard input ends. */
export async function serve(open: (setting: Setting) => Promise<Opened>): Promise<void> {
  // Ctrl-C reaches the whole group of processes; it is the parent's to end this one.
  process.on("SIGINT", () => {});
  let server: Server | null = null;
  let dropped = -1;
  for await (const texts of inputLines()) {
    for (const text of texts) {
      if (!server) {
        const setting = JSON.parse(text) as Setting;
        watchSelf(setting.memory);
        const opened = await open(setting);
        if ("kind" in opened) return send(encodeReply(opened));
        server = opened;
        send(encodeReply({ kind: "ready", ...server.ready }));
        continue;
      }
      const task = JSON.parse(text) as Task;
      if (task.epoch <= dropped) continue;
      if ((await answer(task, server)) === "trouble") dropped = task.epoch;
    }
    sendGathered();
  }
}

async function answer(task: Task, server: Server): Promise<"done" | "trouble"> {
  let held: Scanned | null = null;
  let checked = false;
  const checking = () => {
    sendGathered();
    checked = true;
  };
  if (task.careful) sendGathered();
  for await (const next of server.scan(task, checking)) {
    if (held) gather(frame(task, held, { last: false, checked }));
    held = next;
  }
  gather(frame(task, held!, { last: true, checked }));
  if (checked) sendGathered();
  return held!.trouble ? "trouble" : "done";
}

let gathered: Uint8Array[] = [];
let size = 0;
function gather(frame: Uint8Array): void {
  gathered.push(frame);
  if ((size += frame.length) >= GATHER || gathered.length >= TOGETHER) sendGathered();
}
function sendGathered(): void {
  if (gathered.length > 0) send(gathered.length === 1 ? gathered[0]! : Buffer.concat(gathered));
  gathered = [];
  size = 0;
}

function frame(
  task: Task,
  { payload, sealed, ...scanned }: Scanned,
  state: Pick<LineReply, "last" | "checked">,
): Buffer {
  const reply = { kind: "line", task: task.id, ...state, ...scanned, rss: residentNow() } as const;
  return encodeReply(reply, payload, sealed);
}

/** Milliseconds between two looks at the memory: asking the system takes half a millisecond. */
const LOOK = 250;
let looked = Number.NEGATIVE_INFINITY;
let resident = 0;
/** Memory in bytes as of the last quarter of a second. */
function residentNow(): number {
  const now = performance.now();
  if (now - looked > LOOK) {
    looked = now;
    resident = process.memoryUsage.rss();
  }
  return resident;
}

async function* inputLines(): AsyncGenerator<string[]> {
  let rest = "";
  for await (const chunk of process.stdin.setEncoding("utf8")) {
    const lines = (rest + (chunk as string)).split("\n");
    rest = lines.pop()!;
    yield lines;
  }
}

/** Waits until the parent has taken it: a parent that is busy writing slows its children down. */
function send(frame: Uint8Array): void {
  for (let at = 0; at < frame.length; ) {
    try {
      at += writeSync(REPLIES, frame, at);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // Nobody is left to answer to.
      if (code === "EPIPE") process.exit(0);
      if (code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
}
