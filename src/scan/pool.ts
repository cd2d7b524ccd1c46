import { setTimeout as sleep } from "node:timers/promises";
import { type Child, ChildRefused, type Death } from "./child.ts";
import type { LineReply, Payload, Ready, Task } from "./protocol.ts";
import { ROOT_GONE } from "./snapshot.ts";

/** A file as the run hands it out. */
export type Job = Omit<Task, "id" | "attempt" | "epoch">;

export interface PoolOptions {
  jobs: number;
  start(take: (reply: LineReply, payload: Payload, task: Task) => void): Child;
  /** Files checked after which a child is replaced, and bytes of memory from which on. */
  recycleFiles: number;
  recycleBytes: number;
  /** A line that counts. */
  line(reply: LineReply, payload: Payload, task: Task): void;
  /** Waits so many milliseconds. */
  wait?(milliseconds: number): Promise<unknown>;
  /** A file that ended twice with its child. */
  lost(task: Task, death: Death): void;
}

/** Where a row of sums has the bytes read. */
const BYTES = 1;
/** Tasks a child has in hand, so that it never waits for the next one, however fast a cache answers. */
const HAND = 48;
/** Failures of disk or network one after another, over all files, at which the run stops. */
const TROUBLES = 10;
/** Children that die one after another without having answered once: the fault is not in the files. */
const BARREN = 5;

/** A second end with its child is a file's own; a kill from outside says little of it, unless it comes every time. */
const attemptsAt = (death: Death) => (death.status === "crashed" && death.how === "SIGKILL" ? 4 : 2);

/** The disk or the network share is gone: what was in hand has no line, so that a resumed run takes it up again. */
export class ShareLost extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.name = "ShareLost";
    this.code = code;
  }
}

export interface Pool {
  /** Starts the first child: what is wrong with the command line or a pack shows here. */
  open(): Promise<Ready>;
  /** Takes files until there are none, `jobs` children at a time; returns when each has its line. */
  run(jobs: AsyncIterator<Job>): Promise<void>;
  /** Ends at once: children are killed, `run` throws `reason`. */
  halt(reason: unknown): void;
  /** Bytes of memory of the children as last heard. */
  memory(): number[];
}

/**
 * A file that takes its child with it is tried once more, alone in a new one; the second end is its status. What else
 * that child had in hand is handed out again.
 */
