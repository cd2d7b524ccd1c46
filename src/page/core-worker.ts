import type { Answer, Ask } from "./messages.ts";

/** What became of a question: an answer, or the core was stopped before it had one. */
export type Outcome = Answer | { answer: "stopped"; why: "time" | "wish" };

/** The core behind a worker that can be stopped at any moment: what is asked next starts a new one. */
export interface CoreWorker {
  /** One question after the other; `seconds` is how long this one may take. */
  ask(ask: Ask, seconds: number): Promise<Outcome>;
  /** Ends the question being worked on and all that wait behind it. */
  stop(): void;
}

interface Waiting {
  ask: Ask;
  seconds: number;
  settle(outcome: Outcome): void;
}

export function coreWorker(source: string): CoreWorker {
  const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const waiting: Waiting[] = [];
  let worker: Worker | null = null;
  let timer = 0;
  let number = 0;

  function start(): Worker {
    const started = new Worker(address);
    started.onmessage = ({ data }: MessageEvent<{ number: number; answer: Answer }>) => {
      if (data.number === number) settle(data.answer);
    };
    started.onerror = (event) => {
      event.preventDefault();
      end();
      settle({ answer: "crashed", text: event.message || "worker" });
    };
    return started;
  }

  function end(): void {
    worker?.terminate();
    worker = null;
  }

  function settle(outcome: Outcome): void {
    clearTimeout(timer);
    waiting.shift()?.settle(outcome);
    next();
  }

  function next(): void {
    const first = waiting[0];
    if (!first) return;
    number++;
    timer = window.setTimeout(() => {
      end();
      settle({ answer: "stopped", why: "time" });
    }, first.seconds * 1000);
    worker ||= start();
    worker.postMessage({ number, ask: first.ask });
  }

  return {
    ask: (ask, seconds) =>
      new Promise((settle) => {
        waiting.push({ ask, seconds, settle });
        if (waiting.length === 1) next();
      }),
    stop() {
      clearTimeout(timer);
      if (waiting.length > 0) end();
      for (const one of waiting.splice(0)) one.settle({ answer: "stopped", why: "wish" });
    },
  };
}
