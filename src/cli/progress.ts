import { say } from "../language/say.ts";
import type { Session } from "./main.ts";

/** A run shorter than this shows no progress. */
const PATIENCE = 1_000;
const EVERY = 200;

/** Progress on stderr of a terminal: one line rewritten in place, from the second second on. */
export function progress({ world, language }: Session): { step(): void; done(): void } {
  if (!world.errIsTerminal) return { step() {}, done() {} };
  const started = performance.now();
  let last = started;
  let count = 0;
  let shown = false;
  return {
    step() {
      count++;
      const now = performance.now();
      if (now - started < PATIENCE || now - last < EVERY) return;
      last = now;
      shown = true;
      world.err(`\r${say(language, "cli.progress", { count, seconds: Math.round((now - started) / 1000) })}\u001b[K`);
    },
    done() {
      if (shown) world.err("\r\u001b[K");
    },
  };
}