export function openPool(options: PoolOptions): Pool {
  const wait = options.wait ?? ((milliseconds) => sleep(milliseconds, undefined, { ref: false }));
  let stop = () => {};
  const stopping = new Promise<void>((done) => (stop = done));
  const alive = new Set<Child>();
  let first: Child | null = null;
  let halted = false;
  let reason: unknown = null;
  let ids = 0;
  let epoch = 0;
  let troubles = 0;
  let pause: Promise<unknown> | null = null;
  /** Files that failed for the disk's sake, until another file shows that the disk is there. */
  const held: Task[] = [];
  const second = new Set<string>();
  /** What a child dropped when a file before it failed. */
  const back = new Map<Child, Task[]>();
  let barren = 0;

  function begin(): Child {
    const child = options.start((reply, payload, task) => {
      if (halted) return;
      try {
        answer(reply, payload, task, child);
      } catch (error) {
        halt(error);
      }
    });
    alive.add(child);
    return child;
  }
  function answer(reply: LineReply, payload: Payload, task: Task, child: Child): void {
    barren = 0;
    if (!reply.trouble) {
      if (troubles > 0 && reply.sums[BYTES] > 0) troubles = 0;
      second.delete(task.path);
      options.line(reply, payload, task);
      return;
    }
    epoch++;
    troubles++;
    if (troubles >= TROUBLES) throw new ShareLost(reply.trouble);
    const waiting = wait(1000 * 2 ** (troubles - 1));
    pause = waiting;
    waiting.then(() => {
      if (pause === waiting) pause = null;
    });
    back.set(child, child.takeBack());
    const again = second.delete(task.path);
    if (again && reply.trouble !== ROOT_GONE) options.line(reply, payload, task);
    else held.push(task);
  }

  function halt(why: unknown): void {
    if (!halted) reason = why;
    halted = true;
    stop();
    for (const child of alive) child.kill();
  }
  const stamp = (job: Job, attempt = 1): Task => ({ ...job, id: ids++, attempt, epoch });

  async function slot(next: () => Promise<Job | null>): Promise<void> {
    const again: Task[] = [];
    let alone: Task | null = null;
    let child = first ?? begin();
    let successor: Child | null = null;
    first = null;
    /** Another file was read, so the disk is there: those that failed get their second chance. */
    const chance = (): Task | null => {
      if (held.length === 0 || (troubles > 0 && again.length > 0)) return null;
      const task = held.shift()!;
      second.add(task.path);
      return task;
    };
    const full = () => child.worked + child.hand.length >= options.recycleFiles;
    const worn = () => full() || child.rss > options.recycleBytes;
    for (;;) {
      await child.ready.catch((error: unknown) => {
        if (!child.death || halted || (error instanceof ChildRefused && error.code !== null)) throw error;
        if (++barren >= BARREN) throw error;
      });
      // Only where there is a pause: a race leaves something behind in whichever promise does not end, 250 bytes a file.
      if (pause) await Promise.race([pause, stopping]);
      if (halted) throw reason;
      if (child.death) {
        // It died before it began.
      } else if (alone) {
        if (child.hand.length === 0) child.give((alone = stamp(alone, alone.attempt + 1)));
      } else {
        while (child.hand.length < HAND && !worn() && !child.death) {
          const task = again.shift() ?? (troubles === 0 ? chance() : null) ?? (await next()) ?? chance();
          if (!task) break;
          if (child.death) {
            again.unshift(stamp(task));
            break;
          }
          child.give(stamp(task));
          if (troubles > 0) break;
        }
        if (worn() && !successor && !child.death) {
          // The next one warms up while this one ends; where nothing is left there is none.
          const task = again.shift() ?? (await next());
          if (task) {
            again.unshift(stamp(task));
            successor = begin();
          }
        }
      }
      if (!child.death && child.hand.length === 0 && !successor && !back.has(child)) break;
      if (child.hand.length > 0 && !child.death) await child.changed();
      if (halted) throw reason;
      const dropped = back.get(child);
      if (dropped) {
        back.delete(child);
        again.unshift(...dropped);
      }
      if (child.death) {
        alive.delete(child);
        const [suspect, ...others] = child.takeBack();
        again.unshift(...others.map((task) => ({ ...task, careful: true as const })));
        if (suspect && suspect.attempt >= attemptsAt(child.death)) {
          alone = null;
          options.lost(suspect, child.death);
        } else if (suspect) alone = suspect;
        child = successor ?? begin();
        successor = null;
      } else if (alone && child.hand.length === 0) alone = null;
      else if (successor && child.hand.length === 0) {
        child.release();
        alive.delete(child);
        child = successor;
        successor = null;
      }
    }
    child.release();
    alive.delete(child);
  }

  return {
    async open() {
      for (;;) {
        first = begin();
        try {
          return await first.ready;
        } catch (error) {
          const killed = first.death && error instanceof ChildRefused && error.code === null;
          if (halted || !killed || ++barren >= BARREN) throw halted ? reason : error;
          alive.delete(first);
        }
      }
    },
    async run(jobs) {
      let ended = false;
      const next = async () => {
        if (ended) return null;
        const { done, value } = await jobs.next();
        if (done) ended = true;
        return done ? null : value;
      };
      const slots = Array.from({ length: options.jobs }, () => slot(next));
      try {
        await Promise.all(slots);
      } catch (error) {
        halt(error);
        await Promise.allSettled(slots);
        throw reason;
      }
    },
    halt,
    memory: () => [...alive].map(({ rss }) => rss),
  };
}
