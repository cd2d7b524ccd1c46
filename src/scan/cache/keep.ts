import type { ScanRun } from "../../model/scan.ts";
import type { LineReply, Payload } from "../protocol.ts";
import { ReportError } from "../report-error.ts";
import { differences } from "../report-folder.ts";
import type { Setting } from "../setting.ts";
import { openEarlier, type Place } from "./earlier.ts";
import { type CacheWriter, openCacheWriter } from "./write.ts";

/** What a run takes over from the run before, and what it lays by for the next. */
export interface Keeping {
  /** The line of an answer: as it came, or from the results of the run before, where a child has found it. */
  lineOf(reply: LineReply, payload: Payload): Uint8Array;
  /** Remembers an answer whose line stands at `place` in the results of this run. */
  note(reply: LineReply, payload: Payload, place: Place): void;
  /** Whether the results of this run are those of `before` line for line, so that nothing need be remembered anew. */
  isAsBefore(before: ScanRun | null): boolean;
  /** Folds into the cache what was noted, or forgets it. */
  finish(keep: boolean): Promise<void>;
}

const DAY = 86_400_000;
/** Days after which entries that are still of use have to be told so, well before they would be dropped. */
const REFRESHED = 7;
const NEWLINE = 10;
const NOWHERE = { run: "", offset: 0, length: 0, of: "", sealed: null, sums: "" };

export function openKeeping({ cache: asked, earlier: before }: Setting, run: ScanRun, report: string): Keeping {
  const day = Math.floor(Date.now() / DAY);
  const earlier = openEarlier(before);
  const cache: CacheWriter | null = asked && openCacheWriter(asked.folder, run.id, day);
  let copied = 0;
  /** Something was noted that the cache did not know. */
  let news = false;
  return {
    lineOf(reply, { line }) {
      if (!reply.copied) return line;
      const bytes = earlier?.bytes(reply.copied.offset, reply.copied.length);
      if (bytes?.at(-1) !== NEWLINE) throw new ReportError("scan.earlier-changed", { folder: report });
      copied++;
      return bytes;
    },
    note({ cache: note, sums }, { sealed }, place) {
      if (!note || !cache) return;
      const { key, metaKey, of, counts } = note;
      news ||= sealed.length > 0 || metaKey?.met === true;
      const at = sealed.length > 0 ? cache.seal(sealed) : note.sealed;
      cache.add({ key, of, sealed: at, sums: counts ? JSON.stringify(sums) : "", day, run: run.id, ...place });
      if (metaKey) cache.add({ ...NOWHERE, key: metaKey.key, same: key, day });
    },
    isAsBefore(before) {
      if (news || !before?.complete || earlier?.run !== before.id) return false;
      const { found, ignored } = run.totals;
      const same = copied === found && found === before.totals.found && ignored === before.totals.ignored;
      const fresh = day - Math.floor(Date.parse(before.started) / DAY) < REFRESHED;
      return same && fresh && differences(run.basis, before.basis).length === 0;
    },
    async finish(keep) {
      earlier?.close();
      if (keep) await cache?.finish();
      else cache?.forget();
    },
  };
}
