import type { Draft } from "../lint.ts";
import type { ScanLine } from "../model/scan.ts";
import { endingOf } from "../read/detect.ts";
import { superiorsDigest } from "./basis.ts";
import { byName, checkedLine, type Desk, refusedLine } from "./line.ts";
import type { Task } from "./protocol.ts";
import { type Scanned, scannedLine } from "./serve.ts";
import { snapshot } from "./snapshot.ts";

/** The lines of one file: one, or that of an archive after those of its members. */
export async function* scanFile(task: Task, desk: Desk, checking: () => void): AsyncGenerator<Scanned> {
  const { path, name, named } = task;
  const isArchive = desk.setting.archives && endingOf(name) === ".zip";
  const done = (line: ScanLine, more: Pick<Scanned, "trouble"> = {}): Scanned => ({
    ...scannedLine(line, desk.judge(line, named)),
    ...more,
  });
  const unread = byName(name);
  if (unread && !isArchive) {
    // Its size and time are told, the file is not opened.
    const { bytes, file, trouble } = snapshot(path, null, task.attempt, desk.setting.roots);
    const failure = bytes instanceof Uint8Array ? unread : bytes;
    yield done(refusedLine(name, failure, file, desk), trouble ? { trouble } : {});
    return;
  }
  let read: Uint8Array = new Uint8Array();
  const draft = await desk.draft({ path, name }, async () => read);
  const declared = await draft.open();
  if (!(declared instanceof Uint8Array)) {
    // What stands beside it is wrong, and would have decided rules.
    yield done(refusedLine(name, declared, snapshot(path, null, task.attempt, desk.setting.roots).file, desk));
    return;
  }
  const context = contextOf(draft, desk);
  const shelf = isArchive ? null : desk.shelf;
  const same = shelf?.sameFile(task, context);
  if (same) {
    yield same;
    return;
  }
  const { limits } = desk.bench;
  const max = isArchive ? limits.inflatedBytes : Math.max(limits.docxBytes, limits.textBytes);
  const { bytes, file, trouble } = snapshot(path, max, task.attempt, desk.setting.roots);
  if (!(bytes instanceof Uint8Array)) {
    yield done(refusedLine(name, bytes, file, desk), trouble ? { trouble } : {});
    return;
  }
  if (isArchive) {
    checking();
    const { scanArchive } = await import("./archive-members.ts");
    yield* scanArchive({ bytes, file, name, draft, named }, desk);
    return;
  }
  const hit = shelf?.sameContent(bytes, file, task, context);
  if (hit) {
    yield hit;
    return;
  }
  checking();
  read = bytes;
  const line = await checkedLine(draft, file, desk);
  const scanned = done(line);
  yield shelf ? shelf.noted(scanned, line, bytes, task, context) : scanned;
}

/** What results depend on besides the content and the basis of the run: what is known of this file alone. */
function contextOf({ name, declared, superiors, indexes }: Draft, { excepting, setting }: Desk): string {
  const own = [declared, superiorsDigest(superiors), indexes ?? null];
  return JSON.stringify([endingOf(name), ...own, excepting ? [name, setting.today] : null]);
}
