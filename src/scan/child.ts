import { type ChildProcess, spawn } from "node:child_process";
import type { Readable } from "node:stream";
import { frameReader, type LineReply, type Payload, type Ready, type Reply, type Task } from "./protocol.ts";
import type { Setting } from "./setting.ts";
import { MEMORY_MARK } from "./watch.ts";

/** How a child is started: this program again, with a bound on its heap. */
export interface ChildCommand {
  script: string;
  args: string[];
  /** MB. */
  heap: number;
}

/** Why a child ended while it had a task in hand. */
export type Death = { status: "timeout" | "out-of-memory" } | { status: "crashed"; how: string };

/** A child cannot even begin: the command line, a pack, or this program is at fault, told in words already. */
export class ChildRefused extends Error {
  readonly text: string;
  readonly code: number | null;
  constructor(text: string, code: number | null) {
    super(text);
    this.name = "ChildRefused";
    this.text = text;
    this.code = code;
  }
}

export interface Child {
  readonly ready: Promise<Ready>;
  /** Tasks given and not answered, in the order given. */
  readonly hand: readonly Task[];
  /** Files it has checked: what it is worn by. */
  readonly worked: number;
  readonly rss: number;
  /** Null as long as it lives. */
  readonly death: Death | null;
  give(task: Task): void;
  /** Takes the tasks out of hand that the child has dropped because one before them failed. */
  takeBack(): Task[];
  /** Resolves at the next answer to a task, or at its end. */
  changed(): Promise<void>;
  /** Lets it go once its hand is empty. */
  release(): void;
  kill(): void;
}

/** MB in which new objects live: everything of one document fits, so that little of it is ever moved. 8 % of the time. */
const NURSERY = 32;
const STDERR_KEPT = 4096;
/** Opening an index or reading many superiors takes time; this long (milliseconds) is a hang. */
const START = 600_000;

/** Starts a child. `limit` is the time in milliseconds a task may take; `take` gets every line of results. */
export function startChild(
  { script, args, heap }: ChildCommand,
  setting: Setting,
  limit: (task: Task) => number,
  take: (reply: LineReply, payload: Payload, task: Task) => void,
): Child {
  const node = process.execArgv.filter(
    (arg) => !/^--(?:inspect|max-old-space-size|max-semi-space-size|expose-gc|input-type|eval)/.test(arg),
  );
  const bounds = [`--max-old-space-size=${heap}`, `--max-semi-space-size=${NURSERY}`];
  const child: ChildProcess = spawn(process.execPath, [...node, ...bounds, script, ...args], {
    cwd: setting.cwd,
    stdio: ["pipe", "ignore", "pipe", "pipe"],
    windowsHide: true,
  });
  const hand: Task[] = [];
  let answered = 0;
  let worked = 0;
  let rss = 0;
  let death: Death | null = null;
  let late = false;
  let broken: string | null = null;
  let stderr = "";
  let wake = () => {};
  let change = new Promise<void>((done) => (wake = done));
  const tell = () => {
    wake();
    change = new Promise<void>((done) => (wake = done));
  };
  let begin!: (ready: Ready) => void;
  let refuse!: (error: Error) => void;
  const ready = new Promise<Ready>((done, fail) => {
    begin = done;
    refuse = fail;
  });
  ready.catch(() => {});

  let clock = setTimeout(overdue, START);
  clock.unref();
  const wind = () => {
    clearTimeout(clock);
    if (hand[0] && !death) clock = setTimeout(overdue, limit(hand[0]));
  };
  /** A parent that was busy may find the answer waiting behind the clock's stroke: look once more. */
  function overdue(): void {
    const task = hand[0];
    const before = answered;
    setImmediate(() => {
      if (hand[0] !== task || answered !== before) return;
      late = true;
      child.kill("SIGKILL");
    });
  }

  function reply(message: Reply, payload: Payload): void {
    if (message.kind === "ready") {
      clearTimeout(clock);
      begin(message);
      wind();
    } else if (message.kind === "refused") refuse(new ChildRefused(message.text, message.code));
    else {
      const task = hand[0];
      if (!task || task.id !== message.task) throw new Error(`an answer to ${message.task}, not ${task?.id}`);
      rss = message.rss;
      if (message.last) {
        hand.shift();
        answered++;
        if (message.checked) worked++;
      }
      wind();
      take(message, payload, task);
      if (message.last) tell();
    }
  }
  const read = frameReader(reply);
  (child.stdio[3] as Readable).on("data", (piece: Buffer) => {
    if (broken !== null) return;
    try {
      read(piece);
    } catch (error) {
      broken = String(error);
      child.kill("SIGKILL");
    }
  });
  child.stderr!.setEncoding("utf8").on("data", (text: string) => {
    stderr = (stderr + text).slice(-STDERR_KEPT);
  });
  // A child that is gone breaks the pipe; that it is gone is heard from `close`.
  child.stdin!.on("error", () => {});
  child.on("error", (error) => refuse(error));
  child.on("close", (code, signal) => {
    clearTimeout(clock);
    death = late
      ? { status: "timeout" }
      : stderr.includes(MEMORY_MARK) || /heap out of memory|Allocation failed/.test(stderr)
        ? { status: "out-of-memory" }
        : { status: "crashed", how: broken ? "reply" : (signal ?? `exit ${code}`) };
    refuse(new ChildRefused(stderr.trim(), null));
    tell();
  });
  child.stdin!.write(`${JSON.stringify(setting)}\n`);

  return {
    ready,
    hand,
    get worked() {
      return worked;
    },
    get rss() {
      return rss;
    },
    get death() {
      return death;
    },
    give(task) {
      hand.push(task);
      // Tasks given one right after another go out in one piece.
      if (child.stdin!.writableCorked === 0) {
        child.stdin!.cork();
        setImmediate(() => child.stdin!.uncork());
      }
      child.stdin!.write(`${JSON.stringify(task)}\n`);
      if (hand.length === 1) wind();
    },
    takeBack: () => {
      const back = hand.splice(0);
      wind();
      return back;
    },
    changed: () => change,
    release: () => void child.stdin!.end(),
    kill: () => void child.kill("SIGKILL"),
  };
}
