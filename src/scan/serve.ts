import { writeSync } from "node:fs";
import type { ScanLine } from "../model/scan.ts";
import type { CacheNote } from "./cache/entry.ts";
import { encodeReply, type Reply, type Task } from "./protocol.ts";
import type { Setting } from "./setting.ts";
import { addLine, emptyTotals, type Judgement } from "./totals.ts";
import { watchSelf } from "./watch.ts";

const REPLIES = 3;

/** What a child makes of a file: its line, and what the parent has to know of it. */
export interface Scanned {
  line: ScanLine;
  judged: Judgement;
  cache?: CacheNote;
  trouble?: string;
}

/** What a child is once its setting was read: ready to take files, or the words for what is wrong. */
export interface Server {
  ready: Omit<Extract<Reply, { kind: "ready" }>, "kind">;
  /** Lines of one file, its own last. */
  scan(task: Task): AsyncGenerator<Scanned>;
}

type Opened = Server | Extract<Reply, { kind: "refused" }>;

/** The life of a child: reads its setting, then takes tasks one at a time until standard input ends. */
export async function serve(open: (setting: Setting) => Promise<Opened>): Promise<void> {
  // Ctrl-C reaches the whole group of processes; it is the parent's to end this one.
  process.on("SIGINT", () => {});
  let server: Server | null = null;
  let dropped = -1;
  for await (const text of inputLines()) {
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
}

async function answer(task: Task, server: Server): Promise<"done" | "trouble"> {
  let held: Scanned | null = null;
  for await (const next of server.scan(task)) {
    if (held) send(frame(task, held, false));
    held = next;
  }
  send(frame(task, held!, true));
  return held!.trouble ? "trouble" : "done";
}

function frame(task: Task, { line, judged, cache, trouble }: Scanned, last: boolean): Buffer {
  const totals = emptyTotals();
  addLine(totals, line, judged);
  const { path: name, exemptions } = line;
  const payload = Buffer.from(`${JSON.stringify(line)}\n`);
  return encodeReply(
    {
      kind: "line",
      task: task.id,
      last,
      name,
      totals,
      ...(exemptions ? { exemptions } : {}),
      ...(cache ? { cache } : {}),
      ...(trouble ? { trouble } : {}),
      rss: residentNow(),
    },
    payload,
  );
}

let asked = 0;
let resident = 0;
/** Memory in bytes, looked up at every 32nd answer: asking the system takes as long as a tenth of a draft. */
function residentNow(): number {
  if (asked++ % 32 === 0) resident = process.memoryUsage.rss();
  return resident;
}

async function* inputLines(): AsyncGenerator<string> {
  let rest = "";
  for await (const chunk of process.stdin.setEncoding("utf8")) {
    const lines = (rest + (chunk as string)).split("\n");
    rest = lines.pop()!;
    yield* lines;
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
