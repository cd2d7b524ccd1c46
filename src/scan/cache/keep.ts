import type { ScanRun } from "../../model/scan.ts";
import type { Journal } from "../journal.ts";
import type { LineReply, Payload } from "../protocol.ts";
import { ReportError } from "../report-error.ts";
import { differences } from "../report-folder.ts";
import type { Setting } from "../setting.ts";
import { openEarlier, type Place } from "./earlier.ts";
import { openMoves } from "./moves.ts";
import { type CacheWriter, openCacheWriter } from "./write.ts";

/**
 * The lines of a run on their way into its results: what it takes over from the run before, and what it lays by for the
 * next. As long as every line is one of the run before, none is written: where nothing has changed the old results stay.
 */
export interface Keeping {
  /** Takes an answer: its line as it came, or one that a child has found in the results of the run before. */
  take(reply: LineReply, payload: Payload): void;
  /** Takes a line that no child has made. */
  add(line: Uint8Array): void;
  /** Whether the results of this run are those of `before`, line for line. */
  isAsBefore(before: ScanRun | null): boolean;
  /** Writes what still waits to be written. */
  settle(): void;
  /** Folds into the cache what is to be remembered, or forgets it. */
  finish(keep: boolean): Promise<void>;
}

const DAY = 86_400_000;
const NEWLINE = 10;
const NOWHERE = { run: "", offset: 0, length: 0, of: "", sealed: null, sums: "" };

export function openKeeping(
  { cache: asked, earlier: before }: Setting,
  run: ScanRun,
  report: string,
  journal: Journal,
): Keeping {
  const day = Math.floor(Date.now() / DAY);
  const earlier = openEarlier(before);
  const cache: CacheWriter | null = asked && openCacheWriter(asked.folder, run.id, day);
  const moves = openMoves();
  let changed = false;
  function lineAt({ offset, length }: Place): Buffer {
    const bytes = earlier?.bytes(offset, length);
    if (bytes?.at(-1) !== NEWLINE) throw new ReportError("scan.earlier-changed", { folder: report });
    return bytes;
  }
  const settle = () => moves.settle((line) => journal.append(lineAt(line)).offset);
  function remember({ cache: note, sums }: LineReply, sealed: Buffer, place: Place): void {
    if (!note || !cache) return;
    const { key, metaKey, of, counts } = note;
    const at = sealed.length > 0 ? cache.seal(sealed) : note.sealed;
    cache.add({ key, of, sealed: at, sums: counts ? JSON.stringify(sums) : "", day, run: run.id, ...place });
    if (metaKey) cache.add({ ...NOWHERE, key: metaKey.key, same: key, day });
  }
  return {
    take(reply, { line, sealed }) {
      const { copied, cache: note } = reply;
      if (copied && !note) {
        moves.add(copied);
        if (changed) settle();
        return;
      }
      changed = true;
      settle();
      remember(reply, sealed, journal.append(copied ? lineAt(copied) : line));
    },
    add(line) {
      changed = true;
      settle();
      journal.append(line);
    },
    isAsBefore(finished) {
      if (changed || !finished?.complete || earlier?.run !== finished.id) return false;
      const { found, ignored } = run.totals;
      const same = moves.size === found && found === finished.totals.found && ignored === finished.totals.ignored;
      return same && differences(run.basis, finished.basis).length === 0;
    },
    settle,
    async finish(keep) {
      earlier?.close();
      if (keep) await cache?.finish(earlier && { from: earlier.run, follow: moves.follow() });
      else cache?.forget();
    },
  };
}
