import "./older-browsers.ts";
import shipped from "virtual:shipped";
import { openCore } from "./core/core.ts";
import type { Ask } from "./messages.ts";

/** The core in a worker: a numbered question in, the answer with the same number out. */
const answer = openCore({ compiled: new Map(shipped.packs), lexicons: shipped.lexicons }, shipped.version);

self.onmessage = async ({ data }: MessageEvent<{ number: number; ask: Ask }>) => {
  self.postMessage({ number: data.number, answer: await answer(data.ask) });
};
