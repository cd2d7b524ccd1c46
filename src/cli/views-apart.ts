import { spawn } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import { ChildRefused } from "../scan/child.ts";
import type { ViewsAsked } from "./archive-views.ts";
import type { Session } from "./main.ts";

/** Bytes of a master up to which its views are made in this process: a second process costs half a second. */
const SMALL = 4 << 20;
/**
 * MB of heap, and of its young half. Views keep some 40 MB whatever the number of lines; a heap without bounds is let grow
 * to five times that before it is swept: 237 MB for 100,000 lines; with these 111 MB for 1,000,000.
 */
const HEAP = 256;
const YOUNG = 4;

/** Whether the views of this folder are worth a process of their own. */
export const isLarge = (folder: string): boolean =>
  (statSync(join(folder, "results.jsonl"), { throwIfNoEntry: false })?.size ?? 0) > SMALL;

/** Makes the views in a process with a bound on its heap; what it refuses comes back as it would be told here. */
export async function viewsApart(folder: string, asked: ViewsAsked, { world, language }: Session): Promise<string[]> {
  const node = process.execArgv.filter((arg) => !/^--(?:inspect|max-|expose-gc|input-type|eval)/.test(arg));
  const heap = [`--max-old-space-size=${HEAP}`, `--max-semi-space-size=${YOUNG}`];
  const order = JSON.stringify({ folder, asked, today: world.today });
  const child = spawn(
    process.execPath,
    [...node, ...heap, world.script, "report-child", "--lang", language, "--", order],
    // Its standard input stays open as long as this process lives, and tells it when it no longer does.
    { cwd: world.cwd, stdio: ["pipe", "pipe", "pipe"], windowsHide: true },
  );
  let out = "";
  let err = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
  const [code, signal] = await new Promise<[number | null, string | null]>((done, fail) => {
    child.on("error", fail);
    child.on("close", (...end) => done(end));
  });
  if (code === 0) return JSON.parse(out) as string[];
  if (code === null) throw new Error(`the process that makes the views ended by ${signal}\n${err}`);
  throw new ChildRefused(err.trimEnd(), code);
}
