import { resolve } from "node:path";
import { emptyConfig } from "../config/config.ts";
import type { Faulty } from "../index-store/contents.ts";
import { openIndex } from "../index-store/open.ts";
import { verifyIndex } from "../index-store/verify.ts";
import { addToIndex, buildIndex, removeFromIndex } from "../index-store/write.ts";
import { say } from "../language/say.ts";
import { isBelow } from "../node/below.ts";
import { slashes } from "../node/config-files.ts";
import { indexFiles } from "../node/index-files.ts";
import { safe } from "../report/terminal.ts";
import { discover } from "./discover.ts";
import { UsageError } from "./errors.ts";
import { EXIT } from "./exit-code.ts";
import { infoText, infoView } from "./index-text.ts";
import type { Session } from "./main.ts";
import { progress } from "./progress.ts";

/** `index build` and `index add`, within `memory` MB: reads the files, says how many were taken up, and names every one that was not. */
export async function writeIndex(
  how: "build" | "add",
  folder: string,
  paths: readonly string[],
  memory: number,
  session: Session,
): Promise<void> {
  const { world, language, finish } = session;
  const target = resolve(world.cwd, folder);
  const bar = progress(session);
  async function* files() {
    for await (const found of discover(paths, world.cwd, emptyConfig(slashes(world.cwd)))) {
      bar.step();
      // Standard input has no path by which it could be replaced or removed.
      if (found.path === "-") throw new UsageError("discover.missing", { paths: "-", count: 1 });
      if (!isBelow(target, found.path)) yield found;
    }
  }
  const written = await (how === "build" ? buildIndex : addToIndex)(
    target,
    indexFiles(files(), language),
    memory,
  ).finally(() => bar.done());
  const { faulty, ...counts } = written;
  await world.out(`${say(language, "index.written", { ...counts, count: countOf(target) })}\n`);
  if (faulty.length === 0) return;
  world.err(`${say(language, "index.faulty", { count: faulty.length })}\n${faultyLines(faulty, session)}`);
  finish(EXIT.unchecked);
}

function faultyLines(faulty: readonly Faulty[], { language }: Session): string {
  return faulty
    .map(({ path, status, reason }) => `  ${safe(path)}  ${say(language, `status.${status}`)}  ${safe(reason)}\n`)
    .join("");
}

/** `index remove`. */
export async function removeDocuments(
  folder: string,
  paths: readonly string[],
  { world, language, finish }: Session,
): Promise<void> {
  const target = resolve(world.cwd, folder);
  const missing = await removeFromIndex(target, paths);
  const values = { removed: paths.length - missing.length, count: countOf(target) };
  await world.out(`${say(language, "index.removed", values)}\n`);
  if (missing.length === 0) return;
  world.err(`${say(language, "index.not-there", { paths: missing.map(safe).join("、") })}\n`);
  finish(EXIT.usage);
}

function countOf(folder: string): number {
  const index = openIndex(folder);
  index.close();
  return index.count;
}

/** `index info`. */
export function showIndex(
  folder: string,
  options: { documents?: boolean; format: string },
  { world, language }: Session,
): Promise<void> {
  const view = infoView(resolve(world.cwd, folder), options.documents === true);
  return world.out(options.format === "json" ? `${JSON.stringify(view, null, 1)}\n` : infoText(view, language));
}

/** `index verify`. */
export function checkIndex(folder: string, { world, language }: Session): Promise<void> {
  return world.out(`${say(language, "index.sound", { files: verifyIndex(resolve(world.cwd, folder)) })}\n`);
}
